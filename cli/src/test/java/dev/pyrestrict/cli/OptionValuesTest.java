package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** How times and sizes are written. */
final class OptionValuesTest {

  @ParameterizedTest
  @CsvSource({"1ms, 1", "2s, 2000", "1.5s, 1500", "2m, 120000", "1h, 3600000", "0.001s, 1"})
  void readsTimes(String text, long milliseconds) {
    assertThat(new Durations().convert(text).toMillis()).isEqualTo(milliseconds);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1KB, 1024", "64KiB, 65536", "256mb, 268435456", "2G, 2147483648"})
  void readsSizes(String text, long bytes) {
    assertThat(new ByteSizes().convert(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "0s", "-1s", "1 s", "s", "1e9s", "9999999999s", "2562048h"})
  void refusesOtherTimes(String text) {
    assertThrows(TypeConversionException.class, () -> new Durations().convert(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5MB", "MB", "1XB", "99999999999", "8388608T"})
  void refusesOtherSizes(String text) {
    assertThrows(TypeConversionException.class, () -> new ByteSizes().convert(text));
  }
}
