package dev.pyrestrict.grammar;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A CPython 3.12 that says what it makes of sources, by {@code oracle.py}. */
final class Oracle {
  private static final Path ROOT = Path.of(System.getProperty("pyrestrict.root"));
  private static final Path SCRIPTS = ROOT.resolve("grammar/src/test/oracle");
  private static final Path PYODIDE = ROOT.resolve("target/oracle");

  private final ImmutableList<String> command;

  private Oracle(String... command) {
    this.command = ImmutableList.copyOf(command);
  }

  /** CPython 3.12.7 in node, the one whose verdicts are recorded; absent when it is not there. */
  static Optional<Oracle> recorded() {
    return Files.exists(PYODIDE.resolve("node_modules/pyodide/pyodide.mjs"))
            && answers("node", "--version").isPresent()
        ? Optional.of(
            new Oracle("node", SCRIPTS.resolve("oracle.mjs").toString(), PYODIDE.toString()))
        : Optional.empty();
  }

  /** What to say when {@link #recorded} is absent. */
  static String recordedMissing() {
    return "skipped: needs node, and: npm install --prefix target/oracle pyodide@0.27.7";
  }

  /** A CPython 3.12 as a program, with its own library; absent when there is none. */
  static Optional<Path> installed() {
    Path versions = Path.of(System.getProperty("user.home"), ".pyenv/versions");
    try (Stream<Path> found = Files.exists(versions) ? Files.list(versions) : Stream.empty()) {
      return Stream.concat(
              Stream.ofNullable(System.getenv("PYRESTRICT_CPYTHON")).map(Path::of),
              Stream.concat(
                  found.map(version -> version.resolve("bin/python")),
                  Stream.of(Path.of("/usr/bin/python3.12"), Path.of("/usr/local/bin/python3.12"))))
          .filter(
              python ->
                  answers(python.toString(), "--version")
                      .filter(version -> version.startsWith("Python 3.12."))
                      .isPresent())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What to say when {@link #installed} is absent. */
  static String installedMissing() {
    return "skipped: needs CPython 3.12; PYRESTRICT_CPYTHON names its python";
  }

  static Oracle of(Path python) {
    return new Oracle(python.toString(), SCRIPTS.resolve("oracle.py").toString());
  }

  private static Optional<String> answers(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  ImmutableMap<String, Verdict> verdicts(Map<String, byte[]> sources)
      throws IOException, InterruptedException {
    Path input = Files.createTempFile("oracle", ".in");
    Path output = Files.createTempFile("oracle", ".out");
    try {
      StringBuilder lines = new StringBuilder();
      sources.forEach(
          (name, source) ->
              lines
                  .append(name)
                  .append('\t')
                  .append(HexFormat.of().formatHex(source))
                  .append('\n'));
      Files.writeString(input, lines);
      Process process =
          new ProcessBuilder(
                  ImmutableList.<String>builder()
                      .addAll(command)
                      .add(input.toString(), output.toString())
                      .build())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the oracle failed: " + command);
      }
      return read(output);
    } finally {
      Files.delete(input);
      Files.delete(output);
    }
  }

  static ImmutableMap<String, Verdict> read(Path file) throws IOException {
    ImmutableMap.Builder<String, Verdict> verdicts = ImmutableMap.builder();
    for (String line : Files.readAllLines(file)) {
      List<String> fields = Splitter.on('\t').splitToList(line);
      verdicts.put(fields.get(0), new Verdict(fields.get(1), fields.get(2)));
    }
    return verdicts.buildOrThrow();
  }
}
