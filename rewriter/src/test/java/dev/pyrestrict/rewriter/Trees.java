package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.BooleanOperator;
import dev.pyrestrict.grammar.ast.ComparisonOperator;
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import dev.pyrestrict.grammar.ast.WithItem;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes random modules that a parser could have made, of all kinds of nodes, not deep. What a seed
 * gives is always the same.
 */
final class Trees {
  private static final ImmutableList<String> NAMES =
      ImmutableList.of("a", "b", "spam", "_x", "__y", "\u00e9", "\u5b57", "match", "case", "type");

  /** What strings are made of: all that an emitter may stumble over. */
  private static final ImmutableList<String> PIECES =
      ImmutableList.of(
          "a",
          " ",
          "'",
          "\"",
          "\\",
          "{",
          "}",
          "{{",
          "\n",
          "\r",
          "\t",
          "\0",
          "N{",
          "x41",
          "7",
          "#",
          "!r",
          ":",
          "=",
          "\u00e9",
          "\u5b57",
          "\ud83d\ude00",
          "\ud83d",
          "\u007f",
          "\u2028");

  /** Where an expression or a statement stands. */
  private record Place(boolean function, boolean async, boolean loop, boolean names) {
    static final Place MODULE = new Place(false, false, false, true);

    /** A scope where nothing may be bound or waited for: a comprehension, a lambda. */
    static final Place INNER = new Place(false, false, false, false);

    Place inLoop() {
      return new Place(function, async, true, names);
    }

    Place outsideLoop() {
      return new Place(function, async, false, names);
    }
  }

  private final Random random;
  private int line = 1;
  private int fresh;

  Trees(long seed) {
    random = new Random(seed);
  }

  Module module() {
    return new Module(list(5, () -> statement(3, Place.MODULE)));
  }

  // --- choices
  // --------------------------------------------------------------------------------------

  private boolean chance() {
    return random.nextInt(3) == 0;
  }

  private <T> T any(ImmutableList<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return chance() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> ImmutableList<T> list(int atMost, Supplier<? extends T> value) {
    return times(random.nextInt(atMost + 1), value);
  }

  private <T> ImmutableList<T> some(int atMost, Supplier<? extends T> value) {
    return times(1 + random.nextInt(atMost), value);
  }

  private static <T> ImmutableList<T> times(int count, Supplier<? extends T> value) {
    ImmutableList.Builder<T> values = ImmutableList.builder();
    for (int i = 0; i < count; i++) {
      values.add(value.get());
    }
    return values.build();
  }

  private Span here() {
    return new Span(line, 0, line, 0);
  }

  private String name() {
    return any(NAMES);
  }

  private String fresh() {
    return "n" + fresh++;
  }

  // --- statements
  // -----------------------------------------------------------------------------------

  /** A block on the line of its header, or on lines of its own. */
  private ImmutableList<Statement> block(int depth, Place place) {
    if (chance()) {
      return some(2, () -> simple(place));
    }
    line++;
    return some(3, () -> statement(depth - 1, place));
  }

  /** A block behind a keyword that has a line of its own. */
  private ImmutableList<Statement> clause(int depth, Place place) {
    line++;
    return block(depth, place);
  }

  private ImmutableList<Statement> orElse(int depth, Place place) {
    return chance() ? clause(depth, place) : ImmutableList.of();
  }

  private Statement statement(int depth, Place place) {
    if (depth <= 0 || random.nextBoolean()) {
      line += random.nextInt(3);
      return simple(place);
    }
    line++;
    Statement compound = compound(depth, place);
    line++;
    return compound;
  }

  private Statement compound(int depth, Place place) {
    Span at = here();
    return switch (random.nextInt(10)) {
      case 0 -> function(depth, place);
      case 1 -> classDefinition(depth, place);
      case 2 ->
          new Statement.If(expression(2, place), block(depth, place), orElse(depth, place), at);
      case 3 ->
          new Statement.While(
              expression(2, place), block(depth, place.inLoop()), orElse(depth, place), at);
      case 4 -> {
        Expression target = target(2, ExpressionContext.STORE);
        Expression iterable = listed(place);
        ImmutableList<Statement> body = block(depth, place.inLoop());
        ImmutableList<Statement> orElse = orElse(depth, place);
        yield place.async() && chance()
            ? new Statement.AsyncFor(target, iterable, body, orElse, at)
            : new Statement.For(target, iterable, body, orElse, at);
      }
      case 5 -> {
        ImmutableList<WithItem> items =
            some(
                3,
                () ->
                    new WithItem(
                        expression(2, place), maybe(() -> target(1, ExpressionContext.STORE))));
        ImmutableList<Statement> body = block(depth, place);
        yield place.async() && chance()
            ? new Statement.AsyncWith(items, body, at)
            : new Statement.With(items, body, at);
      }
      case 6 -> attempt(depth, place, at);
      case 7 -> {
        Place outside = place.outsideLoop();
        Place inStar = new Place(false, place.async(), false, true);
        yield new Statement.TryStar(
            block(depth, outside),
            some(
                2,
                () -> {
                  line++;
                  Span handler = here();
                  return new ExceptHandler(
                      Optional.of(expression(1, place)),
                      maybe(this::name),
                      block(1, inStar),
                      handler);
                }),
            orElse(depth, outside),
            orElse(depth, outside),
            at);
      }
      default -> match(depth, place, at);
    };
  }

  private Statement attempt(int depth, Place place, Span at) {
    ImmutableList<Statement> body = block(depth, place);
    ImmutableList.Builder<ExceptHandler> handlers = ImmutableList.builder();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      line++;
      Span handler = here();
      boolean bare = i == count - 1 && chance();
      handlers.add(
          new ExceptHandler(
              bare ? Optional.empty() : Optional.of(expression(1, place)),
              bare ? Optional.empty() : maybe(this::name),
              block(depth, place),
              handler));
    }
    return new Statement.Try(
        body,
        handlers.build(),
        count == 0 ? ImmutableList.of() : orElse(depth, place),
        count == 0 ? clause(depth, place) : orElse(depth, place),
        at);
  }

  private ImmutableList<Expression> decorators(Place place) {
    ImmutableList<Expression> decorators =
        list(
            2,
            () -> {
              line++;
              return expression(2, place);
            });
    line++;
    return decorators;
  }

  private Statement function(int depth, Place place) {
    ImmutableList<Expression> decorators = decorators(place);
    Span at = here();
    Parameters parameters = parameters(place, true);
    Optional<Expression> returns = maybe(this::annotation);
    ImmutableList<TypeParameter> typeParameters = typeParameters();
    boolean async = chance();
    Place inside = new Place(true, async, false, true);
    ImmutableList.Builder<Statement> body = ImmutableList.builder();
    if (chance()) {
      line++;
      body.add(new Statement.Global(some(2, this::fresh), here()));
    }
    body.addAll(block(depth, inside));
    return async
        ? new Statement.AsyncFunctionDef(
            name(), parameters, body.build(), decorators, returns, typeParameters, at)
        : new Statement.FunctionDef(
            name(), parameters, body.build(), decorators, returns, typeParameters, at);
  }

  private Statement classDefinition(int depth, Place place) {
    ImmutableList<Expression> decorators = decorators(place);
    Span at = here();
    return new Statement.ClassDef(
        name(),
        list(2, this::annotation),
        list(2, () -> new Keyword(Optional.of(fresh()), annotation(), here())),
        block(depth, Place.MODULE),
        decorators,
        typeParameters(),
        at);
  }

  private ImmutableList<TypeParameter> typeParameters() {
    return chance()
        ? some(
            3,
            () ->
                switch (random.nextInt(3)) {
                  case 0 -> new TypeParameter.ParamSpec(fresh(), here());
                  case 1 -> new TypeParameter.TypeVarTuple(fresh(), here());
                  default -> new TypeParameter.TypeVar(fresh(), maybe(this::annotation), here());
                })
        : ImmutableList.of();
  }

  private Parameters parameters(Place place, boolean annotated) {
    Supplier<Argument> argument =
        () -> new Argument(fresh(), annotated ? maybe(this::annotation) : Optional.empty(), here());
    ImmutableList<Argument> positionalOnly = list(2, argument);
    ImmutableList<Argument> positional = list(2, argument);
    ImmutableList<Argument> keywordOnly = list(2, argument);
    return new Parameters(
        positionalOnly,
        positional,
        maybe(argument),
        keywordOnly,
        times(keywordOnly.size(), () -> maybe(() -> expression(1, place))),
        maybe(argument),
        list(positionalOnly.size() + positional.size(), () -> expression(1, place)));
  }

  private Statement simple(Place place) {
    Span at = here();
    switch (random.nextInt(16)) {
      case 0 -> {
        return new Statement.Pass(at);
      }
      case 1 -> {
        if (place.loop()) {
          return chance() ? new Statement.Break(at) : new Statement.Continue(at);
        }
      }
      case 2 -> {
        if (place.function()) {
          return new Statement.Return(maybe(() -> listed(place)), at);
        }
      }
      case 3 -> {
        return new Statement.Delete(some(2, () -> target(2, ExpressionContext.DELETE)), at);
      }
      case 4, 5, 6 -> {
        return new Statement.Assign(
            some(2, () -> target(2, ExpressionContext.STORE)), statementValue(place), at);
      }
      case 7 -> {
        return new Statement.AugAssign(
            single(ExpressionContext.STORE),
            any(BinaryOperator.values()),
            statementValue(place),
            at);
      }
      case 8 -> {
        Expression target = annotated();
        return new Statement.AnnAssign(
            target,
            annotation(),
            maybe(() -> statementValue(place)),
            target instanceof Expression.Name && chance(),
            at);
      }
      case 9 -> {
        return new Statement.TypeAlias(
            new Expression.Name(name(), ExpressionContext.STORE, at),
            typeParameters(),
            annotation(),
            at);
      }
      case 10 -> {
        Optional<Expression> exception = maybe(() -> expression(2, place));
        return new Statement.Raise(
            exception, exception.flatMap(e -> maybe(() -> expression(2, place))), at);
      }
      case 11 -> {
        return new Statement.Assert(expression(2, place), maybe(() -> expression(2, place)), at);
      }
      case 12 -> {
        return new Statement.Import(
            some(2, () -> new Alias(chance() ? "a.b.c" : name(), maybe(this::name), at)), at);
      }
      case 13 -> {
        Optional<String> module = maybe(() -> "spam.eggs");
        return new Statement.ImportFrom(
            module,
            some(2, () -> new Alias(name(), maybe(this::name), at)),
            random.nextInt(5) + (module.isPresent() ? 0 : 1),
            at);
      }
      default -> {}
    }
    return new Statement.Expr(statementValue(place), at);
  }

  private Expression statementValue(Place place) {
    if (place.function() && !place.async() && chance()) {
      return yielding(place);
    }
    return listed(place);
  }

  private Expression yielding(Place place) {
    return chance()
        ? new Expression.YieldFrom(expression(1, place), here())
        : new Expression.Yield(maybe(() -> listed(place)), here());
  }

  /** An expression, or a tuple that may have starred elements. */
  private Expression listed(Place place) {
    return chance()
        ? new Expression.Tuple(list(3, () -> element(2, place)), ExpressionContext.LOAD, here())
        : expression(3, place);
  }

  // --- patterns
  // --------------------------------------------------------------------------------------

  private Statement match(int depth, Place place, Span at) {
    Expression subject = listed(place);
    ImmutableList<MatchCase> cases =
        some(
            3,
            () -> {
              line++;
              return new MatchCase(
                  refutable(2), maybe(() -> expression(2, place)), block(depth, place));
            });
    ImmutableList.Builder<MatchCase> all = ImmutableList.<MatchCase>builder().addAll(cases);
    if (chance()) {
      line++;
      all.add(new MatchCase(pattern(0), Optional.empty(), block(depth, place)));
    }
    return new Statement.Match(subject, all.build(), at);
  }

  /** Any pattern; without depth it matches everything. */
  private Pattern pattern(int depth) {
    return depth <= 0 || chance()
        ? new Pattern.MatchAs(Optional.empty(), maybe(this::fresh), here())
        : refutable(depth);
  }

  private Pattern refutable(int depth) {
    Span at = here();
    return switch (depth <= 0 ? random.nextInt(3) : random.nextInt(8)) {
      case 0, 1 -> value();
      case 2 ->
          new Pattern.MatchSingleton(
              chance() ? new ConstantValue.NoneValue() : new ConstantValue.BoolValue(chance()), at);
      case 3 -> {
        ImmutableList.Builder<Pattern> patterns = ImmutableList.builder();
        patterns.addAll(list(2, () -> pattern(depth - 1)));
        maybe(() -> new Pattern.MatchStar(maybe(this::fresh), at)).ifPresent(patterns::add);
        patterns.addAll(list(2, () -> pattern(depth - 1)));
        yield new Pattern.MatchSequence(patterns.build(), at);
      }
      case 4 -> {
        ImmutableList<Expression> keys =
            list(
                2,
                () ->
                    new Expression.Constant(
                        new ConstantValue.IntValue(BigInteger.valueOf(fresh++)), false, at));
        yield new Pattern.MatchMapping(
            keys, times(keys.size(), () -> pattern(depth - 1)), maybe(this::fresh), at);
      }
      case 5 -> {
        ImmutableList<String> attributes = list(2, this::fresh);
        yield new Pattern.MatchClass(
            attribute(),
            list(2, () -> pattern(depth - 1)),
            attributes,
            times(attributes.size(), () -> pattern(depth - 1)),
            at);
      }
      case 6 -> new Pattern.MatchAs(Optional.of(refutable(depth - 1)), Optional.of(fresh()), at);
      default -> new Pattern.MatchOr(ImmutableList.of(value(), value()), at);
    };
  }

  private Pattern value() {
    Span at = here();
    Expression number =
        new Expression.Constant(
            chance()
                ? new ConstantValue.FloatValue(random.nextDouble())
                : new ConstantValue.IntValue(BigInteger.valueOf(random.nextInt(9))),
            false,
            at);
    Expression signed = chance() ? new Expression.UnaryOp(UnaryOperator.U_SUB, number, at) : number;
    return new Pattern.MatchValue(
        switch (random.nextInt(4)) {
          case 0 -> new Expression.Constant(string(), false, at);
          case 1 -> new Expression.Attribute(attribute(), name(), ExpressionContext.LOAD, at);
          case 2 ->
              new Expression.BinOp(
                  signed,
                  chance() ? BinaryOperator.ADD : BinaryOperator.SUB,
                  new Expression.Constant(
                      new ConstantValue.ComplexValue(random.nextDouble()), false, at),
                  at);
          default -> signed;
        },
        at);
  }

  private Expression attribute() {
    Expression spam = new Expression.Name("spam", ExpressionContext.LOAD, here());
    return chance() ? new Expression.Attribute(spam, name(), ExpressionContext.LOAD, here()) : spam;
  }

  // --- expressions
  // ------------------------------------------------------------------------------------

  private Expression single(ExpressionContext context) {
    Expression value = expression(1, Place.INNER);
    return switch (random.nextInt(4)) {
      case 0 -> new Expression.Attribute(value, name(), context, here());
      case 1 -> new Expression.Subscript(value, slices(Place.INNER), context, here());
      default -> new Expression.Name(name(), context, here());
    };
  }

  /** A target whose subscript has no starred element: annotated it would have no place to go. */
  private Expression annotated() {
    return single(ExpressionContext.STORE) instanceof Expression.Attribute attribute
        ? attribute
        : chance()
            ? new Expression.Subscript(attribute(), annotation(), ExpressionContext.STORE, here())
            : new Expression.Name(name(), ExpressionContext.STORE, here());
  }

  private Expression target(int depth, ExpressionContext context) {
    if (depth <= 0 || !chance()) {
      return single(context);
    }
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    elements.addAll(list(2, () -> target(depth - 1, context)));
    if (context == ExpressionContext.STORE && chance()) {
      elements.add(new Expression.Starred(target(depth - 1, context), context, here()));
    }
    return chance()
        ? new Expression.List(elements.build(), context, here())
        : new Expression.Tuple(elements.build(), context, here());
  }

  private Expression element(int depth, Place place) {
    return chance()
        ? new Expression.Starred(expression(depth, place), ExpressionContext.LOAD, here())
        : expression(depth, place);
  }

  private Expression slices(Place place) {
    Supplier<Expression> slice =
        () ->
            chance()
                ? new Expression.Slice(
                    maybe(() -> expression(1, place)),
                    maybe(() -> expression(1, place)),
                    maybe(() -> expression(1, place)),
                    here())
                : element(1, place);
    Expression one = chance() ? slice.get() : expression(1, place);
    return chance() || one instanceof Expression.Starred
        ? new Expression.Tuple(some(3, slice), ExpressionContext.LOAD, here())
        : one;
  }

  /** What may stand where no names are bound and nothing is iterated over. */
  private Expression annotation() {
    Expression value = attribute();
    return switch (random.nextInt(3)) {
      case 0 ->
          new Expression.BinOp(
              value,
              BinaryOperator.BIT_OR,
              new Expression.Constant(string(), false, here()),
              here());
      case 1 -> new Expression.Subscript(value, attribute(), ExpressionContext.LOAD, here());
      default -> value;
    };
  }

  private Expression expression(int depth, Place place) {
    Span at = here();
    if (depth <= 0) {
      return chance() ? constant() : new Expression.Name(name(), ExpressionContext.LOAD, at);
    }
    int less = depth - 1;
    Supplier<Expression> inner = () -> expression(less, place);
    return switch (random.nextInt(24)) {
      case 0 ->
          new Expression.BoolOp(
              any(BooleanOperator.values()), times(2 + random.nextInt(2), inner), at);
      case 1, 2, 3 ->
          new Expression.BinOp(inner.get(), any(BinaryOperator.values()), inner.get(), at);
      case 4, 5 -> new Expression.UnaryOp(any(UnaryOperator.values()), inner.get(), at);
      case 6 -> new Expression.Lambda(parameters(place, false), expression(less, Place.INNER), at);
      case 7 -> new Expression.IfExp(inner.get(), inner.get(), inner.get(), at);
      case 8 -> {
        ImmutableList<Optional<Expression>> keys = list(2, () -> maybe(inner));
        yield new Expression.Dict(keys, times(keys.size(), inner), at);
      }
      case 9 -> new Expression.Set(some(2, () -> element(less, place)), at);
      case 10 ->
          new Expression.ListComp(expression(less, Place.INNER), generators(less, place), at);
      case 11 ->
          chance()
              ? new Expression.SetComp(expression(less, Place.INNER), generators(less, place), at)
              : new Expression.DictComp(
                  expression(less, Place.INNER),
                  expression(less, Place.INNER),
                  generators(less, place),
                  at);
      case 12 ->
          new Expression.GeneratorExp(expression(less, Place.INNER), generators(less, place), at);
      case 13 -> {
        int count = 1 + random.nextInt(2);
        yield new Expression.Compare(
            inner.get(),
            times(count, () -> any(ComparisonOperator.values())),
            times(count, inner),
            at);
      }
      case 14, 15 ->
          new Expression.Call(
              inner.get(),
              list(2, () -> element(less, place)),
              list(
                  2,
                  () ->
                      new Keyword(
                          chance() ? Optional.empty() : Optional.of(fresh()), inner.get(), at)),
              at);
      case 16 -> joined(less, place, 2);
      case 17 -> new Expression.Attribute(inner.get(), name(), ExpressionContext.LOAD, at);
      case 18 -> new Expression.Subscript(inner.get(), slices(place), ExpressionContext.LOAD, at);
      case 19 ->
          new Expression.List(list(3, () -> element(less, place)), ExpressionContext.LOAD, at);
      case 20 ->
          new Expression.Tuple(list(3, () -> element(less, place)), ExpressionContext.LOAD, at);
      case 21 ->
          place.names()
              ? new Expression.NamedExpr(
                  new Expression.Name(name(), ExpressionContext.STORE, at), inner.get(), at)
              : constant();
      case 22 ->
          place.async()
              ? new Expression.Await(inner.get(), at)
              : place.function() ? yielding(place) : constant();
      default -> constant();
    };
  }

  private ImmutableList<Comprehension> generators(int depth, Place place) {
    return some(
        2,
        () ->
            new Comprehension(
                target(1, ExpressionContext.STORE),
                expression(depth, Place.INNER),
                list(2, () -> expression(depth, Place.INNER)),
                place.async() && chance()));
  }

  private Expression.JoinedStr joined(int depth, Place place, int specs) {
    ImmutableList.Builder<Expression> values = ImmutableList.builder();
    for (int fields = random.nextInt(3); fields >= 0; fields--) {
      ConstantValue.StrValue text = text();
      if (!text.value().isEmpty()) {
        values.add(new Expression.Constant(text, false, here()));
      }
      if (fields > 0) {
        values.add(
            new Expression.FormattedValue(
                expression(depth, place),
                any(ImmutableList.of(-1, (int) 's', (int) 'r', (int) 'a')),
                specs > 0 ? maybe(() -> joined(0, place, specs - 1)) : Optional.empty(),
                here()));
      }
    }
    return new Expression.JoinedStr(values.build(), here());
  }

  private ConstantValue.StrValue text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(any(PIECES));
    }
    return new ConstantValue.StrValue(text.toString());
  }

  /** A string or bytes. */
  private ConstantValue string() {
    ConstantValue.StrValue text = text();
    return chance() && text.value().chars().allMatch(c -> c < 0x100)
        ? new ConstantValue.BytesValue(text.value())
        : text;
  }

  private Expression constant() {
    ConstantValue value =
        switch (random.nextInt(8)) {
          case 0 -> new ConstantValue.NoneValue();
          case 1 -> new ConstantValue.EllipsisValue();
          case 2 -> new ConstantValue.BoolValue(chance());
          case 3 -> new ConstantValue.IntValue(new BigInteger(random.nextInt(200), random));
          case 4 ->
              new ConstantValue.FloatValue(
                  any(
                      ImmutableList.of(
                          0.0,
                          1.0,
                          0.1,
                          1e16,
                          1e22,
                          1e-7,
                          Double.MIN_VALUE,
                          Double.MAX_VALUE,
                          Double.POSITIVE_INFINITY,
                          random.nextDouble())));
          case 5 -> new ConstantValue.ComplexValue(random.nextDouble());
          default -> string();
        };
    return new Expression.Constant(value, false, here());
  }
}
