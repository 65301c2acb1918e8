package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** Whoever looks along the stack, from a function that the host calls, is compiled all the same. */
class CallerFramesTest {
  private static final String PROGRAM =
      """
      import sys

      def looks():
          return sys._getframe().f_back.f_back

      def called():
          looks()
      """;

  @Test
  void theCompilerDoesNotGiveUp() {
    CompilerStart.guestIsReady();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (Context python =
        Context.newBuilder("python")
            .allowExperimentalOptions(true)
            .option("engine.BackgroundCompilation", "false")
            .option("engine.CompileOnly", "f_back,looks,called")
            .option("engine.TraceCompilation", "true")
            .logHandler(log)
            .build()) {
      python.eval("python", PROGRAM);
      Value called = python.getBindings("python").getMember("called");
      for (int i = 0; i < 5_000; i++) {
        called.executeVoid();
      }
    }
    assertThat(log.toString(UTF_8)).contains("opt done");
    assertThat(log.toString(UTF_8)).doesNotContain("opt failed");
  }
}
