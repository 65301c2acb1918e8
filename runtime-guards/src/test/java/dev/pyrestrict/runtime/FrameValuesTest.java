package dev.pyrestrict.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;

/** A function of many variables can be compiled, whoever looks at its frame. */
class FrameValuesTest {
  private static final String VARIABLES =
      IntStream.range(0, 40).mapToObj(i -> "a" + i).collect(Collectors.joining(" = "));

  private static final String PROGRAM =
      """
      import sys

      def look():
          return sys._getframe(1)

      def work(n):
          %s = 1
          for i in range(n):
              look()
          return a0 + a39

      for _ in range(100):
          work(100)
      work(1)
      """
          .formatted(VARIABLES);

  @Test
  void copyingThemIsCalled() {
    CompilerStart.guestIsReady();
    try (Context python =
        Context.newBuilder("python")
            .allowExperimentalOptions(true)
            .option("engine.BackgroundCompilation", "false")
            .option("engine.CompilationFailureAction", "Throw")
            .option("engine.CompileOnly", "work")
            .build()) {
      assertEquals(2, python.eval("python", PROGRAM).asInt());
    }
  }
}
