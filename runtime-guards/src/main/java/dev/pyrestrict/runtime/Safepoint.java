package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;

/**
 * Where a guest is stopped that is in the middle of a builtin, unless a class of the runtime is
 * being initialised for it: that class would be broken for all guests of the process.
 *
 * <p>The call is in GraalPy's loops, put there by {@code build-tools/safepoints}.
 */
public final class Safepoint {
  /**
   * Where a class is initialised no guest's code runs, so it is not far. A guest can make stacks of
   * a million frames, which takes seconds to look at.
   */
  private static final int FRAMES = 1000;

  /**
   * So many looks are left out once one was in vain, for each is an exception and a walk over the
   * stack: the tables of a regular expression's class come by some hundred thousand times.
   */
  private static final int LEFT_OUT = 1000;

  /**
   * How many threads leave looks out. Read without synchronization: a thread sees what it wrote
   * itself, and no other number matters to it.
   */
  private static int hurrying;

  private Safepoint() {}

  /**
   * Looks whether the guest on this thread is to be stopped; if it is, every later look says so,
   * too.
   */
  public static void poll() {
    if (hurrying > 0 && leavesOut()) {
      return;
    }
    try {
      TruffleSafepoint.poll(null);
    } catch (Throwable stop) {
      if (!initialisesClass()) {
        throw stop;
      }
      hurry();
    }
  }

  @TruffleBoundary
  private static boolean leavesOut() {
    if (!(Thread.currentThread() instanceof GuestThread guest) || guest.looksLeftOut == 0) {
      return false;
    }
    guest.looksLeftOut--;
    if (guest.looksLeftOut == 0) {
      count(-1);
    }
    return true;
  }

  @TruffleBoundary
  private static void hurry() {
    if (Thread.currentThread() instanceof GuestThread guest) {
      guest.looksLeftOut = LEFT_OUT;
      count(1);
    }
  }

  private static synchronized void count(int change) {
    hurrying += change;
  }

  @TruffleBoundary
  private static boolean initialisesClass() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.limit(FRAMES).anyMatch(frame -> frame.getMethodName().equals("<clinit>")));
  }
}
