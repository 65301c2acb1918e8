package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StartBudgetTest {
  private static final Duration NONE = Duration.ZERO;

  private long now = Long.MAX_VALUE - 1;
  private final StartBudget budget = new StartBudget(() -> now);

  @Test
  void threeAtOnceAndThenOneEveryFifteenSeconds() {
    assertThat(startAfter(0)).isEqualTo(NONE);
    assertThat(startAfter(0)).isEqualTo(NONE);
    assertThat(startAfter(0)).isEqualTo(NONE);
    assertThat(restAfter(0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(restAfter(10)).isEqualTo(Duration.ofSeconds(5));
    assertThat(startAfter(5)).isEqualTo(NONE);
    assertThat(restAfter(0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(startAfter(15)).isEqualTo(NONE);
  }

  @Test
  void whatIsNotTakenIsNotSaved() {
    assertThat(startAfter(100_000)).isEqualTo(NONE);
    assertThat(startAfter(0)).isEqualTo(NONE);
    assertThat(startAfter(0)).isEqualTo(NONE);
    assertThat(restAfter(0)).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void whoRefillsItMayStartAtOnce() {
    for (int i = 0; i < 3; i++) {
      budget.take();
    }
    budget.refill();
    assertThat(restAfter(0)).isEqualTo(NONE);
  }

  private Duration startAfter(int seconds) {
    Duration rest = restAfter(seconds);
    budget.take();
    return rest;
  }

  private Duration restAfter(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
    return budget.rest();
  }
}
