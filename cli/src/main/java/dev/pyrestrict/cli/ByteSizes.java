package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 256MB}, {@code 64KiB}, {@code 1000}: units are powers of 1024. */
final class ByteSizes implements ITypeConverter<Long> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s?([kmgt]?)(?:i?b)?");
  private static final ImmutableMap<String, Integer> SHIFTS =
      ImmutableMap.of("", 0, "k", 10, "m", 20, "g", 30, "t", 40);

  @Override
  public Long convert(String text) {
    Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      long number = Long.parseLong(matcher.group(1));
      if (number > 0) {
        return number << SHIFTS.get(matcher.group(2));
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is not a size: write a number above 0 and KB, MB or GB, as in 256MB");
  }
}
