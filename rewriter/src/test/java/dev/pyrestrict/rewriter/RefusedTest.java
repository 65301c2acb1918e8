package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every line with {@code # expect: RULE words} is refused for that reason, and no other line is.
 */
final class RefusedTest {
  private static final String MARK = "# expect: ";

  static Stream<Path> programs() {
    return TestData.programs("rewriter/refused").stream();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void expectedLinesAreRefused(Path file) {
    SourceFile source = TestData.source(file);
    List<Diagnostic> diagnostics =
        new Compiler(Policy.profile("default"), GuardMode.FAST).check(source);
    List<String> lines = source.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      String line = lines.get(i);
      List<Diagnostic> found = diagnostics.stream().filter(d -> d.span().line() == number).toList();
      int mark = line.indexOf(MARK);
      if (mark < 0) {
        assertWithMessage("%s:%s", file, number).that(found).isEmpty();
        continue;
      }
      String rule = line.substring(mark + MARK.length(), mark + MARK.length() + 6);
      String words = line.substring(mark + MARK.length() + 6).strip();
      assertWithMessage("%s:%s %s", file, number, found)
          .that(
              found.stream()
                  .anyMatch(
                      d ->
                          d.rule().equals(rule)
                              && (d.message() + " " + d.hint().orElse("")).contains(words)))
          .isTrue();
    }
  }
}
