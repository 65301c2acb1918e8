package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * CPython's own tests of the language end rewritten as they end unrewritten, but for what {@code
 * testdata/language/modules.txt} lists. A build runs a few of its modules; {@code
 * -Dlanguage.modules=all}, or some names separated by commas, runs more, and writes a table to
 * {@code target/language-tests.md}.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS) // for the whole of what a build takes a sample of
final class LanguageTest {
  private static final Path LIST =
      Path.of(System.getProperty("pyrestrict.root"), "testdata/language/modules.txt");

  private static final Path TABLE = Path.of("target/language-tests.md");

  private static final Map<String, String> ROWS = new LinkedHashMap<>();

  /** The tests of each module that are known to end differently; the list says why. */
  private static Map<String, Set<String>> known() throws IOException {
    Map<String, Set<String>> known = new LinkedHashMap<>();
    Set<String> last = new TreeSet<>();
    for (String line : Files.readAllLines(LIST)) {
      if (line.startsWith("  ")) {
        last.add(line.strip());
      } else if (line.startsWith("test_")) {
        last = new TreeSet<>();
        known.put(line.strip(), last);
      }
    }
    return known;
  }

  static Stream<String> modules() throws IOException {
    String wanted =
        System.getProperty(
            "language.modules", "test_augassign,test_named_expressions,test_unpack,test_with");
    return wanted.equals("all")
        ? known().keySet().stream()
        : Splitter.on(',').trimResults().splitToStream(wanted);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void rewritingChangesNothing(String module) throws IOException {
    Assumptions.assumeTrue(LanguageTests.isInstalled());
    LanguageTests tests = new LanguageTests(LanguageTests.usualDirectory());
    ImmutableSortedMap<String, String> plain = tests.run(module, false);
    ImmutableSortedMap<String, String> rewritten = tests.run(module, true);
    Map<String, String> differences = LanguageTests.differences(plain, rewritten);
    ROWS.put(
        module,
        "| `%s` | %d | %d | %d | %d |"
            .formatted(
                module,
                plain.size() - 1,
                LanguageTests.passed(plain),
                LanguageTests.passed(rewritten),
                differences.size()));
    Set<String> expected = known().getOrDefault(module, ImmutableSet.of());
    assertWithMessage("%s: ends otherwise when rewritten", module)
        .that(Maps.filterKeys(differences, name -> !isAmong(name, expected)))
        .isEmpty();
  }

  /** Names that end in {@code *} stand for all that begin so. */
  private static boolean isAmong(String name, Set<String> expected) {
    return expected.stream()
        .anyMatch(
            known ->
                known.endsWith("*")
                    ? name.startsWith(known.substring(0, known.length() - 1))
                    : name.equals(known));
  }

  @AfterAll
  static void writeTable() throws IOException {
    List<String> rows = List.copyOf(ROWS.values());
    Files.createDirectories(TABLE.getParent());
    Files.write(
        TABLE,
        Stream.concat(
                Stream.of(
                    "| module | tests | pass as they are | pass rewritten | end otherwise |",
                    "|---|---|---|---|---|"),
                rows.stream())
            .toList());
  }
}
