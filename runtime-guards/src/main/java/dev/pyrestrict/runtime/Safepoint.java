package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;

/**
 * Where a guest is stopped that is in the middle of a builtin, unless a class of the runtime is
 * being initialised for it: that class would be broken for all guests of the process.
 *
 * <p>The call is in GraalPy's loops, put there by {@code build-tools/Safepoints.java}.
 */
public final class Safepoint {
  /**
   * Where a class is initialised no guest's code runs, so it is not far. A guest can make stacks of
   * a million frames, which takes seconds to look at.
   */
  private static final int FRAMES = 1000;

  private Safepoint() {}

  /**
   * Looks whether the guest on this thread is to be stopped; if it is, every later look says so,
   * too.
   */
  public static void poll() {
    try {
      TruffleSafepoint.poll(null);
    } catch (Throwable stop) {
      if (!initialisesClass()) {
        throw stop;
      }
    }
  }

  @TruffleBoundary
  private static boolean initialisesClass() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames.limit(FRAMES).anyMatch(frame -> frame.getMethodName().equals("<clinit>")));
  }
}
