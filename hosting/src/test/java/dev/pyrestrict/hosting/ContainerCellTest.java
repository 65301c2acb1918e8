package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cells in containers: their guests are what they are elsewhere. */
final class ContainerCellTest {
  private static Cell shared;

  @BeforeAll
  static void start() {
    try {
      Runc.demand();
    } catch (CellException e) {
      abort("no containers here: " + e.getMessage());
    }
    shared = Cell.start(options());
  }

  @AfterAll
  static void stop() {
    if (shared != null) {
      shared.close();
    }
  }

  private static CellOptions options() {
    return CellOptions.builder().container(ContainerLimits.DEFAULT).build();
  }

  private static CellGuest guest(Cell cell, String program) {
    CompiledModule module =
        new Compiler(Policy.profile("default"), GuardMode.FAST)
            .compile(new SourceFile("guest.py", program))
            .module()
            .orElseThrow();
    Limits limits = Limits.DEFAULT.withCpu(Duration.ofSeconds(2)).withWall(Duration.ofSeconds(20));
    CellGuest guest = cell.newGuest(GuestOptions.builder().build(), limits);
    assertInstanceOf(
        GuestResult.Completed.class, guest.run(module, program, Limits.DEFAULT), program);
    return guest;
  }

  private static Object answer(GuestResult result) {
    return assertInstanceOf(GuestResult.Completed.class, result).value().orElseThrow();
  }

  @Test
  void guestsAnswerAndAreStopped() {
    CellGuest guest =
        guest(shared, "def double(n):\n    return n * 2\ndef spin():\n    while True: pass\n");
    assertThat(answer(guest.call("double", List.of(21L)))).isEqualTo(42L);
    assertInstanceOf(GuestResult.LimitExceeded.class, guest.call("spin", List.of()));
    assertThat(shared.isAlive()).isTrue();
  }

  @Test
  void whoeverKillsOneContainerKillsNoOther() throws IOException {
    CellGuest guest = guest(shared, "def one():\n    return 1\n");
    Cell other = Cell.start(options());
    Path state = Path.of("/proc/" + other.processId());
    assertThat(Files.exists(state)).isTrue();
    other.close();
    assertThat(Files.exists(state)).isFalse();
    assertThat(answer(guest.call("one", List.of()))).isEqualTo(1L);
  }

  @Test
  void aPauseIsNoTimeOfTheGuests() throws Exception {
    CellGuest guest =
        guest(shared, "import time\ndef wait():\n    time.sleep(0.5)\n    return 'over'\n");
    CompletableFuture<GuestResult> waiting =
        CompletableFuture.supplyAsync(() -> guest.call("wait", List.of()));
    TimeUnit.MILLISECONDS.sleep(100);
    shared.pause();
    String state = "/proc/" + shared.processId() + "/status";
    TimeUnit.SECONDS.sleep(2);
    assertThat(waiting.isDone()).isFalse();
    assertThat(Files.readString(Path.of(state))).contains("State:\tD");
    shared.resume();
    assertThat(answer(waiting.get(30, TimeUnit.SECONDS))).isEqualTo("over");
  }

  @Test
  void aPausedContainerCanBeClosed() {
    Cell cell = Cell.start(options());
    Path state = Path.of("/proc/" + cell.processId());
    cell.pause();
    cell.close();
    assertThat(Files.exists(state)).isFalse();
  }
}
