package dev.pyrestrict.cli;

import dev.pyrestrict.rewriter.PolicyLimits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 256MB}, {@code 64KiB}, {@code 1000}: units are powers of 1024. */
final class ByteSizes implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    return PolicyLimits.size(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is not a size: write a number above 0 and KB, MB or GB, as in 256MB"));
  }
}
