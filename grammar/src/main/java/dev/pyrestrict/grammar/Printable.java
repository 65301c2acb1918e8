package dev.pyrestrict.grammar;

/**
 * Makes text of a guest fit to be shown: a hostile file must not be able to send escape sequences
 * to the terminal of whoever checks it, to turn the reading direction around, or to begin a line of
 * a log.
 */
public final class Printable {
  private Printable() {}

  /**
   * Returns the text with every control and formatting character but the tab replaced by U+FFFD.
   */
  public static String text(String text) {
    if (text.codePoints().noneMatch(Printable::isUnsafe)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().map(point -> isUnsafe(point) ? 0xFFFD : point).forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** Reports whether it is a control or formatting character, other than the tab. */
  public static boolean isUnsafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
