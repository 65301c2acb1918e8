package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds policies by what users call them. */
final class Policies {
  private Policies() {}

  /**
   * Returns the policy of a file, or the built-in profile of that name.
   *
   * @throws UsageException when there is neither, or the file is not a policy
   */
  static Policy named(String name) {
    Path file = Input.path(name);
    if (Policy.PROFILES.contains(name) && !Files.exists(file)) {
      return Policy.profile(name);
    }
    if (!Files.exists(file) && !name.contains(".") && !name.contains("/")) {
      throw new UsageException(
          "'"
              + name
              + "' is neither a file nor a profile: the profiles are "
              + String.join(", ", Policy.PROFILES));
    }
    return read(file);
  }

  /**
   * Reads a policy file.
   *
   * @throws UsageException with every mistake in it
   */
  static Policy read(Path file) {
    Read read = parse(file);
    return read.loaded()
        .policy()
        .orElseThrow(() -> new UsageException("bad policy\n" + read.report()));
  }

  /**
   * What became of a policy file.
   *
   * @param report every mistake in it, for people; empty when there is none
   */
  record Read(Policy.Loaded loaded, String report) {}

  /** Reads a policy file with all its mistakes. */
  static Read parse(Path file) {
    Console silent = Console.silent();
    Input.Content content =
        new Input(file.toString(), Optional.of(file), file.getFileName()).read(silent);
    SourceFile source = content.source();
    if (!content.isReadable()) {
      return new Read(
          new Policy.Loaded(Optional.empty(), content.diagnostics()),
          rendered(source, content.diagnostics()));
    }
    Policy.Loaded loaded = Policy.parse(source.text());
    return new Read(loaded, rendered(source, loaded.diagnostics()));
  }

  private static String rendered(SourceFile source, ImmutableList<Diagnostic> diagnostics) {
    FileReport report = new FileReport(source, diagnostics);
    return diagnostics.stream()
        .map(found -> TextReport.rendered(report, found, Console.silent()))
        .collect(Collectors.joining())
        .stripTrailing();
  }
}
