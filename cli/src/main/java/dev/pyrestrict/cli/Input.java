package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.hosting.ApplicationSettings;
import dev.pyrestrict.rewriter.Artifact;
import dev.pyrestrict.rewriter.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a command was given or found. Files that were found below one directory are a
 * program: they may import each other.
 *
 * @param name as the user wrote it, for reports
 * @param path empty for standard input
 * @param relative where an output of it goes, below the directory for outputs
 * @param program what it can import besides the policy's modules
 * @param application that it is a module of
 */
record Input(
    String name,
    Optional<Path> path,
    Path relative,
    Program program,
    Optional<HostedApplication> application) {

  /** The largest file that is no source; a baseline or an artifact is far smaller. */
  private static final int MAX_BYTES = 128 << 20;

  /** Makes one that stands alone. */
  Input(String name, Optional<Path> path, Path relative) {
    this(name, path, relative, Program.ALONE, Optional.empty());
  }

  /** Returns the dotted name of the module that the file holds, {@code a.b} for a/b.py. */
  String module() {
    return stem().replace('/', '.');
  }

  /** Returns where an output of it goes, with slashes on every system. */
  String portableRelative() {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }

  /** Returns the same without the ending of a Python file. */
  String stem() {
    String path = portableRelative();
    return path.endsWith(".py") ? path.substring(0, path.length() - 3) : path;
  }

  /** Returns the path of its artifact. */
  String artifact() {
    return stem() + Artifact.SUFFIX;
  }

  /** Returns the same file at another place of a program. */
  Input at(Path place) {
    return new Input(name, path, place, program, application);
  }

  Input in(Program whole) {
    return new Input(name, path, relative, whole, application);
  }

  Input of(HostedApplication whole) {
    return new Input(name, path, relative, program, Optional.of(whole));
  }

  /** Returns what the application says that it is a module of. */
  Optional<ApplicationSettings> settings() {
    return application.map(HostedApplication::settings);
  }

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
      bytes = path.isPresent() ? bytes(path.get()) : upToTooLarge(console.in());
    } catch (IOException e) {
      throw new UsageException(name + ": " + reason(e, path));
    }
    SourceFile.Decoded decoded = SourceFile.decode(name, bytes);
    return new Content(decoded.source(), decoded.diagnostics());
  }

  /** Returns the text of a file; nothing when it can't be had, which {@link #read} says. */
  Optional<SourceFile> text() {
    try {
      return path.isPresent()
          ? Optional.of(SourceFile.decode(name, bytes(path.get())))
              .filter(decoded -> decoded.diagnostics().isEmpty())
              .map(SourceFile.Decoded::source)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns all of a file that is no source.
   *
   * @throws TooLargeException if it is larger than any that is of use, or has no end, as a device
   */
  static byte[] whole(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new TooLargeException();
      }
      return bytes;
    }
  }

  private static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return upToTooLarge(in);
    }
  }

  /** A device has no end. */
  private static byte[] upToTooLarge(InputStream in) throws IOException {
    return in.readNBytes(SourceFile.MAX_BYTES + 1);
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
      case TooLargeException large -> "is too large";
      default -> path.filter(Files::isDirectory).isPresent() ? "is a directory" : "can't be read";
    };
  }
}
