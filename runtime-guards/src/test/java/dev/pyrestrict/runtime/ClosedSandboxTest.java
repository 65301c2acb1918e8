package dev.pyrestrict.runtime;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pyrestrict.rewriter.GuardMode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClosedSandboxTest {
  @ParameterizedTest
  @EnumSource
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void guestsThatRunEndAndNewOnesAreNotMade(Engines engines) throws Exception {
    Sandbox sandbox = Sandbox.builder().engines(engines).build();
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Run> guest =
        CompletableFuture.supplyAsync(
            () ->
                Run.of(
                    sandbox,
                    "running()\nimport re\nwhile True:\n    re.compile('a')\n",
                    GuardMode.FAST,
                    GuestOptions.builder()
                        .function(
                            "running",
                            (arguments, keywords) -> {
                              running.countDown();
                              return "";
                            }),
                    Limits.DEFAULT));
    assertTrue(running.await(30, TimeUnit.SECONDS));
    sandbox.close();
    guest.join();
    assertThrows(
        IllegalStateException.class, () -> sandbox.newGuest(GuestOptions.builder().build()));
  }
}
