package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;

/**
 * Rewrites {@code target += value}: what the target names is evaluated first, and once; then it is
 * read, the value made, the target set.
 */
final class AugmentedAssignments {
  private final TreeMaker make;
  private final ExpressionGuards expressions;

  AugmentedAssignments(TreeMaker make, ExpressionGuards expressions) {
    this.make = make;
    this.expressions = expressions;
  }

  void rewrite(Statement.AugAssign a, ImmutableList.Builder<Statement> out) {
    Expression value = expressions.expression(a.value());
    switch (a.target()) {
      case Expression.Name target -> name(a, target, value, out);
      case Expression.Attribute target -> attribute(a, target, value, out);
      case Expression.Subscript target -> item(a, target, value, out);
      default -> throw new IllegalStateException("augmented assignment to " + a.target());
    }
  }

  private void name(
      Statement.AugAssign a,
      Expression.Name target,
      Expression value,
      ImmutableList.Builder<Statement> out) {
    Span span = a.span();
    out.add(
        expressions.full()
            ? TreeMaker.assign(
                target, inPlace(a.operator(), TreeMaker.load(target.id(), span), value, span), span)
            : new Statement.AugAssign(target, a.operator(), value, span));
  }

  private void attribute(
      Statement.AugAssign a,
      Expression.Attribute target,
      Expression value,
      ImmutableList.Builder<Statement> out) {
    Span span = a.span();
    String attribute = target.attribute();
    String mangled = expressions.mangled(attribute);
    Expression object = expressions.expression(target.value());
    boolean plain = expressions.isPlain(attribute);
    if (!expressions.full() && (plain || expressions.isOwn(target))) {
      Expression changed =
          plain
              ? expressions.written(object, attribute, span)
              : expressions.unlessPlain(
                  object,
                  held -> held,
                  "_own_",
                  ImmutableList.of(TreeMaker.string(mangled, span)),
                  span);
      out.add(
          new Statement.AugAssign(
              new Expression.Attribute(changed, mangled, ExpressionContext.STORE, target.span()),
              a.operator(),
              value,
              span));
      return;
    }
    String held = make.temporary();
    Expression read =
        make.guard(
            "_getattr_",
            span,
            TreeMaker.walrus(held, object, span),
            TreeMaker.string(mangled, span));
    Expression result = inPlace(a.operator(), read, value, span);
    Expression changed =
        AttributeTable.isLater(attribute)
            ? make.guard(
                "_define_", span, TreeMaker.load(held, span), TreeMaker.string(attribute, span))
            : make.guard("_write_", span, TreeMaker.load(held, span));
    out.add(
        TreeMaker.assign(
            new Expression.Attribute(changed, attribute, ExpressionContext.STORE, span),
            result,
            span));
    out.add(TreeMaker.delete(held, span));
  }

  private void item(
      Statement.AugAssign a,
      Expression.Subscript target,
      Expression value,
      ImmutableList.Builder<Statement> out) {
    Span span = a.span();
    if (!expressions.full()) {
      out.add(
          new Statement.AugAssign(
              new Expression.Subscript(
                  expressions.expression(target.value()),
                  expressions.expression(target.slice()),
                  ExpressionContext.STORE,
                  target.span()),
              a.operator(),
              value,
              span));
      return;
    }
    String held = make.temporary();
    String key = make.temporary();
    Expression read =
        make.guard(
            "_getitem_",
            span,
            TreeMaker.walrus(held, expressions.expression(target.value()), span),
            TreeMaker.walrus(key, expressions.index(target.slice()), span));
    out.add(
        TreeMaker.assign(
            new Expression.Subscript(
                make.guard("_write_", span, TreeMaker.load(held, span)),
                TreeMaker.load(key, span),
                ExpressionContext.STORE,
                span),
            inPlace(a.operator(), read, value, span),
            span));
    out.add(TreeMaker.delete(held, span));
    out.add(TreeMaker.delete(key, span));
  }

  private Expression inPlace(
      BinaryOperator operator, Expression target, Expression value, Span span) {
    return make.guard(
        "_inplacevar_", span, TreeMaker.string(operator.symbol() + "=", span), target, value);
  }
}
