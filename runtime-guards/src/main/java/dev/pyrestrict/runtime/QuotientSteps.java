package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/**
 * Divides big integers as {@link BigInteger} does, in steps between which a guest can be stopped.
 * Called from the copies of GraalPy's jars. Stateless.
 */
public final class QuotientSteps {
  /** Bits: some milliseconds' work. */
  private static final int STEP = 1 << 17;

  /** A quotient and what is left over. */
  private record Division(BigInteger quotient, BigInteger rest) {
    static Division of(BigInteger dividend, BigInteger divisor) {
      Safepoint.poll();
      BigInteger[] parts = dividend.divideAndRemainder(divisor);
      return new Division(parts[0], parts[1]);
    }
  }

  private QuotientSteps() {}

  /** {@link BigInteger#divide(BigInteger)}. */
  @TruffleBoundary
  public static BigInteger divide(BigInteger dividend, BigInteger divisor) {
    if (!isLong(dividend, divisor)) {
      return dividend.divide(divisor);
    }
    BigInteger quotient = division(dividend.abs(), divisor.abs()).quotient;
    return dividend.signum() == divisor.signum() ? quotient : quotient.negate();
  }

  /** {@link BigInteger#remainder(BigInteger)}. */
  @TruffleBoundary
  public static BigInteger remainder(BigInteger dividend, BigInteger divisor) {
    if (!isLong(dividend, divisor)) {
      return dividend.remainder(divisor);
    }
    BigInteger rest = division(dividend.abs(), divisor.abs()).rest;
    return dividend.signum() < 0 ? rest.negate() : rest;
  }

  /** {@link BigInteger#mod(BigInteger)}. */
  @TruffleBoundary
  public static BigInteger mod(BigInteger dividend, BigInteger modulus) {
    if (!isLong(dividend, modulus)) {
      return dividend.mod(modulus);
    }
    BigInteger rest = remainder(dividend, modulus);
    return rest.signum() < 0 ? rest.add(modulus) : rest;
  }

  /** So are dividends beyond a step, unless their divisor has one digit or is as long. */
  private static boolean isLong(BigInteger dividend, BigInteger divisor) {
    return dividend.bitLength() > 2 * STEP
        && divisor.bitLength() > Integer.SIZE
        && dividend.bitLength() - divisor.bitLength() > Integer.SIZE;
  }

  /** Of positive numbers, piece by piece of the dividend; each is as long as the divisor is. */
  private static Division division(BigInteger dividend, BigInteger divisor) {
    int halvings = 0;
    while (divisor.bitLength() >> halvings > STEP) {
      halvings++;
    }
    int part = Math.max(STEP, (divisor.bitLength() - 1 >> halvings) + 1);
    int piece = part << halvings;
    // A divisor that begins with a bit lets its first half say nearly what the quotient is.
    int zeros = piece - divisor.bitLength();
    BigInteger shifted = divisor.shiftLeft(zeros);
    BigInteger left = dividend.shiftLeft(zeros);
    BigInteger quotient = BigInteger.ZERO;
    BigInteger rest = BigInteger.ZERO;
    for (int at = (left.bitLength() - 1) / piece * piece; at >= 0; at -= piece) {
      BigInteger next = rest.shiftLeft(piece).add(lowest(left.shiftRight(at), piece));
      Division division = byHalves(next, shifted, piece);
      quotient = quotient.shiftLeft(piece).add(division.quotient);
      rest = division.rest;
    }
    return new Division(quotient, rest.shiftRight(zeros));
  }

  /** Burnikel's and Ziegler's: a quotient of that many bits, as the divisor has. */
  private static Division byHalves(BigInteger dividend, BigInteger divisor, int bits) {
    if (bits <= STEP) {
      return Division.of(dividend, divisor);
    }
    int half = bits / 2;
    Division high = ofThreeHalves(dividend.shiftRight(half), divisor, half);
    Division low =
        ofThreeHalves(high.rest.shiftLeft(half).add(lowest(dividend, half)), divisor, half);
    return new Division(high.quotient.shiftLeft(half).add(low.quotient), low.rest);
  }

  /** A quotient of half as many bits as the divisor has. */
  private static Division ofThreeHalves(BigInteger dividend, BigInteger divisor, int half) {
    BigInteger first = divisor.shiftRight(half);
    BigInteger second = lowest(divisor, half);
    BigInteger most = dividend.shiftRight(half);
    Division guess =
        most.shiftRight(half).compareTo(first) < 0
            ? byHalves(most, first, half)
            : new Division(
                BigInteger.ONE.shiftLeft(half).subtract(BigInteger.ONE),
                most.subtract(first.shiftLeft(half)).add(first));
    BigInteger quotient = guess.quotient;
    BigInteger rest =
        guess
            .rest
            .shiftLeft(half)
            .add(lowest(dividend, half))
            .subtract(ProductSteps.multiply(quotient, second));
    while (rest.signum() < 0) {
      quotient = quotient.subtract(BigInteger.ONE);
      rest = rest.add(divisor);
    }
    return new Division(quotient, rest);
  }

  private static BigInteger lowest(BigInteger value, int bits) {
    return value.subtract(value.shiftRight(bits).shiftLeft(bits));
  }
}
