package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** A pattern of a {@code case}: ASDL's {@code pattern}. */
public sealed interface Pattern extends Node {

  /** A literal or a dotted name, compared with {@code ==}. */
  record MatchValue(Expression value, Span span) implements Pattern {}

  /** {@code None}, {@code True} or {@code False}, compared with {@code is}. */
  record MatchSingleton(ConstantValue value, Span span) implements Pattern {}

  /** {@code [a, *b]} */
  record MatchSequence(ImmutableList<Pattern> patterns, Span span) implements Pattern {}

  /** {@code {key: pattern, **rest}} */
  record MatchMapping(
      ImmutableList<Expression> keys,
      ImmutableList<Pattern> patterns,
      Optional<String> rest,
      Span span)
      implements Pattern {}

  /** {@code cls(pattern, attribute=pattern)} */
  record MatchClass(
      Expression cls,
      ImmutableList<Pattern> patterns,
      ImmutableList<String> keywordAttributes,
      ImmutableList<Pattern> keywordPatterns,
      Span span)
      implements Pattern {}

  /** {@code *name}; no name is {@code *_}. */
  record MatchStar(Optional<String> name, Span span) implements Pattern {}

  /** {@code pattern as name}; no pattern is a capture, neither is the wildcard {@code _}. */
  record MatchAs(Optional<Pattern> pattern, Optional<String> name, Span span) implements Pattern {}

  /** {@code a | b} */
  record MatchOr(ImmutableList<Pattern> patterns, Span span) implements Pattern {}
}
