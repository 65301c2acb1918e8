package dev.pyrestrict.rewriter;

import java.util.Optional;

/** Finds what somebody meant to write. */
public final class Spelling {
  /** Longer words are compared with none: that takes the product of the lengths. */
  private static final int LONGEST = 60;

  private Spelling() {}

  /** Returns the candidate that is nearest to the word, if one is near enough to be meant. */
  public static Optional<String> nearest(String word, Iterable<String> candidates) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int best = Math.max(1, word.length() / 3) + 1;
    Optional<String> found = Optional.empty();
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) < best) {
        int distance = distance(word, candidate);
        if (distance < best) {
          best = distance;
          found = Optional.of(candidate);
        }
      }
    }
    return found;
  }

  /** Returns the question whether the nearest candidate was meant, if one is near enough. */
  public static Optional<String> question(String word, Iterable<String> candidates) {
    return nearest(word, candidates).map(near -> "did you mean '" + near + "'?");
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
