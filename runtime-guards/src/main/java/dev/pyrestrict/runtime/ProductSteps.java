package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/**
 * Multiplies big integers as {@link BigInteger} does, in steps between which a guest can be
 * stopped: before the JVM has compiled that, a product of millions of bits takes most of a second.
 * Called from the copies of GraalPy's jars. Stateless.
 */
public final class ProductSteps {
  /** Bits: some milliseconds' work. */
  private static final int STEP = 1 << 18;

  private ProductSteps() {}

  /** {@link BigInteger#multiply(BigInteger)}. */
  @TruffleBoundary
  public static BigInteger multiply(BigInteger left, BigInteger right) {
    OperandSizes.checkProduct(left, right);
    if (!isLong(left, right)) {
      return left.multiply(right);
    }
    BigInteger product = left.equals(right) ? square(left.abs()) : product(left.abs(), right.abs());
    return left.signum() == right.signum() ? product : product.negate();
  }

  /** {@link BigInteger#pow(int)}. */
  @TruffleBoundary
  public static BigInteger pow(BigInteger base, int exponent) {
    OperandSizes.checkPower(base, exponent);
    int zeros = Math.max(0, base.getLowestSetBit());
    return zeros == 0
        ? power(base, exponent)
        : power(base.shiftRight(zeros), exponent).shiftLeft(zeros * exponent);
  }

  private static BigInteger power(BigInteger base, int exponent) {
    if (exponent < 2 || (long) base.bitLength() * exponent <= STEP) {
      return base.pow(exponent);
    }
    BigInteger root = power(base, exponent / 2);
    BigInteger power = multiply(root, root);
    return exponent % 2 == 0 ? power : multiply(power, base);
  }

  private static boolean isLong(BigInteger left, BigInteger right) {
    return left.bitLength() > STEP && right.bitLength() > STEP / Integer.SIZE
        || right.bitLength() > STEP && left.bitLength() > STEP / Integer.SIZE;
  }

  /** By halves of both (Karatsuba), or of one that is much longer than the other. */
  private static BigInteger product(BigInteger left, BigInteger right) {
    if (left.bitLength() < right.bitLength()) {
      return product(right, left);
    }
    if (!isLong(left, right)) {
      Safepoint.poll();
      return left.multiply(right);
    }
    int half = left.bitLength() / 2;
    BigInteger high = left.shiftRight(half);
    BigInteger low = lowest(left, half);
    if (right.bitLength() <= half) {
      return product(high, right).shiftLeft(half).add(product(low, right));
    }
    BigInteger otherHigh = right.shiftRight(half);
    BigInteger otherLow = lowest(right, half);
    BigInteger highest = product(high, otherHigh);
    BigInteger lowest = product(low, otherLow);
    BigInteger all = product(high.add(low), otherHigh.add(otherLow));
    return joined(highest, all.subtract(highest).subtract(lowest), lowest, half);
  }

  private static BigInteger square(BigInteger value) {
    if (value.bitLength() <= STEP) {
      Safepoint.poll();
      return value.multiply(value);
    }
    int half = value.bitLength() / 2;
    BigInteger high = value.shiftRight(half);
    BigInteger low = lowest(value, half);
    BigInteger highest = square(high);
    BigInteger lowest = square(low);
    BigInteger all = square(high.add(low));
    return joined(highest, all.subtract(highest).subtract(lowest), lowest, half);
  }

  private static BigInteger joined(BigInteger high, BigInteger middle, BigInteger low, int bits) {
    return high.shiftLeft(bits).add(middle).shiftLeft(bits).add(low);
  }

  private static BigInteger lowest(BigInteger value, int bits) {
    return value.subtract(value.shiftRight(bits).shiftLeft(bits));
  }
}
