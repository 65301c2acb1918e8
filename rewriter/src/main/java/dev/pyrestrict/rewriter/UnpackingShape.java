package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import java.util.Optional;

/** What a target with more than one value looks like, as the unpacking guards take it. */
final class UnpackingShape {
  private UnpackingShape() {}

  static boolean isSequence(Expression target) {
    return target instanceof Expression.Tuple || target instanceof Expression.List;
  }

  static ImmutableList<Expression> elements(Expression sequence) {
    return sequence instanceof Expression.Tuple tuple
        ? tuple.elements()
        : ((Expression.List) sequence).elements();
  }

  /**
   * Returns a dict that says how many values there are at least, which are unpacked again, and
   * whether there may be more of them.
   */
  static Expression of(Expression target, Span span) {
    ImmutableList<Expression> elements = elements(target);
    ImmutableList.Builder<Expression> children = ImmutableList.builder();
    int least = 0;
    boolean afterStar = false;
    for (int i = 0; i < elements.size(); i++) {
      Expression element = elements.get(i);
      if (element instanceof Expression.Starred) {
        afterStar = true;
        continue;
      }
      least++;
      if (isSequence(element)) {
        int index = afterStar ? i - elements.size() : i;
        children.add(tuple(ImmutableList.of(signed(index, span), of(element, span)), span));
      }
    }
    ImmutableList.Builder<Optional<Expression>> keys = ImmutableList.builder();
    ImmutableList.Builder<Expression> values = ImmutableList.builder();
    keys.add(Optional.of(TreeMaker.string("childs", span)));
    values.add(tuple(children.build(), span));
    keys.add(Optional.of(TreeMaker.string("min_len", span)));
    values.add(TreeMaker.integer(least, span));
    if (afterStar) {
      keys.add(Optional.of(TreeMaker.string("starred", span)));
      values.add(TreeMaker.bool(true, span));
    }
    return new Expression.Dict(keys.build(), values.build(), span);
  }

  private static Expression tuple(ImmutableList<Expression> elements, Span span) {
    return new Expression.Tuple(elements, ExpressionContext.LOAD, span);
  }

  private static Expression signed(int value, Span span) {
    return value >= 0
        ? TreeMaker.integer(value, span)
        : new Expression.UnaryOp(UnaryOperator.U_SUB, TreeMaker.integer(-value, span), span);
  }
}
