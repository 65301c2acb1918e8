package dev.pyrestrict.cli;

import com.google.common.primitives.Longs;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how much of something there may be. */
final class Counts implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    return Optional.ofNullable(Longs.tryParse(text))
        .filter(count -> count > 0)
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is not a number above 0"));
  }
}
