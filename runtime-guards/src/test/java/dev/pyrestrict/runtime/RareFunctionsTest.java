package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.junit.jupiter.api.Test;

/** The compiler's time is for the guests' own functions. */
class RareFunctionsTest {
  @Test
  void whatImportsIsNotCompiledForItsLoops() {
    assertThat(compiled("pyrestrict/facades.py", calls(100, 100))).doesNotContain("loops");
  }

  @Test
  void itIsForManyCalls() {
    assertThat(compiled("pyrestrict/facades.py", calls(21_000, 1))).contains("loops");
  }

  @Test
  void whatMakesAGuestsSideIsNotCompiled() {
    assertThat(compiled("pyrestrict/boot.py", calls(100, 100))).doesNotContain("loops");
  }

  @Test
  void whatIsInItIs() {
    String nested = "def room():\n" + calls(100, 100).indent(4) + "room()";
    assertThat(compiled("pyrestrict/boot.py", nested)).contains("loops");
  }

  @Test
  void aGuestsFunctionIs() {
    assertThat(compiled("app.py", calls(100, 100))).contains("loops");
  }

  private static String calls(int calls, int loops) {
    return """
    def loops():
        total = 0
        for i in range(%d):
            total += i
        return total

    for _ in range(%d):
        loops()
    """
        .formatted(loops, calls);
  }

  private static String compiled(String source, String program) {
    CompilerStart.guestIsReady();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    try (Context python =
        Context.newBuilder("python")
            .allowExperimentalOptions(true)
            .option("engine.BackgroundCompilation", "false")
            .option("engine.CompileOnly", "loops")
            .option("engine.TraceCompilation", "true")
            .logHandler(log)
            .build()) {
      python.eval(Source.newBuilder("python", program, source).buildLiteral());
    }
    return log.toString(UTF_8);
  }
}
