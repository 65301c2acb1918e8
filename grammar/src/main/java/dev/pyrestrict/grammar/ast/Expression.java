package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** An expression: ASDL's {@code expr}. */
public sealed interface Expression extends Node {

  /** {@code a and b and c}; a run of one operator is one node. */
  record BoolOp(BooleanOperator operator, ImmutableList<Expression> values, Span span)
      implements Expression {}

  /** {@code target := value} */
  record NamedExpr(Name target, Expression value, Span span) implements Expression {}

  /** {@code left op right} */
  record BinOp(Expression left, BinaryOperator operator, Expression right, Span span)
      implements Expression {}

  /** {@code op operand} */
  record UnaryOp(UnaryOperator operator, Expression operand, Span span) implements Expression {}

  /** {@code lambda parameters: body} */
  record Lambda(Parameters parameters, Expression body, Span span) implements Expression {}

  /** {@code body if test else orElse} */
  record IfExp(Expression test, Expression body, Expression orElse, Span span)
      implements Expression {}

  /** {@code {key: value, **value}}; an absent key is a {@code **} entry. */
  record Dict(ImmutableList<Optional<Expression>> keys, ImmutableList<Expression> values, Span span)
      implements Expression {}

  /** {@code {a, b}} */
  record Set(ImmutableList<Expression> elements, Span span) implements Expression {}

  /** {@code [element for ...]} */
  record ListComp(Expression element, ImmutableList<Comprehension> generators, Span span)
      implements Expression {}

  /** {@code {element for ...}} */
  record SetComp(Expression element, ImmutableList<Comprehension> generators, Span span)
      implements Expression {}

  /** {@code {key: value for ...}} */
  record DictComp(
      Expression key, Expression value, ImmutableList<Comprehension> generators, Span span)
      implements Expression {}

  /** {@code (element for ...)} */
  record GeneratorExp(Expression element, ImmutableList<Comprehension> generators, Span span)
      implements Expression {}

  /** {@code await value} */
  record Await(Expression value, Span span) implements Expression {}

  /** {@code yield value} */
  record Yield(Optional<Expression> value, Span span) implements Expression {}

  /** {@code yield from value} */
  record YieldFrom(Expression value, Span span) implements Expression {}

  /** {@code left op a op b}; as many operators as comparators. */
  record Compare(
      Expression left,
      ImmutableList<ComparisonOperator> operators,
      ImmutableList<Expression> comparators,
      Span span)
      implements Expression {}

  /** {@code function(arguments, keywords)} */
  record Call(
      Expression function,
      ImmutableList<Expression> arguments,
      ImmutableList<Keyword> keywords,
      Span span)
      implements Expression {}

  /**
   * {@code {value!r:spec}} in an f-string; {@code conversion} is {@code 's'}, {@code 'r'}, {@code
   * 'a'} or -1.
   */
  record FormattedValue(Expression value, int conversion, Optional<JoinedStr> formatSpec, Span span)
      implements Expression {}

  /** An f-string: {@link Constant} strings and {@link FormattedValue}s in turn. */
  record JoinedStr(ImmutableList<Expression> values, Span span) implements Expression {}

  /** A literal; {@code unicodePrefix} when it is a string that was written with {@code u}. */
  record Constant(ConstantValue value, boolean unicodePrefix, Span span) implements Expression {}

  /** {@code value.attribute} */
  record Attribute(Expression value, String attribute, ExpressionContext context, Span span)
      implements Expression {}

  /** {@code value[slice]} */
  record Subscript(Expression value, Expression slice, ExpressionContext context, Span span)
      implements Expression {}

  /** {@code *value} */
  record Starred(Expression value, ExpressionContext context, Span span) implements Expression {}

  /** An identifier, NFKC-normalised. */
  record Name(String id, ExpressionContext context, Span span) implements Expression {}

  /** {@code [a, b]} */
  record List(ImmutableList<Expression> elements, ExpressionContext context, Span span)
      implements Expression {}

  /** {@code a, b} */
  record Tuple(ImmutableList<Expression> elements, ExpressionContext context, Span span)
      implements Expression {}

  /** {@code lower:upper:step} in a subscript. */
  record Slice(
      Optional<Expression> lower, Optional<Expression> upper, Optional<Expression> step, Span span)
      implements Expression {}
}
