package dev.pyrestrict.grammar;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** The recorded sources and CPython's verdicts on them. */
final class Corpus {
  private static final Path TESTDATA =
      Path.of(System.getProperty("pyrestrict.root"), "testdata/grammar");

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
    return Oracle.read(TESTDATA.resolve("cpython-3.12.7.tsv"));
  }
}
