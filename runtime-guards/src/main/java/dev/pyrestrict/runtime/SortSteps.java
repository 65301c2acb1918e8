package dev.pyrestrict.runtime;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sorts numbers as the methods of that name of {@link Arrays} do, in steps between which a guest
 * can be stopped. Called from the copies of GraalPy's jars. Stateless.
 */
public final class SortSteps {
  /** So many numbers are sorted at once, or looked at: some milliseconds' work. */
  private static final int STEP = 1 << 18;

  /** Numbers in an array, by their places. */
  private interface Numbers {
    boolean isLess(int place, int other);

    void swap(int place, int other);

    /** Sorts a few of them at once. */
    void sort(int from, int to);
  }

  private static final class Ints implements Numbers {
    private final int[] all;

    private Ints(int[] all) {
      this.all = all;
    }

    @Override
    public boolean isLess(int place, int other) {
      return all[place] < all[other];
    }

    @Override
    public void swap(int place, int other) {
      int number = all[place];
      all[place] = all[other];
      all[other] = number;
    }

    @Override
    public void sort(int from, int to) {
      Arrays.sort(all, from, to);
    }
  }

  private static final class Longs implements Numbers {
    private final long[] all;

    private Longs(long[] all) {
      this.all = all;
    }

    @Override
    public boolean isLess(int place, int other) {
      return all[place] < all[other];
    }

    @Override
    public void swap(int place, int other) {
      long number = all[place];
      all[place] = all[other];
      all[other] = number;
    }

    @Override
    public void sort(int from, int to) {
      Arrays.sort(all, from, to);
    }
  }

  private static final class Doubles implements Numbers {
    private final double[] all;

    private Doubles(double[] all) {
      this.all = all;
    }

    /** Also of numbers that are none, which come last. */
    @Override
    public boolean isLess(int place, int other) {
      return Double.compare(all[place], all[other]) < 0;
    }

    @Override
    public void swap(int place, int other) {
      double number = all[place];
      all[place] = all[other];
      all[other] = number;
    }

    @Override
    public void sort(int from, int to) {
      Arrays.sort(all, from, to);
    }
  }

  private final Numbers numbers;
  private int looks;

  private SortSteps(Numbers numbers) {
    this.numbers = numbers;
  }

  /** {@link Arrays#sort(int[], int, int)}. */
  public static void sort(int[] all, int from, int to) {
    new SortSteps(new Ints(all)).sort(from, to);
  }

  /** {@link Arrays#sort(long[], int, int)}. */
  public static void sort(long[] all, int from, int to) {
    new SortSteps(new Longs(all)).sort(from, to);
  }

  /** {@link Arrays#sort(double[], int, int)}. */
  public static void sort(double[] all, int from, int to) {
    new SortSteps(new Doubles(all)).sort(from, to);
  }

  /** Sorts by parts, the smaller one first: so it never calls itself often. */
  private void sort(int from, int to) {
    int start = from;
    int end = to;
    while (end - start > STEP) {
      int middle = part(start, end);
      if (middle - start < end - middle) {
        sort(start, middle);
        start = middle + 1;
      } else {
        sort(middle + 1, end);
        end = middle;
      }
      Safepoint.poll();
    }
    numbers.sort(start, end);
  }

  /** Brings what is less to the left of a number that nobody can foresee; returns its place. */
  private int part(int from, int to) {
    numbers.swap(from, ThreadLocalRandom.current().nextInt(from, to));
    int left = from;
    int right = to;
    while (true) {
      do {
        left++;
      } while (left < to && isLess(left, from));
      do {
        right--;
      } while (isLess(from, right));
      if (left >= right) {
        numbers.swap(from, right);
        return right;
      }
      numbers.swap(left, right);
    }
  }

  private boolean isLess(int place, int other) {
    if (++looks == STEP) {
      looks = 0;
      Safepoint.poll();
    }
    return numbers.isLess(place, other);
  }
}
