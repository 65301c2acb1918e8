package dev.pyrestrict.hosting;

import java.nio.charset.StandardCharsets;

/** What guests have services send to other servers as text. */
final class SentText {
  private SentText() {}

  /** Reports whether it is all characters: half of one is a character for Python, not for UTF-8. */
  static boolean isWhole(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /**
   * Returns a text, if every server can be sent all of it.
   *
   * @throws ServiceException if it has half of a character, which would arrive as a question mark
   */
  static String whole(String text) throws ServiceException {
    if (!isWhole(text)) {
      throw new ServiceException("data", "a text with half of a character can't be sent");
    }
    return text;
  }
}
