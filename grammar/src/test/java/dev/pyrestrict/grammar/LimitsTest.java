package dev.pyrestrict.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

/** What no source gets past; {@code -Dpyrestrict.show=true} prints how long each took. */
final class LimitsTest {
  private static final long STACK = 1 << 20;
  private static final Pattern NOTHING = Pattern.compile("(?:[ \\t\\f\\n]|\\\\\\n|#[^\\n]*)*");

  /** A warm JVM needs a tenth of a second at most; the first sources meet a cold one. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

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
          .put("class " + "A".repeat(1_000_000) + ":\n" + " __a = 1\n".repeat(20_000), "PR0001")
          .put("\u00e9".repeat(256), "PR0001")
          .put("f'{".repeat(300), "PR0001")
          .put("f'{" + "a:{".repeat(300), "PR0001")
          .put("if a:\n" + " ".repeat(1_000_000) + "x\n y\n", "PR0001")
          .put("x = 1" + "_0".repeat(500_000), "PR0001")
          .put("x;".repeat(1_000_001), "PR0005")
          .buildOrThrow();

  /** Sources that are long but not deep. */
  private static final ImmutableMap<String, String> ACCEPTED =
      ImmutableMap.<String, String>builder()
          .put("arguments", "f(" + "a, ".repeat(20_000) + ")")
          .put("keyword arguments", "f(" + numbered("a%d=a, ") + ")")
          .put("parameters", "def f(" + numbered("a%d=1, ") + "): pass")
          .put("string", "x = '" + "a".repeat(1_000_000) + "'")
          .put("strings", "x = " + "'a' ".repeat(250_000))
          .put("name", "a".repeat(255) + " = 1")
          .put("names", numbered("a%d = 1\n"))
          .put("names with one hash", namesWithOneHash())
          .put("comment", "#" + "a".repeat(1_000_000))
          .put("f-string", "f'" + "{a}b".repeat(50_000) + "'")
          .put("f-string with specs", "f'" + "{a:{b}c{d}}".repeat(20_000) + "'")
          .put("and", "x = " + "a and ".repeat(20_000) + "a")
          .put("compare", "x = " + "a < ".repeat(20_000) + "a")
          .put("dictionary", "x = {" + numbered("%d: a, ") + "}")
          .put("patterns", "match x:\n case {" + numbered("%d: _, ") + "}: pass")
          .put("wide names", "\u5b57 = 1\n".repeat(50_000))
          .put("wide line", "x = '" + "\u5b57".repeat(500_000) + "', " + "a, ".repeat(20_000))
          .put("brackets", "x = " + "(".repeat(199) + "1" + ")".repeat(199))
          .put("open lines", "x = (" + "1,\n".repeat(50_000) + ")")
          .buildOrThrow();

  private static String numbered(String format) {
    return IntStream.range(0, 20_000)
        .mapToObj(i -> String.format(format, i))
        .collect(Collectors.joining());
  }

  /** {@code Aa} and {@code BB} have the same hash code, and so have words made of them. */
  private static String namesWithOneHash() {
    return IntStream.range(0, 1 << 14)
        .mapToObj(
            i ->
                IntStream.range(0, 14)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining())
                    + " = 1\n")
        .collect(Collectors.joining());
  }

  /** Of the whole JVM: its compiler's part counts too, but not what else runs on the machine. */
  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  private static ParseResult parseOnSmallStack(String text) throws InterruptedException {
    AtomicReference<ParseResult> result = new AtomicReference<>();
    Duration before = processorTime();
    Thread thread =
        new Thread(
            null, () -> result.set(Parser.parse(new SourceFile("<s>", text))), "small", STACK);
    thread.start();
    thread.join();
    Duration took = processorTime().minus(before);
    String shown = text.substring(0, Math.min(24, text.length())).replace('\n', ' ');
    String line = String.format("%4d ms for %s", took.toMillis(), shown);
    if (Boolean.getBoolean("pyrestrict.show")) {
      System.out.println(line);
    }
    assertTrue(took.compareTo(LONGEST) < 0, line);
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

  /** What no token holds is blank, a comment or a joined line; tokens come in order. */
  @Property
  void tokensCoverTheSource(@ForAll("pieces") List<String> pieces) {
    TokenArray tokens;
    try {
      tokens = new Tokenizer(String.join("", pieces)).tokenize();
    } catch (SyntaxFailure refused) {
      return;
    }
    String text = new String(tokens.text());
    int end = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.token(i);
      assertTrue(token.start >= end && token.end >= token.start, text);
      assertTrue(NOTHING.matcher(text.substring(end, token.start)).matches(), text);
      end = token.end;
    }
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            Splitter.on('@')
                .splitToList(
                    "x@ @\n"
                        + "@\n"
                        + "  @\n"
                        + "\t@(@)@[@]@{@}@'@\"@f'@f'''@'''@{{@}}@:@=@!r@#@\\\n"
                        + "@\\@1@0x@.@if@match@case@\u5b57@\ud83d\ude00@,@;@**@\f@\r"
                        + "@lambda@b'@\\N{DASH}"))
        .list()
        .ofMaxSize(30);
  }
}
