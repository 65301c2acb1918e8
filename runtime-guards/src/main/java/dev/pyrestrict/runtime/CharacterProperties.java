package dev.pyrestrict.runtime;

import com.google.common.base.Splitter;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableRangeMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import dev.pyrestrict.grammar.CharacterNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/** What the module {@code unicodedata} asks about characters, in the version Python 3.12 has. */
final class CharacterProperties {
  /** A value of a run of characters; where it counts up, that of the first. */
  private record Run(int first, String value, boolean countsUp) {}

  private static final ImmutableMap<String, Object> USUAL =
      ImmutableMap.of("combining", 0, "east_asian_width", "N", "mirrored", 0);

  private static final Supplier<ImmutableMap<String, ImmutableRangeMap<Integer, Run>>> TABLE =
      Suppliers.memoize(CharacterProperties::read);

  private CharacterProperties() {}

  /**
   * Takes a property and a code point, or {@code lookup} and a name; returns null for a character
   * that has no such property.
   */
  static Object of(Value... arguments) {
    String property = arguments[0].asString();
    if (property.equals("lookup")) {
      return CharacterNames.codePoint(arguments[1].asString()).orElse(null);
    }
    int character = arguments[1].asInt();
    return Optional.ofNullable(TABLE.get().get(property).get(character))
        .map(run -> value(property, run, character))
        .orElse(USUAL.get(property));
  }

  private static Object value(String property, Run run, int character) {
    int above = run.countsUp() ? character - run.first() : 0;
    return switch (property) {
      case "east_asian_width" -> run.value();
      case "numeric" -> Double.parseDouble(run.value()) + above;
      default -> Integer.parseInt(run.value()) + above;
    };
  }

  private static ImmutableMap<String, ImmutableRangeMap<Integer, Run>> read() {
    Map<String, ImmutableRangeMap.Builder<Integer, Run>> tables = new HashMap<>();
    for (String line : Splitter.on('\n').split(Resource.text("characters-15.0.txt"))) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> parts = Splitter.on(' ').splitToList(line);
      List<String> ends = Splitter.on('-').splitToList(parts.get(1));
      int first = Integer.parseInt(ends.get(0), 16);
      boolean countsUp = parts.get(2).endsWith("+");
      String value = countsUp ? parts.get(2).substring(0, parts.get(2).length() - 1) : parts.get(2);
      tables
          .computeIfAbsent(parts.get(0), property -> ImmutableRangeMap.builder())
          .put(
              Range.closed(first, Integer.parseInt(ends.get(1), 16)),
              new Run(first, value, countsUp));
    }
    return ImmutableMap.copyOf(Maps.transformValues(tables, ImmutableRangeMap.Builder::build));
  }
}
