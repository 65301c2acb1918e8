package dev.pyrestrict.cli;

import dev.pyrestrict.rewriter.PolicyLimits;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2s}, {@code 500ms}, {@code 1.5m}. */
final class Durations implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return PolicyLimits.time(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is not a time: write a number above 0 and ms, s, m or h, as in 500ms"
                        + " or 2s"));
  }
}
