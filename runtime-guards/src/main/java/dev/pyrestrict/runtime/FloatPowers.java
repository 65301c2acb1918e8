package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives;

/**
 * Tells powers that are infinite from those that no float can hold: for the latter CPython raises
 * {@code OverflowError}, GraalPy answers as Java does.
 *
 * <p>The call is in GraalPy's code, put there by {@code build-tools/safepoints}.
 */
public final class FloatPowers {
  private FloatPowers() {}

  /** Reports whether a power of finite numbers is infinite. */
  public static boolean isTooLarge(double power, double base, double exponent) {
    if (Double.isInfinite(power) && Double.isFinite(base) && Double.isFinite(exponent)) {
      CompilerDirectives.transferToInterpreter();
      return true;
    }
    return false;
  }
}
