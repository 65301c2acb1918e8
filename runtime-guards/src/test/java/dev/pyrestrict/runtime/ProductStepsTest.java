package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertWithMessage;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is multiplied in steps is what Java multiplies at once. */
final class ProductStepsTest {
  private static final int BITS = 1_000_000;

  private final Random random = new Random(7);

  private BigInteger number(int most) {
    BigInteger number = new BigInteger(random.nextInt(most), random);
    return random.nextBoolean() ? number : number.negate();
  }

  @Test
  void productsAreTheSame() {
    for (int i = 0; i < 30; i++) {
      BigInteger left = number(BITS);
      BigInteger right =
          switch (i % 4) {
            case 0 -> left;
            case 1 -> left.negate();
            case 2 -> number(BITS / 50);
            default -> number(BITS);
          };
      assertWithMessage("%s and %s bits", left.bitLength(), right.bitLength())
          .that(ProductSteps.multiply(left, right))
          .isEqualTo(left.multiply(right));
    }
  }

  @Test
  void powersAreTheSame() {
    for (int bits = 1; bits < BITS / 10; bits *= 3) {
      BigInteger base = number(bits).shiftLeft(random.nextInt(3));
      for (int exponent : new int[] {0, 1, 2, 5, BITS / (bits + 4)}) {
        assertWithMessage("%s bits to the power of %s", base.bitLength(), exponent)
            .that(ProductSteps.pow(base, exponent))
            .isEqualTo(base.pow(exponent));
      }
    }
  }
}
