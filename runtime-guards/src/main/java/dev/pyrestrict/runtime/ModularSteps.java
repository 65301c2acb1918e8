package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/**
 * Powers and inverses of big integers to a modulus and their greatest common divisors, as {@link
 * BigInteger} has them, in steps between which a guest can be stopped. Called from the copies of
 * GraalPy's jars. Stateless.
 */
public final class ModularSteps {
  /** Bits: some milliseconds' work for all of an inverse, a divisor or a product. */
  private static final int STEP = 1 << 14;

  /** The most products of two ints that a step of a power takes; some milliseconds' work. */
  private static final int PRODUCTS = 1 << 24;

  private ModularSteps() {}

  /** {@link BigInteger#modPow(BigInteger, BigInteger)}. */
  @TruffleBoundary
  public static BigInteger modPow(BigInteger base, BigInteger exponent, BigInteger modulus) {
    OperandSizes.checkModularPower(exponent, modulus);
    BigInteger reduced = QuotientSteps.mod(base, modulus);
    return exponent.signum() < 0
        ? power(inverse(reduced, modulus), exponent.negate(), modulus)
        : power(reduced, exponent, modulus);
  }

  /** {@link BigInteger#gcd(BigInteger)}. */
  @TruffleBoundary
  public static BigInteger gcd(BigInteger left, BigInteger right) {
    OperandSizes.checkSteps(left, right);
    BigInteger divisor = left.abs();
    BigInteger rest = right.abs();
    while (rest.bitLength() > STEP) {
      Safepoint.poll();
      BigInteger next = QuotientSteps.mod(divisor, rest);
      divisor = rest;
      rest = next;
    }
    return divisor.gcd(rest);
  }

  /** Takes some bits of the exponent at a time, the highest first. */
  private static BigInteger power(BigInteger base, BigInteger exponent, BigInteger modulus) {
    int bits = bitsInOneStep(modulus);
    if (exponent.bitLength() <= bits) {
      return base.modPow(exponent, modulus);
    }
    BigInteger power = BigInteger.ONE;
    for (int at = (exponent.bitLength() - 1) / bits * bits; at >= 0; at -= bits) {
      Safepoint.poll();
      BigInteger raised =
          bits == 1
              ? product(power, power, modulus)
              : power.modPow(BigInteger.ONE.shiftLeft(bits), modulus);
      BigInteger some =
          exponent.shiftRight(at).and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
      power = product(raised, base.modPow(some, modulus), modulus);
    }
    return power;
  }

  /** Java's own powers to an even modulus begin with inverses: a large one is left to products. */
  private static int bitsInOneStep(BigInteger modulus) {
    int ints = modulus.bitLength() / Integer.SIZE + 1;
    return modulus.bitLength() > STEP ? 1 : PRODUCTS / (ints * ints);
  }

  private static BigInteger product(BigInteger left, BigInteger right, BigInteger modulus) {
    return QuotientSteps.mod(ProductSteps.multiply(left, right), modulus);
  }

  /** {@link BigInteger#modInverse(BigInteger)} of what is less than the modulus. */
  private static BigInteger inverse(BigInteger value, BigInteger modulus) {
    if (modulus.bitLength() <= STEP) {
      return value.modInverse(modulus);
    }
    BigInteger divisor = modulus;
    BigInteger rest = value;
    BigInteger factor = BigInteger.ZERO;
    BigInteger nextFactor = BigInteger.ONE;
    while (rest.signum() != 0) {
      Safepoint.poll();
      BigInteger quotient = QuotientSteps.divide(divisor, rest);
      BigInteger next = divisor.subtract(ProductSteps.multiply(quotient, rest));
      BigInteger afterNext = factor.subtract(ProductSteps.multiply(quotient, nextFactor));
      divisor = rest;
      rest = next;
      factor = nextFactor;
      nextFactor = afterNext;
    }
    if (!divisor.equals(BigInteger.ONE)) {
      throw new ArithmeticException("not invertible");
    }
    return QuotientSteps.mod(factor, modulus);
  }
}
