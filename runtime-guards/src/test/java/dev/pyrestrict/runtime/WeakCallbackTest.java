package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a guest has called when an object is gone runs in the middle of nobody else's code. */
final class WeakCallbackTest {
  private static final String PROLOGUE =
      """
      import time
      def work():
          end = time.monotonic() + 2
          while time.monotonic() < end:
              [bytearray(1_000_000) for _ in range(20)]
      give('work', work)
      """;

  private static final String PROGRAM =
      """
      import weakref
      ran = []
      at_work = False
      class Gone:
          pass
      def note(_):
          ran.append(at_work)
      references = []
      def lose():
          references[:] = [weakref.ref(Gone(), note) for _ in range(10)]
      def within_work():
          global at_work
          lose()
          at_work = True
          work()
          at_work = False
          return ran
      """;

  @Test
  void noCallbackRunsInAFunctionOfTheHosts() {
    GuestOptions options = GuestOptions.builder().prologue(PROLOGUE).build();
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Run.of(sandbox, "import weakref");
      // GraalPy calls back on the thread that made the context alone. Most often it is the guest's.
      sandbox.warm(1);
      Guest guest = sandbox.newGuest(options);
      assertInstanceOf(GuestResult.Completed.class, Run.in(guest, PROGRAM, "work"));
      assertThat((List<?>) value(guest, "within_work")).doesNotContain(true);
    }
  }

  private static Object value(Guest guest, String function) {
    GuestResult result = guest.call(function, List.of());
    return assertInstanceOf(GuestResult.Completed.class, result, result.toString())
        .value()
        .orElseThrow();
  }
}
