package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The patterns of one {@code .gitignore}, which speak about what is below its directory. */
final class IgnoreRules {
  private static final int MAX_BYTES = 1 << 20;

  /** One line: whether it excludes or brings back, and what it matches. */
  private record Rule(Glob pattern, boolean ignores, boolean onlyDirectories) {}

  private final Path directory;
  private final ImmutableList<Rule> rules;

  private IgnoreRules(Path directory, ImmutableList<Rule> rules) {
    this.directory = directory;
    this.rules = rules;
  }

  /** Reads the directory's {@code .gitignore}; one that can't be read says nothing. */
  static IgnoreRules read(Path directory) {
    Path file = directory.resolve(".gitignore");
    try {
      if (Files.isRegularFile(file) && Files.size(file) <= MAX_BYTES) {
        String text = new String(Files.readAllBytes(file), UTF_8);
        return of(directory, Splitter.on('\n').splitToList(text));
      }
    } catch (IOException e) {
      return new IgnoreRules(directory, ImmutableList.of());
    }
    return new IgnoreRules(directory, ImmutableList.of());
  }

  /** Makes rules of lines in the form of {@code .gitignore}. */
  static IgnoreRules of(Path directory, List<String> lines) {
    ImmutableList.Builder<Rule> rules = ImmutableList.builder();
    for (String line : lines) {
      String pattern = line.strip();
      if (pattern.isEmpty() || pattern.startsWith("#")) {
        continue;
      }
      boolean ignores = !pattern.startsWith("!");
      pattern = ignores ? pattern : pattern.substring(1);
      boolean onlyDirectories = pattern.endsWith("/");
      pattern = onlyDirectories ? pattern.substring(0, pattern.length() - 1) : pattern;
      rules.add(new Rule(new Glob(pattern), ignores, onlyDirectories));
    }
    return new IgnoreRules(directory, rules.build());
  }

  /**
   * Says whether the path is ignored; empty when no rule speaks about it. The last rule that does
   * decides.
   */
  Optional<Boolean> ignores(Path path, boolean isDirectory) {
    String relative = directory.relativize(path).toString().replace('\\', '/');
    for (Rule rule : rules.reverse()) {
      if ((isDirectory || !rule.onlyDirectories()) && rule.pattern().matches(relative)) {
        return Optional.of(rule.ignores());
      }
    }
    return Optional.empty();
  }
}
