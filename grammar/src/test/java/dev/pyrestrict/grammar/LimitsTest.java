package dev.pyrestrict.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

final class LimitsTest {
  private static final long STACK = 1 << 20;
  private static final long NANOSECONDS = 2_000_000_000L;

  /** Sources that are answered by a diagnostic of the given rule. */
  private static final ImmutableMap<String, String> REFUSED =
      ImmutableMap.<String, String>builder()
          .put("(".repeat(20_000), "PR0001")
          .put("[".repeat(199) + "]".repeat(199) + "+".repeat(100_000) + "1", "PR0007")
          .put("x = " + "lambda: ".repeat(20_000) + "1", "PR0007")
          .put("x = " + "1 if 1 else ".repeat(20_000) + "1", "PR0007")
          .put("x = " + "not ".repeat(20_000) + "1", "PR0007")
          .put("x = " + "-".repeat(100_000) + "1", "PR0007")
          .put("x = " + "1 + ".repeat(20_000) + "1", "PR0007")
          .put("x = a" + ".b".repeat(50_000), "PR0007")
          .put("x = a" + "()".repeat(50_000), "PR0007")
          .put("x = 2" + " ** 2".repeat(20_000), "PR0007")
          .put("if a: pass\n" + "elif a: pass\n".repeat(20_000), "PR0007")
          .put("x = " + "1".repeat(1_000_000), "PR0001")
          .put("x = 0x" + "1".repeat(1_000_000), "PR0006")
          .put("x = 1\n".repeat(20_000) + "x = (", "PR0001")
          .put("x = 1\n".repeat(20_000) + "x x", "PR0001")
          .put("f'{".repeat(300), "PR0001")
          .put("x;".repeat(1_000_001), "PR0005")
          .buildOrThrow();

  /** Sources that are long but not deep. */
  private static final ImmutableMap<String, String> ACCEPTED =
      ImmutableMap.of(
          "arguments", "f(" + "a, ".repeat(20_000) + ")",
          "string", "x = '" + "a".repeat(1_000_000) + "'",
          "name", "a".repeat(1_000_000) + " = 1",
          "comment", "#" + "a".repeat(1_000_000),
          "f-string", "f'" + "{a}b".repeat(50_000) + "'",
          "and", "x = " + "a and ".repeat(20_000) + "a",
          "compare", "x = " + "a < ".repeat(20_000) + "a",
          "wide names", "\u5b57 = 1\n".repeat(50_000),
          "brackets", "x = " + "(".repeat(199) + "1" + ")".repeat(199));

  private static ParseResult parseOnSmallStack(String text) throws InterruptedException {
    AtomicReference<ParseResult> result = new AtomicReference<>();
    long start = System.nanoTime();
    Thread thread =
        new Thread(
            null, () -> result.set(Parser.parse(new SourceFile("<s>", text))), "small", STACK);
    thread.start();
    thread.join();
    long took = System.nanoTime() - start;
    assertTrue(took < NANOSECONDS, () -> took / 1_000_000 + " ms: " + text.substring(0, 20));
    return result.get();
  }

  @Test
  void hostileSourcesAreRefused() throws Exception {
    for (var entry : REFUSED.entrySet()) {
      ParseResult result = parseOnSmallStack(entry.getKey());
      String shown = entry.getKey().substring(0, 20);
      assertTrue(result.module().isEmpty(), shown);
      assertEquals(entry.getValue(), result.diagnostics().getFirst().rule(), shown);
    }
  }

  @Test
  void longSourcesAreAccepted() throws Exception {
    for (var entry : ACCEPTED.entrySet()) {
      ParseResult result = parseOnSmallStack(entry.getValue());
      assertTrue(result.module().isPresent(), () -> entry.getKey() + result.diagnostics());
    }
  }

  @Property
  void anyTextGetsAnAnswer(@ForAll String text) {
    ParseResult result = Parser.parse(new SourceFile("<s>", text));
    assertEquals(result.module().isEmpty(), !result.diagnostics().isEmpty());
  }

  @Property
  void anyPunctuationGetsAnAnswer(
      @ForAll @CharRange(from = ' ', to = '~') @Chars({'\n', '\t', '{', '}', '\'', '(', ')', ':'})
          String text) {
    ParseResult result = Parser.parse(new SourceFile("<s>", text));
    assertEquals(result.module().isEmpty(), !result.diagnostics().isEmpty());
  }
}
