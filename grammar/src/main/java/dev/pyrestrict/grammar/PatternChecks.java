package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks one {@code case} as {@code compile.c} does: captures, alternatives, unreachable ones,
 * repeated keys.
 */
final class PatternChecks {
  private static final int MAX_BEFORE_STAR = 256;

  private final Consumer<Expression> expressions;
  private Set<String> captures = new LinkedHashSet<>();

  /**
   * What is inside a pattern and has to be checked as an expression goes to {@code expressions}.
   */
  PatternChecks(Consumer<Expression> expressions) {
    this.expressions = expressions;
  }

  /** {@code irrefutable}: whether a pattern that always matches may stand here. */
  void check(Pattern pattern, boolean irrefutable) {
    switch (pattern) {
      case Pattern.MatchValue(Expression value, Span span) -> {
        if (value instanceof Expression.JoinedStr) {
          throw new SyntaxFailure(span, "patterns may only match literals and attribute lookups");
        }
        expressions.accept(value);
      }
      case Pattern.MatchSingleton ignored -> {}
      case Pattern.MatchSequence(List<Pattern> patterns, Span span) -> sequence(patterns, span);
      case Pattern.MatchMapping mapping -> mapping(mapping);
      case Pattern.MatchClass matchClass -> matchClass(matchClass);
      case Pattern.MatchStar(Optional<String> name, Span span) -> capture(name, span);
      case Pattern.MatchAs(Optional<Pattern> inner, Optional<String> name, Span span) -> {
        if (inner.isEmpty()) {
          if (!irrefutable) {
            throw new SyntaxFailure(
                span,
                name.map(n -> "name capture " + PythonRepr.string(n)).orElse("wildcard")
                    + " makes remaining patterns unreachable");
          }
        } else {
          check(inner.get(), irrefutable);
        }
        capture(name, span);
      }
      case Pattern.MatchOr(List<Pattern> alternatives, Span span) ->
          alternatives(alternatives, span, irrefutable);
    }
  }

  private void capture(Optional<String> name, Span span) {
    if (name.isEmpty()) {
      return;
    }
    if (name.get().equals("__debug__")) {
      throw new SyntaxFailure(span, "cannot assign to __debug__");
    }
    if (!captures.add(name.get())) {
      throw repeated(name.get(), span);
    }
  }

  private static SyntaxFailure repeated(String name, Span span) {
    return new SyntaxFailure(
        span, "multiple assignments to name " + PythonRepr.string(name) + " in pattern");
  }

  private void sequence(List<Pattern> patterns, Span span) {
    boolean starred = false;
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i) instanceof Pattern.MatchStar) {
        if (starred) {
          throw new SyntaxFailure(span, "multiple starred expressions in sequence pattern");
        }
        if (i >= MAX_BEFORE_STAR) {
          throw new SyntaxFailure(span, "too many expressions in star-unpacking sequence pattern");
        }
        starred = true;
      }
    }
    for (Pattern pattern : patterns) {
      check(pattern, true);
    }
  }

  private void mapping(Pattern.MatchMapping mapping) {
    Set<Object> seen = new HashSet<>();
    for (Expression key : mapping.keys()) {
      if (key instanceof Expression.JoinedStr) {
        throw new SyntaxFailure(
            mapping.span(), "mapping pattern keys may only match literals and attribute lookups");
      }
      Optional<Constant> constant = fold(key);
      if (constant.isPresent() && !seen.add(constant.get().equality)) {
        throw new SyntaxFailure(
            mapping.span(), "mapping pattern checks duplicate key (" + constant.get().shown + ")");
      }
      expressions.accept(key);
    }
    for (Pattern pattern : mapping.patterns()) {
      check(pattern, true);
    }
    capture(mapping.rest(), mapping.span());
  }

  private void matchClass(Pattern.MatchClass matchClass) {
    Set<String> attributes = new HashSet<>();
    List<String> names = matchClass.keywordAttributes();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals("__debug__")) {
        throw new SyntaxFailure(
            matchClass.keywordPatterns().get(i).span(), "cannot assign to __debug__");
      }
      if (!attributes.add(names.get(i))) {
        throw new SyntaxFailure(
            matchClass.keywordPatterns().get(i).span(),
            "attribute name repeated in class pattern: " + names.get(i));
      }
    }
    expressions.accept(matchClass.cls());
    for (Pattern pattern : matchClass.patterns()) {
      check(pattern, true);
    }
    for (Pattern pattern : matchClass.keywordPatterns()) {
      check(pattern, true);
    }
  }

  private void alternatives(List<Pattern> alternatives, Span span, boolean irrefutable) {
    Set<String> before = captures;
    Optional<Set<String>> bound = Optional.empty();
    for (int i = 0; i < alternatives.size(); i++) {
      captures = new LinkedHashSet<>();
      check(alternatives.get(i), irrefutable && i == alternatives.size() - 1);
      if (bound.isPresent() && !bound.get().equals(captures)) {
        throw new SyntaxFailure(span, "alternative patterns bind different names");
      }
      bound = bound.isPresent() ? bound : Optional.of(captures);
    }
    captures = before;
    for (String name : bound.orElseThrow()) {
      if (!captures.add(name)) {
        throw repeated(name, span);
      }
    }
  }

  /** A key as Python compares it ({@code 1 == 1.0 == True}) and as the message shows it. */
  private record Constant(Object equality, String shown) {}

  /** A complex number, compared by its parts. */
  private record Complex(double real, double imaginary) {}

  private static Optional<Constant> fold(Expression key) {
    return switch (key) {
      case Expression.Constant constant ->
          Optional.of(new Constant(equality(constant.value()), PythonRepr.of(constant.value())));
      case Expression.UnaryOp negative when negative.operator() == UnaryOperator.U_SUB ->
          fold(negative.operand())
              .map(
                  positive ->
                      switch (positive.equality) {
                        case BigDecimal number ->
                            new Constant(number.negate(), "-" + positive.shown);
                        case Complex(double real, double imaginary) ->
                            new Constant(complex(-real, -imaginary), "(-0-" + positive.shown + ")");
                        default -> positive;
                      });
      case Expression.BinOp sum ->
          Optional.of(
              new Constant(
                  complex(real(sum.left()), imaginary(sum)),
                  "(" + shown(sum.left()) + sum.operator().symbol() + shown(sum.right()) + ")"));
      default -> Optional.empty();
    };
  }

  private static String shown(Expression expression) {
    return fold(expression).map(Constant::shown).orElseThrow();
  }

  private static double real(Expression expression) {
    return fold(expression).orElseThrow().equality instanceof BigDecimal number
        ? number.doubleValue()
        : 0;
  }

  private static double imaginary(Expression.BinOp sum) {
    double part =
        ((ConstantValue.ComplexValue) ((Expression.Constant) sum.right()).value()).imaginary();
    return sum.operator().symbol().equals("-") ? -part : part;
  }

  private static Object complex(double real, double imaginary) {
    return imaginary == 0 && Double.isFinite(real)
        ? number(real)
        : new Complex(real + 0.0, imaginary);
  }

  private static BigDecimal number(double value) {
    return value == 0 ? BigDecimal.ZERO : new BigDecimal(value).stripTrailingZeros();
  }

  private static Object equality(ConstantValue value) {
    return switch (value) {
      case ConstantValue.BoolValue(boolean truth) -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
      case ConstantValue.IntValue(BigInteger integer) ->
          integer.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(integer).stripTrailingZeros();
      case ConstantValue.FloatValue(double number) ->
          Double.isFinite(number) ? number(number) : number;
      case ConstantValue.ComplexValue(double imaginary) -> complex(0, imaginary);
      case ConstantValue.NoneValue ignored -> value;
      case ConstantValue.EllipsisValue ignored -> value;
      case ConstantValue.StrValue ignored -> value;
      case ConstantValue.BytesValue ignored -> value;
    };
  }
}
