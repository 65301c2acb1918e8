package dev.pyrestrict.runtime;

import com.oracle.truffle.api.Assumption;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleSafepoint;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the steps of a guest: the calls of functions that are written in Python, and the turns of
 * loops that are. The library's and the guards' count as the guest's own do; a loop within a
 * builtin is no step, {@link Limits#cpu} ends it.
 *
 * <p>To count a turn of a loop takes as long as a short loop's turn itself. So nothing is counted
 * in a process before its first run with a limit of steps; from then on, every guest of the process
 * pays for it.
 */
public final class Steps {
  /** Compiled code does without a look at the count as long as this holds. */
  private static final Assumption NOBODY_COUNTS =
      Truffle.getRuntime().createAssumption("no guest's steps are counted");

  /** A run that is over its limit is cancelled by another thread, which may have to be started. */
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(100);

  private long count;
  private long most = Long.MAX_VALUE;
  private Runnable exceed = () -> {};

  Steps() {}

  /** A run without a limit of steps begins. */
  void start() {
    count = 0;
    most = Long.MAX_VALUE;
  }

  /**
   * A run begins that may take so many steps.
   *
   * @param exceeded what ends the run, called once when it takes one more
   */
  void start(long limit, Runnable exceeded) {
    NOBODY_COUNTS.invalidate("a limit of steps");
    count = 0;
    most = limit;
    exceed = exceeded;
  }

  /** Returns how many the run has taken. */
  long count() {
    return count;
  }

  /** Reports whether a guest of this process has, or had, a limit of steps. */
  public static boolean areCounted() {
    return !NOBODY_COUNTS.isValid();
  }

  /** The guest takes a step. */
  void take() {
    count++;
    if (count > most) {
      CompilerDirectives.transferToInterpreter();
      end();
    }
  }

  /** Waits for the end, so that the guest is met where it took one step too many. */
  private void end() {
    most = Long.MAX_VALUE;
    exceed.run();
    long start = System.nanoTime();
    while (System.nanoTime() - start < PATIENCE) {
      TruffleSafepoint.poll(null);
      LockSupport.parkNanos(PAUSE);
    }
  }
}
