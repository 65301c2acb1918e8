package dev.pyrestrict.runtime;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
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
    CompiledModule module = compiled(program, policy, mode);
    try (Guest guest = sandbox.newGuest(built, limits)) {
      GuestResult result = guest.run(module, program);
      return new Run(result, output.toString(StandardCharsets.UTF_8));
    }
  }

  /** Runs a program in a guest that goes on living. */
  static GuestResult in(Guest guest, String program, String... predeclared) {
    Policy policy = Policy.profile("default").withPredeclared(ImmutableList.copyOf(predeclared));
    return guest.run(compiled(program, policy, GuardMode.FAST), program);
  }

  /** Compiles and runs it under a policy, in a sandbox of its own. */
  static Run of(Policy policy, GuardMode mode, String program) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    CompiledModule module = compiled(program, policy, mode);
    try (Sandbox sandbox = Sandbox.builder().policy(policy).build();
        Guest guest =
            sandbox.newGuest(GuestOptions.builder().output(output).errors(output).build())) {
      GuestResult result = guest.run(module, program);
      return new Run(result, output.toString(StandardCharsets.UTF_8));
    }
  }

  private static CompiledModule compiled(String program, Policy policy, GuardMode mode) {
    CompileResult compiled =
        new Compiler(policy, mode).compile(new SourceFile("guest.py", program));
    if (compiled.module().isEmpty()) {
      throw new AssertionError(compiled.diagnostics().toString());
    }
    return compiled.module().get();
  }

  static Run of(Sandbox sandbox, String program) {
    return of(sandbox, program, GuardMode.FAST, GuestOptions.builder(), Limits.DEFAULT);
  }
}
