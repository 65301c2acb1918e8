package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;

/**
 * Counts how deep the calls of a guest's functions go, as CPython does, and raises {@code
 * RecursionError} at the depth that CPython does. Without it GraalPy lets calls go on to the end of
 * Java's stack, and what runs there fails anywhere: in the middle of a guard, or of a class of
 * Java's that no guest after it can use again.
 *
 * <p>The calls are in GraalPy's code, put there by {@code build-tools/Safepoints.java} around the
 * execution of each function and each step of a generator. On threads that are not guests' nothing
 * is counted.
 */
public final class RecursionDepth {
  /** Where a guest starts from: {@code sys.getrecursionlimit()}. */
  static final int USUAL = 1000;

  /** So much deeper the guards come: a guest that is at the end can still be told so. */
  private static final int ROOM = 50;

  private RecursionDepth() {}

  /**
   * A run of a guest begins on this thread.
   *
   * @param deepest how deep the guest itself wants to go
   * @param most how deep its limits let it go
   */
  static void start(int deepest, int most) {
    if (Thread.currentThread() instanceof GuestThread guest) {
      guest.depth = 0;
      guest.deepest = Math.min(deepest, most);
      guest.most = most;
    }
  }

  /**
   * Sets how deep the guest on this thread wants to go; returns how deep the caller's caller is.
   */
  static int limit(int deepest) {
    if (Thread.currentThread() instanceof GuestThread guest) {
      int depth = guest.depth - 1;
      if (depth < deepest) {
        guest.deepest = Math.min(deepest, guest.most);
      }
      return depth;
    }
    return 0;
  }

  /** A function of Python begins. */
  public static void enter(RootNode function) {
    if (Thread.currentThread() instanceof GuestThread guest) {
      if (guest.depth >= guest.deepest) {
        CompilerDirectives.transferToInterpreter();
        if (guest.depth >= guest.deepest + ROOM || !isTrusted(function)) {
          throw new TooDeep();
        }
      }
      guest.depth++;
    }
  }

  /** By its file's name; a guest that names its own like that comes so much deeper, no more. */
  private static boolean isTrusted(RootNode function) {
    SourceSection place = function.getSourceSection();
    return place != null && place.getSource().getName().startsWith(GuestSide.DIRECTORY);
  }

  /** It ends. */
  public static void leave() {
    if (Thread.currentThread() instanceof GuestThread guest) {
      guest.depth--;
    }
  }

  /** GraalPy makes {@code RecursionError} of it. */
  private static final class TooDeep extends StackOverflowError {
    private static final long serialVersionUID = 1;

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
