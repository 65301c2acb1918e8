package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import java.util.Optional;

/** Which expressions are nothing but data: those that {@code ast.literal_eval} takes. */
final class Literals {
  private Literals() {}

  static boolean isLiteral(Expression expression) {
    return switch (expression) {
      case Expression.Constant ignored -> true;
      case Expression.Tuple e -> areLiterals(e.elements());
      case Expression.List e -> areLiterals(e.elements());
      case Expression.Set e -> areLiterals(e.elements());
      case Expression.Dict e ->
          e.keys().stream().allMatch(key -> key.filter(Literals::isLiteral).isPresent())
              && areLiterals(e.values());
      case Expression.Call e ->
          e.function() instanceof Expression.Name name
              && name.id().equals("set")
              && e.arguments().isEmpty()
              && e.keywords().isEmpty();
      case Expression.UnaryOp e -> isSigned(e);
      case Expression.BinOp e ->
          (e.operator() == BinaryOperator.ADD || e.operator() == BinaryOperator.SUB)
              && isReal(e.left())
              && number(e.right()).filter(ConstantValue.ComplexValue.class::isInstance).isPresent();
      case Expression.BoolOp ignored -> false;
      case Expression.NamedExpr ignored -> false;
      case Expression.Lambda ignored -> false;
      case Expression.IfExp ignored -> false;
      case Expression.ListComp ignored -> false;
      case Expression.SetComp ignored -> false;
      case Expression.DictComp ignored -> false;
      case Expression.GeneratorExp ignored -> false;
      case Expression.Await ignored -> false;
      case Expression.Yield ignored -> false;
      case Expression.YieldFrom ignored -> false;
      case Expression.Compare ignored -> false;
      case Expression.FormattedValue ignored -> false;
      case Expression.JoinedStr ignored -> false;
      case Expression.Attribute ignored -> false;
      case Expression.Subscript ignored -> false;
      case Expression.Starred ignored -> false;
      case Expression.Name ignored -> false;
      case Expression.Slice ignored -> false;
    };
  }

  private static boolean areLiterals(ImmutableList<Expression> expressions) {
    return expressions.stream().allMatch(Literals::isLiteral);
  }

  private static boolean isSigned(Expression.UnaryOp e) {
    return (e.operator() == UnaryOperator.U_ADD || e.operator() == UnaryOperator.U_SUB)
        && number(e.operand()).isPresent();
  }

  private static boolean isReal(Expression expression) {
    Expression number =
        expression instanceof Expression.UnaryOp e && isSigned(e) ? e.operand() : expression;
    return number(number)
        .filter(value -> !(value instanceof ConstantValue.ComplexValue))
        .isPresent();
  }

  private static Optional<ConstantValue> number(Expression expression) {
    return expression instanceof Expression.Constant constant
        ? Optional.of(constant.value()).filter(Literals::isNumber)
        : Optional.empty();
  }

  private static boolean isNumber(ConstantValue value) {
    return switch (value) {
      case ConstantValue.IntValue ignored -> true;
      case ConstantValue.FloatValue ignored -> true;
      case ConstantValue.ComplexValue ignored -> true;
      case ConstantValue.NoneValue ignored -> false;
      case ConstantValue.EllipsisValue ignored -> false;
      case ConstantValue.BoolValue ignored -> false;
      case ConstantValue.StrValue ignored -> false;
      case ConstantValue.BytesValue ignored -> false;
    };
  }
}
