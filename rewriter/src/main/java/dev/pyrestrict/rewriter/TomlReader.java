package dev.pyrestrict.rewriter;

import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Reads TOML that a stranger may have written. */
public final class TomlReader {
  private TomlReader() {}

  /** Returns what a text says; nothing when it is nested too deeply for tomlj, which recurses. */
  public static Optional<TomlParseResult> read(String text) {
    try {
      return Optional.of(Toml.parse(text));
    } catch (StackOverflowError e) {
      return Optional.empty();
    }
  }
}
