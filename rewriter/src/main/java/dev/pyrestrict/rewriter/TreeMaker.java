package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import java.math.BigInteger;
import java.util.TreeSet;

/**
 * Makes the nodes that are put into one module, and remembers which guards they call. Each node has
 * the span of what it stands for. Not thread-safe.
 */
final class TreeMaker {
  /** A source has fewer temporaries than these bits count: it would have more bytes. */
  private static final int BITS_OF_TEMPORARIES = 24;

  private final TreeSet<String> guards = new TreeSet<>();
  private long temporaries;

  /**
   * Creates a maker.
   *
   * @param text 0 for a file, else the number of a text that a running program made
   */
  TreeMaker(int text) {
    temporaries = (long) text << BITS_OF_TEMPORARIES;
  }

  /** Returns the guards that the module calls. */
  ImmutableSortedSet<String> guards() {
    return ImmutableSortedSet.copyOf(guards);
  }

  /** Notes that the module calls a guard. */
  void calls(String guard) {
    guards.add(guard);
  }

  /** Returns a call of a guard. */
  Expression guard(String guard, Span span, Expression... arguments) {
    return new Expression.Call(
        guardName(guard, span), ImmutableList.copyOf(arguments), ImmutableList.of(), span);
  }

  /** Returns a guard's name, to be called or handed on. */
  Expression.Name guardName(String guard, Span span) {
    calls(guard);
    return load(guard, span);
  }

  /**
   * Returns a name for a variable that nothing else uses: a special name, which no guest can spell,
   * which class bodies hide, and which enum takes for no member. In a namespace where more than one
   * text runs it has to be one text's alone: a match statement looks for the class that a guard has
   * seen under this name.
   */
  String temporary() {
    return "__t" + temporaries++ + "__";
  }

  static Expression string(String value, Span span) {
    return new Expression.Constant(new ConstantValue.StrValue(value), false, span);
  }

  static Expression integer(long value, Span span) {
    return new Expression.Constant(
        new ConstantValue.IntValue(BigInteger.valueOf(value)), false, span);
  }

  static Expression bool(boolean value, Span span) {
    return new Expression.Constant(new ConstantValue.BoolValue(value), false, span);
  }

  static Expression none(Span span) {
    return new Expression.Constant(new ConstantValue.NoneValue(), false, span);
  }

  static Expression.Name load(String id, Span span) {
    return new Expression.Name(id, ExpressionContext.LOAD, span);
  }

  static Expression.Name store(String id, Span span) {
    return new Expression.Name(id, ExpressionContext.STORE, span);
  }

  static Expression walrus(String id, Expression value, Span span) {
    return new Expression.NamedExpr(store(id, span), value, span);
  }

  static Statement assign(Expression target, Expression value, Span span) {
    return new Statement.Assign(ImmutableList.of(target), value, span);
  }

  static Statement delete(String id, Span span) {
    return new Statement.Delete(
        ImmutableList.of(new Expression.Name(id, ExpressionContext.DELETE, span)), span);
  }
}
