package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.ast.ConstantValue;
import java.math.BigInteger;

/** Decodes numbers. */
final class NumberLiterals {
  private static final int MAX_DECIMAL_DIGITS = 4300;
  private static final int MAX_RADIX_DIGITS = 20_000;

  private final char[] text;

  NumberLiterals(char[] text) {
    this.text = text;
  }

  /** Returns what a token of type NUMBER stands for. */
  ConstantValue value(Token token) {
    String written = token.text(text);
    String digits = written.indexOf('_') < 0 ? written : written.replace("_", "");
    if (digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return decimal(digits, BigInteger.valueOf(Long.parseLong(digits)));
    }
    char second = (char) (digits.charAt(1) | 32);
    if (digits.charAt(0) == '0' && (second == 'x' || second == 'o' || second == 'b')) {
      if (digits.length() > MAX_RADIX_DIGITS) {
        throw new SyntaxFailure(
            "PR0006", token.span(), "integer literal has more than 20,000 digits");
      }
      return new ConstantValue.IntValue(
          new BigInteger(digits.substring(2), second == 'x' ? 16 : second == 'o' ? 8 : 2));
    }
    char end = (char) (digits.charAt(digits.length() - 1) | 32);
    if (end == 'j') {
      return new ConstantValue.ComplexValue(
          Double.parseDouble(digits.substring(0, digits.length() - 1)));
    }
    if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
      return new ConstantValue.FloatValue(Double.parseDouble(digits));
    }
    if (digits.length() > MAX_DECIMAL_DIGITS) {
      throw new SyntaxFailure(
          token.span(),
          "Exceeds the limit (4300 digits) for integer string conversion: value has "
              + digits.length()
              + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider"
              + " hexadecimal for huge integer literals to avoid decimal conversion limits.");
    }
    return decimal(digits, new BigInteger(digits));
  }

  private static ConstantValue decimal(String digits, BigInteger value) {
    // CPython takes 01else for an exponent that did not come, and makes a float of it.
    return digits.charAt(0) == '0' && value.signum() > 0
        ? new ConstantValue.FloatValue(value.doubleValue())
        : new ConstantValue.IntValue(value);
  }
}
