package dev.pyrestrict.runtime;

import java.math.BigInteger;

/**
 * Writes big integers in digits as {@link BigInteger#toString(int)} does, in steps between which a
 * guest can be stopped. Called from the copies of GraalPy's jars. Stateless.
 */
public final class DigitSteps {
  /** Bits: some milliseconds' work. */
  private static final int STEP = 1 << 16;

  private DigitSteps() {}

  /** {@link BigInteger#toString()}. */
  public static String toString(BigInteger value) {
    return toString(value, 10);
  }

  /** {@link BigInteger#toString(int)}. */
  public static String toString(BigInteger value, int radix) {
    if (value.bitLength() <= STEP) {
      return value.toString(radix);
    }
    StringBuilder digits = new StringBuilder(value.signum() < 0 ? "-" : "");
    append(digits, value.abs(), 0, radix);
    return digits.toString();
  }

  /** Writes a half of the digits and then the other one, with zeros before it for those missing. */
  private static void append(StringBuilder digits, BigInteger value, int count, int radix) {
    Safepoint.poll();
    if (value.bitLength() <= STEP) {
      String written = value.signum() == 0 ? "" : value.toString(radix);
      digits.repeat('0', Math.max(0, count - written.length())).append(written);
      return;
    }
    int half = (int) (value.bitLength() * Math.log(2) / Math.log(radix) / 2);
    BigInteger[] halves = divided(value, half, radix);
    append(digits, halves[0], count - half, radix);
    append(digits, halves[1], half, radix);
  }

  /** Returns what stands before that many digits, and what they are. */
  private static BigInteger[] divided(BigInteger value, int digits, int radix) {
    if (Integer.bitCount(radix) > 1) {
      return value.divideAndRemainder(BigInteger.valueOf(radix).pow(digits));
    }
    int bits = digits * Integer.numberOfTrailingZeros(radix);
    BigInteger before = value.shiftRight(bits);
    return new BigInteger[] {before, value.subtract(before.shiftLeft(bits))};
  }
}
