package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;

/**
 * Fills arrays as {@link Arrays} does, and finds a byte in one, in steps between which a guest can
 * be stopped: before the JVM has compiled such a loop, a hundred million turns take a third of a
 * second. Called from the copies of GraalPy's jars. Stateless.
 */
public final class ArraySteps {
  /** Elements: some milliseconds' work. */
  private static final int STEP = 1 << 20;

  /** One step. */
  @FunctionalInterface
  private interface Step {
    void take(int from, int to);
  }

  private ArraySteps() {}

  /** {@link Arrays#fill(byte[], byte)}. */
  @TruffleBoundary
  public static void fill(byte[] array, byte value) {
    fill(array, 0, array.length, value);
  }

  /** {@link Arrays#fill(byte[], int, int, byte)}. */
  @TruffleBoundary
  public static void fill(byte[] array, int from, int to, byte value) {
    inSteps(from, to, (start, end) -> Arrays.fill(array, start, end, value));
  }

  /** {@link Arrays#fill(boolean[], boolean)}. */
  @TruffleBoundary
  public static void fill(boolean[] array, boolean value) {
    inSteps(0, array.length, (start, end) -> Arrays.fill(array, start, end, value));
  }

  /** {@link Arrays#fill(int[], int)}. */
  @TruffleBoundary
  public static void fill(int[] array, int value) {
    inSteps(0, array.length, (start, end) -> Arrays.fill(array, start, end, value));
  }

  /** {@link Arrays#fill(long[], long)}. */
  @TruffleBoundary
  public static void fill(long[] array, long value) {
    inSteps(0, array.length, (start, end) -> Arrays.fill(array, start, end, value));
  }

  /** {@link Arrays#fill(double[], double)}. */
  @TruffleBoundary
  public static void fill(double[] array, double value) {
    inSteps(0, array.length, (start, end) -> Arrays.fill(array, start, end, value));
  }

  /** {@link Arrays#fill(Object[], Object)}. */
  @TruffleBoundary
  public static void fill(Object[] array, Object value) {
    inSteps(0, array.length, (start, end) -> Arrays.fill(array, start, end, value));
  }

  private static void inSteps(int from, int to, Step step) {
    int start = from;
    for (; to - start > STEP; start += STEP) {
      step.take(start, start + STEP);
      Safepoint.poll();
    }
    step.take(start, to);
  }

  /** Returns the first place in a range that has the byte, or -1. */
  @TruffleBoundary
  public static int find(byte[] array, byte value, int from, int to) {
    int start = from;
    int found = -1;
    while (found < 0 && start < to) {
      int end = to - start > STEP ? start + STEP : to;
      found = findFirst(array, value, start, end);
      start = end;
      Safepoint.poll();
    }
    return found;
  }

  /** Returns the last place in a range that has the byte, or -1. */
  @TruffleBoundary
  public static int findReverse(byte[] array, byte value, int from, int to) {
    int end = to;
    int found = -1;
    while (found < 0 && end > from) {
      int start = end - from > STEP ? end - STEP : from;
      found = findLast(array, value, start, end);
      end = start;
      Safepoint.poll();
    }
    return found;
  }

  private static int findFirst(byte[] array, byte value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (array[i] == value) {
        return i;
      }
    }
    return -1;
  }

  private static int findLast(byte[] array, byte value, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (array[i] == value) {
        return i;
      }
    }
    return -1;
  }
}
