package dev.pyrestrict.grammar.ast;

/**
 * The place of a node or token, as CPython's {@code lineno, col_offset, end_lineno, end_col_offset}
 * give it.
 *
 * @param line first line, from 1
 * @param column offset in the first line, in UTF-8 bytes, from 0
 * @param endLine last line, from 1
 * @param endColumn offset behind the last character in the last line, in UTF-8 bytes
 */
public record Span(int line, int column, int endLine, int endColumn) {

  /** Returns the span from where this one begins to where {@code last} ends. */
  public Span to(Span last) {
    return new Span(line, column, last.endLine, last.endColumn);
  }
}
