package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.Span;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where the guarded source came from. A statement begins on the same line on both sides; the map
 * adds the columns, and the lines of what a guest wrote over several.
 *
 * @param entries what is inside something comes before it
 */
public record SourceMap(ImmutableList<Entry> entries) {

  /**
   * A piece of the guarded source.
   *
   * @param line from 1
   * @param column where it begins, in characters from 0
   * @param endColumn where it ends; it ends on the line it begins on
   * @param origin the place in the guest's source
   */
  public record Entry(int line, int column, int endColumn, Span origin) {}

  /**
   * Returns the place in the guest's source of what stands at a place of the guarded one: of the
   * smallest piece that holds all of it.
   *
   * @param line from 1
   * @param column in characters from 0
   * @param endColumn behind the last character
   */
  public Optional<Span> origin(int line, int column, int endColumn) {
    Optional<Entry> smallest = Optional.empty();
    for (Entry entry : entries) {
      if (entry.line() == line
          && entry.column() <= column
          && entry.endColumn() >= endColumn
          && smallest.filter(best -> width(best) <= width(entry)).isEmpty()) {
        smallest = Optional.of(entry);
      }
    }
    return smallest.map(Entry::origin);
  }

  /** Returns the place in the guest's source of the widest piece on a line of the guarded one. */
  public Optional<Span> widest(int line) {
    return entries.stream()
        .filter(entry -> entry.line() == line)
        .max(Comparator.comparingInt(SourceMap::width))
        .map(Entry::origin);
  }

  private static int width(Entry entry) {
    return entry.endColumn() - entry.column();
  }
}
