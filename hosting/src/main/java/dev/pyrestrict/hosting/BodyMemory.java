package dev.pyrestrict.hosting;

import java.util.concurrent.Semaphore;

/**
 * What the bodies of all requests may take of a server's memory while they wait for guests and are
 * answered, or those of all answers until browsers have read them. Thread-safe.
 */
final class BodyMemory {
  private static final int PIECE = 1 << 10;

  private final Semaphore pieces;

  /** Creates one of so many bytes. */
  BodyMemory(long bytes) {
    pieces = new Semaphore((int) Math.min(Integer.MAX_VALUE, bytes / PIECE));
  }

  /** Returns a share that is empty. */
  Share share() {
    return new Share();
  }

  /** What one body has of it, until it is closed. For one thread at a time. */
  final class Share implements AutoCloseable {
    private long bytes;
    private int taken;

    private Share() {}

    /** Takes what so many bytes more need; reports whether there was enough. */
    boolean take(int more) {
      bytes += more;
      int needed = (int) ((bytes + PIECE - 1) / PIECE) - taken;
      if (!pieces.tryAcquire(needed)) {
        return false;
      }
      taken += needed;
      return true;
    }

    @Override
    public void close() {
      pieces.release(taken);
      taken = 0;
      bytes = 0;
    }
  }
}
