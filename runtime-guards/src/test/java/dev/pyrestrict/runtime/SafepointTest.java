package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.rewriter.GuardMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SafepointTest {
  /** A class that takes its time to be there, in loops like those of the runtime. */
  private static final class Slow {
    private static final boolean IS_THERE;

    static {
      long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
      while (System.nanoTime() < end) {
        Safepoint.poll();
      }
      IS_THERE = true;
    }

    static boolean isThere() {
      return IS_THERE;
    }
  }

  /** Else no guest of the process could ever use the class. */
  @Test
  void aGuestThatIsStoppedLeavesNoClassBehindThatIsHalfInitialised() {
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Run run =
          Run.of(
              sandbox,
              "use()\nwhile True: pass\n",
              GuardMode.FAST,
              GuestOptions.builder().function("use", (arguments, keywords) -> Slow.isThere()),
              Limits.DEFAULT.withWall(Duration.ofSeconds(1)));
      assertThat(run.result()).isInstanceOf(GuestResult.LimitExceeded.class);
    }
    assertThat(Slow.isThere()).isTrue();
  }
}
