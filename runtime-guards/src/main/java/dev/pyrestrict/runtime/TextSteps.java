package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Locale;
import org.graalvm.shadowed.com.ibm.icu.lang.UCharacter;
import org.graalvm.shadowed.com.ibm.icu.lang.UProperty;
import org.graalvm.shadowed.com.ibm.icu.text.BreakIterator;
import org.graalvm.shadowed.com.ibm.icu.text.CaseMap;
import org.graalvm.shadowed.com.ibm.icu.text.Normalizer2;

/**
 * Changes the case of texts, and normalizes them, as ICU does, in steps between which a guest can
 * be stopped: before the JVM has compiled that, eight million characters take a second. Called from
 * the copies of GraalPy's jars. Stateless.
 */
public final class TextSteps {
  /** Characters: some milliseconds' work. */
  private static final int STEP = 1 << 17;

  /**
   * The one character whose case depends on the letters beside it (Unicode, SpecialCasing.txt).
   * They are found behind others that do not count.
   */
  private static final int SIGMA = 'Σ';

  /** What becomes of a part of a text. */
  @FunctionalInterface
  private interface Step {
    String of(String part);
  }

  /** Whether what is on one side of a place does not matter to the other. */
  @FunctionalInterface
  private interface Cut {
    boolean isPossible(String text, int place);
  }

  private TextSteps() {}

  /** {@link UCharacter#foldCase(String, boolean)}. */
  @TruffleBoundary
  public static String foldCase(String text, boolean usual) {
    return inSteps(text, TextSteps::isBetweenCharacters, part -> UCharacter.foldCase(part, usual));
  }

  /** {@link UCharacter#toUpperCase(Locale, String)}, of the locale that is nobody's. */
  @TruffleBoundary
  public static String toUpperCase(Locale locale, String text) {
    return inSteps(
        text, TextSteps::isBetweenCharacters, part -> UCharacter.toUpperCase(locale, part));
  }

  /** {@link UCharacter#toLowerCase(Locale, String)}, of the locale that is nobody's. */
  @TruffleBoundary
  public static String toLowerCase(Locale locale, String text) {
    Step lower = part -> UCharacter.toLowerCase(locale, part);
    return besideLetters(text, lower, lower);
  }

  /** {@link CaseMap.Title#apply(Locale, BreakIterator, CharSequence)}: a text is one word. */
  @TruffleBoundary
  public static String capitalize(
      CaseMap.Title title, Locale locale, BreakIterator words, CharSequence text) {
    return besideLetters(
        text.toString(),
        part -> title.apply(locale, words, part),
        part -> UCharacter.toLowerCase(locale, part));
  }

  /** {@link Normalizer2#normalize(CharSequence)}. */
  @TruffleBoundary
  public static String normalize(Normalizer2 normalizer, CharSequence text) {
    return inSteps(text.toString(), boundary(normalizer), normalizer::normalize);
  }

  /** {@link Normalizer2#isNormalized(CharSequence)}. */
  @TruffleBoundary
  public static boolean isNormalized(Normalizer2 normalizer, CharSequence text) {
    String all = text.toString();
    boolean normalized = true;
    for (int from = 0; normalized && from < all.length(); ) {
      int to = end(all, from, boundary(normalizer));
      normalized = normalizer.isNormalized(all.substring(from, to));
      from = to;
    }
    return normalized;
  }

  private static Cut boundary(Normalizer2 normalizer) {
    return (text, place) ->
        isBetweenCharacters(text, place) && normalizer.hasBoundaryBefore(text.codePointAt(place));
  }

  private static boolean isBetweenCharacters(String text, int place) {
    return !Character.isLowSurrogate(text.charAt(place));
  }

  /** Returns where a step ends. */
  private static int end(String text, int from, Cut cut) {
    Safepoint.poll();
    int end = from + STEP;
    while (end < text.length() && !cut.isPossible(text, end)) {
      end++;
      if (end % STEP == 0) {
        Safepoint.poll();
      }
    }
    return Math.min(end, text.length());
  }

  private static String inSteps(String text, Cut cut, Step step) {
    if (text.length() <= STEP) {
      return step.of(text);
    }
    StringBuilder all = new StringBuilder(text.length());
    for (int from = 0; from < text.length(); ) {
      int to = end(text, from, cut);
      add(all, step.of(text.substring(from, to)));
      from = to;
    }
    return all.toString();
  }

  /** In steps that each see the characters beside them. */
  private static String besideLetters(String text, Step first, Step further) {
    if (text.length() <= STEP) {
      return first.of(text);
    }
    Cut cut =
        text.indexOf(SIGMA) < 0
            ? TextSteps::isBetweenCharacters
            : (all, place) ->
                isBetweenCharacters(all, place)
                    && countsAsNeighbour(all.codePointBefore(place))
                    && countsAsNeighbour(all.codePointAt(place));
    StringBuilder all = new StringBuilder(text.length());
    for (int from = 0; from < text.length(); ) {
      int to = end(text, from, cut);
      String before = from == 0 ? "" : Character.toString(text.codePointBefore(from));
      String after = to == text.length() ? "" : Character.toString(text.codePointAt(to));
      String changed = (from == 0 ? first : further).of(before + text.substring(from, to) + after);
      int start = further.of(before).length();
      add(all, changed.substring(start, changed.length() - further.of(after).length()));
      from = to;
    }
    return all.toString();
  }

  private static boolean countsAsNeighbour(int point) {
    return !UCharacter.hasBinaryProperty(point, UProperty.CASE_IGNORABLE);
  }

  private static void add(StringBuilder all, String part) {
    OperandSizes.checkLength(
        (int) Math.min((long) all.length() + part.length(), Integer.MAX_VALUE));
    all.append(part);
  }
}
