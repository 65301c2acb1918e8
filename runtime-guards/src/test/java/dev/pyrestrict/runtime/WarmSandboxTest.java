package dev.pyrestrict.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class WarmSandboxTest {
  private static final String PROGRAM =
      """
      try:
          seen
      except NameError:
          seen = True
          print('first')
      """;

  /** What is prepared together is not shared: streams, names, limits are each guest's own. */
  @Test
  void preparedGuestsAreGuestsOfTheirOwn() {
    CompiledModule module =
        new Compiler(Policy.profile("default"), GuardMode.FAST)
            .compile(new SourceFile("seen.py", PROGRAM))
            .module()
            .orElseThrow();
    try (Sandbox sandbox = Sandbox.builder().build()) {
      sandbox.warm(2);
      for (int i = 0; i < 3; i++) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (Guest guest = sandbox.newGuest(GuestOptions.builder().output(output).build())) {
          assertInstanceOf(GuestResult.Completed.class, guest.run(module, PROGRAM));
        }
        assertEquals("first\n", output.toString(UTF_8));
      }
    }
  }

  /** Closing a sandbox does not wait for what nobody will use, and does not fail for it. */
  @Test
  void whatIsBeingPreparedDoesNotHoldUpClosing() {
    Sandbox sandbox = Sandbox.builder().build();
    sandbox.warm(1);
    sandbox.close();
  }
}
