package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is known about every rule, in words: the data stands in {@code rules.txt}. */
final class Rules {

  /**
   * A rule.
   *
   * @param title what it refuses
   * @param reason why that is refused
   * @param instead what to write
   */
  record Rule(String id, String title, String reason, String instead) {}

  /** Read on first use: a check without a report never needs it. */
  private static final class Catalogue {
    static final ImmutableSortedMap<String, Rule> RULES = read();
  }

  private Rules() {}

  /** Returns the rule of that id. */
  static Optional<Rule> find(String id) {
    return Optional.ofNullable(Catalogue.RULES.get(id));
  }

  /** Returns all rules by id. */
  static ImmutableSortedMap<String, Rule> all() {
    return Catalogue.RULES;
  }

  /** Returns a short name of the rule, the id itself where nobody has described it. */
  static String title(String id) {
    return find(id).map(Rule::title).orElse(id);
  }

  private static ImmutableSortedMap<String, Rule> read() {
    try (InputStream stream = Rules.class.getResourceAsStream("rules.txt")) {
      String text = new String(Objects.requireNonNull(stream, "rules.txt").readAllBytes(), UTF_8);
      return Arrays.stream(text.split("\n", -1))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Rules::rule)
          .collect(
              ImmutableSortedMap.toImmutableSortedMap(String::compareTo, Rule::id, rule -> rule));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rule rule(String line) {
    List<String> parts = Splitter.on('|').trimResults().splitToList(line);
    return new Rule(parts.get(0), parts.get(1), parts.get(2), parts.get(3));
  }
}
