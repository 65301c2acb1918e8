package dev.pyrestrict.runtime;

import java.util.regex.Matcher;

/**
 * Finds the ends of lines as {@link Matcher#find()} does, in steps between which a guest can be
 * stopped. Called from the copies of GraalPy's jars. Stateless.
 */
public final class LineSteps {
  /** Characters: some milliseconds' work. */
  private static final int STEP = 1 << 20;

  private LineSteps() {}

  /** {@link Matcher#find()}; the region of a match ends where the text does. */
  public static boolean find(Matcher matcher) {
    int end = matcher.regionEnd();
    int from = matcher.hasMatch() ? matcher.end() : 0;
    while (end - from > STEP) {
      boolean found = matcher.region(from, from + STEP).find();
      if (found && matcher.end() < from + STEP) {
        return matcher.region(matcher.start(), end).find();
      }
      // What ends with the step may go on behind it: the next one begins with it.
      from = found ? matcher.start() : from + STEP;
      Safepoint.poll();
    }
    return matcher.region(from, end).find();
  }
}
