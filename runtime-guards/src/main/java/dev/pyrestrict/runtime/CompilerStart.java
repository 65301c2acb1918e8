package dev.pyrestrict.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds what compiles guests back until the first guest of the process is ready, and a moment
 * longer. The compiler is compiled itself while it starts, and takes the processors that the start
 * of a guest needs; a short program has ended before that pays.
 *
 * <p>The call is in Truffle's code, put there by {@code build-tools/safepoints} where its threads
 * begin.
 *
 * <p>Thread-safe.
 */
public final class CompilerStart {
  private static final CompilerStart OF_THE_PROCESS =
      new CompilerStart(Duration.ofSeconds(5), Duration.ofMillis(200));

  private final CountDownLatch ready = new CountDownLatch(1);
  private final Duration patience;
  private final Duration alone;

  /**
   * @param patience how long a guest may take to be ready; who starts none gets the compiler all
   *     the same
   * @param alone how long the first guest has the processors for itself
   */
  CompilerStart(Duration patience, Duration alone) {
    this.patience = patience;
    this.alone = alone;
  }

  /** A thread that compiles begins. */
  public static void await() {
    OF_THE_PROCESS.hold();
  }

  static void guestIsReady() {
    OF_THE_PROCESS.release();
  }

  void hold() {
    try {
      if (ready.getCount() > 0 && ready.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        Thread.sleep(alone);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void release() {
    ready.countDown();
  }
}
