package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** A statement: ASDL's {@code stmt}. */
public sealed interface Statement extends Node {

  /** {@code def name[type_params](parameters) -> returns: body} */
  record FunctionDef(
      String name,
      Parameters parameters,
      ImmutableList<Statement> body,
      ImmutableList<Expression> decorators,
      Optional<Expression> returns,
      ImmutableList<TypeParameter> typeParameters,
      Span span)
      implements Statement {}

  /** {@code async def name[type_params](parameters) -> returns: body} */
  record AsyncFunctionDef(
      String name,
      Parameters parameters,
      ImmutableList<Statement> body,
      ImmutableList<Expression> decorators,
      Optional<Expression> returns,
      ImmutableList<TypeParameter> typeParameters,
      Span span)
      implements Statement {}

  /** {@code class name[type_params](bases, keywords): body} */
  record ClassDef(
      String name,
      ImmutableList<Expression> bases,
      ImmutableList<Keyword> keywords,
      ImmutableList<Statement> body,
      ImmutableList<Expression> decorators,
      ImmutableList<TypeParameter> typeParameters,
      Span span)
      implements Statement {}

  /** {@code return value} */
  record Return(Optional<Expression> value, Span span) implements Statement {}

  /** {@code del targets} */
  record Delete(ImmutableList<Expression> targets, Span span) implements Statement {}

  /** {@code target = target = value} */
  record Assign(ImmutableList<Expression> targets, Expression value, Span span)
      implements Statement {}

  /** {@code type name[type_params] = value}; the name is a {@link Expression.Name}. */
  record TypeAlias(
      Expression.Name name,
      ImmutableList<TypeParameter> typeParameters,
      Expression value,
      Span span)
      implements Statement {}

  /** {@code target op= value} */
  record AugAssign(Expression target, BinaryOperator operator, Expression value, Span span)
      implements Statement {}

  /**
   * {@code target: annotation = value}; {@code simple} when the target is a name without
   * parentheses.
   */
  record AnnAssign(
      Expression target,
      Expression annotation,
      Optional<Expression> value,
      boolean simple,
      Span span)
      implements Statement {}

  /** {@code for target in iterable: body else: orElse} */
  record For(
      Expression target,
      Expression iterable,
      ImmutableList<Statement> body,
      ImmutableList<Statement> orElse,
      Span span)
      implements Statement {}

  /** {@code async for target in iterable: body else: orElse} */
  record AsyncFor(
      Expression target,
      Expression iterable,
      ImmutableList<Statement> body,
      ImmutableList<Statement> orElse,
      Span span)
      implements Statement {}

  /** {@code while test: body else: orElse} */
  record While(
      Expression test, ImmutableList<Statement> body, ImmutableList<Statement> orElse, Span span)
      implements Statement {}

  /** {@code if test: body else: orElse}; {@code elif} is an {@code If} alone in {@code orElse}. */
  record If(
      Expression test, ImmutableList<Statement> body, ImmutableList<Statement> orElse, Span span)
      implements Statement {}

  /** {@code with items: body} */
  record With(ImmutableList<WithItem> items, ImmutableList<Statement> body, Span span)
      implements Statement {}

  /** {@code async with items: body} */
  record AsyncWith(ImmutableList<WithItem> items, ImmutableList<Statement> body, Span span)
      implements Statement {}

  /** {@code match subject: cases} */
  record Match(Expression subject, ImmutableList<MatchCase> cases, Span span)
      implements Statement {}

  /** {@code raise exception from cause} */
  record Raise(Optional<Expression> exception, Optional<Expression> cause, Span span)
      implements Statement {}

  /** {@code try: body except ...: else: finally:} */
  record Try(
      ImmutableList<Statement> body,
      ImmutableList<ExceptHandler> handlers,
      ImmutableList<Statement> orElse,
      ImmutableList<Statement> finalBody,
      Span span)
      implements Statement {}

  /** {@code try: body except* ...: else: finally:} */
  record TryStar(
      ImmutableList<Statement> body,
      ImmutableList<ExceptHandler> handlers,
      ImmutableList<Statement> orElse,
      ImmutableList<Statement> finalBody,
      Span span)
      implements Statement {}

  /** {@code assert test, message} */
  record Assert(Expression test, Optional<Expression> message, Span span) implements Statement {}

  /** {@code import names} */
  record Import(ImmutableList<Alias> names, Span span) implements Statement {}

  /** {@code from module import names}; {@code level} counts the leading dots. */
  record ImportFrom(Optional<String> module, ImmutableList<Alias> names, int level, Span span)
      implements Statement {}

  /** {@code global names} */
  record Global(ImmutableList<String> names, Span span) implements Statement {}

  /** {@code nonlocal names} */
  record Nonlocal(ImmutableList<String> names, Span span) implements Statement {}

  /** An expression as a statement. */
  record Expr(Expression value, Span span) implements Statement {}

  /** {@code pass} */
  record Pass(Span span) implements Statement {}

  /** {@code break} */
  record Break(Span span) implements Statement {}

  /** {@code continue} */
  record Continue(Span span) implements Statement {}
}
