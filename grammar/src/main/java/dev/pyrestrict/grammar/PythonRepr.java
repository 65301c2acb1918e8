package dev.pyrestrict.grammar;

import com.google.common.primitives.Ints;
import dev.pyrestrict.grammar.ast.ConstantValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/** Constants as Python's {@code repr} writes them. */
public final class PythonRepr {
  private PythonRepr() {}

  static String of(ConstantValue value) {
    return switch (value) {
      case ConstantValue.NoneValue() -> "None";
      case ConstantValue.EllipsisValue() -> "Ellipsis";
      case ConstantValue.BoolValue(boolean truth) -> truth ? "True" : "False";
      case ConstantValue.IntValue(java.math.BigInteger integer) -> integer.toString();
      case ConstantValue.FloatValue(double number) -> floatingPoint(number, true);
      case ConstantValue.ComplexValue(double imaginary) -> floatingPoint(imaginary, false) + "j";
      case ConstantValue.StrValue string -> quoted(string.codePoints(), false);
      case ConstantValue.BytesValue(String bytes) -> "b" + quoted(bytes.chars(), true);
    };
  }

  /** Returns a string in quotes. */
  public static String string(String value) {
    return quoted(value.codePoints(), false);
  }

  /**
   * The shortest digits that read back, in Python's layout: an exponent from 1e16 on and below
   * 1e-4.
   */
  private static String floatingPoint(double value, boolean markAsFloat) {
    if (Double.isInfinite(value)) {
      return "inf";
    }
    if (value == 0) {
      return markAsFloat ? "0.0" : "0";
    }
    BigDecimal shortest = shortest(value);
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    if (point <= -4 || point > 16) {
      int exponent = point - 1;
      String mantissa =
          digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      return mantissa
          + "e"
          + (exponent < 0 ? "-" : "+")
          + (Math.abs(exponent) < 10 ? "0" : "")
          + Math.abs(exponent);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (point < digits.length()) {
      return digits.substring(0, point) + "." + digits.substring(point);
    }
    return digits + "0".repeat(point - digits.length()) + (markAsFloat ? ".0" : "");
  }

  /**
   * {@link Double#toString} writes two digits at least, even where one reads back: {@code 5e-324}.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal written = new BigDecimal(Double.toString(value));
    BigDecimal oneDigit = written.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return (oneDigit.doubleValue() == value ? oneDigit : written).stripTrailingZeros();
  }

  private static String quoted(IntStream characters, boolean bytes) {
    int[] points = characters.toArray();
    char quote = Ints.contains(points, '\'') && !Ints.contains(points, '"') ? '"' : '\'';
    StringBuilder out = new StringBuilder(points.length + 2).append(quote);
    for (int point : points) {
      switch (point) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          if (point == quote) {
            out.append('\\').append(quote);
          } else if (point >= ' ' && point < 0x7f
              || !bytes && point > 0x7f && Identifiers.isPrintable(point)) {
            out.appendCodePoint(point);
          } else if (point < 0x100) {
            out.append(String.format("\\x%02x", point));
          } else if (point < 0x10000) {
            out.append(String.format("\\u%04x", point));
          } else {
            out.append(String.format("\\U%08x", point));
          }
        }
      }
    }
    return out.append(quote).toString();
  }
}
