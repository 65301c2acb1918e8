package dev.pyrestrict.cli;

import dev.pyrestrict.hosting.Isolation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads where guests shall live. */
final class Isolations implements ITypeConverter<Isolation> {
  @Override
  public Isolation convert(String text) {
    if (text.equals("none")) {
      return Isolation.IN_PROCESS;
    }
    try {
      return Isolation.named(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
