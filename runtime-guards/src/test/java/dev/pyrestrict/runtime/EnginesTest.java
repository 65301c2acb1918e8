package dev.pyrestrict.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pyrestrict.rewriter.GuardMode;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What guests must not notice: whether they share an engine. */
class EnginesTest {
  @ParameterizedTest
  @EnumSource
  void oneGuestsNamesAreNotAnothers(Engines engines) {
    try (Sandbox sandbox = Sandbox.builder().engines(engines).build()) {
      Run.of(sandbox, "import re\nkept = 1\nre.compile('a').kept = 1\n");
      assertEquals(
          "False False\n",
          Run.of(sandbox, "import re\nprint('kept' in globals(), hasattr(re, 'kept'))\n").output());
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void oneGuestsEndIsNotAnothers(Engines engines) {
    Limits second = Limits.DEFAULT.withCpu(Duration.ofSeconds(1));
    try (Sandbox sandbox = Sandbox.builder().engines(engines).build()) {
      Guest neighbour = sandbox.newGuest(GuestOptions.builder().build());
      GuestResult result =
          Run.of(
                  sandbox,
                  "import re\nwhile True:\n    re.sub('a+b', 'c', 'a' * 50)\n",
                  GuardMode.FAST,
                  GuestOptions.builder(),
                  second)
              .result();
      assertEquals(
          Limits.Kind.CPU, assertInstanceOf(GuestResult.LimitExceeded.class, result).limit());
      assertInstanceOf(
          GuestResult.Completed.class,
          Run.in(neighbour, "import re\nassert re.sub('a+b', 'c', 'aab') == 'c'\n"));
    }
  }
}
