package dev.pyrestrict.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.Ints;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.ast.ConstantValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Compares with an installed CPython 3.12 over its own library: the modules as they are, and the
 * sources that its tests of syntax hold as strings. {@code -Dpyrestrict.library=1} reads all of it;
 * without that every so-manieth is read.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS) // for the whole of what a build takes a sample of
final class StandardLibraryTest {
  private static final int STEP = Integer.getInteger("pyrestrict.library", 40);
  private static final int MAX_SNIPPET = 5_000;

  /** CPython's own tests of what it reads and refuses. */
  private static final ImmutableList<String> SYNTAX_TESTS =
      ImmutableList.of(
          "test_ast",
          "test_asyncgen",
          "test_codeop",
          "test_compile",
          "test_coroutines",
          "test_decorators",
          "test_dictcomps",
          "test_eof",
          "test_except_star",
          "test_exceptions",
          "test_fstring",
          "test_future",
          "test_generators",
          "test_genexps",
          "test_global",
          "test_grammar",
          "test_keywordonlyarg",
          "test_listcomps",
          "test_named_expressions",
          "test_parser",
          "test_patma",
          "test_peg_generator",
          "test_positional_only_arg",
          "test_scope",
          "test_setcomps",
          "test_source_encoding",
          "test_string_literals",
          "test_super",
          "test_symtable",
          "test_syntax",
          "test_tokenize",
          "test_type_aliases",
          "test_type_params",
          "test_unparse",
          "test_unpack",
          "test_unpack_ex",
          "test_with");

  private static Path python() {
    Optional<Path> python = Oracle.installed();
    Assumptions.assumeTrue(python.isPresent(), Oracle::installedMissing);
    return python.get();
  }

  private static Path library(Path python) throws IOException {
    try (Stream<Path> directories = Files.list(python.resolve("../../lib").normalize())) {
      return directories
          .filter(directory -> Files.exists(directory.resolve("ast.py")))
          .findFirst()
          .orElseThrow();
    }
  }

  private static ImmutableMap<String, byte[]> modules(Path library) throws IOException {
    ImmutableMap.Builder<String, byte[]> modules = ImmutableMap.builder();
    try (Stream<Path> files = Files.walk(library)) {
      ImmutableList<Path> sorted =
          files
              .filter(file -> file.toString().endsWith(".py"))
              .filter(file -> !file.startsWith(library.resolve("site-packages")))
              .sorted()
              .collect(ImmutableList.toImmutableList());
      for (int i = 0; i < sorted.size(); i += STEP) {
        modules.put(
            library.relativize(sorted.get(i)).toString(), Files.readAllBytes(sorted.get(i)));
      }
    }
    return modules.buildOrThrow();
  }

  /** A file in another encoding than UTF-8 is refused whatever is in it. */
  private static boolean isEncoded(byte[] source) {
    return !SourceFile.decode("<s>", source).diagnostics().isEmpty();
  }

  @Test
  void modulesAreReadAsCPythonReadsThem() throws Exception {
    Path python = python();
    ImmutableMap<String, byte[]> modules = modules(library(python));
    Map<String, Verdict> differing =
        new LinkedHashMap<>(differing(modules, Oracle.of(python).verdicts(modules)));
    differing.keySet().removeIf(name -> isEncoded(modules.get(name)));
    Map<String, Verdict> installed = Map.copyOf(differing);
    if (!differing.isEmpty() && Oracle.recorded().isPresent()) {
      // An older 3.12 makes other trees of format specs; the recorded one decides.
      Map<String, byte[]> again = Maps.filterKeys(modules, differing::containsKey);
      differing = differing(again, Oracle.recorded().get().verdicts(again));
    }
    System.out.printf(
        "library: %d modules, %d in other encodings than UTF-8, %d other than %s, %d other than"
            + " 3.12.7%n",
        modules.size(),
        modules.values().stream().filter(StandardLibraryTest::isEncoded).count(),
        installed.size(),
        python,
        differing.size());
    assertEquals(Map.of(), differing);
  }

  private static Map<String, Verdict> differing(
      Map<String, byte[]> sources, Map<String, Verdict> verdicts) {
    return Maps.filterEntries(
        verdicts,
        verdict -> {
          Verdict ours = Verdict.of(sources.get(verdict.getKey()));
          return !ours.tree().equals(verdict.getValue().tree())
              || ours.compiles() != verdict.getValue().compiles();
        });
  }

  @Test
  void snippetsOfItsTestsAreReadAsCPythonReadsThem() throws Exception {
    Path tests = library(python()).resolve("test");
    Optional<Oracle> oracle = Oracle.recorded();
    Assumptions.assumeTrue(oracle.isPresent(), Oracle::recordedMissing);
    Map<String, byte[]> snippets = harvest(tests);
    int verdicts = 0;
    int errors = 0;
    int sameLine = 0;
    int sameMessage = 0;
    for (Map.Entry<String, Verdict> answer : oracle.get().verdicts(snippets).entrySet()) {
      Verdict cpython = answer.getValue();
      Verdict ours = Verdict.of(snippets.get(answer.getKey()));
      verdicts += ours.compiles() == cpython.compiles() ? 1 : 0;
      if (Boolean.getBoolean("pyrestrict.show") && !ours.equals(cpython)) {
        System.out.printf(
            "%s%n  CPython %s%n  we      %s%n",
            new String(snippets.get(answer.getKey()), StandardCharsets.UTF_8), cpython, ours);
      }
      if (!ours.compiles() && !cpython.compiles()) {
        errors++;
        sameLine += ours.line().equals(cpython.line()) ? 1 : 0;
        sameMessage += ours.message().equals(cpython.message()) ? 1 : 0;
      }
    }
    String found =
        String.format(
            "harvested: %d snippets, same verdict %.2f%%; %d errors, same line %.1f%%, same message"
                + " %.1f%%",
            snippets.size(),
            100.0 * verdicts / snippets.size(),
            errors,
            100.0 * sameLine / errors,
            100.0 * sameMessage / errors);
    System.out.println(found);
    assertTrue(verdicts >= snippets.size() * 0.995, found);
    assertTrue(sameLine >= errors * 0.98, found);
    assertTrue(sameMessage >= errors * 0.9, found);
  }

  /**
   * Every string of those tests, without its indentation, and every example of their docstrings.
   */
  private static Map<String, byte[]> harvest(Path tests) throws IOException {
    Map<String, byte[]> snippets = new LinkedHashMap<>();
    Predicate<String> wanted = text -> !text.isBlank() && text.length() <= MAX_SNIPPET;
    for (String test : SYNTAX_TESTS) {
      Path file = tests.resolve(test + ".py");
      if (!Files.exists(file)) {
        continue;
      }
      SourceFile source = SourceFile.decode(test, Files.readAllBytes(file)).source();
      TokenArray tokens = new Tokenizer(source.text()).tokenize();
      StringLiterals literals = new StringLiterals(tokens.text());
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.token(i).type == PythonTokens.STRING) {
          String text =
              switch (literals.decode(tokens.token(i))) {
                case ConstantValue.StrValue string -> string.value();
                case ConstantValue.BytesValue(String bytes) -> bytes;
                case ConstantValue other -> throw new IllegalStateException(other.toString());
              };
          Stream.concat(examples(text), Stream.of(text.stripIndent()))
              .filter(wanted)
              .forEach(snippet -> snippets.put(snippet, bytes(snippet)));
        }
      }
    }
    Map<String, byte[]> numbered = new LinkedHashMap<>();
    snippets.values().forEach(snippet -> numbered.put("h" + numbered.size(), snippet));
    return Maps.filterKeys(
        numbered,
        name -> Optional.ofNullable(Ints.tryParse(name.substring(1))).orElse(0) % STEP == 0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The examples of a docstring: what stands behind its prompts. */
  private static Stream<String> examples(String docstring) {
    ImmutableList.Builder<String> examples = ImmutableList.builder();
    StringBuilder example = new StringBuilder();
    for (String line : docstring.lines().map(String::strip).toList()) {
      boolean first = line.startsWith(">>> ");
      boolean more = line.equals("...") || line.startsWith("... ");
      if (!more && !example.isEmpty()) {
        examples.add(example.toString());
        example.setLength(0);
      }
      if (first || more && !example.isEmpty()) {
        example.append(line, Math.min(4, line.length()), line.length()).append('\n');
      }
    }
    if (!example.isEmpty()) {
      examples.add(example.toString());
    }
    return examples.build().stream();
  }
}
