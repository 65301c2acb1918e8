package dev.pyrestrict.hosting;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often an application may have a new process. Starting one takes seconds of the processors,
 * which others need: an application that ends its process with each request would have them all.
 * Some starts are free, so that what happens once in a while is mended at once. Not thread-safe.
 */
final class StartBudget {
  private static final int MOST = 3;
  private static final Duration EACH = Duration.ofSeconds(15);

  private final LongSupplier clock;
  private long fullAt;

  /**
   * Creates one that is full.
   *
   * @param clock nanoseconds, as {@link System#nanoTime}
   */
  StartBudget(LongSupplier clock) {
    this.clock = clock;
    refill();
  }

  /** Returns after which time there may be a start; zero if now. */
  Duration rest() {
    long missing = fullAt - clock.getAsLong() - EACH.multipliedBy(MOST - 1).toNanos();
    return Duration.ofNanos(Math.max(missing, 0));
  }

  /** There is a start. */
  void take() {
    long now = clock.getAsLong();
    // As System.nanoTime() wants it: only differences have a meaning.
    fullAt = (fullAt - now > 0 ? fullAt : now) + EACH.toNanos();
  }

  /** Forgets what was taken. */
  void refill() {
    fullAt = clock.getAsLong();
  }
}
