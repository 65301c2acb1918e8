package dev.pyrestrict.runtime;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CompilerStartTest {
  private static final Duration EVER = Duration.ofDays(1);

  @Test
  void theCompilerWaitsForTheFirstGuest() {
    CompilerStart start = new CompilerStart(EVER, Duration.ZERO);
    CompletableFuture<Void> compiler = CompletableFuture.runAsync(start::hold);
    assertFalse(compiler.isDone());
    start.release();
    compiler.join();
    assertTrue(compiler.isDone());
  }

  @Test
  void laterOnesDoNotWait() {
    CompilerStart start = new CompilerStart(EVER, EVER);
    start.release();
    start.hold();
  }

  @Test
  void withoutAGuestItWaitsNotForEver() {
    new CompilerStart(Duration.ofMillis(1), EVER).hold();
  }
}
