package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.BinaryOperator;
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
import dev.pyrestrict.grammar.ast.WithItem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns every operation that a guard must see into a call of that guard: tree to tree, each new
 * node with the span of what it stands for. Runs on trees that {@link Restrictor} accepted.
 */
final class GuardInserter {
  /**
   * The variable that holds an object between two looks at it. One is enough: what is evaluated
   * inside is over before it is bound.
   */
  private static final String HELD = "__held__";

  /** A source has fewer temporaries than these bits count: it would have more bytes. */
  private static final int BITS_OF_TEMPORARIES = 24;

  /** What can be set of the module sys, of which nothing else can. */
  private static final ImmutableSet<String> OF_SYS =
      ImmutableSet.of("argv", "stdin", "stdout", "stderr");

  private final Policy policy;
  private final GuardMode mode;

  /** Whether the module has {@code from __future__ import annotations}. PEP 563. */
  private boolean annotationsAreText;

  private boolean withinText;
  private final ProgramModules program;
  private final TreeSet<String> guards = new TreeSet<>();
  private final TreeSet<String> imports = new TreeSet<>();
  private Scope scope;
  private long temporaries;

  /**
   * Variables of which an attribute has been set whenever the statement that is being looked at
   * runs: the guard has said that attributes of that object may be set.
   */
  private Set<String> settable = new HashSet<>();

  private String className = "";
  private boolean generator;

  /** Whether the function, or the module, prints to a collector of its own. */
  private boolean prints;

  /** Holds what a {@code try} with {@code except*} raised, inside of one of its clauses. */
  private Optional<String> exceptionGroup = Optional.empty();

  /**
   * Whether Python allows no {@code :=} here: in annotations and in what comprehensions iterate.
   */
  private boolean withoutWalrus;

  /**
   * Creates an inserter.
   *
   * @param text 0 for a file, else the number of a text that a running program made
   */
  GuardInserter(Policy policy, GuardMode mode, ProgramModules program, Scope scope, int text) {
    this.policy = policy;
    this.mode = mode;
    this.program = program;
    this.scope = scope;
    temporaries = (long) text << BITS_OF_TEMPORARIES;
  }

  /** Returns the guarded module. */
  Module insert(Module module) {
    ImmutableList<Statement> body = body(module.body());
    return new Module(collecting(body, 0));
  }

  /** Under the profile {@code zope} what prints gets something to print to. */
  private ImmutableList<Statement> collecting(ImmutableList<Statement> body, int line) {
    if (!prints) {
      return body;
    }
    guards.add("_print_");
    guards.add("_getattr_");
    return PrintCollection.before(body, line);
  }

  /** Returns the guards that the guarded module calls. */
  ImmutableSortedSet<String> guards() {
    return ImmutableSortedSet.copyOf(guards);
  }

  /** Returns the modules that it imports. */
  ImmutableSortedSet<String> imports() {
    return ImmutableSortedSet.copyOf(imports);
  }

  private boolean full() {
    return mode == GuardMode.FULL && !withinText;
  }

  // --- making nodes
  // ----------------------------------------------------------------------------------

  private Expression guard(String name, Span span, Expression... arguments) {
    guards.add(name);
    return new Expression.Call(
        new Expression.Name(name, ExpressionContext.LOAD, span),
        ImmutableList.copyOf(arguments),
        ImmutableList.of(),
        span);
  }

  private static Expression string(String value, Span span) {
    return new Expression.Constant(new ConstantValue.StrValue(value), false, span);
  }

  private static Expression integer(long value, Span span) {
    return new Expression.Constant(
        new ConstantValue.IntValue(BigInteger.valueOf(value)), false, span);
  }

  /**
   * A special name: no guest can spell it, class bodies hide it, and enum takes it for no member.
   * In a namespace where more than one text runs it has to be one text's alone: a match statement
   * looks for the class that a guard has seen under this name.
   */
  private String temporary() {
    return "__t" + temporaries++ + "__";
  }

  private static Expression.Name name(String id, ExpressionContext context, Span span) {
    return new Expression.Name(id, context, span);
  }

  private static Statement delete(String temporary, Span span) {
    return new Statement.Delete(
        ImmutableList.of(name(temporary, ExpressionContext.DELETE, span)), span);
  }

  // --- statements
  // ------------------------------------------------------------------------------------

  private ImmutableList<Statement> body(List<Statement> statements) {
    List<String> noted = new ArrayList<>();
    ImmutableList.Builder<Statement> out = ImmutableList.builder();
    for (Statement statement : statements) {
      statement(statement, out);
      noteWritten(statement, noted);
    }
    noted.forEach(settable::remove);
    return out.build();
  }

  /**
   * After a statement that sets attributes those of the same objects can be set without asking: the
   * guard decides by the object's class, which a guest can't set. Not in generators and coroutines:
   * whether a class may be changed depends on who goes on with them.
   */
  private void noteWritten(Statement statement, List<String> noted) {
    if (full() || !scope.runsInOneGo()) {
      return;
    }
    if (statement instanceof Statement.Assign assign) {
      assign.targets().forEach(target -> noteWritten(target, assign.span(), noted));
    } else if (statement instanceof Statement.AugAssign assign) {
      noteWritten(assign.target(), assign.span(), noted);
    }
  }

  private void noteWritten(Expression target, Span statement, List<String> noted) {
    if (isSequence(target)) {
      elements(target).forEach(element -> noteWritten(element, statement, noted));
    } else if (target instanceof Expression.Attribute attribute
        && attribute.value() instanceof Expression.Name object
        && scope.isSettled(object.id(), statement)
        && !AttributeTable.isLater(attribute.attribute())
        && !OF_SYS.contains(attribute.attribute())
        && settable.add(object.id())) {
      noted.add(object.id());
    }
  }

  private void statement(Statement statement, ImmutableList.Builder<Statement> out) {
    switch (statement) {
      case Statement.FunctionDef f -> {
        ImmutableList<Expression> decorators = expressions(f.decorators());
        Function function = function(f, f.parameters(), f.returns(), f.body(), f.typeParameters());
        out.add(
            new Statement.FunctionDef(
                f.name(),
                function.parameters,
                function.body,
                decorators,
                function.returns,
                function.typeParameters,
                f.span()));
      }
      case Statement.AsyncFunctionDef f -> {
        ImmutableList<Expression> decorators = expressions(f.decorators());
        Function function = function(f, f.parameters(), f.returns(), f.body(), f.typeParameters());
        out.add(
            new Statement.AsyncFunctionDef(
                f.name(),
                function.parameters,
                function.body,
                decorators,
                function.returns,
                function.typeParameters,
                f.span()));
      }
      case Statement.ClassDef c -> out.add(classDefinition(c));
      case Statement.Return r ->
          out.add(new Statement.Return(r.value().map(this::expression), r.span()));
      case Statement.Delete d -> d.targets().forEach(target -> delete(target, d.span(), out));
      case Statement.Assign a -> assign(a, out);
      case Statement.TypeAlias t -> out.add(typeAlias(t));
      case Statement.AugAssign a -> augmented(a, out);
      case Statement.AnnAssign a ->
          out.add(
              new Statement.AnnAssign(
                  expression(a.target()),
                  annotation(a.annotation()),
                  a.value().map(this::expression),
                  a.simple(),
                  a.span()));
      case Statement.For f ->
          out.add(
              new Statement.For(
                  expression(f.target()),
                  iterable(f.iterable(), f.target()),
                  body(f.body()),
                  body(f.orElse()),
                  f.span()));
      case Statement.AsyncFor f ->
          out.add(
              new Statement.AsyncFor(
                  expression(f.target()),
                  expression(f.iterable()),
                  body(f.body()),
                  body(f.orElse()),
                  f.span()));
      case Statement.While w ->
          out.add(
              new Statement.While(
                  expression(w.test()), body(w.body()), body(w.orElse()), w.span()));
      case Statement.If i ->
          out.add(
              new Statement.If(expression(i.test()), body(i.body()), body(i.orElse()), i.span()));
      case Statement.With w ->
          out.add(new Statement.With(items(w.items()), body(w.body()), w.span()));
      case Statement.AsyncWith w ->
          out.add(new Statement.AsyncWith(items(w.items()), body(w.body()), w.span()));
      case Statement.Match m -> out.add(match(m));
      case Statement.Raise r ->
          out.add(
              new Statement.Raise(
                  r.exception().map(this::expression).or(() -> matchedGroup(r.span())),
                  r.cause().map(this::expression),
                  r.span()));
      case Statement.Try t ->
          out.add(
              new Statement.Try(
                  body(t.body()),
                  handlers(t.handlers()),
                  body(t.orElse()),
                  body(t.finalBody()),
                  t.span()));
      case Statement.TryStar t -> out.addAll(tryStar(t));
      case Statement.Assert a ->
          out.add(
              new Statement.Assert(
                  expression(a.test()), a.message().map(this::expression), a.span()));
      case Statement.Import i -> importModules(i, out);
      case Statement.ImportFrom i -> importMembers(i, out);
      case Statement.Global g -> out.add(g);
      case Statement.Nonlocal n -> out.add(n);
      case Statement.Expr e -> out.add(new Statement.Expr(expression(e.value()), e.span()));
      case Statement.Pass p -> out.add(p);
      case Statement.Break b -> out.add(b);
      case Statement.Continue c -> out.add(c);
    }
  }

  private ImmutableList<WithItem> items(List<WithItem> items) {
    return items.stream()
        .map(
            item ->
                new WithItem(
                    expression(item.contextExpression()), item.target().map(this::expression)))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * In a generator, {@code except BaseException} and a bare {@code except} do not catch the {@code
   * GeneratorExit} by which a generator is closed: clean-up after a limit must not be held up.
   * {@code except GeneratorExit} still does.
   */
  private ImmutableList<ExceptHandler> handlers(List<ExceptHandler> handlers) {
    ImmutableList.Builder<ExceptHandler> out = ImmutableList.builder();
    for (ExceptHandler handler : handlers) {
      Optional<Expression> type = handler.type().map(this::expression);
      if (generator) {
        Expression caught =
            type.orElseGet(() -> name("BaseException", ExpressionContext.LOAD, handler.span()));
        type = Optional.of(guard("_catch_", handler.span(), caught));
      }
      Optional<String> outer = exceptionGroup;
      exceptionGroup = Optional.empty();
      ImmutableList.Builder<Statement> body = ImmutableList.builder();
      handler.name().ifPresent(bound -> body.add(caught(bound, handler.span())));
      body.addAll(body(handler.body()));
      out.add(new ExceptHandler(type, handler.name(), body.build(), handler.span()));
      exceptionGroup = outer;
    }
    return out.build();
  }

  /** What an exception says may need to be put in order before the guest looks at it. */
  private Statement caught(String bound, Span span) {
    return new Statement.Expr(
        guard("_caught_", span, name(bound, ExpressionContext.LOAD, span)), span);
  }

  /**
   * GraalPy has no {@code except*} (PEP 654). It becomes a chain of {@code with}, each on the line
   * of the clause it stands for: the first holds what the body raised, each of the others runs its
   * block with the part of the group that matches or not at all, the last raises what is left.
   */
  private ImmutableList<Statement> tryStar(Statement.TryStar t) {
    String group = temporary();
    ImmutableList.Builder<Statement> chain = ImmutableList.builder();
    Span span = t.span();
    chain.add(
        new Statement.With(
            ImmutableList.of(
                new WithItem(
                    guard("_try_star_", span),
                    Optional.of(name(group, ExpressionContext.STORE, span)))),
            body(t.body()),
            span));
    Optional<String> outer = exceptionGroup;
    int left = t.handlers().size();
    for (ExceptHandler handler : t.handlers()) {
      Span at = handler.span();
      left--;
      Expression type = handler.type().map(this::expression).orElseThrow();
      exceptionGroup = Optional.of(group);
      ImmutableList.Builder<Statement> block = ImmutableList.builder();
      block.addAll(body(handler.body()));
      exceptionGroup = outer;
      handler
          .name()
          .ifPresent(
              bound -> {
                Expression none = new Expression.Constant(new ConstantValue.NoneValue(), false, at);
                Span end = handler.body().getLast().span();
                Span after =
                    new Span(end.endLine(), end.endColumn(), end.endLine(), end.endColumn());
                block.add(
                    new Statement.Assign(
                        ImmutableList.of(name(bound, ExpressionContext.STORE, after)),
                        none,
                        after));
                block.add(
                    new Statement.Delete(
                        ImmutableList.of(name(bound, ExpressionContext.DELETE, after)), after));
              });
      chain.add(
          new Statement.With(
              ImmutableList.of(
                  new WithItem(
                      guard(
                          "_except_star_",
                          at,
                          name(group, ExpressionContext.LOAD, at),
                          type,
                          integer(left == 0 ? 1 : 0, at)),
                      Optional.empty()),
                  new WithItem(
                      guard("_matched_", at, name(group, ExpressionContext.LOAD, at)),
                      handler.name().map(bound -> name(bound, ExpressionContext.STORE, at)))),
              block.build(),
              at));
    }
    if (!t.orElse().isEmpty()) {
      Span first = t.orElse().getFirst().span();
      int line = Math.max(t.handlers().getLast().span().line(), first.line() - 1);
      Span at = new Span(line, 0, line, 0);
      chain.add(
          new Statement.If(
              guard("_no_error_", at, name(group, ExpressionContext.LOAD, at)),
              body(t.orElse()),
              ImmutableList.of(),
              at));
    }
    return t.finalBody().isEmpty()
        ? chain.build()
        : ImmutableList.of(
            new Statement.Try(
                chain.build(), ImmutableList.of(), ImmutableList.of(), body(t.finalBody()), span));
  }

  /** In a clause of {@code except*}, a bare {@code raise} raises the part that it handles. */
  private Optional<Expression> matchedGroup(Span span) {
    return exceptionGroup.map(
        group -> guard("_matched_again_", span, name(group, ExpressionContext.LOAD, span)));
  }

  private record Function(
      Parameters parameters,
      Optional<Expression> returns,
      ImmutableList<Statement> body,
      ImmutableList<TypeParameter> typeParameters) {}

  private Function function(
      Statement node,
      Parameters written,
      Optional<Expression> returns,
      List<Statement> statements,
      ImmutableList<TypeParameter> typeParameters) {
    Scope outer = scope;
    Parameters withDefaults = defaults(written);
    if (!typeParameters.isEmpty()) {
      scope = scope.of(typeParameters);
    }
    ImmutableList<TypeParameter> types = typeParameters(typeParameters);
    Parameters parameters = annotations(withDefaults);
    Optional<Expression> result = returns.map(this::annotation);
    scope = scope.of(node);
    boolean outerGenerator = generator;
    Optional<String> outerGroup = exceptionGroup;
    exceptionGroup = Optional.empty();
    generator = scope.isGenerator();
    boolean outerPrints = prints;
    prints = false;
    Set<String> outerSettable = settable;
    settable = new HashSet<>();
    ImmutableList<Statement> body = collecting(body(statements), node.span().line());
    settable = outerSettable;
    prints = outerPrints;
    generator = outerGenerator;
    exceptionGroup = outerGroup;
    scope = outer;
    return new Function(parameters, result, body, types);
  }

  private Parameters defaults(Parameters p) {
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

  private Parameters annotations(Parameters p) {
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

  private ImmutableList<TypeParameter> typeParameters(List<TypeParameter> parameters) {
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

  private Statement classDefinition(Statement.ClassDef c) {
    ImmutableList<Expression> decorators = expressions(c.decorators());
    Scope outer = scope;
    String outerClass = className;
    if (!c.typeParameters().isEmpty()) {
      scope = scope.of(c.typeParameters());
      className = c.name();
    }
    ImmutableList<TypeParameter> types = typeParameters(c.typeParameters());
    ImmutableList<Expression> bases = expressions(c.bases());
    ImmutableList<Keyword> keywords = keywords(c.keywords());
    scope = scope.of(c);
    boolean outerGenerator = generator;
    className = c.name();
    generator = false;
    ImmutableList<Statement> body = body(c.body());
    className = outerClass;
    generator = outerGenerator;
    scope = outer;
    return new Statement.ClassDef(c.name(), bases, keywords, body, decorators, types, c.span());
  }

  private Statement typeAlias(Statement.TypeAlias t) {
    Scope outer = scope;
    if (!t.typeParameters().isEmpty()) {
      scope = scope.of(t.typeParameters());
    }
    ImmutableList<TypeParameter> types = typeParameters(t.typeParameters());
    scope = scope.of(t);
    Expression value = expression(t.value());
    scope = outer;
    return new Statement.TypeAlias(t.name(), types, value, t.span());
  }

  /**
   * {@code del name} at module level would uncover a real builtin of that name: it binds the
   * guarded one again.
   */
  private void delete(Expression target, Span span, ImmutableList.Builder<Statement> out) {
    switch (target) {
      case Expression.Name name
          when BuiltinTable.contains(name.id())
              && scope.resolve(name.id()) == Scope.Resolution.GLOBAL ->
          out.add(
              new Statement.Assign(
                  ImmutableList.of(name(name.id(), ExpressionContext.STORE, span)),
                  guard("_builtin_", span, string(name.id(), span)),
                  span));
      case Expression.Tuple tuple -> deleteAll(tuple.elements(), span, out);
      case Expression.List list -> deleteAll(list.elements(), span, out);
      default -> out.add(new Statement.Delete(ImmutableList.of(expression(target)), span));
    }
  }

  private void deleteAll(
      List<Expression> targets, Span span, ImmutableList.Builder<Statement> out) {
    if (targets.isEmpty()) {
      out.add(new Statement.Pass(span));
    }
    targets.forEach(target -> delete(target, span, out));
  }

  private static boolean isSequence(Expression target) {
    return target instanceof Expression.Tuple || target instanceof Expression.List;
  }

  private static ImmutableList<Expression> elements(Expression sequence) {
    return sequence instanceof Expression.Tuple tuple
        ? tuple.elements()
        : ((Expression.List) sequence).elements();
  }

  private void assign(Statement.Assign a, ImmutableList.Builder<Statement> out) {
    Span span = a.span();
    Expression value = expression(a.value());
    if (!full() || a.targets().stream().noneMatch(GuardInserter::isSequence)) {
      out.add(new Statement.Assign(expressions(a.targets()), value, span));
      return;
    }
    if (a.targets().size() == 1) {
      Expression target = a.targets().getFirst();
      out.add(
          new Statement.Assign(
              ImmutableList.of(expression(target)), unpacked(value, target, span), span));
      return;
    }
    // Chained targets get one value, evaluated once: through a temporary.
    String held = temporary();
    out.add(
        new Statement.Assign(
            ImmutableList.of(name(held, ExpressionContext.STORE, span)), value, span));
    for (Expression target : a.targets()) {
      Expression read = name(held, ExpressionContext.LOAD, span);
      out.add(
          new Statement.Assign(
              ImmutableList.of(expression(target)),
              isSequence(target) ? unpacked(read, target, span) : read,
              span));
    }
    out.add(delete(held, span));
  }

  private Expression unpacked(Expression value, Expression target, Span span) {
    return guard(
        "_unpack_sequence_",
        span,
        value,
        unpacking(target, span),
        name("_getiter_", ExpressionContext.LOAD, span));
  }

  /**
   * The shape of a target as the unpacking guards take it: how many values at least, which are
   * unpacked again, and whether there may be more of them.
   */
  private static Expression unpacking(Expression target, Span span) {
    ImmutableList<Expression> elements = elements(target);
    List<Expression> children = new ArrayList<>();
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
        children.add(
            new Expression.Tuple(
                ImmutableList.of(signed(index, span), unpacking(element, span)),
                ExpressionContext.LOAD,
                span));
      }
    }
    ImmutableList.Builder<Optional<Expression>> keys = ImmutableList.builder();
    ImmutableList.Builder<Expression> values = ImmutableList.builder();
    keys.add(Optional.of(string("childs", span)));
    keys.add(Optional.of(string("min_len", span)));
    values.add(new Expression.Tuple(ImmutableList.copyOf(children), ExpressionContext.LOAD, span));
    values.add(integer(least, span));
    if (afterStar) {
      keys.add(Optional.of(string("starred", span)));
      values.add(new Expression.Constant(new ConstantValue.BoolValue(true), false, span));
    }
    return new Expression.Dict(keys.build(), values.build(), span);
  }

  private static Expression signed(int value, Span span) {
    return value >= 0
        ? integer(value, span)
        : new Expression.UnaryOp(
            dev.pyrestrict.grammar.ast.UnaryOperator.U_SUB, integer(-value, span), span);
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
      guards.add("_range_");
      return new Expression.Call(
          name("_range_", ExpressionContext.LOAD, function.span()),
          expressions(arguments),
          keywords(keywords),
          span);
    }
    if (iterable instanceof Expression.Set set) {
      return new Expression.Set(expressions(SetOrder.frozen(set.elements())), set.span());
    }
    return expression(iterable);
  }

  private Expression iterable(Expression iterable, Expression target) {
    Expression value = looped(iterable);
    if (!full()) {
      return value;
    }
    Span span = iterable.span();
    if (isSequence(target)) {
      guards.add("_getiter_");
      return guard(
          "_iter_unpack_sequence_",
          span,
          value,
          unpacking(target, span),
          name("_getiter_", ExpressionContext.LOAD, span));
    }
    return guard("_getiter_", span, value);
  }

  private void augmented(Statement.AugAssign a, ImmutableList.Builder<Statement> out) {
    Span span = a.span();
    Expression value = expression(a.value());
    switch (a.target()) {
      case Expression.Name target -> {
        if (full()) {
          out.add(
              new Statement.Assign(
                  ImmutableList.of(target),
                  inPlace(
                      a.operator(), name(target.id(), ExpressionContext.LOAD, span), value, span),
                  span));
        } else {
          out.add(new Statement.AugAssign(target, a.operator(), value, span));
        }
      }
      case Expression.Attribute target -> augmentedAttribute(a, target, value, out);
      case Expression.Subscript target -> {
        if (full()) {
          augmentedItem(a, target, value, out);
        } else {
          out.add(
              new Statement.AugAssign(
                  new Expression.Subscript(
                      expression(target.value()),
                      expression(target.slice()),
                      ExpressionContext.STORE,
                      target.span()),
                  a.operator(),
                  value,
                  span));
        }
      }
      default -> throw new IllegalStateException("augmented assignment to " + a.target());
    }
  }

  private Expression inPlace(
      BinaryOperator operator, Expression target, Expression value, Span span) {
    return guard("_inplacevar_", span, string(operator.symbol() + "=", span), target, value);
  }

  private Expression walrus(String temporary, Expression value, Span span) {
    return new Expression.NamedExpr(name(temporary, ExpressionContext.STORE, span), value, span);
  }

  /**
   * The object is evaluated first, and once; then the attribute is read, the value made, the
   * attribute set.
   */
  private void augmentedAttribute(
      Statement.AugAssign a,
      Expression.Attribute target,
      Expression value,
      ImmutableList.Builder<Statement> out) {
    Span span = a.span();
    Expression object = expression(target.value());
    boolean plain = policy.load(target.attribute()) instanceof AttributeTable.Plain;
    if (!full() && (plain || isOwn(target))) {
      Expression changed =
          plain
              ? written(object, target.attribute(), span)
              : unlessPlain(
                  object,
                  held -> held,
                  "_own_",
                  ImmutableList.of(string(mangled(target.attribute()), span)),
                  span);
      out.add(
          new Statement.AugAssign(
              new Expression.Attribute(
                  changed, mangled(target.attribute()), ExpressionContext.STORE, target.span()),
              a.operator(),
              value,
              span));
      return;
    }
    String held = temporary();
    Expression read =
        guard(
            "_getattr_",
            span,
            walrus(held, object, span),
            string(mangled(target.attribute()), span));
    Expression result = inPlace(a.operator(), read, value, span);
    out.add(
        new Statement.Assign(
            ImmutableList.of(
                new Expression.Attribute(
                    AttributeTable.isLater(target.attribute())
                        ? guard(
                            "_define_",
                            span,
                            name(held, ExpressionContext.LOAD, span),
                            string(target.attribute(), span))
                        : guard("_write_", span, name(held, ExpressionContext.LOAD, span)),
                    target.attribute(),
                    ExpressionContext.STORE,
                    span)),
            result,
            span));
    out.add(delete(held, span));
  }

  /** Reports whether it is an attribute that only objects of the guest's own classes have. */
  private boolean isOwn(Expression.Attribute target) {
    return canAsk(target.value()) && isPrivate(target.attribute());
  }

  private static boolean isPrivate(String attribute) {
    return attribute.startsWith("_") && !AttributeTable.isSpecial(attribute);
  }

  private void augmentedItem(
      Statement.AugAssign a,
      Expression.Subscript target,
      Expression value,
      ImmutableList.Builder<Statement> out) {
    Span span = a.span();
    String held = temporary();
    String key = temporary();
    Expression read =
        guard(
            "_getitem_",
            span,
            walrus(held, expression(target.value()), span),
            walrus(key, index(target.slice()), span));
    out.add(
        new Statement.Assign(
            ImmutableList.of(
                new Expression.Subscript(
                    guard("_write_", span, name(held, ExpressionContext.LOAD, span)),
                    name(key, ExpressionContext.LOAD, span),
                    ExpressionContext.STORE,
                    span)),
            inPlace(a.operator(), read, value, span),
            span));
    out.add(delete(held, span));
    out.add(delete(key, span));
  }

  private void importModules(Statement.Import statement, ImmutableList.Builder<Statement> out) {
    for (Alias alias : statement.names()) {
      Span span = statement.span();
      imports.add(alias.name());
      int dot = alias.name().indexOf('.');
      String bound = alias.asName().orElse(dot < 0 ? alias.name() : alias.name().substring(0, dot));
      Expression module =
          alias.asName().isPresent()
              ? guard("__import__", span, string(alias.name(), span), string("as", span))
              : guard("__import__", span, string(alias.name(), span));
      out.add(
          new Statement.Assign(
              ImmutableList.of(name(bound, ExpressionContext.STORE, span)), module, span));
    }
  }

  private void importMembers(Statement.ImportFrom statement, ImmutableList.Builder<Statement> out) {
    String module = program.absolute(statement.level(), statement.module()).orElseThrow();
    if (StarImports.isStar(statement)) {
      out.add(statement);
      return;
    }
    if (module.equals("__future__")) {
      annotationsAreText |=
          statement.names().stream().anyMatch(alias -> alias.name().equals("annotations"));
      out.add(statement);
      return;
    }
    imports.add(module);
    Span span = statement.span();
    if (StarImports.wasStar(statement)) {
      ImmutableList<Alias> names = statement.names().subList(1, statement.names().size());
      if (names.isEmpty()) {
        out.add(
            new Statement.Expr(
                guard("_import_star_", span, string(module, span), string("", span)), span));
      }
      for (Alias alias : names) {
        out.add(
            new Statement.If(
                guard("_import_star_", span, string(module, span), string(alias.name(), span)),
                ImmutableList.of(importMember(module, alias, span)),
                ImmutableList.of(),
                span));
      }
      return;
    }
    for (Alias alias : statement.names()) {
      out.add(importMember(module, alias, span));
    }
  }

  private Statement importMember(String module, Alias alias, Span span) {
    return new Statement.Assign(
        ImmutableList.of(name(alias.asName().orElse(alias.name()), ExpressionContext.STORE, span)),
        guard(
            "_import_from_",
            span,
            string(module, span),
            integer(0, span),
            string(alias.name(), span)),
        span);
  }

  // --- match
  // -----------------------------------------------------------------------------------------

  /**
   * Classes whose {@code __match_args__} a pattern follows are looked at before the match begins.
   */
  private Statement match(Statement.Match m) {
    Expression subject = expression(m.subject());
    List<Expression> checked = new ArrayList<>();
    ImmutableList.Builder<MatchCase> cases = ImmutableList.builder();
    for (MatchCase matchCase : m.cases()) {
      cases.add(
          new MatchCase(
              pattern(matchCase.pattern(), checked),
              matchCase.guard().map(this::expression),
              body(matchCase.body())));
    }
    if (!checked.isEmpty()) {
      checked.addFirst(subject);
      subject = guard("_match_", m.span(), checked.toArray(Expression[]::new));
    }
    return new Statement.Match(subject, cases.build(), m.span());
  }

  private Pattern pattern(Pattern pattern, List<Expression> checked) {
    return switch (pattern) {
      case Pattern.MatchValue p -> p;
      case Pattern.MatchSingleton p -> p;
      case Pattern.MatchStar p -> p;
      case Pattern.MatchSequence p ->
          new Pattern.MatchSequence(patterns(p.patterns(), checked), p.span());
      case Pattern.MatchMapping p ->
          new Pattern.MatchMapping(p.keys(), patterns(p.patterns(), checked), p.rest(), p.span());
      case Pattern.MatchAs p ->
          new Pattern.MatchAs(
              p.pattern().map(inner -> pattern(inner, checked)), p.name(), p.span());
      case Pattern.MatchOr p -> new Pattern.MatchOr(patterns(p.patterns(), checked), p.span());
      case Pattern.MatchClass p -> {
        Expression cls = p.cls();
        if (!p.patterns().isEmpty()) {
          String held = temporary();
          checked.add(
              walrus(held, guard("_match_class_", cls.span(), expression(cls)), cls.span()));
          cls = name(held, ExpressionContext.LOAD, cls.span());
        }
        yield new Pattern.MatchClass(
            cls,
            patterns(p.patterns(), checked),
            p.keywordAttributes(),
            patterns(p.keywordPatterns(), checked),
            p.span());
      }
    };
  }

  private ImmutableList<Pattern> patterns(List<Pattern> patterns, List<Expression> checked) {
    return patterns.stream().map(p -> pattern(p, checked)).collect(ImmutableList.toImmutableList());
  }

  // --- expressions
  // -----------------------------------------------------------------------------------

  private ImmutableList<Expression> expressions(List<Expression> expressions) {
    return expressions.stream().map(this::expression).collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<Keyword> keywords(List<Keyword> keywords) {
    return keywords.stream()
        .map(keyword -> new Keyword(keyword.name(), expression(keyword.value()), keyword.span()))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The name of an attribute as Python stores it: class-private names carry their class. What a
   * guard has seen is what is read: Python and GraalPy differ about names in type parameters.
   */
  private String mangled(String attribute) {
    String stripped = className.replaceFirst("^_+", "");
    return attribute.startsWith("__") && !attribute.endsWith("__") && !stripped.isEmpty()
        ? "_" + stripped + attribute
        : attribute;
  }

  private Expression attribute(Expression.Attribute e) {
    Expression value = expression(e.value());
    Span span = e.span();
    if (e.context() != ExpressionContext.LOAD) {
      return new Expression.Attribute(
          written(value, e.attribute(), span), e.attribute(), e.context(), span);
    }
    boolean plain = policy.load(e.attribute()) instanceof AttributeTable.Plain;
    if (plain && !full()) {
      return new Expression.Attribute(value, e.attribute(), e.context(), span);
    }
    Expression name = string(mangled(e.attribute()), span);
    return isPrivate(e.attribute()) && canAsk(value)
        ? unlessPlain(
            value,
            object -> new Expression.Attribute(object, mangled(e.attribute()), e.context(), span),
            "_getattr_",
            ImmutableList.of(name),
            span)
        : guard("_getattr_", span, value, name);
  }

  /** An object of which the attribute is about to be set. */
  private Expression written(Expression object, String attribute, Span span) {
    if (AttributeTable.isLater(attribute)) {
      return guard("_define_", span, object, string(attribute, span));
    }
    if (object instanceof Expression.Name name
        && settable.contains(name.id())
        && scope.isSettled(name.id(), name.span())) {
      return object;
    }
    return canAsk(object)
        ? unlessPlain(object, held -> held, "_write_", ImmutableList.of(), span)
        : guard("_write_", span, object);
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
  private Expression unlessPlain(
      Expression object,
      java.util.function.UnaryOperator<Expression> plain,
      String guard,
      ImmutableList<Expression> arguments,
      Span span) {
    boolean variable = object instanceof Expression.Name;
    Expression read = variable ? object : name(HELD, ExpressionContext.LOAD, span);
    Expression[] all =
        ImmutableList.<Expression>builder()
            .add(read)
            .addAll(arguments)
            .build()
            .toArray(Expression[]::new);
    return new Expression.IfExp(
        guard("_plain_", span, variable ? object : walrus(HELD, object, span)),
        plain.apply(read),
        guard(guard, span, all),
        span);
  }

  /** A subscript as a value: slices become calls. */
  private Expression index(Expression slice) {
    return switch (slice) {
      case Expression.Slice s -> {
        Expression none = new Expression.Constant(new ConstantValue.NoneValue(), false, s.span());
        yield guard(
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
        ? guard("_getitem_", e.span(), value, index(e.slice()))
        : new Expression.Subscript(
            guard("_write_", e.span(), value), expression(e.slice()), e.context(), e.span());
  }

  private Expression call(Expression.Call e) {
    Expression function = expression(e.function());
    ImmutableList<Expression> arguments = expressions(e.arguments());
    ImmutableList<Keyword> keywords = keywords(e.keywords());
    boolean unpacks =
        arguments.stream().anyMatch(a -> a instanceof Expression.Starred)
            || keywords.stream().anyMatch(k -> k.name().isEmpty());
    if (!full() || !unpacks) {
      return new Expression.Call(function, arguments, keywords, e.span());
    }
    guards.add("_apply_");
    return new Expression.Call(
        name("_apply_", ExpressionContext.LOAD, e.span()),
        ImmutableList.<Expression>builder().add(function).addAll(arguments).build(),
        keywords,
        e.span());
  }

  private Expression load(Expression.Name e) {
    if (policy.judgesAsZope() && e.context() == ExpressionContext.LOAD) {
      if (e.id().equals("print")) {
        prints = true;
        return PrintCollection.print(e.span());
      }
      if (e.id().equals("printed")) {
        prints = true;
        return PrintCollection.printed(e.span());
      }
    }
    if (e.context() == ExpressionContext.LOAD
        && e.id().equals("print")
        && scope.resolve("print") == Scope.Resolution.GLOBAL
        && !bindsAtModuleLevel("print")) {
      guards.add("_print_");
      return name("_print_", e.context(), e.span());
    }
    if (e.id().equals("__debug__")) {
      // A constant in CPython; GraalPy has a builtin function of that name.
      return new Expression.Constant(new ConstantValue.BoolValue(true), false, e.span());
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

  private Expression expression(Expression expression) {
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
      case Expression.ListComp e -> {
        Expression first = firstIterable(e.generators());
        yield inside(
            e,
            () ->
                new Expression.ListComp(
                    expression(e.element()), generators(e.generators(), first), e.span()));
      }
      case Expression.SetComp e -> {
        Expression first = firstIterable(e.generators());
        yield inside(
            e,
            () ->
                new Expression.SetComp(
                    expression(e.element()), generators(e.generators(), first), e.span()));
      }
      case Expression.DictComp e -> {
        Expression first = firstIterable(e.generators());
        yield inside(
            e,
            () ->
                new Expression.DictComp(
                    expression(e.key()),
                    expression(e.value()),
                    generators(e.generators(), first),
                    e.span()));
      }
      case Expression.GeneratorExp e -> {
        Expression first = firstIterable(e.generators());
        yield inside(
            e,
            () ->
                new Expression.GeneratorExp(
                    expression(e.element()), generators(e.generators(), first), e.span()));
      }
      case Expression.Await e -> new Expression.Await(expression(e.value()), e.span());
      case Expression.Yield e -> new Expression.Yield(e.value().map(this::expression), e.span());
      case Expression.YieldFrom e -> {
        Expression value = expression(e.value());
        yield new Expression.YieldFrom(
            full() ? guard("_getiter_", e.span(), value) : value, e.span());
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
            iterated ? guard("_getiter_", e.span(), value) : value, e.context(), e.span());
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
    boolean outerGenerator = generator;
    generator = false;
    Expression result =
        inside(e, () -> new Expression.Lambda(parameters, expression(e.body()), e.span()));
    generator = outerGenerator;
    return result;
  }

  private Expression inside(Expression node, java.util.function.Supplier<Expression> inner) {
    Scope outer = scope;
    scope = scope.of(node);
    Expression result = inner.get();
    scope = outer;
    return result;
  }

  /** The first iterable of a comprehension is evaluated outside of it. */
  private Expression firstIterable(List<Comprehension> generators) {
    Comprehension first = generators.getFirst();
    return withoutWalrus(
        () ->
            first.isAsync()
                ? expression(first.iterable())
                : iterable(first.iterable(), first.target()));
  }

  /** Where annotations are text, they are read by people and by dataclass: no more than needed. */
  private Expression annotation(Expression annotation) {
    withinText = annotationsAreText;
    Expression result = withoutWalrus(() -> expression(annotation));
    withinText = false;
    return result;
  }

  private Expression withoutWalrus(java.util.function.Supplier<Expression> inner) {
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
      Expression iterable =
          i == 0
              ? first
              : part.isAsync()
                  ? expression(part.iterable())
                  : iterable(part.iterable(), part.target());
      out.add(
          new Comprehension(
              expression(part.target()), iterable, expressions(part.conditions()), part.isAsync()));
    }
    return out.build();
  }
}
