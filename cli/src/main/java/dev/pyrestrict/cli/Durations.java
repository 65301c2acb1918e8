package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2s}, {@code 500ms}, {@code 1.5m}. */
final class Durations implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
  private static final ImmutableMap<String, Duration> UNITS =
      ImmutableMap.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));

  @Override
  public Duration convert(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      long nanos =
          new BigDecimal(matcher.group(1))
              .multiply(BigDecimal.valueOf(UNITS.get(matcher.group(2)).toNanos()))
              .longValue();
      if (nanos > 0) {
        return Duration.ofNanos(nanos);
      }
    }
    throw new TypeConversionException(
        "'"
            + text
            + "' is not a time: write a number above 0 and ms, s, m or h, as in 500ms or 2s");
  }
}
