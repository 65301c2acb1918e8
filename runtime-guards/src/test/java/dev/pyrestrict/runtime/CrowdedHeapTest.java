package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.rewriter.GuardMode;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Limits of memory in a heap that others have filled already. */
final class CrowdedHeapTest {
  private static final Limits LIMITS =
      Limits.DEFAULT.withMemoryBytes(64 << 20).withWall(Duration.ofMinutes(2));
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void garbageIsNotHeld() {
    GuestResult result = runBesideOthers("for i in range(20_000):\n    b = ['x'] * 50_000");
    assertThat(result).isInstanceOf(GuestResult.Completed.class);
  }

  @Test
  void whatIsHeldIs() {
    GuestResult result =
        runBesideOthers("b = []\nfor i in range(20_000):\n    b.append(['x'] * 50_000)");
    assertThat(((GuestResult.LimitExceeded) result).limit()).isEqualTo(Limits.Kind.MEMORY);
  }

  /** Runs a program while seven tenths of the heap are taken. */
  private static GuestResult runBesideOthers(String program) {
    List<byte[]> others = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Runtime java = Runtime.getRuntime();
      System.gc();
      while (java.totalMemory() - java.freeMemory() < java.maxMemory() * 7 / 10) {
        others.add(new byte[MEBIBYTE - 64]);
      }
      return Run.of(sandbox, program, GuardMode.FAST, GuestOptions.builder(), LIMITS).result();
    } finally {
      Reference.reachabilityFence(others);
    }
  }
}
