package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.rewriter.GuardMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One guest changes all it can; what another finds in the same engine is what it finds alone. */
final class NeighboursTest {
  private static final Limits PATIENT =
      Limits.DEFAULT
          .withCpu(Duration.ofMinutes(2))
          .withWall(Duration.ofMinutes(4))
          .withMemoryBytes(1L << 30)
          .withOutputBytes(64L << 20);

  @Test
  void nothingOfOneGuestIsFoundByAnother() throws IOException {
    String alone;
    try (Sandbox sandbox = Sandbox.builder().build()) {
      alone = found(sandbox);
    }
    assertThat(alone).contains("sized (True, False, False)");
    try (Sandbox sandbox = Sandbox.builder().build();
        Guest alive = sandbox.newGuest(GuestOptions.builder().build(), PATIENT)) {
      assertThat(Run.in(alive, text("hostile.py"))).isInstanceOf(GuestResult.Completed.class);
      assertThat(found(sandbox)).isEqualTo(alone);
    }
  }

  private static String found(Sandbox sandbox) throws IOException {
    Run run = Run.of(sandbox, text("innocent.py"), GuardMode.FAST, GuestOptions.builder(), PATIENT);
    assertThat(run.result()).isInstanceOf(GuestResult.Completed.class);
    return run.output();
  }

  private static String text(String name) throws IOException {
    try (InputStream in = NeighboursTest.class.getResourceAsStream("neighbours/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
