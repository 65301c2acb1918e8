package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertWithMessage;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Digits that are written in steps are those that are written at once. */
final class DigitStepsTest {
  private static final int STEP = 1 << 16;

  @Test
  void theDigitsAreTheSame() {
    Random random = new Random(7);
    for (int bits : List.of(0, 1, 63, STEP - 1, STEP, STEP + 1, 2 * STEP, 5 * STEP + 7)) {
      for (int radix : List.of(2, 8, 10, 16, 36)) {
        BigInteger power = BigInteger.ONE.shiftLeft(bits);
        for (BigInteger value :
            List.of(power, power.subtract(BigInteger.ONE), new BigInteger(bits, random))) {
          check(value, radix);
          check(value.negate(), radix);
        }
      }
    }
    for (int digits : List.of(19_727, 19_728, 19_729, 39_457, 100_000)) {
      check(BigInteger.TEN.pow(digits), 10);
      check(BigInteger.TEN.pow(digits).subtract(BigInteger.ONE), 10);
    }
  }

  private static void check(BigInteger value, int radix) {
    assertWithMessage("%s bits in base %s", value.bitLength(), radix)
        .that(DigitSteps.toString(value, radix).equals(value.toString(radix)))
        .isTrue();
  }
}
