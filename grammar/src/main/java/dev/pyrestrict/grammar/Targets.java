package dev.pyrestrict.grammar;

import static dev.pyrestrict.grammar.SyntaxTree.checkCommas;
import static dev.pyrestrict.grammar.SyntaxTree.child;
import static dev.pyrestrict.grammar.SyntaxTree.expression;
import static dev.pyrestrict.grammar.SyntaxTree.failure;
import static dev.pyrestrict.grammar.SyntaxTree.rule;
import static dev.pyrestrict.grammar.SyntaxTree.ruleOf;
import static dev.pyrestrict.grammar.SyntaxTree.size;
import static dev.pyrestrict.grammar.SyntaxTree.span;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import java.util.Optional;
import java.util.Set;

/** Makes targets of the expressions that were read in their places, and says which can be none. */
final class Targets {
  private final Set<Expression> parenthesized;

  /**
   * @param parenthesized the expressions that were written in parentheses
   */
  Targets(Set<Expression> parenthesized) {
    this.parenthesized = parenthesized;
  }

  /**
   * Names an expression as CPython's messages do: Parser/pegen.c, {@code _PyPegen_get_expr_name}.
   */
  static String describe(Expression expression) {
    return switch (expression) {
      case Expression.Name ignored -> "name";
      case Expression.Attribute ignored -> "attribute";
      case Expression.Subscript ignored -> "subscript";
      case Expression.Starred ignored -> "starred";
      case Expression.Tuple ignored -> "tuple";
      case Expression.List ignored -> "list";
      case Expression.Call ignored -> "function call";
      case Expression.Constant constant -> describe(constant.value());
      case Expression.JoinedStr ignored -> "f-string expression";
      case Expression.FormattedValue ignored -> "f-string expression";
      case Expression.Dict ignored -> "dict literal";
      case Expression.Set ignored -> "set display";
      case Expression.Compare ignored -> "comparison";
      case Expression.IfExp ignored -> "conditional expression";
      case Expression.NamedExpr ignored -> "named expression";
      case Expression.Lambda ignored -> "lambda";
      case Expression.GeneratorExp ignored -> "generator expression";
      case Expression.Yield ignored -> "yield expression";
      case Expression.YieldFrom ignored -> "yield expression";
      case Expression.Await ignored -> "await expression";
      case Expression.ListComp ignored -> "list comprehension";
      case Expression.SetComp ignored -> "set comprehension";
      case Expression.DictComp ignored -> "dict comprehension";
      case Expression.BoolOp ignored -> "expression";
      case Expression.BinOp ignored -> "expression";
      case Expression.UnaryOp ignored -> "expression";
      case Expression.Slice ignored -> "expression";
    };
  }

  private static String describe(ConstantValue value) {
    return switch (value) {
      case ConstantValue.NoneValue() -> "None";
      case ConstantValue.BoolValue(boolean truth) -> truth ? "True" : "False";
      case ConstantValue.EllipsisValue() -> "ellipsis";
      case ConstantValue.IntValue ignored -> "literal";
      case ConstantValue.FloatValue ignored -> "literal";
      case ConstantValue.ComplexValue ignored -> "literal";
      case ConstantValue.StrValue ignored -> "literal";
      case ConstantValue.BytesValue ignored -> "literal";
    };
  }

  /**
   * Describes an expression that looks like a target of {@code =} but is none; absent when CPython
   * does not say so.
   */
  static Optional<String> wrongTarget(Expression operand) {
    return switch (operand) {
      case Expression.Name ignored -> Optional.empty();
      case Expression.List ignored -> Optional.empty();
      case Expression.Tuple ignored -> Optional.empty();
      case Expression.GeneratorExp ignored -> Optional.empty();
      case Expression.Compare ignored -> Optional.empty();
      case Expression.BoolOp ignored -> Optional.empty();
      case Expression.IfExp ignored -> Optional.empty();
      case Expression.Lambda ignored -> Optional.empty();
      case Expression.UnaryOp not when not.operator() == UnaryOperator.NOT -> Optional.empty();
      case Expression.Constant constant
          when constant.value() instanceof ConstantValue.BoolValue
              || constant.value() instanceof ConstantValue.NoneValue ->
          Optional.empty();
      default -> Optional.of(describe(operand));
    };
  }

  static boolean isSingleTarget(Expression expression) {
    return expression instanceof Expression.Name
        || expression instanceof Expression.Attribute
        || expression instanceof Expression.Subscript;
  }

  /**
   * Reports whether a target like {@code (a).b} begins with a target in parentheses: CPython's
   * parser takes those for the whole target, and does not come back to it when a dot follows
   * instead of the colon.
   */
  boolean startsWithParenthesizedTarget(Expression target) {
    return switch (target) {
      case Expression.Attribute attribute -> isParenthesizedTarget(attribute.value());
      case Expression.Subscript subscript -> isParenthesizedTarget(subscript.value());
      case Expression.Call call -> isParenthesizedTarget(call.function());
      default -> false;
    };
  }

  private boolean isParenthesizedTarget(Expression expression) {
    return parenthesized.contains(expression)
        ? isSingleTarget(expression)
        : startsWithParenthesizedTarget(expression);
  }

  Expression starTarget(Expression expression) {
    return target(expression, ExpressionContext.STORE);
  }

  Expression deleteTarget(Expression expression) {
    return target(expression, ExpressionContext.DELETE);
  }

  private Expression target(Expression expression, ExpressionContext use) {
    return switch (expression) {
      case Expression.Name(String id, ExpressionContext ignored, Span span) ->
          new Expression.Name(id, use, span);
      case Expression.Attribute(
              Expression value,
              String attribute,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Attribute(value, attribute, use, span);
      case Expression.Subscript(
              Expression value,
              Expression slice,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Subscript(value, slice, use, span);
      case Expression.Starred(Expression value, ExpressionContext ignored, Span span)
          when use == ExpressionContext.STORE -> {
        if (parenthesized.contains(expression)) {
          throw failure("cannot use starred expression here", expression);
        }
        if (value instanceof Expression.Starred) {
          throw failure("invalid syntax", value);
        }
        yield new Expression.Starred(target(value, use), use, span);
      }
      case Expression.Tuple(
              ImmutableList<Expression> elements,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Tuple(targets(elements, use), use, span);
      case Expression.List(
              ImmutableList<Expression> elements,
              ExpressionContext ignored,
              Span span) ->
          new Expression.List(targets(elements, use), use, span);
      default ->
          throw failure(
              (use == ExpressionContext.DELETE ? "cannot delete " : "cannot assign to ")
                  + describe(expression),
              expression);
    };
  }

  private ImmutableList<Expression> targets(
      ImmutableList<Expression> elements, ExpressionContext use) {
    return elements.stream()
        .map(element -> target(element, use))
        .collect(ImmutableList.toImmutableList());
  }

  /** The targets of {@code for}: one, or a tuple without parentheses. */
  Expression targets(SyntaxContext context) {
    checkCommas(context, 0, size(context));
    if (size(context) == 1) {
      return target(rule(child(context, 0)));
    }
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_target) {
        elements.add(target(rule(tree)));
      }
    }
    return new Expression.Tuple(elements.build(), ExpressionContext.STORE, span(context));
  }

  Expression target(SyntaxContext context) {
    Expression written =
        size(context) > 1
            ? new Expression.Starred(
                expression(child(context, 1)), ExpressionContext.LOAD, span(context))
            : expression(child(context, 0));
    return starTarget(written);
  }
}
