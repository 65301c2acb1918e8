package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host among cells whose guests have taken them over. */
final class HostileCellTest {
  private static Cell hostile() {
    return Cell.start(
        CellOptions.builder()
            .java(
                ImmutableList.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-cp",
                    System.getProperty("java.class.path"),
                    HostileWorker.class.getName()))
            .build());
  }

  /** Its answer would go to whoever asks that guest next. */
  @Test
  void aGuestThatEndsWhileItAsksIsTakenForAnEnemy() {
    CountDownLatch answered = new CountDownLatch(1);
    GuestOptions options =
        GuestOptions.builder()
            .function(
                "slow",
                (arguments, keywords) -> {
                  answered.await();
                  return null;
                })
            .build();
    try (Cell cell = hostile()) {
      GuestResult result = cell.newGuest(options, Limits.DEFAULT).call("asks and ends", List.of());
      assertInstanceOf(GuestResult.Lost.class, result);
      assertThat(cell.isAlive()).isFalse();
    } finally {
      answered.countDown();
    }
  }

  /** Nothing would end what it takes of its host: no request is there whose time could be up. */
  @ParameterizedTest
  @ValueSource(strings = {"ends and asks", "ends and says nothing", "ends and goes on"})
  void aCellThatGoesOnWhenNothingIsAskedOfItIsTakenForAnEnemy(String what) throws Exception {
    GuestOptions options =
        GuestOptions.builder().function("f", (arguments, keywords) -> null).build();
    try (Cell cell = hostile()) {
      GuestResult result = cell.newGuest(options, Limits.DEFAULT).call(what, List.of());
      assertInstanceOf(GuestResult.Completed.class, result);
      for (int i = 0; i < 200 && cell.isAlive(); i++) {
        Thread.sleep(25);
      }
      assertThat(cell.isAlive()).isFalse();
    }
  }

  @Test
  void whatACellSaysOfItselfIsShortAndNoFigureIsBelowNothing() {
    try (Cell cell = hostile()) {
      GuestResult.Completed result =
          assertInstanceOf(
              GuestResult.Completed.class,
              cell.newGuest(GuestOptions.builder().build(), Limits.DEFAULT)
                  .call("ends", List.of()));
      assertThat(result.message().length()).isLessThan(200_000);
      assertThat(result.usage().cpu()).isAtLeast(Duration.ZERO);
      assertThat(result.usage().allocatedBytes()).isAtLeast(0L);
    }
  }
}
