package dev.pyrestrict.grammar;

import static dev.pyrestrict.grammar.SyntaxTree.alias;
import static dev.pyrestrict.grammar.SyntaxTree.aliasNotAllowed;
import static dev.pyrestrict.grammar.SyntaxTree.checkCommas;
import static dev.pyrestrict.grammar.SyntaxTree.child;
import static dev.pyrestrict.grammar.SyntaxTree.expression;
import static dev.pyrestrict.grammar.SyntaxTree.failure;
import static dev.pyrestrict.grammar.SyntaxTree.first;
import static dev.pyrestrict.grammar.SyntaxTree.firstToken;
import static dev.pyrestrict.grammar.SyntaxTree.last;
import static dev.pyrestrict.grammar.SyntaxTree.lastToken;
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
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes expressions, and does what the LL(1) grammar leaves open in them: precedence, the order of
 * arguments, doubled commas.
 */
final class ExpressionBuilder {
  private final Set<Expression> parenthesized;
  private final Targets targets;
  private final NumberLiterals numbers;
  private final FStrings strings;

  /**
   * @param parenthesized gets the expressions that are written in parentheses
   */
  ExpressionBuilder(
      char[] text, NumberLiterals numbers, Targets targets, Set<Expression> parenthesized) {
    this.numbers = numbers;
    this.targets = targets;
    this.parenthesized = parenthesized;
    strings = new FStrings(text, this);
  }

  FStrings strings() {
    return strings;
  }

  Expression named(Object tree) {
    SyntaxContext context = rule(tree);
    Expression value = expression(child(context, 0));
    return size(context) > 1 ? walrus(value, child(context, 2), span(context)) : value;
  }

  private Expression walrus(Expression target, Object value, Span span) {
    if (!(target instanceof Expression.Name name) || parenthesized.contains(target)) {
      throw failure("cannot use assignment expressions with " + Targets.describe(target), target);
    }
    return new Expression.NamedExpr(
        new Expression.Name(name.id(), ExpressionContext.STORE, name.span()),
        expression(value),
        span);
  }

  Expression rightHandSide(Object tree) {
    return ruleOf(tree) == PythonParser.RULE_yield_expr
        ? yieldExpression(rule(tree))
        : starExpressions(tree);
  }

  Expression yieldExpression(SyntaxContext context) {
    Span span = span(context);
    if (size(context) == 1) {
      return new Expression.Yield(Optional.empty(), span);
    }
    return type(child(context, 1)) == PythonTokens.FROM
        ? new Expression.YieldFrom(expression(child(context, 2)), span)
        : new Expression.Yield(Optional.of(starExpressions(child(context, 1))), span);
  }

  static Expression starExpressions(Object tree) {
    SyntaxContext context = rule(tree);
    if (size(context) == 1) {
      return starElement(rule(child(context, 0)));
    }
    checkCommas(context, 0, size(context));
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    for (Object element : context) {
      if (type(element) != PythonTokens.COMMA) {
        elements.add(starElement(rule(element)));
      }
    }
    return new Expression.Tuple(elements.build(), ExpressionContext.LOAD, span(context));
  }

  static Expression starElement(SyntaxContext context) {
    return context.rule() == PythonParser.RULE_starred ? starred(context) : expression(context);
  }

  private static Expression starred(SyntaxContext context) {
    return new Expression.Starred(
        expression(child(context, 1)), ExpressionContext.LOAD, span(context));
  }

  /** Returns what an expression stands for; parentheses with aliases alone stand for themselves. */
  Object wholeExpression(SyntaxContext context) {
    int size = size(context);
    int head = type(child(context, 0));
    if (head == PythonTokens.LAMBDA) {
      return lambda(context);
    }
    int test = size - 4;
    if (test < 1 || type(child(context, test)) != PythonTokens.IF) {
      return !isPrefix(head) && primaryEnd(context, 0, size) == size
          ? primary(context, 0, size)
          : new OperatorChain(this, context, size).parse(0);
    }
    return new Expression.IfExp(
        expression(child(context, test + 1)),
        new OperatorChain(this, context, test).parse(0),
        expression(child(context, test + 3)),
        span(context));
  }

  static boolean isPrefix(int type) {
    return switch (type) {
      case PythonTokens.NOT,
          PythonTokens.MINUS,
          PythonTokens.PLUS,
          PythonTokens.TILDE,
          PythonTokens.AWAIT ->
          true;
      default -> false;
    };
  }

  /** Returns where a primary ends that begins at a child of an expression. */
  static int primaryEnd(SyntaxContext context, int from, int to) {
    int end = from + 1;
    while (end < to && ruleOf(child(context, end)) != PythonParser.RULE_binop) {
      end++;
    }
    return end;
  }

  private Expression lambda(SyntaxContext context) {
    int colon = 1;
    while (type(child(context, colon)) != PythonTokens.COLON) {
      colon++;
    }
    return new Expression.Lambda(
        ParameterBuilder.parameters(context, 1, colon),
        expression(child(context, colon + 1)),
        span(context));
  }

  Object flat(SyntaxContext context) {
    int size = size(context);
    if (size == 1) {
      return rule(child(context, 0)).value();
    }
    // What is unpacked binds tighter than comparisons: [*a or b] is no list.
    Object before = child(context.getParent(), 0);
    boolean unpacked = type(before) == PythonTokens.STAR || type(before) == PythonTokens.DOUBLESTAR;
    return new OperatorChain(this, context, size).parse(unpacked ? OperatorChain.BITWISE_OR : 0);
  }

  /** Returns what some children stand for: an expression, or parentheses that hold aliases. */
  Object primary(SyntaxContext context, int from, int to) {
    Object head = child(context, from);
    if (ruleOf(head) == PythonParser.RULE_parentheses && alias(rule(head)).isPresent()) {
      if (to > from + 1) {
        throw aliasNotAllowed(rule(head));
      }
      return head;
    }
    Expression value = atom(head);
    Token first = firstToken(head);
    for (int i = from + 1; i < to; i++) {
      Token open = token(child(context, i++));
      Object inner = child(context, i);
      if (open.type == PythonTokens.DOT) {
        Token name = token(inner);
        value =
            new Expression.Attribute(value, name.name, ExpressionContext.LOAD, span(first, name));
      } else if (open.type == PythonTokens.LSQB) {
        Token close = token(child(context, ++i));
        value =
            new Expression.Subscript(
                value, slices(rule(inner)), ExpressionContext.LOAD, span(first, close));
      } else if (inner instanceof Token close) {
        value =
            new Expression.Call(value, ImmutableList.of(), ImmutableList.of(), span(first, close));
      } else {
        Token close = token(child(context, ++i));
        value = call(value, rule(inner), span(open, close), span(first, close));
      }
    }
    return value;
  }

  private Expression call(
      Expression function, SyntaxContext arguments, Span parentheses, Span span) {
    ImmutableList.Builder<Expression> positional = ImmutableList.builder();
    ImmutableList.Builder<Keyword> keywords = ImmutableList.builder();
    arguments(arguments, positional, keywords, Optional.of(parentheses));
    return new Expression.Call(function, positional.build(), keywords.build(), span);
  }

  /** Reads arguments; {@code parentheses} is where a call's are, absent for a class's bases. */
  void arguments(
      SyntaxContext context,
      ImmutableList.Builder<Expression> positional,
      ImmutableList.Builder<Keyword> keywords,
      Optional<Span> parentheses) {
    int size = size(context);
    checkCommas(context, 0, size);
    boolean sawKeyword = false;
    boolean sawUnpacking = false;
    int next;
    for (int i = 0; i < size; i = next) {
      Object head = child(context, i);
      next = argumentEnd(context, i);
      Token first = firstToken(head);
      Span span = span(first, lastToken(child(context, next - 1)));
      switch (type(head)) {
        case PythonTokens.COMMA -> {}
        case PythonTokens.STAR -> {
          if (sawUnpacking) {
            throw failure("iterable argument unpacking follows keyword argument unpacking", first);
          }
          positional.add(
              new Expression.Starred(
                  expression(child(context, i + 1)), ExpressionContext.LOAD, span));
        }
        case PythonTokens.DOUBLESTAR -> {
          sawUnpacking = true;
          keywords.add(new Keyword(Optional.empty(), expression(child(context, i + 1)), span));
        }
        default -> {
          Expression value = expression(head);
          int operator = next - i > 1 ? type(child(context, i + 1)) : 0;
          if (operator == PythonTokens.EQUAL) {
            sawKeyword = true;
            keywords.add(
                new Keyword(
                    Optional.of(keywordName(value)), expression(child(context, i + 2)), span));
            continue;
          }
          if (sawUnpacking) {
            throw failure("positional argument follows keyword argument unpacking", first);
          }
          if (sawKeyword) {
            throw failure("positional argument follows keyword argument", first);
          }
          if (operator == PythonTokens.COLONEQUAL) {
            SyntaxContext named = rule(child(context, i + 2));
            value = walrus(value, named, span(first, last(named)));
          }
          Object tail = child(context, next - 1);
          if (ruleOf(tail) == PythonParser.RULE_comp_for) {
            if (i > 0 || next < size || parentheses.isEmpty()) {
              throw failure("Generator expression must be parenthesized", first);
            }
            value =
                new Expression.GeneratorExp(value, comprehensions(rule(tail)), parentheses.get());
          }
          positional.add(value);
        }
      }
    }
  }

  /** Returns where the argument ends that begins at a child; a comma stands for itself. */
  private static int argumentEnd(SyntaxContext context, int from) {
    int end = from + 1;
    if (type(child(context, from)) != PythonTokens.COMMA) {
      while (end < size(context) && type(child(context, end)) != PythonTokens.COMMA) {
        end++;
      }
    }
    return end;
  }

  private String keywordName(Expression written) {
    if (written instanceof Expression.Name name && !parenthesized.contains(written)) {
      return name.id();
    }
    boolean singleton =
        written instanceof Expression.Constant constant
            && (constant.value() instanceof ConstantValue.NoneValue
                || constant.value() instanceof ConstantValue.BoolValue);
    throw failure(
        singleton
            ? "cannot assign to " + Targets.describe(written)
            : "expression cannot contain assignment, perhaps you meant \"==\"?",
        written);
  }

  private Expression slices(SyntaxContext context) {
    checkCommas(context, 0, size(context));
    if (size(context) == 1) {
      Expression only = slice(rule(child(context, 0)));
      return only instanceof Expression.Starred
          ? new Expression.Tuple(ImmutableList.of(only), ExpressionContext.LOAD, span(context))
          : only;
    }
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_slice_) {
        elements.add(slice(rule(tree)));
      }
    }
    return new Expression.Tuple(elements.build(), ExpressionContext.LOAD, span(context));
  }

  private Expression slice(SyntaxContext context) {
    int size = size(context);
    if (type(child(context, 0)) == PythonTokens.STAR) {
      return new Expression.Starred(
          expression(child(context, 1)), ExpressionContext.LOAD, span(context));
    }
    if (size == 1 && ruleOf(child(context, 0)) == PythonParser.RULE_expression) {
      return expression(child(context, 0));
    }
    if (size > 1 && type(child(context, 1)) == PythonTokens.COLONEQUAL) {
      if (size > 3) {
        throw failure("invalid syntax", token(child(context, 3)));
      }
      return walrus(expression(child(context, 0)), child(context, 2), span(context));
    }
    List<Optional<Expression>> parts =
        new ArrayList<>(List.of(Optional.empty(), Optional.empty(), Optional.empty()));
    int part = 0;
    for (int i = 0; i < size; i++) {
      if (type(child(context, i)) == PythonTokens.COLON) {
        part++;
      } else {
        parts.set(part, Optional.of(expression(child(context, i))));
      }
    }
    return new Expression.Slice(parts.get(0), parts.get(1), parts.get(2), span(context));
  }

  private ImmutableList<Comprehension> comprehensions(SyntaxContext context) {
    ImmutableList.Builder<Comprehension> generators = ImmutableList.builder();
    int size = size(context);
    for (int i = 0; i < size; ) {
      boolean async = type(child(context, i)) == PythonTokens.ASYNC;
      if (async) {
        i++;
      }
      Expression target = targets.targets(rule(child(context, i + 1)));
      Expression iterable = expression(child(context, i + 3));
      ImmutableList.Builder<Expression> conditions = ImmutableList.builder();
      for (i += 4; i < size && type(child(context, i)) == PythonTokens.IF; i += 2) {
        conditions.add(expression(child(context, i + 1)));
      }
      generators.add(new Comprehension(target, iterable, conditions.build(), async));
    }
    return generators.build();
  }

  Expression parenElement(SyntaxContext context) {
    if (type(child(context, 0)) == PythonTokens.STAR) {
      return starred(context);
    }
    Expression value = expression(child(context, 0));
    if (size(context) == 1) {
      return value;
    }
    if (type(child(context, 1)) == PythonTokens.COLONEQUAL) {
      return walrus(value, child(context, 2), span(context));
    }
    throw failure("invalid syntax", token(child(context, 1)));
  }

  ImmutableList<Expression> parenElements(SyntaxContext context, int from, int to) {
    checkCommas(context, from, to);
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    for (int i = from; i < to; i++) {
      if (ruleOf(child(context, i)) == PythonParser.RULE_paren_el) {
        elements.add(parenElement(rule(child(context, i))));
      }
    }
    return elements.build();
  }

  private Expression atom(Object tree) {
    if (tree instanceof Token token) {
      return token.type == PythonTokens.NAME
          ? new Expression.Name(token.name, ExpressionContext.LOAD, token.span())
          : new Expression.Constant(constant(token), false, token.span());
    }
    SyntaxContext context = rule(tree);
    return switch (context.rule()) {
      case PythonParser.RULE_strings -> strings.strings(context);
      case PythonParser.RULE_parentheses -> parentheses(context, span(context));
      case PythonParser.RULE_brackets -> brackets(context, span(context));
      case PythonParser.RULE_braces -> braces(context, span(context));
      default -> throw new IllegalStateException("atom " + context.rule());
    };
  }

  private ConstantValue constant(Token token) {
    return switch (token.type) {
      case PythonTokens.NUMBER -> numbers.value(token);
      case PythonTokens.NONE -> new ConstantValue.NoneValue();
      case PythonTokens.TRUE -> new ConstantValue.BoolValue(true);
      case PythonTokens.FALSE -> new ConstantValue.BoolValue(false);
      case PythonTokens.ELLIPSIS -> new ConstantValue.EllipsisValue();
      default -> throw new IllegalStateException("constant " + token.type);
    };
  }

  private Expression parentheses(SyntaxContext context, Span span) {
    Expression inner;
    int size = size(context);
    if (size == 2) {
      inner = new Expression.Tuple(ImmutableList.of(), ExpressionContext.LOAD, span);
    } else if (ruleOf(child(context, 1)) == PythonParser.RULE_yield_expr) {
      inner = yieldExpression(rule(child(context, 1)));
    } else if (size == 3) {
      inner = parenElement(rule(child(context, 1)));
      if (inner instanceof Expression.Starred) {
        throw failure("cannot use starred expression here", inner);
      }
    } else if (ruleOf(child(context, 2)) == PythonParser.RULE_comp_for) {
      inner =
          new Expression.GeneratorExp(
              comprehensionElement(parenElement(rule(child(context, 1)))),
              comprehensions(rule(child(context, 2))),
              span);
    } else {
      inner =
          new Expression.Tuple(parenElements(context, 1, size - 1), ExpressionContext.LOAD, span);
    }
    parenthesized.add(inner);
    return inner;
  }

  private static Expression comprehensionElement(Expression element) {
    if (element instanceof Expression.Starred) {
      throw failure("iterable unpacking cannot be used in comprehension", element);
    }
    return element;
  }

  private Expression brackets(SyntaxContext context, Span span) {
    int size = size(context);
    if (size > 3 && ruleOf(child(context, 2)) == PythonParser.RULE_comp_for) {
      return new Expression.ListComp(
          comprehensionElement(parenElement(rule(child(context, 1)))),
          comprehensions(rule(child(context, 2))),
          span);
    }
    return new Expression.List(
        size == 2 ? ImmutableList.of() : parenElements(context, 1, size - 1),
        ExpressionContext.LOAD,
        span);
  }

  private static boolean isPair(SyntaxContext element) {
    return type(child(element, 0)) == PythonTokens.DOUBLESTAR
        || size(element) == 3 && type(child(element, 1)) == PythonTokens.COLON;
  }

  private Expression braces(SyntaxContext context, Span span) {
    int size = size(context);
    if (size == 2) {
      return new Expression.Dict(ImmutableList.of(), ImmutableList.of(), span);
    }
    checkCommas(context, 1, size - 1);
    boolean comprehension = size > 3 && ruleOf(child(context, 2)) == PythonParser.RULE_comp_for;
    List<SyntaxContext> elements = new ArrayList<>();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_dict_el) {
        elements.add(rule(tree));
      }
    }
    return isPair(elements.getFirst())
        ? dictionary(context, elements, comprehension, span)
        : set(context, elements, comprehension, span);
  }

  private Expression set(
      SyntaxContext context, List<SyntaxContext> written, boolean comprehension, Span span) {
    ImmutableList.Builder<Expression> collected = ImmutableList.builder();
    for (SyntaxContext element : written) {
      if (isPair(element)) {
        throw failure("invalid syntax", first(element));
      }
      if (type(child(element, 0)) == PythonTokens.STAR) {
        collected.add(starred(element));
      } else {
        Expression value = expression(child(element, 0));
        collected.add(size(element) > 1 ? walrus(value, child(element, 2), span(element)) : value);
      }
    }
    ImmutableList<Expression> elements = collected.build();
    return comprehension
        ? new Expression.SetComp(
            comprehensionElement(elements.getFirst()),
            comprehensions(rule(child(context, 2))),
            span)
        : new Expression.Set(elements, span);
  }

  private Expression dictionary(
      SyntaxContext context, List<SyntaxContext> written, boolean comprehension, Span span) {
    ImmutableList.Builder<Optional<Expression>> keys = ImmutableList.builder();
    ImmutableList.Builder<Expression> values = ImmutableList.builder();
    for (SyntaxContext element : written) {
      if (!isPair(element)) {
        throw failure("':' expected after dictionary key", last(element));
      }
      if (type(child(element, 0)) == PythonTokens.DOUBLESTAR) {
        if (comprehension) {
          throw failure("dict unpacking cannot be used in dict comprehension", first(element));
        }
        keys.add(Optional.empty());
        values.add(expression(child(element, 1)));
      } else {
        keys.add(Optional.of(expression(child(element, 0))));
        values.add(expression(child(element, 2)));
      }
    }
    return comprehension
        ? new Expression.DictComp(
            keys.build().getFirst().orElseThrow(),
            values.build().getFirst(),
            comprehensions(rule(child(context, 2))),
            span)
        : new Expression.Dict(keys.build(), values.build(), span);
  }
}
