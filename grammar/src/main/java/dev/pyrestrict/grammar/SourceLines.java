package dev.pyrestrict.grammar;

import com.google.common.primitives.ImmutableIntArray;

/**
 * The lines of a source text, found once: whoever shows many places of a long text asks here. Not
 * thread-safe, as it goes on counting where it stopped.
 */
public final class SourceLines {
  /** More of a line is shown to nobody, however many places it has. */
  private static final int LONGEST = 2_000;

  private final String text;

  /** Where each line begins and, one further, where the last line ends. */
  private final ImmutableIntArray starts;

  /** A place that was counted up to: places are asked for in their order, mostly. */
  private int line;

  private int bytes;
  private int index;
  private int column;

  private SourceLines(String text, ImmutableIntArray starts) {
    this.text = text;
    this.starts = starts;
  }

  /** Returns the lines of a text, which end as Python's do. */
  public static SourceLines of(String text) {
    ImmutableIntArray.Builder starts = ImmutableIntArray.builder().add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean endsHere = c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
      if (c == '\n' || endsHere) {
        starts.add(i + 1);
      }
    }
    return new SourceLines(text, starts.add(text.length()).build());
  }

  /**
   * Returns the text of a line, counted from 1, without its end: of one of more than 2,000 UTF-16
   * units the beginning, "" when there is no such line.
   */
  public String line(int number) {
    if (!isThere(number)) {
      return "";
    }
    int start = starts.get(number - 1);
    return text.substring(start, Math.min(end(number), start + LONGEST));
  }

  /** Returns the column of an offset in UTF-8 bytes as people count it: characters, from 1. */
  public int characterColumn(int number, int utf8Offset) {
    if (!isThere(number)) {
      return 1;
    }
    if (number != line || utf8Offset < bytes) {
      line = number;
      bytes = 0;
      index = starts.get(number - 1);
      column = 1;
    }
    int end = end(number);
    while (index < end && bytes < utf8Offset) {
      int point = text.codePointAt(index);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      index += Character.charCount(point);
      column++;
    }
    return column;
  }

  private boolean isThere(int number) {
    return number > 0 && number < starts.length();
  }

  private int end(int number) {
    int end = starts.get(number);
    int start = starts.get(number - 1);
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }
}
