package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Iterables;
import dev.pyrestrict.runtime.GuestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

  private static GuestPool.Outcome ask(GuestPool pool) throws InterruptedException {
    return pool.answer(
        Map.of(), new StreamedResponse(OutputStream.nullOutputStream(), head -> {}), Duration.ZERO);
  }

  private GuestPool pool() throws IOException {
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
        cell,
        options -> {},
        OutputStream::nullOutputStream,
        0);
  }
}
