package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Iterables;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.pyrestrict.runtime.GuestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** An application whose process ends again and again. */
final class ApplicationCellTest {
  private long now;
  private int starts;
  private final ApplicationCell cell =
      new ApplicationCell(
          () -> {
            starts++;
            throw new CellException("it ended");
          },
          () -> now);

  @Test
  void otherApplicationsKeepTheProcessors() throws Exception {
    try (GuestPool pool = pool()) {
      for (int i = 0; i < 3; i++) {
        GuestPool.Outcome outcome = ask(pool);
        assertThat(((GuestPool.Outcome.Asked) outcome).result())
            .isInstanceOf(GuestResult.Lost.class);
      }
      assertThat(ask(pool)).isEqualTo(new GuestPool.Outcome.Resting(Duration.ofSeconds(15)));
      pool.warm();
      assertThat(starts).isEqualTo(3);
      now += Duration.ofSeconds(15).toNanos();
      assertThat(ask(pool)).isInstanceOf(GuestPool.Outcome.Asked.class);
      assertThat(starts).isEqualTo(4);
    }
  }

  @Test
  void whoeverRunsTheServerMayHaveItBackAtOnce() throws Exception {
    try (GuestPool pool = pool()) {
      for (int i = 0; i < 4; i++) {
        ask(pool);
      }
      pool.kill();
      assertThat(ask(pool)).isInstanceOf(GuestPool.Outcome.Asked.class);
      assertThat(starts).isEqualTo(4);
    }
  }

  /** They waited for the lock of the cell, all of them, however many there were. */
  @Test
  void noMoreThanMayWaitForAProcessThatStarts() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    ApplicationCell starting =
        new ApplicationCell(
            () -> {
              Uninterruptibles.awaitUninterruptibly(started);
              throw new CellException("it ended");
            },
            () -> now);
    try (GuestPool pool = pool(starting)) {
      List<FutureTask<GuestPool.Outcome>> first = new ArrayList<>();
      for (int i = 0; i < pool.application().settings().guests(); i++) {
        FutureTask<GuestPool.Outcome> asking = new FutureTask<>(() -> ask(pool));
        Thread.ofPlatform().start(asking);
        first.add(asking);
      }
      while (pool.state().busy() < first.size()) {
        Thread.sleep(1);
      }
      assertThat(ask(pool)).isEqualTo(new GuestPool.Outcome.Busy());
      started.countDown();
      for (FutureTask<GuestPool.Outcome> each : first) {
        assertThat(each.get()).isInstanceOf(GuestPool.Outcome.Asked.class);
      }
    }
  }

  private static GuestPool.Outcome ask(GuestPool pool) throws InterruptedException {
    return pool.answer(
        Map.of(),
        new StreamedResponse(OutputStream.nullOutputStream(), head -> true),
        Duration.ZERO);
  }

  private GuestPool pool() throws IOException {
    return pool(cell);
  }

  private static GuestPool pool(GuestHome home) throws IOException {
    Application application =
        Iterables.getOnlyElement(
            new ApplicationDirectory(Path.of("../testdata/hosting/paused")).read().applications());
    return new GuestPool(
        application,
        () ->
            new Grant(
                application.name(),
                application.directory(),
                ImmutableSetMultimap.of(),
                ImmutableMap.of(),
                ServiceLimits.DEFAULT,
                new SilentLog()),
        home,
        options -> {},
        OutputStream::nullOutputStream,
        0);
  }
}
