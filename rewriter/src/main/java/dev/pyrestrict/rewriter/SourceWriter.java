package dev.pyrestrict.rewriter;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Identifiers;
import dev.pyrestrict.grammar.ast.Span;
import java.util.OptionalInt;

/**
 * Source as it is being written: keeps statements on the lines that they came from, and notes where
 * each piece came from. Not thread-safe.
 */
final class SourceWriter {
  /** GraalPy's tokenizer takes 200 nested brackets. */
  private static final int MAX_BRACKETS = 190;

  private final StringBuilder out = new StringBuilder();
  private final ImmutableList.Builder<SourceMap.Entry> map = ImmutableList.builder();
  private int lineStart;
  private int line = 1;
  private int depth;

  /** How deep the simple statement before on this line is. */
  private int depthBefore;

  private boolean lineIsEmpty = true;
  private int brackets;
  private OptionalInt tooDeepLine = OptionalInt.empty();

  /** Returns all that has been written, with the end of its last line. */
  Emitter.Emitted emitted() {
    out.append('\n');
    return new Emitter.Emitted(out.toString(), new SourceMap(map.build()), tooDeepLine);
  }

  /** Returns the line that is being written, counted from 1. */
  int line() {
    return line;
  }

  /** Returns how many characters have been written. */
  int length() {
    return out.length();
  }

  /** Takes back what has been written since there were that many characters. */
  void setLength(int length) {
    out.setLength(length);
  }

  SourceWriter append(String text) {
    out.append(text);
    return this;
  }

  SourceWriter append(char character) {
    out.append(character);
    return this;
  }

  SourceWriter repeat(int character, int times) {
    out.repeat(character, times);
    return this;
  }

  /** What is written from now on is in a block. */
  void beginBlock() {
    depth++;
  }

  /** The block is over. */
  void endBlock() {
    depth--;
  }

  /** Begins a new line, the target if it is still to come. */
  void startLine(int target) {
    do {
      if (!(lineIsEmpty && line >= target)) {
        newLine();
      }
    } while (line < target);
    out.repeat(' ', depth);
    lineIsEmpty = false;
  }

  /** Begins the next line. */
  void newLine() {
    out.append('\n');
    line++;
    lineStart = out.length();
    lineIsEmpty = true;
    depthBefore = 0;
  }

  /**
   * Puts what follows on its line: a new one, or behind the statement before it, unless that one
   * ends a block which would take in what follows.
   */
  void place(int target) {
    if (lineIsEmpty && line >= target || line < target || depthBefore > depth) {
      startLine(target);
    } else if (out.charAt(out.length() - 1) == ':') {
      out.append(' ');
    } else {
      out.append("; ");
    }
    depthBefore = depth;
  }

  /** Begins a compound statement, which can't stand behind another statement. */
  void header(int target, String keyword) {
    if (!lineIsEmpty || line < target) {
      startLine(Math.max(target, lineIsEmpty ? line : line + (line < target ? 0 : 1)));
    } else {
      startLine(target);
    }
    out.append(keyword);
  }

  /** Writes an opening bracket. */
  void open(char bracket) {
    out.append(bracket);
    brackets++;
    if (brackets > MAX_BRACKETS) {
      tooDeep();
    }
  }

  /** Writes the closing bracket. */
  void close(char bracket) {
    out.append(bracket);
    brackets--;
  }

  /** Notes that what is written here is more than the runtime's parser or compiler takes. */
  void tooDeep() {
    if (tooDeepLine.isEmpty()) {
      tooDeepLine = OptionalInt.of(line);
    }
  }

  /** Writes a name, which is checked once more. */
  void name(String name) {
    checkState(Identifiers.isIdentifier(name), "not an identifier");
    out.append(name);
  }

  /** Notes where the text from {@code start} to here came from. */
  void record(int start, Span origin) {
    map.add(new SourceMap.Entry(line, start - lineStart, out.length() - lineStart, origin));
  }
}
