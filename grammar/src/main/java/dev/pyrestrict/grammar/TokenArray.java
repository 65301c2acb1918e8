package dev.pyrestrict.grammar;

import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * The tokens of a file as ANTLR's parser reads them: complete beforehand, so that looking ahead is
 * an index.
 */
final class TokenArray implements TokenStream {
  private final Token[] tokens;
  private final int size;
  private final char[] text;
  private int position;
  private Token next;
  private int nextType;

  TokenArray(Token[] tokens, int size, char[] text) {
    this.tokens = tokens;
    this.size = size;
    this.text = text;
    seek(0);
  }

  /** The text of the file that they are tokens of. */
  char[] text() {
    return text;
  }

  Token token(int index) {
    return tokens[index];
  }

  /** Returns the token that follows; the last one is followed by itself. */
  Token behind(Token token) {
    return tokens[Math.min(token.getTokenIndex() + 1, size - 1)];
  }

  @Override
  public org.antlr.v4.runtime.Token LT(int k) {
    if (k == 1) {
      return next;
    }
    int i = k > 0 ? position + k - 1 : position + k;
    return i < 0 ? null : tokens[Math.min(i, size - 1)];
  }

  @Override
  public int LA(int i) {
    return i == 1 ? nextType : LT(i).getType();
  }

  @Override
  public void consume() {
    if (position < size - 1) {
      seek(position + 1);
    }
  }

  @Override
  public org.antlr.v4.runtime.Token get(int index) {
    return tokens[index];
  }

  @Override
  public int index() {
    return position;
  }

  @Override
  public void seek(int index) {
    position = index;
    next = tokens[index];
    nextType = next.type;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // Nothing is buffered that could be let go.
  }

  @Override
  public TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getSourceName() {
    return "<source>";
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(org.antlr.v4.runtime.Token start, org.antlr.v4.runtime.Token stop) {
    return "";
  }
}
