package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import dev.pyrestrict.grammar.Diagnostic;

/**
 * Names for diagnostics that stay the same when lines are added above them: of file, rule, message
 * and the text of the line; equal ones in a file are numbered.
 */
final class Fingerprints {
  private Fingerprints() {}

  /** Returns a name for each of the file's diagnostics, in their order. */
  static ImmutableList<String> of(FileReport file) {
    Multiset<HashCode> seen = HashMultiset.create();
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (Diagnostic diagnostic : file.diagnostics()) {
      String line = file.lines().line(diagnostic.span().line()).strip();
      String text =
          String.join("\0", file.portableName(), diagnostic.rule(), diagnostic.message(), line);
      HashCode place = Hashing.sha256().hashString(text, UTF_8);
      seen.add(place);
      names.add(
          Hashing.sha256()
              .hashString(text + "\0" + seen.count(place), UTF_8)
              .toString()
              .substring(0, 32));
    }
    return names.build();
  }
}
