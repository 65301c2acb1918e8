package dev.pyrestrict.runtime;

import dev.pyrestrict.rewriter.PolicyLimits;

/**
 * A thread that guests run on, one at a time. It has room for deep recursion, and is no reason for
 * the process to live.
 */
final class GuestThread extends Thread {
  /** Reserved, not used: the system gives a thread the part of it that it has come to. */
  private static final long STACK_BYTES = 64L << 20;

  /** The calls that this thread is in now; {@link RecursionDepth} counts them. */
  int depth;

  /** The calls that it may be in. */
  int deepest = RecursionDepth.USUAL;

  /** What the guest can raise that to. */
  int most = PolicyLimits.DEEPEST;

  GuestThread(Runnable work) {
    super(null, work, "pyrestrict-guest", STACK_BYTES);
    setDaemon(true);
  }
}
