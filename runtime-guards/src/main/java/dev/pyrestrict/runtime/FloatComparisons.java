package dev.pyrestrict.runtime;

import java.math.BigInteger;

/**
 * What of a big integer decides how it compares with a float: GraalPy makes a decimal of it, for
 * which Java takes a power of ten of millions of bits, and no guest can be stopped there.
 *
 * <p>The call is in GraalPy's code, put there by {@code build-tools/safepoints}.
 */
public final class FloatComparisons {
  /** An integer of more bits is beyond all floats. */
  private static final int BITS = 1024;

  private FloatComparisons() {}

  /** Returns the integer, or one of its sign that is beyond all floats, too. */
  public static BigInteger shortened(BigInteger value) {
    return value.bitLength() > BITS ? BigInteger.valueOf(value.signum()).shiftLeft(BITS) : value;
  }
}
