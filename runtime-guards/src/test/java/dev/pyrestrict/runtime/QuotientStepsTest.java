package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is divided in steps is what Java divides at once. */
final class QuotientStepsTest {
  private static final int BITS = 1_500_000;

  private final Random random = new Random(7);

  /** Some have the many ones or zeros in a row at which the guess at a quotient is wrong. */
  private BigInteger number(int most) {
    int bits = 1 + random.nextInt(most);
    BigInteger number =
        switch (random.nextInt(4)) {
          case 0 -> BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.valueOf(random.nextInt(9)));
          case 1 -> BigInteger.ONE.shiftLeft(bits).add(new BigInteger(bits / 2, random));
          default -> new BigInteger(bits, random).setBit(0);
        };
    return random.nextBoolean() ? number : number.negate();
  }

  @Test
  void quotientsAndRestsAreTheSame() {
    for (int i = 0; i < 40; i++) {
      BigInteger divisor = number(i % 3 == 0 ? 200_000 : BITS);
      BigInteger dividend =
          i % 5 == 0 ? divisor.multiply(number(BITS)).subtract(BigInteger.TWO) : number(2 * BITS);
      String what = "%s and %s bits".formatted(dividend.bitLength(), divisor.bitLength());
      assertWithMessage(what)
          .that(QuotientSteps.divide(dividend, divisor))
          .isEqualTo(dividend.divide(divisor));
      assertWithMessage(what)
          .that(QuotientSteps.remainder(dividend, divisor))
          .isEqualTo(dividend.remainder(divisor));
      assertWithMessage(what)
          .that(QuotientSteps.mod(dividend, divisor.abs()))
          .isEqualTo(dividend.mod(divisor.abs()));
    }
  }

  @Test
  void nothingIsDividedByZero() {
    BigInteger dividend = BigInteger.ONE.shiftLeft(BITS);
    assertThrows(ArithmeticException.class, () -> QuotientSteps.divide(dividend, BigInteger.ZERO));
  }
}
