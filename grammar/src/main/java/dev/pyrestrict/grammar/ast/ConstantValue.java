package dev.pyrestrict.grammar.ast;

import java.math.BigInteger;

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

  /** A string; lone surrogates (from escapes) are kept as they are. */
  record StrValue(String value) implements ConstantValue {}

  /** Bytes: each character of {@code value} is one byte, 0 to 255. */
  record BytesValue(String value) implements ConstantValue {}
}
