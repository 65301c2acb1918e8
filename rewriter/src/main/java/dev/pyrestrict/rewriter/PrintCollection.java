package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.Optional;

/**
 * {@code _print = _print_(_getattr_)} at the beginning of a function or module that prints under
 * the profile {@code zope}: what it prints is collected there, and {@code printed} reads it.
 *
 * <p>It stands behind a docstring, which stays one. Where a loop, an {@code if}, a {@code with} or
 * a {@code try} leaves no line free before it, the binding becomes part of the first expression
 * that is evaluated, so that every statement keeps its line.
 */
final class PrintCollection {
  /** What collects. No program of that profile can spell it. */
  private static final String COLLECTOR = "_print";

  private PrintCollection() {}

  /** Returns what {@code print} becomes. */
  static Expression print(Span span) {
    return new Expression.Attribute(
        TreeMaker.load(COLLECTOR, span), "_call_print", ExpressionContext.LOAD, span);
  }

  /** Returns what {@code printed} becomes. */
  static Expression printed(Span span) {
    return call(TreeMaker.load(COLLECTOR, span), ImmutableList.of(), span);
  }

  /**
   * Returns the statements with the binding before the first that does something.
   *
   * @param line the last line on which something stands before them
   */
  static ImmutableList<Statement> before(ImmutableList<Statement> body, int line) {
    int first = 0;
    while (first < body.size() && comesFirst(body.get(first), first)) {
      first++;
    }
    int taken = first == 0 ? line : body.get(first - 1).span().endLine();
    if (first > 0 || body.getFirst().span().line() > taken + 1) {
      int free = first == 0 ? taken + 1 : taken;
      return inserted(body, first, statement(new Span(free, 0, free, 0)));
    }
    Statement statement = body.getFirst();
    Span span = statement.span();
    return switch (statement) {
      case Statement.For f ->
          replaced(
              body, new Statement.For(f.target(), and(f.iterable()), f.body(), f.orElse(), span));
      case Statement.If i ->
          replaced(body, new Statement.If(and(i.test()), i.body(), i.orElse(), span));
      case Statement.With w -> replaced(body, new Statement.With(and(w.items()), w.body(), span));
      case Statement.Try t ->
          replaced(
              body,
              new Statement.Try(
                  before(t.body(), span.line()), t.handlers(), t.orElse(), t.finalBody(), span));
      default -> inserted(body, 0, statement(span));
    };
  }

  /** Docstrings and imports from the future have to come first. */
  private static boolean comesFirst(Statement statement, int index) {
    return statement instanceof Statement.Expr e
            && e.value() instanceof Expression.Constant constant
            && constant.value() instanceof ConstantValue.StrValue
            && index == 0
        || statement instanceof Statement.ImportFrom i
            && i.module().equals(Optional.of("__future__"));
  }

  private static ImmutableList<Statement> inserted(
      ImmutableList<Statement> body, int index, Statement binding) {
    return ImmutableList.<Statement>builder()
        .addAll(body.subList(0, index))
        .add(binding)
        .addAll(body.subList(index, body.size()))
        .build();
  }

  private static ImmutableList<Statement> replaced(ImmutableList<Statement> body, Statement first) {
    return ImmutableList.<Statement>builder()
        .add(first)
        .addAll(body.subList(1, body.size()))
        .build();
  }

  private static Statement statement(Span span) {
    return TreeMaker.assign(TreeMaker.store(COLLECTOR, span), collector(span), span);
  }

  private static ImmutableList<WithItem> and(ImmutableList<WithItem> items) {
    WithItem first = items.getFirst();
    return ImmutableList.<WithItem>builder()
        .add(new WithItem(and(first.contextExpression()), first.target()))
        .addAll(items.subList(1, items.size()))
        .build();
  }

  /** {@code (_print := _print_(_getattr_), value)[1]} */
  private static Expression and(Expression value) {
    Span span = value.span();
    Expression binding = TreeMaker.walrus(COLLECTOR, collector(span), span);
    return new Expression.Subscript(
        new Expression.Tuple(ImmutableList.of(binding, value), ExpressionContext.LOAD, span),
        TreeMaker.integer(1, span),
        ExpressionContext.LOAD,
        span);
  }

  private static Expression collector(Span span) {
    return call(
        TreeMaker.load("_print_", span), ImmutableList.of(TreeMaker.load("_getattr_", span)), span);
  }

  private static Expression call(
      Expression function, ImmutableList<Expression> arguments, Span span) {
    return new Expression.Call(function, arguments, ImmutableList.of(), span);
  }
}
