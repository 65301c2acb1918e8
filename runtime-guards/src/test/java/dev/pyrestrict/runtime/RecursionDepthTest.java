package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pyrestrict.rewriter.PolicyLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How deep a guest may go is its own affair: threads and contexts serve others after it. */
final class RecursionDepthTest {
  private static final String PROGRAM =
      """
      import sys
      def limit(n):
          sys.setrecursionlimit(n)
      def reached():
          def down(n):
              try:
                  return down(n + 1)
              except RecursionError:
                  return n
          return down(0)
      def said():
          return sys.getrecursionlimit()
      def raised():
          limit(4000)
          return reached()
      """;

  @Test
  void aGuestsLimitStaysWithIt() {
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Guest low = sandbox.newGuest(GuestOptions.builder().build());
      Guest usual = sandbox.newGuest(GuestOptions.builder().build());
      assertInstanceOf(GuestResult.Completed.class, Run.in(low, PROGRAM));
      assertInstanceOf(GuestResult.Completed.class, Run.in(usual, PROGRAM));
      long before = reached(usual);
      assertInstanceOf(GuestResult.Completed.class, low.call("limit", List.of(5L)));
      assertThat(reached(low)).isLessThan(5);
      // On the thread on which the guest was.
      sandbox.warm(1);
      assertThat(reached(usual)).isEqualTo(before);
      Guest after = sandbox.newGuest(GuestOptions.builder().build());
      assertInstanceOf(GuestResult.Completed.class, Run.in(after, PROGRAM));
      assertThat(reached(after)).isEqualTo(before);
    }
  }

  /** Wherever between the guest's limit and the guards' own the import of a module fails. */
  @Test
  void whatAnImportNeedsIsPutAwayAtTheEndOfTheStackToo() {
    String prologue =
        """
        import builtins
        give('left', lambda: [name for name in ('eval', 'exec', 'compile', 'open') if name in builtins.__dict__])
        """;
    String program =
        """
        import time
        from functools import partial
        from operator import methodcaller
        call = methodcaller('__call__')
        fields = (2024, 1, 1, 0, 0, 0, 0, 1, 0)
        def at_the_end(f):
            try:
                return at_the_end(f)
            except RecursionError:
                try:
                    return f()
                except RecursionError:
                    return None
        def attempt():
            found = []
            # It imports datetime, and each partial is a call of the guards more.
            f = partial(time.strftime, '%G', fields)
            for _ in range(60):
                at_the_end(f)
                found += left()
                f = partial(call, f)
            return found
        """;
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Guest guest = sandbox.newGuest(GuestOptions.builder().prologue(prologue).build());
      assertInstanceOf(GuestResult.Completed.class, Run.in(guest, program, "left"));
      assertThat(((GuestResult.Completed) guest.call("attempt", List.of())).value().orElseThrow())
          .isEqualTo(List.of());
    }
  }

  @Test
  void whatAGuestRaisesIsToldHoweverFewCallsItLeftItself() {
    String program =
        """
        import sys
        print('before')
        def fail():
            sys.setrecursionlimit(9)
            [].index('x')
        fail()
        """;
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Run run = Run.of(sandbox, program);
      assertThat(run.output()).isEqualTo("before\n");
      assertThat(assertInstanceOf(GuestResult.Raised.class, run.result()).traceback())
          .endsWith("ValueError: 'x' is not in list\n");
    }
  }

  @Test
  void noGuestComesToTheEndOfTheStack() {
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Guest guest = sandbox.newGuest(GuestOptions.builder().build());
      assertInstanceOf(GuestResult.Completed.class, Run.in(guest, PROGRAM));
      assertInstanceOf(
          GuestResult.Completed.class, guest.call("limit", List.of((long) Integer.MAX_VALUE)));
      assertThat(said(guest)).isEqualTo(PolicyLimits.DEEPEST);
      assertThat(reached(guest)).isGreaterThan(PolicyLimits.DEEPEST - 10);
      assertThat(reached(guest)).isLessThan(PolicyLimits.DEEPEST);
    }
  }

  @Test
  void noGuestGoesBeyondItsLimits() {
    Limits shallow = Limits.DEFAULT.withRecursionDepth(200);
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Guest guest = sandbox.newGuest(GuestOptions.builder().build(), shallow);
      assertInstanceOf(GuestResult.Completed.class, Run.in(guest, PROGRAM));
      int reached = reached(guest);
      assertThat(reached).isLessThan(200);
      assertThat(reached).isGreaterThan(150);
      for (long wanted : List.of(1000L, 4000L, 100_000L)) {
        assertInstanceOf(GuestResult.Completed.class, guest.call("limit", List.of(wanted)));
        assertThat(reached(guest)).isEqualTo(reached);
      }
      assertThat(said(guest)).isEqualTo(200);
      // At once too, not only from the next call on.
      assertThat(((GuestResult.Completed) guest.call("raised", List.of())).value().orElseThrow())
          .isEqualTo((long) reached - 1);
      Guest deep = sandbox.newGuest(GuestOptions.builder().build());
      assertInstanceOf(GuestResult.Completed.class, Run.in(deep, PROGRAM));
      assertThat(reached(deep)).isGreaterThan(900);
    }
  }

  private static int reached(Guest guest) {
    return number(guest, "reached");
  }

  private static int said(Guest guest) {
    return number(guest, "said");
  }

  private static int number(Guest guest, String function) {
    Optional<Object> value =
        assertInstanceOf(GuestResult.Completed.class, guest.call(function, List.of())).value();
    return ((Long) value.orElseThrow()).intValue();
  }
}
