package dev.pyrestrict.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.pyrestrict.grammar.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was wrong with old code when checking began, so that only what is new is reported.
 *
 * @param fingerprints see {@link Fingerprints}; a line each in the file
 */
record Baseline(ImmutableSortedSet<String> fingerprints) {
  private static final String HEADER = "# pyrestrict baseline 1";

  /** Returns a baseline of all that the reports hold. */
  static Baseline of(ImmutableList<FileReport> reports) {
    return new Baseline(
        reports.stream()
            .flatMap(report -> Fingerprints.of(report).stream())
            .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo)));
  }

  /**
   * Reads a baseline.
   *
   * @throws UsageException when there is none in the file
   */
  static Baseline read(Path file) {
    ImmutableList<String> lines;
    try {
      lines = new String(Input.whole(file), UTF_8).lines().collect(toImmutableList());
    } catch (IOException e) {
      throw new UsageException(file + ": " + Input.reason(e, Optional.of(file)));
    }
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new UsageException(file + ": not a baseline: make one with --write-baseline");
    }
    return new Baseline(ImmutableSortedSet.copyOf(lines.subList(1, lines.size())));
  }

  /** Writes the baseline. */
  void write(Path file) {
    try {
      Files.writeString(file, HEADER + "\n" + String.join("\n", fingerprints) + "\n", UTF_8);
    } catch (IOException e) {
      throw new UsageException(file + ": can't be written");
    }
  }

  /** Returns the report without what the baseline lists. */
  FileReport without(FileReport report) {
    ImmutableList<String> names = Fingerprints.of(report);
    ImmutableList.Builder<Diagnostic> left = ImmutableList.builder();
    for (int i = 0; i < names.size(); i++) {
      if (!fingerprints.contains(names.get(i))) {
        left.add(report.diagnostics().get(i));
      }
    }
    return new FileReport(report.source(), left.build());
  }
}
