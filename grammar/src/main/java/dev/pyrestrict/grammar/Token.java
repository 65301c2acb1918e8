package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.ast.Span;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.TokenSource;

/**
 * A token: a type of the vocabulary, a range of the text, and its place. Offsets in lines are UTF-8
 * bytes.
 */
final class Token implements org.antlr.v4.runtime.Token {
  /** Changes when the tokenizer finds out that a name is a soft keyword. */
  int type;

  final int start;
  final int end;
  final int line;
  final int column;
  final int endLine;
  final int endColumn;
  private final int index;
  private final char[] text;

  Token(
      int type,
      int start,
      int end,
      int line,
      int column,
      int endLine,
      int endColumn,
      int index,
      char[] text) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.line = line;
    this.column = column;
    this.endLine = endLine;
    this.endColumn = endColumn;
    this.index = index;
    this.text = text;
  }

  Span span() {
    return new Span(line, column, endLine, endColumn);
  }

  /** The text of the whole file. */
  char[] text() {
    return text;
  }

  boolean is(String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String getText() {
    return type == EOF ? "<EOF>" : new String(text, start, end - start);
  }

  @Override
  public int getType() {
    return type;
  }

  @Override
  public int getLine() {
    return line;
  }

  @Override
  public int getCharPositionInLine() {
    return column;
  }

  @Override
  public int getChannel() {
    return DEFAULT_CHANNEL;
  }

  @Override
  public int getTokenIndex() {
    return index;
  }

  @Override
  public int getStartIndex() {
    return start;
  }

  @Override
  public int getStopIndex() {
    return end - 1;
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public CharStream getInputStream() {
    return null;
  }
}
