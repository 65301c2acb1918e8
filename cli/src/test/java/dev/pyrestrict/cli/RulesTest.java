package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.grammar.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that are explained are the rules that are reported. */
final class RulesTest {
  private static final Path ROOT = Path.of(System.getProperty("pyrestrict.root"));

  @Test
  void everyRuleOfTheSourcesIsExplainedAndNoOther() throws IOException {
    Set<String> reported = new TreeSet<>();
    for (String module : new String[] {"grammar", "rewriter"}) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          Matcher matcher = Pattern.compile("\"(PR\\d{4})\"").matcher(Files.readString(file));
          while (matcher.find()) {
            reported.add(matcher.group(1));
          }
        }
      }
    }
    assertThat(Rules.all().keySet()).containsExactlyElementsIn(reported).inOrder();
  }

  @Test
  void everyRuleHasItsPage() throws IOException {
    for (String id : Rules.all().keySet()) {
      assertThat(Files.readString(ROOT.resolve("docs/rules").resolve(id + ".md")))
          .startsWith("# " + id + ": ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "tab\there", "caf\u00e9 \ud83d\ude00"})
  void ordinaryTextIsShownAsItIs(String text) {
    assertThat(Printable.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001b", "\u0007", "\u202e", "\u0000", "\u2028", "\u009b", "\r"})
  void whatATerminalWouldObeyIsReplaced(String character) {
    assertThat(Printable.text("a" + character + "b")).isEqualTo("a\ufffdb");
  }
}
