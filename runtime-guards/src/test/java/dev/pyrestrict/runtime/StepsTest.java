package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StepsTest {
  private static final long LIMIT = 20_000;

  /** What the guards add, and what GraalPy does not count of a function's first turns. */
  private static final long TOLERANCE = 300;

  private static GuestResult run(String program, Optional<Long> limit) {
    try (Sandbox sandbox = Sandbox.builder().build()) {
      return Run.in(
          sandbox.newGuest(GuestOptions.builder().build(), Limits.DEFAULT.withSteps(limit)),
          program);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for _ in range(5000): pass",
        "i = 0\nwhile i < 5000: i += 1",
        "[_ for _ in range(5000)]",
        "def f(): pass\nfor _ in range(2500): f()",
        "list(map(lambda _: None, range(5000)))",
        "def f(n): return n and f(n - 1)\nfor _ in range(10): f(499)",
        "def g():\n    for n in range(1666): yield n\nfor _ in g(): pass",
        "async def f():\n"
            + "    for _ in range(5000): pass\n"
            + "try: f().send(None)\n"
            + "except StopIteration: pass",
      })
  void turnsAndCallsAreCounted(String program) {
    GuestResult.Completed completed =
        assertInstanceOf(GuestResult.Completed.class, run(program, Optional.of(LIMIT)));
    assertWithMessage(program).that(completed.usage().steps().orElseThrow()).isAtLeast(4_990L);
    assertWithMessage(program)
        .that(completed.usage().steps().orElseThrow())
        .isAtMost(5_000 + TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
        "def f():\n    try:\n        while True: pass\n    finally:\n        f()\nf()",
        "for _ in iter(int, 1): pass",
        "sum(map(lambda n: n, iter(int, 1)))",
        "class C:\n    def __lt__(self, other): return True\nsorted([C() for _ in range(15000)])",
        "def g():\n    while True: yield 1\nfor _ in g(): pass",
        "import itertools\nlist(filter(lambda n: False, itertools.count()))",
        "import json\nwhile True: json.dumps({'a': [1]}, indent=1)",
      })
  void nobodyTakesMore(String program) {
    GuestResult.LimitExceeded exceeded =
        assertInstanceOf(GuestResult.LimitExceeded.class, run(program, Optional.of(LIMIT)));
    assertThat(exceeded.limit()).isEqualTo(Limits.Kind.STEPS);
    assertThat(exceeded.message()).isEqualTo("the guest took more than 20000 steps");
    assertWithMessage(program).that(exceeded.stopped()).isTrue();
    assertWithMessage(program)
        .that(exceeded.usage().steps().orElseThrow())
        .isAtMost(LIMIT + TOLERANCE);
  }

  @Test
  void theGuestIsMetWhereItTookOneTooMany() {
    GuestResult.LimitExceeded exceeded =
        assertInstanceOf(
            GuestResult.LimitExceeded.class,
            run("a = 1\nfor n in range(10**9):\n    a += n\nprint(a)\n", Optional.of(LIMIT)));
    assertThat(exceeded.line()).isAnyOf(2, 3);
  }

  /** Compiled code has to know the function that has just begun. */
  @Test
  void theGuestIsMetInCompiledCode() {
    GuestResult.LimitExceeded exceeded =
        assertInstanceOf(
            GuestResult.LimitExceeded.class,
            run(
                """
                def f(n):
                    return n + 1


                def main():
                    t = 0
                    for _ in range(10 ** 6):
                        t = f(t)


                while True:
                    main()
                """,
                Optional.of(5_000_000L)));
    assertThat(exceeded.limit()).isEqualTo(Limits.Kind.STEPS);
    assertThat(exceeded.line()).isAnyOf(1, 2, 7, 8);
  }

  @Test
  void eachRunHasItsOwn() {
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Guest counted =
          sandbox.newGuest(
              GuestOptions.builder().build(), Limits.DEFAULT.withSteps(Optional.of(LIMIT)));
      Guest free = sandbox.newGuest(GuestOptions.builder().build());
      String program = "def f():\n    for _ in range(15000): pass\nf()\n";
      for (Guest guest : new Guest[] {counted, free}) {
        assertInstanceOf(GuestResult.Completed.class, Run.in(guest, program));
        for (int again = 0; again < 3; again++) {
          GuestResult result = guest.call("f", List.of());
          assertInstanceOf(GuestResult.Completed.class, result);
          assertThat(result.usage().steps().isPresent()).isEqualTo(guest == counted);
        }
      }
      assertInstanceOf(GuestResult.Completed.class, Run.in(free, "for _ in range(100000): pass\n"));
    }
  }
}
