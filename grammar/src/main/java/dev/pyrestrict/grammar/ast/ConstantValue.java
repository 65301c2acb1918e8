package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableSet;
import java.math.BigInteger;
import java.util.stream.IntStream;

/** The value of a {@link Expression.Constant}. */
public sealed interface ConstantValue {

  /** {@code None} */
  record NoneValue() implements ConstantValue {}

  /** {@code ...} */
  record EllipsisValue() implements ConstantValue {}

  /** {@code True} or {@code False} */
  record BoolValue(boolean value) implements ConstantValue {}

  /** An integer of any size, never negative in source. */
  record IntValue(BigInteger value) implements ConstantValue {}

  /** A float, never negative or NaN in source; may be infinite ({@code 1e999}). */
  record FloatValue(double value) implements ConstantValue {}

  /** An imaginary literal: {@code 2.5j}. */
  record ComplexValue(double imaginary) implements ConstantValue {}

  /**
   * A string; lone surrogates (from escapes) are kept as they are.
   *
   * @param value in UTF-16
   * @param apart where in {@code value} a high surrogate stands that makes no character with the
   *     low one behind it: Python's {@code '\\ud800\\udc00'} has two
   */
  record StrValue(String value, ImmutableSet<Integer> apart) implements ConstantValue {

    /** A string whose surrogates are characters by themselves only where they have no partner. */
    public StrValue(String value) {
      this(value, ImmutableSet.of());
    }

    /** Returns Python's characters. */
    public IntStream codePoints() {
      if (apart.isEmpty()) {
        return value.codePoints();
      }
      IntStream.Builder points = IntStream.builder();
      for (int i = 0; i < value.length(); ) {
        int point = apart.contains(i) ? value.charAt(i) : value.codePointAt(i);
        points.add(point);
        i += Character.charCount(point);
      }
      return points.build();
    }
  }

  /** Bytes: each character of {@code value} is one byte, 0 to 255. */
  record BytesValue(String value) implements ConstantValue {}
}
