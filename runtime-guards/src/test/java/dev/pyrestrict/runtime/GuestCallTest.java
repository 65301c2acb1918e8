package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that a guest's module defines, called by the host. */
final class GuestCallTest {
  private static Sandbox sandbox;

  @BeforeAll
  static void open() {
    sandbox = Sandbox.builder().build();
  }

  @AfterAll
  static void close() {
    sandbox.close();
  }

  private static Guest guest(String program) {
    Guest guest = sandbox.newGuest(GuestOptions.builder().build());
    assertInstanceOf(GuestResult.Completed.class, Run.in(guest, program));
    return guest;
  }

  private static Optional<Object> value(GuestResult result) {
    return assertInstanceOf(GuestResult.Completed.class, result).value();
  }

  @Test
  void argumentsAndResultsAreData() {
    Guest guest = guest("def same(*values):\n    return values\n");
    List<Object> values =
        Arrays.asList(
            null,
            true,
            7L,
            BigInteger.TWO.pow(100),
            1.5,
            "text",
            List.of(1L, "two"),
            ImmutableMap.of("key", List.of(2L)));
    assertThat(value(guest.call("same", values))).hasValue(values);
  }

  @Test
  void theModuleKeepsItsStateBetweenCalls() {
    Guest guest = guest("calls = []\ndef count(x):\n    calls.append(x)\n    return len(calls)\n");
    assertThat(value(guest.call("count", List.of("a")))).hasValue(1L);
    assertThat(value(guest.call("count", List.of("b")))).hasValue(2L);
    assertThat(value(guest.call("count", List.of(Map.of())))).hasValue(3L);
  }

  @Test
  void threadsRunBeforeACallHasEnded() {
    Guest guest =
        guest(
            """
            import threading
            done = []
            threading.Thread(target=done.append, args=('import',)).start()
            def start(fails):
                answer = list(done)
                threading.Thread(target=done.append, args=('call',)).start()
                if fails:
                    raise ValueError
                return answer
            """);
    assertThat(value(guest.call("start", List.of(false)))).hasValue(List.of("import"));
    assertInstanceOf(GuestResult.Raised.class, guest.call("start", List.of(true)));
    assertThat(value(guest.call("start", List.of(false))))
        .hasValue(List.of("import", "call", "call"));
  }

  @Test
  void noneIsNoValue() {
    assertThat(value(guest("def f():\n    pass\n").call("f", List.of()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "missing, NameError: name 'missing' is not defined",
    "open, NameError: name 'open' is not defined",
    "_getattr_, NameError: name '_getattr_' is not defined",
    "fails, ZeroDivisionError: division by zero",
    "number, TypeError: 'int' object is not callable",
    "gives, 'TypeError: a value of type ''object'' can''t cross to the host: pass None, bool, int,"
        + " float, str, bytes, list, tuple, dict, set, Decimal or what datetime has'",
    "leaks, 'TypeError: a value of type ''function'' can''t cross to the host: pass None, bool,"
        + " int, float, str, bytes, list, tuple, dict, set, Decimal or what datetime has'",
  })
  void whatGoesWrongIsTheGuests(String function, String message) {
    Guest guest =
        guest(
            "number = 1\ndef fails():\n    return 1 / 0\n"
                + "def gives():\n    return object()\ndef leaks():\n    return leaks\n");
    GuestResult result = guest.call(function, List.of());
    assertThat(assertInstanceOf(GuestResult.Raised.class, result).traceback())
        .endsWith(message + "\n");
    assertThat(value(guest("def f():\n    return 1\n").call("f", List.of()))).hasValue(1L);
  }

  @Test
  void eachCallHasItsOwnTime() {
    Guest guest =
        sandbox.newGuest(
            GuestOptions.builder().build(), Limits.DEFAULT.withCpu(Duration.ofSeconds(1)));
    Run.in(guest, "def spin():\n    while True: pass\ndef work():\n    return sum(range(10000))\n");
    for (int i = 0; i < 50; i++) {
      assertThat(value(guest.call("work", List.of()))).hasValue(49995000L);
    }
    assertInstanceOf(GuestResult.LimitExceeded.class, guest.call("spin", List.of()));
    assertThrows(IllegalStateException.class, () -> guest.call("work", ImmutableList.of()));
  }
}
