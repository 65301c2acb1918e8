package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a command was given or found.
 *
 * @param name as the user wrote it, for reports
 * @param path empty for standard input
 * @param relative where an output of it goes, below the directory for outputs
 */
record Input(String name, Optional<Path> path, Path relative) {

  /** A file's text, or the reasons why there is none. */
  record Content(SourceFile source, ImmutableList<Diagnostic> diagnostics) {
    boolean isReadable() {
      return diagnostics.isEmpty();
    }
  }

  /**
   * Reads and decodes the file.
   *
   * @throws UsageException when it can't be read
   */
  Content read(Console console) {
    byte[] bytes;
    try {
      bytes = path.isPresent() ? Files.readAllBytes(path.get()) : console.in().readAllBytes();
    } catch (IOException e) {
      throw new UsageException(name + ": " + reason(e, path));
    }
    SourceFile.Decoded decoded = SourceFile.decode(name, bytes);
    return new Content(decoded.source(), decoded.diagnostics());
  }

  /** Returns what the user wrote as a path. */
  static Path path(String text) {
    if (text.isEmpty()) {
      throw new UsageException("an empty argument is not a path");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + Printable.text(text) + "' is not a path");
    }
  }

  /** Says why a file can't be read, in the words of the system's own tools. */
  static String reason(IOException e, Optional<Path> path) {
    return switch (e) {
      case NoSuchFileException missing -> "no such file or directory";
      case AccessDeniedException denied -> "permission denied";
      default -> path.filter(Files::isDirectory).isPresent() ? "is a directory" : "can't be read";
    };
  }
}
