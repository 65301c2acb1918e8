package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers that are sorted in steps come out as if they were sorted at once. */
final class SortStepsTest {
  private static final int LENGTH = 1_000_000;
  private static final int FROM = 100;

  private final Random random = new Random(1);

  @Test
  void intsOfAPartAreSorted() {
    int[] sorted = random.ints(LENGTH).toArray();
    int[] expected = sorted.clone();
    Arrays.sort(expected, FROM, LENGTH - FROM);
    SortSteps.sort(sorted, FROM, LENGTH - FROM);
    assertThat(Arrays.equals(sorted, expected)).isTrue();
  }

  @Test
  void longsThatAreTheSameOrSortedAlreadyAreSorted() {
    long[] few = random.longs(LENGTH, 0, 3).toArray();
    long[] expected = few.clone();
    Arrays.sort(expected);
    SortSteps.sort(few, 0, LENGTH);
    assertThat(Arrays.equals(few, expected)).isTrue();
    SortSteps.sort(few, 0, LENGTH);
    assertThat(Arrays.equals(few, expected)).isTrue();
  }

  @Test
  void doublesThatAreNoNumbersComeLast() {
    double[] odd = {Double.NaN, -0.0, 0.0, Double.NEGATIVE_INFINITY, 1.5, Double.POSITIVE_INFINITY};
    double[] sorted = random.ints(LENGTH, 0, odd.length).mapToDouble(i -> odd[i]).toArray();
    double[] expected = sorted.clone();
    Arrays.sort(expected);
    SortSteps.sort(sorted, 0, LENGTH);
    assertThat(Arrays.equals(sorted, expected)).isTrue();
  }
}
