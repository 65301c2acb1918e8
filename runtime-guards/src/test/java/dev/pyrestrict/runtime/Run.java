package dev.pyrestrict.runtime;

import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Compiles and runs one program in a guest of its own. */
record Run(GuestResult result, String output) {

  static Run of(
      Sandbox sandbox,
      String program,
      GuardMode mode,
      GuestOptions.Builder options,
      Limits limits) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    GuestOptions built = options.output(output).errors(output).build();
    Policy policy = Policy.profile("default").withPredeclared(built.predeclared().keySet());
    CompileResult compiled =
        new Compiler(policy, mode).compile(new SourceFile("guest.py", program));
    if (compiled.module().isEmpty()) {
      throw new AssertionError(compiled.diagnostics().toString());
    }
    try (Guest guest = sandbox.newGuest(built, limits)) {
      GuestResult result = guest.run(compiled.module().get(), program);
      return new Run(result, output.toString(StandardCharsets.UTF_8));
    }
  }

  static Run of(Sandbox sandbox, String program) {
    return of(sandbox, program, GuardMode.FAST, GuestOptions.builder(), Limits.DEFAULT);
  }
}
