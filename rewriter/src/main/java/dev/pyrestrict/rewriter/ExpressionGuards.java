package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.TypeParameter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Turns the operations in expressions that a guard must see into calls of that guard. It knows
 * where in the module rewriting stands, for statements too. Not thread-safe.
 */
final class ExpressionGuards {
  /**
   * The variable that holds an object between two looks at it. One is enough: what is evaluated
   * inside is over before it is bound.
   */
  private static final String HELD = "__held__";

  private final Policy policy;
  private final GuardMode mode;
  private final TreeMaker make;
  private final ImportStatements imports;
  private Scope scope;
  private FunctionBody body = new FunctionBody();
  private String className = "";

  private boolean annotationsAreText;

  private boolean withinText;

  /**
   * Whether Python allows no {@code :=} here: in annotations and in what comprehensions iterate.
   */
  private boolean withoutWalrus;

  ExpressionGuards(
      Policy policy, GuardMode mode, TreeMaker make, ImportStatements imports, Scope scope) {
    this.policy = policy;
    this.mode = mode;
    this.make = make;
    this.imports = imports;
    this.scope = scope;
  }

  // --- where rewriting stands
  // -----------------------------------------------------------------------

  /** Reports whether every guard call is to be written out here. */
  boolean full() {
    return mode == GuardMode.FULL && !withinText;
  }

  Scope scope() {
    return scope;
  }

  /** Returns what is known in the function, or module, that is being rewritten. */
  FunctionBody body() {
    return body;
  }

  /** Returns the class that private names belong to, "" where there is none. */
  String className() {
    return className;
  }

  /** From now on annotations are text: {@code from __future__ import annotations}, PEP 563. */
  void makeTextOfAnnotations() {
    annotationsAreText = true;
  }

  /** Returns what is made inside of a scope. */
  <T> T inside(Scope inner, Supplier<T> made) {
    Scope outer = scope;
    scope = inner;
    T result = made.get();
    scope = outer;
    return result;
  }

  /** Returns what is made inside of a scope of a class. */
  <T> T inside(Scope inner, String innerClass, Supplier<T> made) {
    String outerClass = className;
    className = innerClass;
    T result = inside(inner, made);
    className = outerClass;
    return result;
  }

  /** Returns what is made inside of a function's body. */
  <T> T inFunction(Scope inner, Supplier<T> made) {
    FunctionBody outerBody = body;
    body = new FunctionBody();
    T result = inside(inner, made);
    body = outerBody;
    return result;
  }

  // --- expressions
  // ---------------------------------------------------------------------------------

  ImmutableList<Expression> expressions(List<Expression> expressions) {
    return expressions.stream().map(this::expression).collect(ImmutableList.toImmutableList());
  }

  ImmutableList<Keyword> keywords(List<Keyword> keywords) {
    return keywords.stream()
        .map(keyword -> new Keyword(keyword.name(), expression(keyword.value()), keyword.span()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The name of an attribute as Python stores it: class-private names carry their class. What a
   * guard has seen is what is read: Python and GraalPy differ about names in type parameters.
   */
  String mangled(String attribute) {
    String stripped = className.replaceFirst("^_+", "");
    return attribute.startsWith("__") && !attribute.endsWith("__") && !stripped.isEmpty()
        ? "_" + stripped + attribute
        : attribute;
  }

  /** Reports whether an attribute of that name can be read of any object. */
  boolean isPlain(String attribute) {
    return policy.load(attribute) instanceof AttributeTable.Plain;
  }

  /** Reports whether it is an attribute that only objects of the guest's own classes have. */
  boolean isOwn(Expression.Attribute target) {
    return canAsk(target.value()) && isPrivate(target.attribute());
  }

  private static boolean isPrivate(String attribute) {
    return attribute.startsWith("_") && !AttributeTable.isSpecial(attribute);
  }

  private Expression attribute(Expression.Attribute e) {
    Expression value = expression(e.value());
    Span span = e.span();
    if (e.context() != ExpressionContext.LOAD) {
      return new Expression.Attribute(
          written(value, e.attribute(), span), e.attribute(), e.context(), span);
    }
    if (isPlain(e.attribute()) && !full()) {
      return new Expression.Attribute(value, e.attribute(), e.context(), span);
    }
    Expression name = TreeMaker.string(mangled(e.attribute()), span);
    return isPrivate(e.attribute()) && canAsk(value)
        ? unlessPlain(
            value,
            object -> new Expression.Attribute(object, mangled(e.attribute()), e.context(), span),
            "_getattr_",
            ImmutableList.of(name),
            span)
        : make.guard("_getattr_", span, value, name);
  }

  /** An object of which the attribute is about to be set. */
  Expression written(Expression object, String attribute, Span span) {
    if (AttributeTable.isLater(attribute)) {
      return make.guard("_define_", span, object, TreeMaker.string(attribute, span));
    }
    if (object instanceof Expression.Name name
        && body.isSettable(name.id())
        && scope.isSettled(name.id(), name.span())) {
      return object;
    }
    return canAsk(object)
        ? unlessPlain(object, held -> held, "_write_", ImmutableList.of(), span)
        : make.guard("_write_", span, object);
  }

  /**
   * An object that is no variable has to be held by one; only a function has such to spare. Where
   * names are looked for in a class first, and later, the guest can put a name of the guards'
   * there, and the place would take it for its own.
   */
  private boolean canAsk(Expression object) {
    return !full()
        && !scope.seesClass()
        && (object instanceof Expression.Name
            || scope.kind() == Scope.Kind.FUNCTION && !withoutWalrus);
  }

  /**
   * {@code plain if _plain_(o) else _guard_(o, ...)}: nothing of an object whose class, and
   * whatever it derives from, is the guest's own has to be judged. The runtime finds that when the
   * class is made.
   */
  Expression unlessPlain(
      Expression object,
      UnaryOperator<Expression> plain,
      String guard,
      ImmutableList<Expression> arguments,
      Span span) {
    boolean variable = object instanceof Expression.Name;
    Expression read = variable ? object : TreeMaker.load(HELD, span);
    Expression[] all =
        ImmutableList.<Expression>builder()
            .add(read)
            .addAll(arguments)
            .build()
            .toArray(Expression[]::new);
    return new Expression.IfExp(
        make.guard("_plain_", span, variable ? object : TreeMaker.walrus(HELD, object, span)),
        plain.apply(read),
        make.guard(guard, span, all),
        span);
  }

  /** A subscript as a value: slices become calls. */
  Expression index(Expression slice) {
    return switch (slice) {
      case Expression.Slice s -> {
        Expression none = TreeMaker.none(s.span());
        yield make.guard(
            "_slice_",
            s.span(),
            s.lower().map(this::expression).orElse(none),
            s.upper().map(this::expression).orElse(none),
            s.step().map(this::expression).orElse(none));
      }
      case Expression.Tuple t ->
          new Expression.Tuple(
              t.elements().stream().map(this::index).collect(ImmutableList.toImmutableList()),
              t.context(),
              t.span());
      default -> expression(slice);
    };
  }

  private Expression subscript(Expression.Subscript e) {
    Expression value = expression(e.value());
    if (!full()) {
      return new Expression.Subscript(value, expression(e.slice()), e.context(), e.span());
    }
    return e.context() == ExpressionContext.LOAD
        ? make.guard("_getitem_", e.span(), value, index(e.slice()))
        : new Expression.Subscript(
            make.guard("_write_", e.span(), value), expression(e.slice()), e.context(), e.span());
  }

  private Expression call(Expression.Call e) {
    Optional<String> imported = ImportStatements.module(e);
    if (imported.isPresent()) {
      return imports.rewrite(imported.get(), e.span());
    }
    Expression function = expression(e.function());
    ImmutableList<Expression> arguments = expressions(e.arguments());
    ImmutableList<Keyword> keywords = keywords(e.keywords());
    boolean unpacks =
        arguments.stream().anyMatch(a -> a instanceof Expression.Starred)
            || keywords.stream().anyMatch(k -> k.name().isEmpty());
    if (!full() || !unpacks) {
      return new Expression.Call(function, arguments, keywords, e.span());
    }
    return new Expression.Call(
        make.guardName("_apply_", e.span()),
        ImmutableList.<Expression>builder().add(function).addAll(arguments).build(),
        keywords,
        e.span());
  }

  private Expression load(Expression.Name e) {
    if (policy.judgesAsZope() && e.context() == ExpressionContext.LOAD) {
      if (e.id().equals("print")) {
        body.setPrints();
        return PrintCollection.print(e.span());
      }
      if (e.id().equals("printed")) {
        body.setPrints();
        return PrintCollection.printed(e.span());
      }
    }
    if (e.context() == ExpressionContext.LOAD
        && e.id().equals("print")
        && scope.resolve("print") == Scope.Resolution.GLOBAL
        && !bindsAtModuleLevel("print")) {
      return make.guardName("_print_", e.span());
    }
    if (e.id().equals("__debug__")) {
      // A constant in CPython; GraalPy has a builtin function of that name.
      return TreeMaker.bool(true, e.span());
    }
    return e;
  }

  /** Reports whether the program, or its host, has bound a builtin's name to something else. */
  private boolean bindsAtModuleLevel(String id) {
    if (policy.predeclared().contains(id)) {
      return true;
    }
    Scope module = scope;
    while (module.parent().isPresent()) {
      module = module.parent().get();
    }
    return module.binds(id);
  }

  Expression expression(Expression expression) {
    return switch (expression) {
      case Expression.BoolOp e ->
          new Expression.BoolOp(e.operator(), expressions(e.values()), e.span());
      case Expression.NamedExpr e ->
          new Expression.NamedExpr(e.target(), expression(e.value()), e.span());
      case Expression.BinOp e ->
          new Expression.BinOp(expression(e.left()), e.operator(), expression(e.right()), e.span());
      case Expression.UnaryOp e ->
          new Expression.UnaryOp(e.operator(), expression(e.operand()), e.span());
      case Expression.Lambda e -> lambda(e);
      case Expression.IfExp e ->
          new Expression.IfExp(
              expression(e.test()), expression(e.body()), expression(e.orElse()), e.span());
      case Expression.Dict e ->
          new Expression.Dict(
              e.keys().stream()
                  .map(key -> key.map(this::expression))
                  .collect(ImmutableList.toImmutableList()),
              expressions(e.values()),
              e.span());
      case Expression.Set e -> {
        SetOrder.Written written = SetOrder.written(e.elements());
        Expression set = new Expression.Set(expressions(written.elements()), e.span());
        yield written.copied()
            ? new Expression.Call(
                new Expression.Attribute(set, "copy", ExpressionContext.LOAD, e.span()),
                ImmutableList.of(),
                ImmutableList.of(),
                e.span())
            : set;
      }
      case Expression.ListComp e ->
          comprehension(
              e,
              e.generators(),
              parts -> new Expression.ListComp(expression(e.element()), parts, e.span()));
      case Expression.SetComp e ->
          comprehension(
              e,
              e.generators(),
              parts -> new Expression.SetComp(expression(e.element()), parts, e.span()));
      case Expression.DictComp e ->
          comprehension(
              e,
              e.generators(),
              parts ->
                  new Expression.DictComp(
                      expression(e.key()), expression(e.value()), parts, e.span()));
      case Expression.GeneratorExp e ->
          comprehension(
              e,
              e.generators(),
              parts -> new Expression.GeneratorExp(expression(e.element()), parts, e.span()));
      case Expression.Await e -> new Expression.Await(expression(e.value()), e.span());
      case Expression.Yield e -> new Expression.Yield(e.value().map(this::expression), e.span());
      case Expression.YieldFrom e -> {
        Expression value = expression(e.value());
        yield new Expression.YieldFrom(
            full() ? make.guard("_getiter_", e.span(), value) : value, e.span());
      }
      case Expression.Compare e ->
          new Expression.Compare(
              expression(e.left()), e.operators(), expressions(e.comparators()), e.span());
      case Expression.Call e -> call(e);
      case Expression.FormattedValue e ->
          new Expression.FormattedValue(
              expression(e.value()), e.conversion(), e.formatSpec().map(this::joined), e.span());
      case Expression.JoinedStr e -> joined(e);
      case Expression.Constant e -> e;
      case Expression.Attribute e -> attribute(e);
      case Expression.Subscript e -> subscript(e);
      case Expression.Starred e -> {
        Expression value = expression(e.value());
        boolean iterated = full() && e.context() == ExpressionContext.LOAD;
        yield new Expression.Starred(
            iterated ? make.guard("_getiter_", e.span(), value) : value, e.context(), e.span());
      }
      case Expression.Name e -> load(e);
      case Expression.List e ->
          new Expression.List(expressions(e.elements()), e.context(), e.span());
      case Expression.Tuple e ->
          new Expression.Tuple(expressions(e.elements()), e.context(), e.span());
      case Expression.Slice e ->
          new Expression.Slice(
              e.lower().map(this::expression),
              e.upper().map(this::expression),
              e.step().map(this::expression),
              e.span());
    };
  }

  private Expression.JoinedStr joined(Expression.JoinedStr e) {
    return new Expression.JoinedStr(expressions(e.values()), e.span());
  }

  private Expression lambda(Expression.Lambda e) {
    Parameters parameters = defaults(e.parameters());
    return inside(
        scope.of(e), () -> new Expression.Lambda(parameters, expression(e.body()), e.span()));
  }

  /**
   * Rewrites a comprehension. Its first iterable is evaluated outside of it.
   *
   * @param made makes the node of its parts, inside of it
   */
  private Expression comprehension(
      Expression node,
      List<Comprehension> generators,
      Function<ImmutableList<Comprehension>, Expression> made) {
    Expression first = withoutWalrus(() -> iterated(generators.getFirst()));
    return inside(scope.of(node), () -> made.apply(generators(generators, first)));
  }

  private Expression iterated(Comprehension part) {
    return part.isAsync() ? expression(part.iterable()) : iterable(part.iterable(), part.target());
  }

  /** Where annotations are text, they are read by people and by dataclass: no more than needed. */
  Expression annotation(Expression annotation) {
    withinText = annotationsAreText;
    Expression result = withoutWalrus(() -> expression(annotation));
    withinText = false;
    return result;
  }

  private Expression withoutWalrus(Supplier<Expression> inner) {
    boolean outer = withoutWalrus;
    withoutWalrus = true;
    Expression result = inner.get();
    withoutWalrus = outer;
    return result;
  }

  private ImmutableList<Comprehension> generators(
      List<Comprehension> generators, Expression first) {
    ImmutableList.Builder<Comprehension> out = ImmutableList.builder();
    for (int i = 0; i < generators.size(); i++) {
      Comprehension part = generators.get(i);
      out.add(
          new Comprehension(
              expression(part.target()),
              i == 0 ? first : iterated(part),
              expressions(part.conditions()),
              part.isAsync()));
    }
    return out.build();
  }

  /**
   * A loop over {@code range(...)} stops at every step, however long: the plain range will do, in
   * both modes.
   */
  private Expression looped(Expression iterable) {
    if (iterable
            instanceof
            Expression.Call(
                Expression.Name function,
                ImmutableList<Expression> arguments,
                ImmutableList<Keyword> keywords,
                Span span)
        && function.id().equals("range")
        && scope.resolve("range") == Scope.Resolution.GLOBAL
        && !bindsAtModuleLevel("range")) {
      return new Expression.Call(
          make.guardName("_range_", function.span()),
          expressions(arguments),
          keywords(keywords),
          span);
    }
    if (iterable instanceof Expression.Set set) {
      return new Expression.Set(expressions(SetOrder.frozen(set.elements())), set.span());
    }
    return expression(iterable);
  }

  /** Returns what a loop iterates, for a target. */
  Expression iterable(Expression iterable, Expression target) {
    Expression value = looped(iterable);
    if (!full()) {
      return value;
    }
    Span span = iterable.span();
    if (UnpackingShape.isSequence(target)) {
      make.calls("_getiter_");
      return unpacked("_iter_unpack_sequence_", value, target, span);
    }
    return make.guard("_getiter_", span, value);
  }

  /** Returns a call of a guard that unpacks a value, or each of its values, for a target. */
  Expression unpacked(String guard, Expression value, Expression target, Span span) {
    return make.guard(
        guard, span, value, UnpackingShape.of(target, span), TreeMaker.load("_getiter_", span));
  }

  // --- signatures
  // ----------------------------------------------------------------------------------

  /**
   * Returns the parameters with defaults rewritten, which are evaluated outside of the function.
   */
  Parameters defaults(Parameters p) {
    return new Parameters(
        p.positionalOnly(),
        p.positional(),
        p.variadic(),
        p.keywordOnly(),
        p.keywordDefaults().stream()
            .map(value -> value.map(this::expression))
            .collect(ImmutableList.toImmutableList()),
        p.variadicKeywords(),
        expressions(p.defaults()));
  }

  /** Returns them with annotations rewritten. */
  Parameters annotations(Parameters p) {
    return new Parameters(
        arguments(p.positionalOnly()),
        arguments(p.positional()),
        p.variadic().map(this::argument),
        arguments(p.keywordOnly()),
        p.keywordDefaults(),
        p.variadicKeywords().map(this::argument),
        p.defaults());
  }

  private ImmutableList<Argument> arguments(List<Argument> arguments) {
    return arguments.stream().map(this::argument).collect(ImmutableList.toImmutableList());
  }

  private Argument argument(Argument argument) {
    return new Argument(
        argument.name(), argument.annotation().map(this::annotation), argument.span());
  }

  ImmutableList<TypeParameter> typeParameters(List<TypeParameter> parameters) {
    ImmutableList.Builder<TypeParameter> out = ImmutableList.builder();
    for (TypeParameter parameter : parameters) {
      out.add(
          switch (parameter) {
            case TypeParameter.TypeVar v ->
                new TypeParameter.TypeVar(v.name(), v.bound().map(this::expression), v.span());
            case TypeParameter.ParamSpec p -> p;
            case TypeParameter.TypeVarTuple t -> t;
          });
    }
    return out.build();
  }
}
