package dev.pyrestrict.grammar;

import static dev.pyrestrict.grammar.ExpressionBuilder.isPrefix;
import static dev.pyrestrict.grammar.ExpressionBuilder.primaryEnd;
import static dev.pyrestrict.grammar.SyntaxTree.child;
import static dev.pyrestrict.grammar.SyntaxTree.expression;
import static dev.pyrestrict.grammar.SyntaxTree.failure;
import static dev.pyrestrict.grammar.SyntaxTree.firstToken;
import static dev.pyrestrict.grammar.SyntaxTree.lastToken;
import static dev.pyrestrict.grammar.SyntaxTree.madeOf;
import static dev.pyrestrict.grammar.SyntaxTree.rule;
import static dev.pyrestrict.grammar.SyntaxTree.ruleOf;
import static dev.pyrestrict.grammar.SyntaxTree.span;
import static dev.pyrestrict.grammar.SyntaxTree.token;
import static dev.pyrestrict.grammar.SyntaxTree.type;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.BooleanOperator;
import dev.pyrestrict.grammar.ast.ComparisonOperator;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.UnaryOperator;

/** Resolves {@code prefix* primary (operator prefix* primary)*} by precedence climbing. */
final class OperatorChain {
  static final int OR = 1;
  static final int AND = 2;
  static final int NOT = 3;
  static final int COMPARISON = 4;
  static final int BITWISE_OR = 5;
  static final int UNARY = 11;
  static final int POWER = 12;

  private final ExpressionBuilder expressions;
  private final SyntaxContext context;
  private final int end;
  private int at;

  /** Reads the children of a node up to {@code end}. */
  OperatorChain(ExpressionBuilder expressions, SyntaxContext context, int end) {
    this.expressions = expressions;
    this.context = context;
    this.end = end;
  }

  Expression parse(int minimum) {
    Expression result = climb(minimum);
    if (at != end) {
      Object rest = child(context, at);
      throw failure("invalid syntax", firstToken(rest));
    }
    return result;
  }

  private int operator() {
    return at < end && ruleOf(child(context, at)) == PythonParser.RULE_binop
        ? type(child(rule(child(context, at)), 0))
        : 0;
  }

  /** The span from a token to the last one read: parentheses around the operands belong to it. */
  private Span spanSince(Token start) {
    Object tree = child(context, at - 1);
    return span(start, lastToken(tree));
  }

  private Expression climb(int minimum) {
    Token start = firstToken(child(context, at));
    Expression left = unary(minimum);
    while (true) {
      int operator = operator();
      int precedence = precedence(operator);
      if (operator == 0 || precedence < minimum) {
        return left;
      }
      left =
          switch (precedence) {
            case OR, AND -> {
              ImmutableList.Builder<Expression> values =
                  ImmutableList.<Expression>builder().add(left);
              while (operator() == operator) {
                at++;
                values.add(climb(precedence + 1));
              }
              yield new Expression.BoolOp(
                  precedence == OR ? BooleanOperator.OR : BooleanOperator.AND,
                  values.build(),
                  spanSince(start));
            }
            case COMPARISON -> comparison(left, start);
            default -> {
              at++;
              Expression right = climb(precedence == POWER ? UNARY : precedence + 1);
              yield new Expression.BinOp(left, binary(operator), right, spanSince(start));
            }
          };
    }
  }

  private Expression comparison(Expression left, Token start) {
    ImmutableList.Builder<ComparisonOperator> operators = ImmutableList.builder();
    ImmutableList.Builder<Expression> comparators = ImmutableList.builder();
    for (int operator = operator(); precedence(operator) == COMPARISON; operator = operator()) {
      at++;
      ComparisonOperator comparison = comparison(operator);
      if (operator == PythonTokens.IS && at < end && type(child(context, at)) == PythonTokens.NOT) {
        comparison = ComparisonOperator.IS_NOT;
        at++;
      }
      operators.add(comparison);
      comparators.add(climb(BITWISE_OR));
    }
    return new Expression.Compare(left, operators.build(), comparators.build(), spanSince(start));
  }

  private Expression unary(int minimum) {
    Object tree = child(context, at);
    if (!isPrefix(type(tree))) {
      return operand();
    }
    Token operator = token(tree);
    at++;
    return switch (operator.type) {
      case PythonTokens.NOT -> {
        if (minimum > NOT) {
          throw failure("invalid syntax", operator);
        }
        Expression operand = climb(NOT);
        yield new Expression.UnaryOp(UnaryOperator.NOT, operand, spanSince(operator));
      }
      case PythonTokens.AWAIT -> {
        Expression value = operand();
        yield new Expression.Await(value, spanSince(operator));
      }
      default -> {
        if (minimum > UNARY) {
          throw failure("invalid syntax", operator);
        }
        Expression operand = climb(UNARY);
        UnaryOperator unary =
            operator.type == PythonTokens.MINUS
                ? UnaryOperator.U_SUB
                : operator.type == PythonTokens.PLUS ? UnaryOperator.U_ADD : UnaryOperator.INVERT;
        yield new Expression.UnaryOp(unary, operand, spanSince(operator));
      }
    };
  }

  private Expression operand() {
    int from = at;
    Object tree = child(context, from);
    if (ruleOf(tree) == PythonParser.RULE_primary) {
      at++;
      return expression(tree);
    }
    at = primaryEnd(context, from, end);
    return madeOf(expressions.primary(context, from, at));
  }

  private static int precedence(int operator) {
    return switch (operator) {
      case PythonTokens.OR -> OR;
      case PythonTokens.AND -> AND;
      case PythonTokens.IN,
          PythonTokens.NOT,
          PythonTokens.IS,
          PythonTokens.LESS,
          PythonTokens.GREATER,
          PythonTokens.EQEQUAL,
          PythonTokens.GREATEREQUAL,
          PythonTokens.LESSEQUAL,
          PythonTokens.NOTEQUAL ->
          COMPARISON;
      case PythonTokens.VBAR -> BITWISE_OR;
      case PythonTokens.CIRCUMFLEX -> 6;
      case PythonTokens.AMPER -> 7;
      case PythonTokens.LEFTSHIFT, PythonTokens.RIGHTSHIFT -> 8;
      case PythonTokens.PLUS, PythonTokens.MINUS -> 9;
      case PythonTokens.STAR,
          PythonTokens.SLASH,
          PythonTokens.DOUBLESLASH,
          PythonTokens.PERCENT,
          PythonTokens.AT ->
          10;
      case PythonTokens.DOUBLESTAR -> POWER;
      default -> 0;
    };
  }

  private static BinaryOperator binary(int operator) {
    return switch (operator) {
      case PythonTokens.VBAR -> BinaryOperator.BIT_OR;
      case PythonTokens.CIRCUMFLEX -> BinaryOperator.BIT_XOR;
      case PythonTokens.AMPER -> BinaryOperator.BIT_AND;
      case PythonTokens.LEFTSHIFT -> BinaryOperator.L_SHIFT;
      case PythonTokens.RIGHTSHIFT -> BinaryOperator.R_SHIFT;
      case PythonTokens.PLUS -> BinaryOperator.ADD;
      case PythonTokens.MINUS -> BinaryOperator.SUB;
      case PythonTokens.STAR -> BinaryOperator.MULT;
      case PythonTokens.SLASH -> BinaryOperator.DIV;
      case PythonTokens.DOUBLESLASH -> BinaryOperator.FLOOR_DIV;
      case PythonTokens.PERCENT -> BinaryOperator.MOD;
      case PythonTokens.AT -> BinaryOperator.MAT_MULT;
      case PythonTokens.DOUBLESTAR -> BinaryOperator.POW;
      default -> throw new IllegalStateException("operator " + operator);
    };
  }

  private static ComparisonOperator comparison(int operator) {
    return switch (operator) {
      case PythonTokens.IN -> ComparisonOperator.IN;
      case PythonTokens.NOT -> ComparisonOperator.NOT_IN;
      case PythonTokens.IS -> ComparisonOperator.IS;
      case PythonTokens.LESS -> ComparisonOperator.LT;
      case PythonTokens.GREATER -> ComparisonOperator.GT;
      case PythonTokens.EQEQUAL -> ComparisonOperator.EQ;
      case PythonTokens.GREATEREQUAL -> ComparisonOperator.GT_E;
      case PythonTokens.LESSEQUAL -> ComparisonOperator.LT_E;
      case PythonTokens.NOTEQUAL -> ComparisonOperator.NOT_EQ;
      default -> throw new IllegalStateException("operator " + operator);
    };
  }
}
