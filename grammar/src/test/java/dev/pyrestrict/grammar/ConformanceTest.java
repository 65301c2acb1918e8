package dev.pyrestrict.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 6, unit = TimeUnit.HOURS) // for the whole of what a build takes a sample of
final class ConformanceTest {
  /** The same mutants at every build; another seed, or more mutants, look further. */
  private static final long DEFAULT_SEED = 20261123;

  private static final int MUTANTS = Integer.getInteger("pyrestrict.mutants", 5_000);

  /** Where we differ on purpose, and why. */
  private static final ImmutableSet<String> STRICTER =
      ImmutableSet.of(
          // Only UTF-8: other encodings can hide code.
          "enc.latin1",
          "enc.cp1252",
          "enc.line2",
          "enc.utf7",
          "enc.utf7 hidden newline",
          "enc.unicode_escape",
          "enc.raw_unicode_escape",
          "enc.shift_jis",
          "enc.hz",
          "enc.iso2022",
          "enc.idna",
          "enc.ff cookie",
          "enc.vim",
          "enc.bad utf8 in comment",
          // A name that turns into a keyword would mean something else when it is written out
          // again.
          "id.mathbold kw",
          "id.fullwidth kw import",
          "id.fw True",
          "id.fw None assign");

  /** Trees that CPython 3.12.7 makes or dumps in a way we do not follow. */
  private static final ImmutableSet<String> OTHER_TREE =
      ImmutableSet.of(
          // \N in a format spec makes the spec a Constant instead of a JoinedStr.
          "f.spec N",
          // ast.dump cannot write integers of more than 4,300 digits.
          "num.hex 5000");

  private static final String DEBUG_TEXT = ".*=(?: |\\\\n|\\\\t|\\\\\\\\)*['\"]\\), FormattedValue";

  /**
   * In our tree: a text of {@code {expression=}} that CPython 3.12.7 does not know. Behind {@code
   * !=} it drops the rest; in a format spec, behind a field or in a spec of its own, it takes the
   * text of another field, or has none and fails. We write what stands there.
   */
  private static final Pattern LOST_DEBUG_TEXT =
      Pattern.compile("(?:!=|format_spec=.*(?:format_spec=|FormattedValue\\())" + DEBUG_TEXT);

  /** The same where a line end ends the text before the field. */
  private static final Pattern DEBUG_TEXT_IN_SPEC = Pattern.compile("format_spec=" + DEBUG_TEXT);

  private static final Pattern LINE_END_IN_SPEC = Pattern.compile(":[^\n{}]*\n\\s*\\{");

  /** In the source: CPython 3.12.7 ends the text at a colon that comes behind an equals sign. */
  private static final Pattern COLON_BEHIND_EQUALS =
      Pattern.compile("\\{.*=.*:.*=\\s*[}!:]", Pattern.DOTALL);

  private static boolean isLost(String text, Verdict ours, Verdict cpython) {
    if (!ours.compiles() || !cpython.compiles() && !cpython.compiled().equals("0:ValueError")) {
      return false;
    }
    String tree = AstDump.dump(Parser.syntaxTree(new SourceFile("<s>", text)), false);
    return LOST_DEBUG_TEXT.matcher(tree).find()
        || tree.matches("(?s)" + DEBUG_TEXT + ".*") && COLON_BEHIND_EQUALS.matcher(text).find()
        || DEBUG_TEXT_IN_SPEC.matcher(tree).find() && LINE_END_IN_SPEC.matcher(text).find();
  }

  private static Optional<String> difference(String name, byte[] source, Verdict cpython) {
    Verdict ours = Verdict.of(source);
    boolean sameTree = ours.tree().equals(cpython.tree()) || OTHER_TREE.contains(name);
    String text = new String(source, StandardCharsets.UTF_8);
    boolean stricter = STRICTER.contains(name) && !ours.compiles();
    return stricter
            || !sameTree && isLost(text, ours, cpython)
            || sameTree && ours.compiles() == cpython.compiles()
        ? Optional.empty()
        : Optional.of(name + " " + text + "\n  CPython " + cpython + "\n  we      " + ours);
  }

  private static List<String> differences(
      Map<String, byte[]> sources, Map<String, Verdict> verdicts) {
    List<String> differences = new ArrayList<>();
    sources.forEach(
        (name, source) -> difference(name, source, verdicts.get(name)).ifPresent(differences::add));
    return differences;
  }

  @Test
  void snippetsAreReadAsCPythonReadsThem() throws Exception {
    assertEquals(List.of(), differences(Corpus.snippets(), Corpus.recordedVerdicts()));
  }

  @Test
  void errorsHaveCPythonsWords() throws Exception {
    ImmutableMap<String, byte[]> snippets = Corpus.snippets();
    int errors = 0;
    int sameMessage = 0;
    for (Map.Entry<String, Verdict> recorded : Corpus.recordedVerdicts().entrySet()) {
      Verdict ours = Verdict.of(snippets.get(recorded.getKey()));
      if (!ours.compiles() && !recorded.getValue().compiles()) {
        errors++;
        sameMessage += ours.compiled().equals(recorded.getValue().compiled()) ? 1 : 0;
      }
    }
    assertTrue(sameMessage >= errors * 0.8, sameMessage + " of " + errors);
  }

  @Test
  void mutantsAreReadAsCPythonReadsThem() throws Exception {
    Optional<Oracle> oracle = Oracle.recorded();
    Assumptions.assumeTrue(oracle.isPresent(), Oracle::recordedMissing);
    long seed = Long.getLong("pyrestrict.seed", DEFAULT_SEED);
    System.out.println("mutants: -Dpyrestrict.seed=" + seed);
    Map<String, byte[]> mutants = mutants(new Random(seed));
    assertEquals(List.of(), differences(mutants, oracle.get().verdicts(mutants)));
  }

  private static Map<String, byte[]> mutants(Random random) throws Exception {
    List<String> sources = new ArrayList<>();
    for (Map.Entry<String, byte[]> snippet : Corpus.snippets().entrySet()) {
      String text = new String(snippet.getValue(), StandardCharsets.UTF_8);
      if (!snippet.getKey().startsWith("enc.")
          && !text.contains("\\N{")
          && snippet.getValue().length < 500
          && text.chars().allMatch(c -> c > 0 && c < 0x80)) {
        sources.add(text);
      }
    }
    Map<String, byte[]> mutants = new LinkedHashMap<>();
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = Mutation.mutate(sources, random);
      mutants.put("m" + i, mutant.getBytes(StandardCharsets.UTF_8));
    }
    return mutants;
  }

  @Test
  void everyDecisionIsMadeByOneToken() throws Exception {
    Path generated =
        Path.of(
            System.getProperty("pyrestrict.root"),
            "grammar/target/generated-sources/antlr4/dev/pyrestrict/grammar/antlr/PythonParser.java");
    assertTrue(!Files.readString(generated).contains("adaptivePredict"), "grammar is not LL(1)");
  }
}
