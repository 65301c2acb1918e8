package safepoints;

import java.util.List;

/**
 * Looks whether to stop when texts, or what a key function says of them, are compared to be sorted:
 * the loop around is Java's own, and texts that begin alike for a million characters take long.
 */
final class Sorting {
  private static final String KEYS =
      GraalPy.OBJECTS + "common/SortNodes$SortSequenceStorageNode$KeySortComparator.class";

  static final List<Change> CHANGES =
      List.of(
          Insertion.atStart(
              GraalPy.OBJECTS + "str/StringUtils.class",
              "compareStringsUncached",
              Safepoints::poll),
          Insertion.atStartOfLambdas(KEYS, Safepoints::poll));

  private Sorting() {}
}
