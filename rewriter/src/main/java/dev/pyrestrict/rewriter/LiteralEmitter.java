package dev.pyrestrict.rewriter;

import dev.pyrestrict.grammar.ast.ConstantValue;
import java.math.BigInteger;
import java.util.stream.IntStream;

/** Writes constants anew: strings as ASCII escapes, numbers as Java says them. */
final class LiteralEmitter {
  private final SourceWriter out;

  LiteralEmitter(SourceWriter out) {
    this.out = out;
  }

  void constant(ConstantValue value) {
    switch (value) {
      case ConstantValue.NoneValue() -> out.append("None");
      case ConstantValue.EllipsisValue() -> out.append("...");
      case ConstantValue.BoolValue(boolean truth) -> out.append(truth ? "True" : "False");
      case ConstantValue.IntValue(BigInteger number) -> {
        if (number.bitLength() < 64) {
          out.append(number.toString());
        } else {
          out.append("0x").append(number.toString(16));
        }
      }
      case ConstantValue.FloatValue(double number) -> real(number);
      case ConstantValue.ComplexValue(double imaginary) -> {
        real(imaginary);
        out.append('j');
      }
      case ConstantValue.StrValue text -> {
        out.append('\'');
        escape(text.codePoints(), false, false);
        out.append('\'');
      }
      case ConstantValue.BytesValue(String bytes) -> {
        out.append("b'");
        escape(bytes.chars(), false, false);
        out.append('\'');
      }
    }
  }

  private void real(double number) {
    out.append(Double.isInfinite(number) ? "1e999" : Double.toString(number));
  }

  /**
   * Writes text as ASCII escapes; in f-strings braces are doubled, in their specs, where that means
   * a field, escaped.
   */
  void escape(IntStream text, boolean formatted, boolean spec) {
    for (int c : text.toArray()) {
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\'' -> out.append("\\'");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '{', '}' -> {
          if (spec) {
            out.append(c == '{' ? "\\x7b" : "\\x7d");
          } else {
            out.repeat(c, formatted ? 2 : 1);
          }
        }
        default -> {
          if (c >= 32 && c < 127) {
            out.append((char) c);
          } else if (c < 256) {
            out.append(String.format("\\x%02x", c));
          } else if (c < 0x10000) {
            out.append(String.format("\\u%04x", c));
          } else {
            out.append(String.format("\\U%08x", c));
          }
        }
      }
    }
  }
}
