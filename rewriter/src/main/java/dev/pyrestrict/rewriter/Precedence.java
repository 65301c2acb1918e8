package dev.pyrestrict.rewriter;

import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.BooleanOperator;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.UnaryOperator;

/**
 * How tightly expressions bind, low to high, after the table of operators of Python's reference,
 * 6.17: one stands in parentheses where a higher number is asked for.
 */
final class Precedence {
  static final int NAMED = 0;
  static final int TERNARY = 1;
  static final int OR = 2;
  static final int AND = 3;
  static final int NOT = 4;
  static final int COMPARE = 5;
  static final int BIT_OR = 6;
  static final int BIT_XOR = 7;
  static final int BIT_AND = 8;
  static final int SHIFT = 9;
  static final int SUM = 10;
  static final int TERM = 11;
  static final int UNARY = 12;
  static final int POWER = 13;
  static final int AWAIT = 14;
  static final int ATOM = 15;

  private Precedence() {}

  static int of(Expression expression) {
    return switch (expression) {
      case Expression.NamedExpr ignored -> NAMED;
      case Expression.Yield ignored -> NAMED - 1;
      case Expression.YieldFrom ignored -> NAMED - 1;
      case Expression.Lambda ignored -> TERNARY;
      case Expression.IfExp ignored -> TERNARY;
      case Expression.BoolOp e -> e.operator() == BooleanOperator.OR ? OR : AND;
      case Expression.UnaryOp e -> e.operator() == UnaryOperator.NOT ? NOT : UNARY;
      case Expression.Compare ignored -> COMPARE;
      case Expression.BinOp e -> of(e.operator());
      case Expression.Await ignored -> AWAIT;
      case Expression.Constant e -> e.value() instanceof ConstantValue.IntValue ? AWAIT : ATOM;
      case Expression.Starred ignored -> ATOM;
      case Expression.Dict ignored -> ATOM;
      case Expression.Set ignored -> ATOM;
      case Expression.ListComp ignored -> ATOM;
      case Expression.SetComp ignored -> ATOM;
      case Expression.DictComp ignored -> ATOM;
      case Expression.GeneratorExp ignored -> ATOM;
      case Expression.Call ignored -> ATOM;
      case Expression.FormattedValue ignored -> ATOM;
      case Expression.JoinedStr ignored -> ATOM;
      case Expression.Attribute ignored -> ATOM;
      case Expression.Subscript ignored -> ATOM;
      case Expression.Name ignored -> ATOM;
      case Expression.List ignored -> ATOM;
      case Expression.Tuple ignored -> ATOM;
      case Expression.Slice ignored -> ATOM;
    };
  }

  static int of(BinaryOperator operator) {
    return switch (operator) {
      case BIT_OR -> BIT_OR;
      case BIT_XOR -> BIT_XOR;
      case BIT_AND -> BIT_AND;
      case L_SHIFT, R_SHIFT -> SHIFT;
      case ADD, SUB -> SUM;
      case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> TERM;
      case POW -> POWER;
    };
  }
}
