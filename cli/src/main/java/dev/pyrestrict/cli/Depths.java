package dev.pyrestrict.cli;

import com.google.common.primitives.Ints;
import dev.pyrestrict.rewriter.PolicyLimits;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how deep calls may go. */
final class Depths implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    return Optional.ofNullable(Ints.tryParse(text))
        .filter(PolicyLimits::isDepth)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is not a number from "
                        + PolicyLimits.SHALLOWEST
                        + " to "
                        + PolicyLimits.DEEPEST));
  }
}
