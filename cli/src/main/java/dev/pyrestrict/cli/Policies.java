package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds policies by what users call them. */
final class Policies {
  /** Holds a policy in its table {@code [tool.pyrestrict]}. */
  static final String PROJECT = "pyproject.toml";

  private Policies() {}

  /**
   * A policy, and where it stands.
   *
   * @param file empty for a profile that is built in
   * @param lines see {@link Policy.Loaded}
   */
  record Found(Policy policy, Optional<Path> file, ImmutableMap<String, Integer> lines) {
    static Found profile(String name) {
      return new Found(Policy.profile(name), Optional.empty(), ImmutableMap.of());
    }
  }

  /**
   * Returns the policy of a file, or the built-in profile of that name.
   *
   * @throws UsageException when there is neither, or the file is not a policy
   */
  static Found named(String name) {
    Path file = Input.path(name);
    if (Policy.PROFILES.contains(name) && !Files.exists(file)) {
      return Found.profile(name);
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
  static Found read(Path file) {
    Read read = parse(file);
    return read.loaded()
        .policy()
        .map(policy -> new Found(policy, Optional.of(file), read.loaded().lines()))
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
          new Policy.Loaded(content.diagnostics()), rendered(source, content.diagnostics()));
    }
    Policy.Loaded loaded = loaded(file, source.text());
    return new Read(loaded, rendered(source, loaded.diagnostics()));
  }

  private static Policy.Loaded loaded(Path file, String text) {
    if (!file.endsWith(PROJECT)) {
      return Policy.parse(text);
    }
    return Policy.parseProject(text)
        .orElseThrow(() -> new UsageException(file + ": there is no [tool.pyrestrict] in it"));
  }

  /**
   * Reports whether the file is a pyproject.toml that holds a policy. One that can't be read may:
   * whoever reads it says why it can't.
   */
  static boolean isProjectWithPolicy(Path file) {
    if (!file.endsWith(PROJECT) || !Files.isRegularFile(file)) {
      return false;
    }
    try {
      return Files.size(file) > SourceFile.MAX_BYTES
          || Policy.parseProject(Files.readString(file)).isPresent();
    } catch (IOException e) {
      return true;
    }
  }

  private static String rendered(SourceFile source, ImmutableList<Diagnostic> diagnostics) {
    FileReport report = new FileReport(source, diagnostics);
    return diagnostics.stream()
        .map(found -> TextReport.rendered(report, found, Console.silent()))
        .collect(Collectors.joining())
        .stripTrailing();
  }
}
