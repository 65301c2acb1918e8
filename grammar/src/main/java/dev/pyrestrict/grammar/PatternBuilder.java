package dev.pyrestrict.grammar;

import static dev.pyrestrict.grammar.SyntaxTree.checkCommas;
import static dev.pyrestrict.grammar.SyntaxTree.child;
import static dev.pyrestrict.grammar.SyntaxTree.failure;
import static dev.pyrestrict.grammar.SyntaxTree.first;
import static dev.pyrestrict.grammar.SyntaxTree.last;
import static dev.pyrestrict.grammar.SyntaxTree.name;
import static dev.pyrestrict.grammar.SyntaxTree.rule;
import static dev.pyrestrict.grammar.SyntaxTree.ruleOf;
import static dev.pyrestrict.grammar.SyntaxTree.size;
import static dev.pyrestrict.grammar.SyntaxTree.span;
import static dev.pyrestrict.grammar.SyntaxTree.token;
import static dev.pyrestrict.grammar.SyntaxTree.type;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import java.util.Optional;

/** Makes patterns. PEP 634. */
final class PatternBuilder {
  private final TokenArray tokens;
  private final NumberLiterals numbers;
  private final FStrings strings;

  PatternBuilder(TokenArray tokens, NumberLiterals numbers, FStrings strings) {
    this.tokens = tokens;
    this.numbers = numbers;
    this.strings = strings;
  }

  /** Makes what stands between {@code case} and its guard. */
  Pattern patterns(SyntaxContext context) {
    if (size(context) == 1) {
      Pattern pattern = starPattern(rule(child(context, 0)));
      if (pattern instanceof Pattern.MatchStar) {
        throw failure("invalid syntax", tokens.behind(last(context)));
      }
      return pattern;
    }
    return new Pattern.MatchSequence(patternList(context), span(context));
  }

  private ImmutableList<Pattern> patternList(SyntaxContext context) {
    checkCommas(context, 0, size(context));
    ImmutableList.Builder<Pattern> patterns = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_star_pattern) {
        patterns.add(starPattern(rule(tree)));
      }
    }
    return patterns.build();
  }

  private Pattern starPattern(SyntaxContext context) {
    if (type(child(context, 0)) == PythonTokens.STAR) {
      return new Pattern.MatchStar(capture(name(child(context, 1))), span(context));
    }
    return asPattern(rule(child(context, 0)));
  }

  private static Optional<String> capture(String name) {
    return name.equals("_") ? Optional.empty() : Optional.of(name);
  }

  private Pattern asPattern(SyntaxContext context) {
    int size = size(context);
    Optional<String> name = Optional.empty();
    if (size > 2 && type(child(context, size - 2)) == PythonTokens.AS) {
      name = Optional.of(name(child(context, size - 1)));
      if (name.get().equals("_")) {
        throw failure("cannot use '_' as a target", token(child(context, size - 1)));
      }
      size -= 2;
    }
    Pattern pattern;
    if (size == 1) {
      pattern = closedPattern(rule(child(context, 0)));
    } else {
      ImmutableList.Builder<Pattern> alternatives = ImmutableList.builder();
      for (int i = 0; i < size; i += 2) {
        alternatives.add(closedPattern(rule(child(context, i))));
      }
      pattern =
          new Pattern.MatchOr(
              alternatives.build(), span(first(context), last(rule(child(context, size - 1)))));
    }
    return name.isPresent()
        ? new Pattern.MatchAs(Optional.of(pattern), name, span(context))
        : pattern;
  }

  private Pattern closedPattern(SyntaxContext context) {
    Object head = child(context, 0);
    Span span = span(context);
    if (ruleOf(head) == PythonParser.RULE_strings) {
      return new Pattern.MatchValue(strings.strings(rule(head)), span);
    }
    if (ruleOf(head) == PythonParser.RULE_dotted) {
      return namedPattern(context, rule(head));
    }
    return switch (type(head)) {
      case PythonTokens.NONE -> new Pattern.MatchSingleton(new ConstantValue.NoneValue(), span);
      case PythonTokens.TRUE -> new Pattern.MatchSingleton(new ConstantValue.BoolValue(true), span);
      case PythonTokens.FALSE ->
          new Pattern.MatchSingleton(new ConstantValue.BoolValue(false), span);
      case PythonTokens.MINUS, PythonTokens.NUMBER ->
          new Pattern.MatchValue(numberPattern(context), span);
      case PythonTokens.LSQB ->
          new Pattern.MatchSequence(
              size(context) > 2 ? patternList(rule(child(context, 1))) : ImmutableList.of(), span);
      case PythonTokens.LPAR -> {
        if (size(context) == 2) {
          yield new Pattern.MatchSequence(ImmutableList.of(), span);
        }
        SyntaxContext inner = rule(child(context, 1));
        yield size(inner) == 1
            ? patterns(inner)
            : new Pattern.MatchSequence(patternList(inner), span);
      }
      default -> mappingPattern(context);
    };
  }

  private Pattern namedPattern(SyntaxContext context, SyntaxContext dotted) {
    if ((size(dotted) > 1 || size(context) > 1) && name(child(dotted, 0)).equals("_")) {
      throw failure("invalid syntax", first(dotted));
    }
    Expression value = dottedExpression(dotted);
    if (size(context) == 1) {
      return value instanceof Expression.Name name
          ? new Pattern.MatchAs(Optional.empty(), capture(name.id()), span(context))
          : new Pattern.MatchValue(value, span(context));
    }
    checkCommas(context, 2, size(context) - 1);
    ImmutableList.Builder<Pattern> positional = ImmutableList.builder();
    ImmutableList.Builder<String> attributes = ImmutableList.builder();
    ImmutableList.Builder<Pattern> keyword = ImmutableList.builder();
    boolean keywords = false;
    for (Object tree : context) {
      if (ruleOf(tree) != PythonParser.RULE_pat_arg) {
        continue;
      }
      SyntaxContext argument = rule(tree);
      if (size(argument) > 1) {
        keywords = true;
        attributes.add(keywordOf(rule(child(argument, 0))));
        keyword.add(asPattern(rule(child(argument, 2))));
      } else if (keywords) {
        throw failure("positional patterns follow keyword patterns", first(argument));
      } else {
        positional.add(asPattern(rule(child(argument, 0))));
      }
    }
    return new Pattern.MatchClass(
        value, positional.build(), attributes.build(), keyword.build(), span(context));
  }

  /** The grammar reads a pattern where only {@code name=} may stand. */
  private static String keywordOf(SyntaxContext pattern) {
    SyntaxContext context = pattern;
    while (size(context) == 1) {
      Object only = child(context, 0);
      if (type(only) == PythonTokens.NAME) {
        return name(only);
      }
      if (!(only instanceof SyntaxContext inner)) {
        break;
      }
      context = inner;
    }
    throw failure("invalid syntax", first(pattern));
  }

  private Pattern mappingPattern(SyntaxContext context) {
    checkCommas(context, 1, size(context) - 1);
    ImmutableList.Builder<Expression> keys = ImmutableList.builder();
    ImmutableList.Builder<Pattern> patterns = ImmutableList.builder();
    Optional<String> rest = Optional.empty();
    for (Object tree : context) {
      if (ruleOf(tree) != PythonParser.RULE_map_pat) {
        continue;
      }
      SyntaxContext entry = rule(tree);
      if (rest.isPresent()) {
        throw failure("invalid syntax", first(entry));
      }
      if (type(child(entry, 0)) == PythonTokens.DOUBLESTAR) {
        rest = Optional.of(name(child(entry, 1)));
        if (rest.get().equals("_")) {
          throw failure("invalid syntax", token(child(entry, 1)));
        }
      } else {
        keys.add(mappingKey(rule(child(entry, 0))));
        patterns.add(asPattern(rule(child(entry, 2))));
      }
    }
    return new Pattern.MatchMapping(keys.build(), patterns.build(), rest, span(context));
  }

  private Expression mappingKey(SyntaxContext context) {
    Object head = child(context, 0);
    if (ruleOf(head) == PythonParser.RULE_dotted && size(context) == 1 && size(rule(head)) > 1) {
      return dottedExpression(rule(head));
    }
    return switch (closedPattern(context)) {
      case Pattern.MatchValue(Expression value, Span ignored) -> value;
      case Pattern.MatchSingleton(ConstantValue value, Span span) ->
          new Expression.Constant(value, false, span);
      case Pattern.MatchSequence ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchMapping ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchClass ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchStar ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchAs ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchOr ignored -> throw failure("invalid syntax", first(context));
    };
  }

  private static Expression dottedExpression(SyntaxContext dotted) {
    Token head = first(dotted);
    Expression value =
        new Expression.Name(name(child(dotted, 0)), ExpressionContext.LOAD, head.span());
    for (int i = 2; i < size(dotted); i += 2) {
      value =
          new Expression.Attribute(
              value,
              name(child(dotted, i)),
              ExpressionContext.LOAD,
              span(head, token(child(dotted, i))));
    }
    return value;
  }

  private Expression numberPattern(SyntaxContext context) {
    int i = type(child(context, 0)) == PythonTokens.MINUS ? 1 : 0;
    Token real = token(child(context, i));
    Expression.Constant number = new Expression.Constant(numbers.value(real), false, real.span());
    Expression value =
        i == 0
            ? number
            : new Expression.UnaryOp(UnaryOperator.U_SUB, number, span(first(context), real));
    if (size(context) == i + 1) {
      return value;
    }
    if (number.value() instanceof ConstantValue.ComplexValue) {
      throw failure("real number required in complex literal", real);
    }
    Token imaginary = token(child(context, i + 2));
    Expression.Constant part =
        new Expression.Constant(numbers.value(imaginary), false, imaginary.span());
    if (!(part.value() instanceof ConstantValue.ComplexValue)) {
      throw failure("imaginary number required in complex literal", imaginary);
    }
    return new Expression.BinOp(
        value,
        type(child(context, i + 1)) == PythonTokens.PLUS ? BinaryOperator.ADD : BinaryOperator.SUB,
        part,
        span(context));
  }
}
