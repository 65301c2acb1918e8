package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lines that are looked for in steps end where they do at once. */
final class LineStepsTest {
  @Test
  void linesEndWhereTheyDo() {
    int step = 1 << 20;
    for (int length = step - 2; length <= step + 1; length++) {
      String text =
          ("a".repeat(length) + "\r\n").repeat(3) + "\n\r" + "b".repeat(2 * step) + "\r\n";
      Matcher inSteps = Pattern.compile("\\R").matcher(text);
      Matcher atOnce = Pattern.compile("\\R").matcher(text);
      while (atOnce.find()) {
        assertThat(LineSteps.find(inSteps)).isTrue();
        assertThat(inSteps.start()).isEqualTo(atOnce.start());
        assertThat(inSteps.end()).isEqualTo(atOnce.end());
      }
      assertThat(LineSteps.find(inSteps)).isFalse();
    }
  }
}
