package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns every operation that a guard must see into a call of that guard: tree to tree, each new
 * node with the span of what it stands for. Runs on trees that {@link Restrictor} accepted. Here
 * are the statements; {@link ExpressionGuards} has the expressions. Not thread-safe.
 */
final class GuardInserter {
  private final TreeMaker make;
  private final ExpressionGuards expressions;
  private final ImportStatements imports;
  private final AugmentedAssignments augmented;
  private final ExceptStar exceptStar;

  /**
   * Creates an inserter for one module.
   *
   * @param text 0 for a file, else the number of a text that a running program made
   */
  GuardInserter(Policy policy, GuardMode mode, ProgramModules program, Scope scope, int text) {
    make = new TreeMaker(text);
    imports = new ImportStatements(make, program);
    expressions = new ExpressionGuards(policy, mode, make, imports, scope);
    augmented = new AugmentedAssignments(make, expressions);
    exceptStar = new ExceptStar(make);
  }

  /** Returns the guarded module. */
  Module insert(Module module) {
    return new Module(collecting(body(module.body()), 0));
  }

  /** Returns the guards that the guarded module calls. */
  ImmutableSortedSet<String> guards() {
    return make.guards();
  }

  /** Returns the modules that it imports. */
  ImmutableSortedSet<String> imports() {
    return imports.imports();
  }

  /** Under the profile {@code zope} what prints gets something to print to. */
  private ImmutableList<Statement> collecting(ImmutableList<Statement> body, int line) {
    if (!expressions.body().prints()) {
      return body;
    }
    make.calls("_print_");
    make.calls("_getattr_");
    return PrintCollection.before(body, line);
  }

  private ImmutableList<Statement> body(List<Statement> statements) {
    List<String> noted = new ArrayList<>();
    ImmutableList.Builder<Statement> out = ImmutableList.builder();
    for (Statement statement : statements) {
      statement(statement, out);
      if (!expressions.full()) {
        noted.addAll(expressions.body().noteWritten(statement, expressions.scope()));
      }
    }
    expressions.body().forget(noted);
    return out.build();
  }

  private void statement(Statement statement, ImmutableList.Builder<Statement> out) {
    switch (statement) {
      case Statement.FunctionDef f -> {
        ImmutableList<Expression> decorators = expressions.expressions(f.decorators());
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
        ImmutableList<Expression> decorators = expressions.expressions(f.decorators());
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
      case Statement.AugAssign a -> augmented.rewrite(a, out);
      case Statement.AnnAssign a ->
          out.add(
              new Statement.AnnAssign(
                  expression(a.target()),
                  expressions.annotation(a.annotation()),
                  a.value().map(this::expression),
                  a.simple(),
                  a.span()));
      case Statement.For f ->
          out.add(
              new Statement.For(
                  expression(f.target()),
                  expressions.iterable(f.iterable(), f.target()),
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
      case Statement.Import i -> imports.rewrite(i, out);
      case Statement.ImportFrom i -> {
        if (imports.makesTextOfAnnotations(i)) {
          expressions.makeTextOfAnnotations();
        }
        imports.rewrite(i, out);
      }
      case Statement.Global g -> out.add(g);
      case Statement.Nonlocal n -> out.add(n);
      case Statement.Expr e -> out.add(new Statement.Expr(expression(e.value()), e.span()));
      case Statement.Pass p -> out.add(p);
      case Statement.Break b -> out.add(b);
      case Statement.Continue c -> out.add(c);
    }
  }

  private Expression expression(Expression expression) {
    return expressions.expression(expression);
  }

  private ImmutableList<WithItem> items(List<WithItem> items) {
    return items.stream()
        .map(
            item ->
                new WithItem(
                    expression(item.contextExpression()), item.target().map(this::expression)))
        .collect(ImmutableList.toImmutableList());
  }

  // --- exceptions
  // ----------------------------------------------------------------------------------

  /**
   * In a generator, {@code except BaseException} and a bare {@code except} do not catch the {@code
   * GeneratorExit} by which a generator is closed: clean-up after a limit must not be held up.
   * {@code except GeneratorExit} still does.
   */
  private ImmutableList<ExceptHandler> handlers(List<ExceptHandler> handlers) {
    ImmutableList.Builder<ExceptHandler> out = ImmutableList.builder();
    for (ExceptHandler handler : handlers) {
      Span span = handler.span();
      Optional<Expression> type = handler.type().map(this::expression);
      if (expressions.scope().isGenerator()) {
        Expression caught = type.orElseGet(() -> TreeMaker.load("BaseException", span));
        type = Optional.of(make.guard("_catch_", span, caught));
      }
      ImmutableList.Builder<Statement> body = ImmutableList.builder();
      handler.name().ifPresent(bound -> body.add(caught(bound, span)));
      body.addAll(clause(Optional.empty(), handler.body()));
      out.add(new ExceptHandler(type, handler.name(), body.build(), span));
    }
    return out.build();
  }

  /** What an exception says may need to be put in order before the guest looks at it. */
  private Statement caught(String bound, Span span) {
    return new Statement.Expr(make.guard("_caught_", span, TreeMaker.load(bound, span)), span);
  }

  private ImmutableList<Statement> tryStar(Statement.TryStar t) {
    String group = make.temporary();
    ImmutableList<Statement> body = body(t.body());
    ImmutableList.Builder<ExceptHandler> handlers = ImmutableList.builder();
    for (ExceptHandler handler : t.handlers()) {
      Optional<Expression> type = handler.type().map(this::expression);
      ImmutableList.Builder<Statement> block = ImmutableList.builder();
      block.addAll(clause(Optional.of(group), handler.body()));
      handler
          .name()
          .ifPresent(bound -> ExceptStar.unbind(bound, handler.body().getLast().span(), block));
      handlers.add(new ExceptHandler(type, handler.name(), block.build(), handler.span()));
    }
    return exceptStar.chain(
        new Statement.TryStar(
            body, handlers.build(), body(t.orElse()), body(t.finalBody()), t.span()),
        group);
  }

  /**
   * Returns the body of a clause.
   *
   * @param group the variable that holds what a bare {@code raise} raises, of an {@code except*}
   */
  private ImmutableList<Statement> clause(Optional<String> group, List<Statement> statements) {
    FunctionBody function = expressions.body();
    Optional<String> outer = function.setExceptionGroup(group);
    ImmutableList<Statement> body = body(statements);
    function.setExceptionGroup(outer);
    return body;
  }

  /** In a clause of {@code except*}, a bare {@code raise} raises the part that it handles. */
  private Optional<Expression> matchedGroup(Span span) {
    return expressions
        .body()
        .exceptionGroup()
        .map(group -> make.guard("_matched_again_", span, TreeMaker.load(group, span)));
  }

  // --- definitions
  // ---------------------------------------------------------------------------------

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
    Parameters withDefaults = expressions.defaults(written);
    return expressions.inside(
        scopeOf(typeParameters),
        () -> {
          ImmutableList<TypeParameter> types = expressions.typeParameters(typeParameters);
          Parameters parameters = expressions.annotations(withDefaults);
          Optional<Expression> result = returns.map(expressions::annotation);
          ImmutableList<Statement> body =
              expressions.inFunction(
                  expressions.scope().of(node),
                  () -> collecting(body(statements), node.span().line()));
          return new Function(parameters, result, body, types);
        });
  }

  private Scope scopeOf(ImmutableList<TypeParameter> typeParameters) {
    Scope scope = expressions.scope();
    return typeParameters.isEmpty() ? scope : scope.of(typeParameters);
  }

  private Statement classDefinition(Statement.ClassDef c) {
    ImmutableList<Expression> decorators = expressions.expressions(c.decorators());
    return expressions.inside(
        scopeOf(c.typeParameters()),
        c.typeParameters().isEmpty() ? expressions.className() : c.name(),
        () -> {
          ImmutableList<TypeParameter> types = expressions.typeParameters(c.typeParameters());
          ImmutableList<Expression> bases = expressions.expressions(c.bases());
          ImmutableList<Keyword> keywords = expressions.keywords(c.keywords());
          ImmutableList<Statement> body =
              expressions.inside(expressions.scope().of(c), c.name(), () -> body(c.body()));
          return new Statement.ClassDef(
              c.name(), bases, keywords, body, decorators, types, c.span());
        });
  }

  private Statement typeAlias(Statement.TypeAlias t) {
    return expressions.inside(
        scopeOf(t.typeParameters()),
        () -> {
          ImmutableList<TypeParameter> types = expressions.typeParameters(t.typeParameters());
          Expression value =
              expressions.inside(expressions.scope().of(t), () -> expression(t.value()));
          return new Statement.TypeAlias(t.name(), types, value, t.span());
        });
  }

  // --- targets
  // -------------------------------------------------------------------------------------

  /**
   * {@code del name} at module level would uncover a real builtin of that name: it binds the
   * guarded one again.
   */
  private void delete(Expression target, Span span, ImmutableList.Builder<Statement> out) {
    if (UnpackingShape.isSequence(target)) {
      ImmutableList<Expression> targets = UnpackingShape.elements(target);
      if (targets.isEmpty()) {
        out.add(new Statement.Pass(span));
      }
      targets.forEach(element -> delete(element, span, out));
    } else if (target instanceof Expression.Name name
        && BuiltinTable.contains(name.id())
        && expressions.scope().resolve(name.id()) == Scope.Resolution.GLOBAL) {
      out.add(
          TreeMaker.assign(
              TreeMaker.store(name.id(), span),
              make.guard("_builtin_", span, TreeMaker.string(name.id(), span)),
              span));
    } else {
      out.add(new Statement.Delete(ImmutableList.of(expression(target)), span));
    }
  }

  private void assign(Statement.Assign a, ImmutableList.Builder<Statement> out) {
    Span span = a.span();
    Expression value = expression(a.value());
    if (!expressions.full() || a.targets().stream().noneMatch(UnpackingShape::isSequence)) {
      out.add(new Statement.Assign(expressions.expressions(a.targets()), value, span));
      return;
    }
    if (a.targets().size() == 1) {
      Expression target = a.targets().getFirst();
      out.add(
          TreeMaker.assign(
              expression(target),
              expressions.unpacked("_unpack_sequence_", value, target, span),
              span));
      return;
    }
    // Chained targets get one value, evaluated once: through a temporary.
    String held = make.temporary();
    out.add(TreeMaker.assign(TreeMaker.store(held, span), value, span));
    for (Expression target : a.targets()) {
      Expression read = TreeMaker.load(held, span);
      out.add(
          TreeMaker.assign(
              expression(target),
              UnpackingShape.isSequence(target)
                  ? expressions.unpacked("_unpack_sequence_", read, target, span)
                  : read,
              span));
    }
    out.add(TreeMaker.delete(held, span));
  }

  private Statement match(Statement.Match m) {
    Expression subject = expression(m.subject());
    MatchPatterns patterns = new MatchPatterns(make, expressions);
    ImmutableList.Builder<MatchCase> cases = ImmutableList.builder();
    for (MatchCase matchCase : m.cases()) {
      Pattern pattern = patterns.pattern(matchCase.pattern());
      cases.add(
          new MatchCase(pattern, matchCase.guard().map(this::expression), body(matchCase.body())));
    }
    return new Statement.Match(patterns.subject(subject, m.span()), cases.build(), m.span());
  }
}
