package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.ast.Span;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeVisitor;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * A token: a type of the vocabulary, a range of the text, and its place. Offsets in lines are UTF-8
 * bytes. It is its own leaf of the parse tree.
 */
final class Token implements org.antlr.v4.runtime.Token, TerminalNode {
  /** Changes when the tokenizer finds out that a name is a soft keyword. */
  int type;

  final int start;
  final int end;
  final int line;
  final int column;
  final int endLine;
  final int endColumn;
  private final int index;

  /** A NAME as Python knows it, a keyword as it is written; "" for others. */
  final String name;

  Token(
      int type,
      int start,
      int end,
      int line,
      int column,
      int endLine,
      int endColumn,
      int index,
      String name) {
    this.type = type;
    this.start = start;
    this.end = end;
    this.line = line;
    this.column = column;
    this.endLine = endLine;
    this.endColumn = endColumn;
    this.index = index;
    this.name = name;
  }

  Span span() {
    return new Span(line, column, endLine, endColumn);
  }

  /** The token as it is written in {@code source}, the text of its file. */
  String text(char[] source) {
    return new String(source, start, end - start);
  }

  /** Reports whether it is written so in {@code source}, the text of its file. */
  boolean is(String word, char[] source) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (source[start + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Only a name knows its text by itself: without one, tokens take less room. */
  @Override
  public String getText() {
    return name;
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

  @Override
  public org.antlr.v4.runtime.Token getSymbol() {
    return this;
  }

  @Override
  public ParseTree getParent() {
    return null;
  }

  @Override
  public void setParent(RuleContext parent) {
    // Nobody asks for it.
  }

  @Override
  public ParseTree getChild(int index) {
    return null;
  }

  @Override
  public int getChildCount() {
    return 0;
  }

  @Override
  public <T> T accept(ParseTreeVisitor<? extends T> visitor) {
    return visitor.visitTerminal(this);
  }

  @Override
  public Object getPayload() {
    return this;
  }

  @Override
  public Interval getSourceInterval() {
    return new Interval(index, index);
  }

  @Override
  public String toStringTree() {
    return getText();
  }

  @Override
  public String toStringTree(org.antlr.v4.runtime.Parser parser) {
    return getText();
  }
}
