package dev.pyrestrict.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.base.Splitter;
import com.google.common.base.Utf8;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Lines and columns are what counting them anew for each place finds. */
final class SourceLinesTest {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "\u00e9", "\u4e2d", "\ud83d\ude00", "\n", "\r", "\r\n", "\f")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property
  void linesAreWhatSplittingFinds(@ForAll("texts") String text) {
    SourceLines lines = SourceLines.of(text);
    List<String> expected = Splitter.onPattern("\r\n|\r|\n").splitToList(text);
    for (int number = 0; number <= expected.size() + 2; number++) {
      boolean isThere = number > 0 && number <= expected.size();
      assertEquals(isThere ? expected.get(number - 1) : "", lines.line(number));
    }
  }

  @Property
  void columnsAreCountedInAnyOrder(@ForAll("texts") String text, @ForAll List<Integer> order) {
    SourceLines lines = SourceLines.of(text);
    List<String> expected = Splitter.onPattern("\r\n|\r|\n").splitToList(text);
    for (int each : order) {
      int number = Math.floorMod(each, expected.size()) + 1;
      String line = expected.get(number - 1);
      int characters = Math.floorMod(each / 7, line.codePointCount(0, line.length()) + 1);
      String before = line.substring(0, line.offsetByCodePoints(0, characters));
      assertEquals(characters + 1, lines.characterColumn(number, Utf8.encodedLength(before)), text);
    }
  }

  /** A text of half a million places: each costs what it is away from the one before. */
  @Test
  void placesOfALongTextAreFoundOneAfterAnother() {
    SourceLines many = SourceLines.of("__a__\n".repeat(500_000));
    SourceLines longest = SourceLines.of("__a__;".repeat(500_000));
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 500_000; i++) {
            assertEquals(1, many.characterColumn(i + 1, 0));
            assertEquals("__a__", many.line(i + 1));
            assertEquals(6 * i + 1, longest.characterColumn(1, 6 * i));
          }
        });
  }
}
