package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Ints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program of a corpus: an attack that says in its headers what it tries, or an ordinary program
 * with its output.
 *
 * @param name of its file, for reports
 * @param program its bytes, each as one character: attacks on the reading of sources are no text
 * @param headers the comments at its top, {@code # key: value}
 * @param expectedOutput the bytes it has to write, each as one character, where they are known
 */
record AuditCase(
    String name,
    String program,
    ImmutableMap<String, String> headers,
    Optional<String> expectedOutput) {
  private static final Pattern HEADER = Pattern.compile("# ?([a-z-]+): *(.*)");
  private static final int MOST_RUNS = 100;

  /**
   * Reads a case.
   *
   * @throws UsageException when a file of it can't be read
   */
  static AuditCase read(Path file) {
    String base = file.getFileName().toString().replaceFirst("\\.py$", "");
    Path output = file.resolveSibling(base + ".out");
    try {
      String program = new String(Input.whole(file), ISO_8859_1);
      return new AuditCase(
          file.toString(),
          program,
          headers(program),
          Files.isRegularFile(output)
              ? Optional.of(new String(Input.whole(output), ISO_8859_1))
              : Optional.empty());
    } catch (IOException e) {
      throw new UsageException(file + ": " + Input.reason(e, Optional.of(file)));
    }
  }

  private static ImmutableMap<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : Splitter.onPattern("\r\n|\r|\n").split(text)) {
      Matcher header = HEADER.matcher(line);
      if (header.matches()) {
        headers.putIfAbsent(header.group(1), header.group(2).strip());
      } else if (!line.startsWith("#")) {
        break;
      }
    }
    return ImmutableMap.copyOf(headers);
  }

  /** Returns the program as it is in its file. */
  byte[] bytes() {
    return program.getBytes(ISO_8859_1);
  }

  /** Returns what it wants from the host. */
  ImmutableList<String> needs() {
    return ImmutableList.copyOf(
        Splitter.on(',').trimResults().omitEmptyStrings().split(headers.getOrDefault("needs", "")));
  }

  /** Returns how often it is run, in guests of the same sandbox. */
  int runs() {
    return Optional.ofNullable(Ints.tryParse(headers.getOrDefault("runs", "1")))
        .filter(runs -> runs > 0 && runs <= MOST_RUNS)
        .orElse(1);
  }
}
