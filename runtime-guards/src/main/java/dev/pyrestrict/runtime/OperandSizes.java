package dev.pyrestrict.runtime;

import com.oracle.truffle.api.CompilerDirectives;
import dev.pyrestrict.grammar.Identifiers;
import dev.pyrestrict.rewriter.PolicyLimits;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Refuses operations that would not come to an end, or would not leave memory for anything else,
 * before they begin: Java's own arithmetic and arrays know no safepoints, so a guest could not be
 * stopped inside of them.
 *
 * <p>The calls are in GraalPy's code, put there by {@code build-tools/safepoints} before each
 * operation on a {@link BigInteger} and each new array. What is refused is a {@link
 * OutOfMemoryError}, which GraalPy turns into the guest's {@code MemoryError}.
 *
 * <p>Thread-safe: what a guest may have stays with its thread.
 */
public final class OperandSizes {
  /** The most elements of one array, whatever its guest's limits: 128 MiB of bytes. */
  static final int MOST_ELEMENTS = 1 << 27;

  /** The most bits of an integer that is the result of an operation; more than a million digits. */
  static final int MOST_BITS = 1 << 22;

  /** The most bits of an integer that is written in digits. */
  private static final int MOST_BITS_IN_DIGITS = 1 << 20;

  /**
   * The most digits after the point of a float, or before it that are rounded away; they are made
   * of an integer with as many.
   */
  private static final int MOST_DIGITS_AFTER_POINT = 300_000;

  /**
   * The most steps of an operation that takes the product of its operands' lengths, in ints; about
   * half a second.
   */
  private static final long MOST_STEPS = 1L << 29;

  /** The same, of one that is seldom done, by code that is not compiled yet: digits are read. */
  private static final long MOST_STEPS_TO_READ = 5L << 25;

  /** The same, of one that goes through its operands bit by bit: a greatest common divisor. */
  private static final long MOST_STEPS_BY_BITS = 1L << 25;

  /** The same, of an inverse, which does that with twice as many numbers. */
  private static final long MOST_STEPS_OF_INVERSE = 1L << 23;

  /**
   * The most characters that one pass of Java's over a text may take that changes their case or
   * normalizes them; about a quarter of a second.
   */
  static final int MOST_IN_ONE_PASS = 1 << 23;

  /**
   * The most characters of a float that is read, mostly by code that is not compiled yet: eight
   * million took half a second.
   */
  private static final int MOST_OF_A_NUMBER = 1 << 20;

  /** The most steps in which marks of a text are put in order; about a tenth of a second. */
  private static final long MOST_STEPS_TO_ORDER = 1L << 25;

  /** After so many characters that are only looked at a guest can be stopped. */
  private static final int POLLED = 1 << 18;

  /** What a list's element takes. */
  private static final int WORD = Long.BYTES;

  /** So much every guest may have: small arrays are not looked at further. */
  private static final int ALWAYS_ALLOWED = (int) PolicyLimits.SMALLEST_RESULT;

  private OperandSizes() {}

  private static boolean isTooLarge(long bytes) {
    return Thread.currentThread() instanceof GuestThread guest && bytes > guest.resultBytes;
  }

  /** A new array of bytes, or a copy of one, of that length. */
  public static void checkLength(int length) {
    if (length > ALWAYS_ALLOWED && (length > MOST_ELEMENTS || isTooLarge(length))) {
      throw tooLarge();
    }
  }

  /** A new array of references or numbers, or a copy of one, of that length. */
  public static void checkWords(int length) {
    if (length > ALWAYS_ALLOWED / WORD
        && (length > MOST_ELEMENTS || isTooLarge((long) length * WORD))) {
      throw tooLarge();
    }
  }

  /** A copy of a part of an array of bytes. */
  public static void checkRange(int from, int to) {
    checkLength((int) Math.min((long) to - from, Integer.MAX_VALUE));
  }

  /** A copy of a part of an array of references. */
  public static void checkWordRange(int from, int to) {
    checkWords((int) Math.min((long) to - from, Integer.MAX_VALUE));
  }

  /** {@code UCharacter.toLowerCase(locale, text)} and the like. */
  public static void checkPass(String text) {
    checkOnePass(text);
  }

  /** {@code Double.parseDouble(text)}. */
  public static void checkNumber(String text) {
    if (text.length() > MOST_OF_A_NUMBER) {
      throw tooLarge();
    }
  }

  /** {@code UCharacter.foldCase(text, how)}. */
  public static void checkPass(String text, boolean how) {
    checkPass(text);
  }

  /** {@code CaseMap.toTitle().apply(locale, words, text)}. */
  public static void checkTitle(CharSequence text) {
    checkOnePass(text);
  }

  private static void checkOnePass(CharSequence text) {
    if (text.length() > MOST_IN_ONE_PASS) {
      throw tooLarge();
    }
  }

  /**
   * {@code normalizer.normalize(text)}: marks that follow each other are put in order, in the
   * square of their number.
   */
  public static void checkPass(CharSequence text) {
    if (text.length() > MOST_IN_ONE_PASS || stepsToOrder(text) > MOST_STEPS_TO_ORDER) {
      throw tooLarge();
    }
  }

  private static long stepsToOrder(CharSequence text) {
    long steps = 0;
    int marks = 0;
    int looks = 0;
    for (int i = 0; i < text.length(); ) {
      int point = Character.codePointAt(text, i);
      marks = Identifiers.isMark(point) ? marks + 1 : 0;
      steps += marks;
      i += Character.charCount(point);
      if (++looks % POLLED == 0) {
        Safepoint.poll();
      }
    }
    return steps;
  }

  /** {@code left.multiply(right)}. */
  public static void checkProduct(BigInteger left, BigInteger right) {
    if ((long) left.bitLength() + right.bitLength() > MOST_BITS) {
      throw tooLarge();
    }
  }

  /** {@code base.pow(exponent)}. */
  public static void checkPower(BigInteger base, int exponent) {
    if (base.bitLength() > 1 && (long) base.bitLength() * exponent > MOST_BITS) {
      throw tooLarge();
    }
  }

  /** {@code value.shiftLeft(bits)}. */
  public static void checkShift(BigInteger value, int bits) {
    if ((long) value.bitLength() + bits > MOST_BITS && bits > 0) {
      throw tooLarge();
    }
  }

  /** {@code left.gcd(right)}, which takes the product of the lengths. */
  public static void checkSteps(BigInteger left, BigInteger right) {
    if (steps(left.bitLength(), right.bitLength()) > MOST_STEPS_BY_BITS) {
      throw tooLarge();
    }
  }

  /** {@code value.modInverse(modulus)}. */
  public static void checkModulus(BigInteger modulus) {
    if (steps(modulus.bitLength(), modulus.bitLength()) > MOST_STEPS_OF_INVERSE) {
      throw tooLarge();
    }
  }

  /** {@code base.modPow(exponent, modulus)}. */
  public static void checkModularPower(BigInteger exponent, BigInteger modulus) {
    // A negative exponent asks for the inverse.
    int length = Math.max(1, exponent.bitLength());
    if (steps(modulus.bitLength(), modulus.bitLength()) > MOST_STEPS / length) {
      throw tooLarge();
    }
  }

  /** {@code value.toString()}. */
  public static void checkText(BigInteger value) {
    if (value.bitLength() > MOST_BITS_IN_DIGITS) {
      throw tooLarge();
    }
  }

  /** {@code value.toString(radix)}. */
  public static void checkText(BigInteger value, int radix) {
    checkText(value);
  }

  /** {@code new BigInteger(digits, radix)}. */
  public static void checkDigits(String digits, int radix) {
    int bits = digits.length() * (Integer.SIZE - Integer.numberOfLeadingZeros(radix - 1));
    if (digits.length() > MOST_BITS || steps(bits, bits) > MOST_STEPS_TO_READ) {
      throw tooLarge();
    }
  }

  /** {@code new BigInteger(digits)}. */
  public static void checkDigits(String digits) {
    checkDigits(digits, 10);
  }

  /** {@code value.setScale(digits, rounding)}: so many digits after the point. */
  public static void checkScale(int digits, RoundingMode rounding) {
    if (digits > MOST_DIGITS_AFTER_POINT || digits < -MOST_DIGITS_AFTER_POINT) {
      throw tooLarge();
    }
  }

  /** {@code new BigInteger(bytes)}, whatever the order and the sign. */
  public static void checkBytes(byte[] bytes) {
    checkByteCount(bytes.length);
  }

  /** {@code new BigInteger(bytes, from, count)}: so many bytes of an array. */
  public static void checkByteCount(int count) {
    if (count > MOST_BITS / Byte.SIZE) {
      throw tooLarge();
    }
  }

  private static long steps(int bits, int otherBits) {
    return ((long) bits / Integer.SIZE) * (otherBits / Integer.SIZE);
  }

  private static OutOfMemoryError tooLarge() {
    CompilerDirectives.transferToInterpreter();
    return new OutOfMemoryError("the result would be too large");
  }
}
