package dev.pyrestrict.grammar;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;

/**
 * Which names Python 3.12 accepts: {@code XID_Start XID_Continue*} by Unicode 15.0 (PEP 3131),
 * whatever newer tables the JVM has.
 *
 * <p>Stricter than CPython in one point: a name that becomes a keyword by normalisation is no name,
 * because text made of the tree would mean something else.
 */
public final class Identifiers {
  private static final ImmutableSet<String> KEYWORDS =
      ImmutableSet.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private static final int MOST_MARKS = 30;
  private static final int FIRST_MARK = 0x300;
  private static final int MARKS =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK;

  /** Letters that read as marks. */
  private static final int HALFWIDTH_VOICED = 0xff9e;

  private static final int HALFWIDTH_SEMI_VOICED = 0xff9f;

  private Identifiers() {}

  /** Reports whether the word is reserved, soft keywords not counted. */
  public static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  /**
   * Reports whether so many marks follow each other as in no text (UAX #15, Stream-Safe Text
   * Format): to put them in order takes the square of their number.
   */
  static boolean hasTooManyMarks(String name) {
    int marks = 0;
    for (int i = 0; i < name.length() && marks <= MOST_MARKS; ) {
      int point = name.codePointAt(i);
      marks = isMark(point) ? marks + 1 : 0;
      i += Character.charCount(point);
    }
    return marks > MOST_MARKS;
  }

  /** Reports whether normalisation may move the character to another place, or what it reads as. */
  public static boolean isMark(int point) {
    return point >= FIRST_MARK && (MARKS >> Character.getType(point) & 1) == 1
        || point == HALFWIDTH_VOICED
        || point == HALFWIDTH_SEMI_VOICED;
  }

  /** Returns the name as Python knows it: NFKC. */
  static String normalize(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
      }
    }
    return name;
  }

  /** Reports whether the text, already normalised, can be a name. */
  public static boolean isIdentifier(String name) {
    return !name.isEmpty() && firstInvalid(name) < 0 && !isKeyword(name);
  }

  /** Reports whether the text is a name that Python knows just as it is written. */
  public static boolean isNormalized(String name) {
    return !hasTooManyMarks(name) && normalize(name).equals(name) && isIdentifier(name);
  }

  /** Returns the index of the first character that can't stand in an identifier, or -1. */
  static int firstInvalid(String name) {
    for (int i = 0; i < name.length(); ) {
      int point = name.codePointAt(i);
      if (!(i == 0 ? isStart(point) : isContinue(point))) {
        return i;
      }
      i += Character.charCount(point);
    }
    return -1;
  }

  /** Reports whether {@code repr} shows the character as it is. */
  static boolean isPrintable(int point) {
    return point < 0x80 ? point >= ' ' && point < 0x7f : Tables.PRINTABLE.get(point);
  }

  private static boolean isStart(int point) {
    return point < 0x80
        ? point == '_' || (point | 32) >= 'a' && (point | 32) <= 'z'
        : Tables.START.get(point);
  }

  private static boolean isContinue(int point) {
    return point < 0x80
        ? isStart(point) || point >= '0' && point <= '9'
        : Tables.CONTINUE.get(point);
  }

  /** Read only when a source has a name beyond ASCII. */
  private static final class Tables {
    static final BitSet START = new BitSet();
    static final BitSet CONTINUE = new BitSet();
    static final BitSet PRINTABLE = new BitSet();

    static {
      try (InputStream stream = Identifiers.class.getResourceAsStream("identifiers-15.0.txt")) {
        String text = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        for (String line : Splitter.on('\n').split(text)) {
          List<String> parts = Splitter.on(' ').splitToList(line);
          if (parts.size() == 3 && !line.startsWith("#")) {
            BitSet table =
                switch (parts.get(0)) {
                  case "S" -> START;
                  case "C" -> CONTINUE;
                  default -> PRINTABLE;
                };
            table.set(Integer.parseInt(parts.get(1), 16), Integer.parseInt(parts.get(2), 16) + 1);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
