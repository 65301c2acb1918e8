package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.base.Splitter;
import dev.pyrestrict.rewriter.GuardMode;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** What a guest's data made GraalPy build in builtins does not stay in its engine. */
final class NestedBuiltinsTest {
  /** One for each level of each pair of things that is unlike those before it. */
  private static final String NODE = "PyObjectRichCompareNodeGen$GenericRichCompareNodeGen";

  private static final String PROGRAM =
      """
      import random
      wraps = [lambda x: [x], lambda x: (x,), lambda x: {1: x}]
      for _ in range(300):
          left = right = 1
          for _ in range(200):
              wrap = random.choice(wraps)
              left, right = wrap(left), wrap(right)
          [left].count(right)
      """;

  @Test
  void dataMakesNoTreesThatStay() throws JMException {
    try (Sandbox sandbox = Sandbox.builder().build()) {
      assertThat(
              Run.of(
                      sandbox,
                      PROGRAM,
                      GuardMode.FAST,
                      GuestOptions.builder(),
                      Limits.DEFAULT.withWall(Duration.ofMinutes(5)))
                  .result())
          .isInstanceOf(GuestResult.Completed.class);
      assertThat(nodes()).isLessThan(10_000);
    }
  }

  private static int nodes() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram
        .lines()
        .map(String::strip)
        .filter(line -> line.contains(NODE))
        .map(line -> Splitter.onPattern("\\s+").splitToList(line))
        .mapToInt(columns -> Integer.parseInt(columns.get(1)))
        .sum();
  }
}
