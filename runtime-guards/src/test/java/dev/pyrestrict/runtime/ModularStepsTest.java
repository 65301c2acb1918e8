package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Powers, inverses and divisors in steps are those that Java has. */
final class ModularStepsTest {
  private final Random random = new Random(7);

  private BigInteger number(int bits) {
    BigInteger number = new BigInteger(bits, random);
    return random.nextBoolean() ? number : number.negate();
  }

  @Test
  void powersAreTheSame() {
    int[][] lengths = {{1, 9}, {40, 5}, {500, 4_000}, {3_000, 3_000}, {17_000, 100}, {40_000, 3}};
    for (int[] length : lengths) {
      for (int zeros : new int[] {0, 1, 30}) {
        BigInteger modulus = number(length[0]).abs().setBit(length[0]).setBit(0).shiftLeft(zeros);
        BigInteger exponent = number(length[1]).abs();
        for (BigInteger base : new BigInteger[] {number(length[0]), number(2 * length[0] + 9)}) {
          assertWithMessage("%s ** %s %% %s", base, exponent, modulus)
              .that(ModularSteps.modPow(base, exponent, modulus))
              .isEqualTo(base.modPow(exponent, modulus));
        }
      }
    }
  }

  @Test
  void inversesAreTheSame() {
    for (int bits : new int[] {1, 300, 16_000, 17_000, 40_000}) {
      BigInteger modulus = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
      for (BigInteger exponent : new BigInteger[] {BigInteger.ONE, BigInteger.valueOf(5)}) {
        BigInteger base = BigInteger.TWO.pow(bits / 3).negate();
        assertWithMessage("%s bits", bits)
            .that(ModularSteps.modPow(base, exponent.negate(), modulus))
            .isEqualTo(base.modPow(exponent.negate(), modulus));
      }
    }
  }

  @Test
  void whatSharesADivisorHasNoInverse() {
    BigInteger modulus = BigInteger.valueOf(3).pow(20_000);
    for (BigInteger base : new BigInteger[] {BigInteger.ZERO, BigInteger.valueOf(6)}) {
      assertThrows(
          ArithmeticException.class,
          () -> ModularSteps.modPow(base, BigInteger.ONE.negate(), modulus));
    }
  }

  @Test
  void divisorsAreTheSame() {
    for (int bits = 1; bits < 60_000; bits *= 3) {
      BigInteger shared = number(bits);
      BigInteger left = number(bits).multiply(shared);
      BigInteger right = number(2 * bits).multiply(shared);
      assertWithMessage("%s bits", bits)
          .that(ModularSteps.gcd(left, right))
          .isEqualTo(left.gcd(right));
      assertWithMessage("%s bits and nothing", bits)
          .that(ModularSteps.gcd(left, BigInteger.ZERO))
          .isEqualTo(left.abs());
    }
  }
}
