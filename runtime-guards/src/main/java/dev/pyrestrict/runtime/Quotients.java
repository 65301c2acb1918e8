package dev.pyrestrict.runtime;

import java.math.BigInteger;

/**
 * What of two big integers decides which float their quotient is: decimals of millions of bits,
 * which GraalPy would make of them, take seconds in which no guest can be stopped.
 *
 * <p>The calls are in GraalPy's code, put there by {@code build-tools/safepoints}.
 */
public final class Quotients {
  /** So many bits are more than a float takes, and than GraalPy's decimals do. */
  private static final int BITS = 4096;

  /** A quotient of more bits is beyond all floats, one of as many after the point is zero. */
  private static final int BEYOND = 1200;

  private Quotients() {}

  /** Returns the dividend, or a shorter one that goes with {@link #divisor}. */
  public static BigInteger dividend(BigInteger dividend, BigInteger divisor) {
    int difference = dividend.bitLength() - divisor.bitLength();
    if (Math.abs(difference) > BEYOND) {
      BigInteger sign = BigInteger.valueOf(dividend.signum());
      return difference > 0 ? sign.shiftLeft(BEYOND) : sign;
    }
    return dividend.shiftRight(tooMany(dividend, divisor));
  }

  /** Returns the divisor, or a shorter one that goes with {@link #dividend}. */
  public static BigInteger divisor(BigInteger dividend, BigInteger divisor) {
    int difference = dividend.bitLength() - divisor.bitLength();
    if (Math.abs(difference) > BEYOND) {
      BigInteger sign = BigInteger.valueOf(divisor.signum());
      return difference > 0 ? sign : sign.shiftLeft(BEYOND);
    }
    return divisor.shiftRight(tooMany(dividend, divisor));
  }

  private static int tooMany(BigInteger dividend, BigInteger divisor) {
    return Math.max(0, Math.min(dividend.bitLength(), divisor.bitLength()) - BITS);
  }
}
