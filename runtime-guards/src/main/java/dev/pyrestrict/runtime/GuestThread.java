package dev.pyrestrict.runtime;

import dev.pyrestrict.rewriter.PolicyLimits;

/**
 * A thread that guests run on, one at a time. It has room for deep recursion, and is no reason for
 * the process to live.
 */
final class GuestThread extends Thread {
  /** Reserved, not used: the system gives a thread the part of it that it has come to. */
  private static final long STACK_BYTES = 128L << 20;

  /** What one result may take; {@link OperandSizes} looks at it. */
  long resultBytes = PolicyLimits.LARGEST_RESULT;

  /** What the guest has outside of the heap. */
  NativeMemory nativeMemory = new NativeMemory();

  /** How many looks at whether to stop {@link Safepoint} leaves out now. */
  int looksLeftOut;

  GuestThread(Runnable work) {
    super(null, work, "pyrestrict-guest", STACK_BYTES);
    setDaemon(true);
  }

  /**
   * Called where the host has done something on a guest's thread: had it left the thread
   * interrupted, the next thing that waits or writes would fail in the middle of the runtime, with
   * an exception of Java's and a stream that is closed, for this guest or the next one. A guest is
   * stopped by its safepoints.
   */
  static void forgetInterrupt() {
    boolean _ = Thread.interrupted();
  }
}
