package dev.pyrestrict.grammar;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sources and CPython's verdicts on them. */
final class Corpus {
  private static final Path ROOT = Path.of(System.getProperty("pyrestrict.root"));
  private static final Path TESTDATA = ROOT.resolve("testdata/grammar");
  private static final Path PYODIDE = ROOT.resolve("target/oracle");

  private Corpus() {}

  static ImmutableMap<String, byte[]> snippets() throws IOException {
    ImmutableMap.Builder<String, byte[]> snippets = ImmutableMap.builder();
    for (String line : Files.readAllLines(TESTDATA.resolve("snippets.tsv"))) {
      List<String> fields = Splitter.on('\t').splitToList(line);
      snippets.put(fields.get(0), HexFormat.of().parseHex(fields.get(1)));
    }
    return snippets.buildOrThrow();
  }

  static ImmutableMap<String, Verdict> recordedVerdicts() throws IOException {
    return verdicts(TESTDATA.resolve("cpython-3.12.7.tsv"));
  }

  private static ImmutableMap<String, Verdict> verdicts(Path file) throws IOException {
    ImmutableMap.Builder<String, Verdict> verdicts = ImmutableMap.builder();
    for (String line : Files.readAllLines(file)) {
      List<String> fields = Splitter.on('\t').splitToList(line);
      verdicts.put(fields.get(0), new Verdict(fields.get(1), fields.get(2)));
    }
    return verdicts.buildOrThrow();
  }

  /** Reports why CPython cannot be asked here; absent when it can. */
  static Optional<String> oracleMissing() {
    if (!Files.exists(PYODIDE.resolve("node_modules/pyodide/pyodide.mjs"))) {
      return Optional.of("npm install --prefix target/oracle pyodide@0.27.7 has not been run");
    }
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0
          ? Optional.empty()
          : Optional.of("node does not start");
    } catch (IOException e) {
      return Optional.of("node is not installed");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static ImmutableMap<String, Verdict> askOracle(Map<String, byte[]> sources)
      throws IOException, InterruptedException {
    Path input = Files.createTempFile("oracle", ".in");
    Path output = Files.createTempFile("oracle", ".out");
    StringBuilder lines = new StringBuilder();
    sources.forEach(
        (name, source) ->
            lines.append(name).append('\t').append(HexFormat.of().formatHex(source)).append('\n'));
    Files.writeString(input, lines);
    Process node =
        new ProcessBuilder(
                "node",
                ROOT.resolve("grammar/src/test/oracle/oracle.mjs").toString(),
                PYODIDE.toString(),
                input.toString(),
                output.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (node.waitFor() != 0) {
      throw new IllegalStateException("the oracle failed");
    }
    return verdicts(output);
  }
}
