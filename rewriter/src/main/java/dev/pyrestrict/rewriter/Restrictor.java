package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.Comprehension;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds everything in a module that the policy refuses, each with its rule, in source order. Denies
 * by default.
 */
final class Restrictor {
  private static final ImmutableSet<String> NAME_ERRORS = ImmutableSet.of("NameError");

  private final Policy policy;
  private final Refusals refusals;
  private final PrivateNames privateNames;
  private final NameRules names;
  private final ImportRules imports;
  private Scope scope;

  /** How many of the surrounding try statements have a handler for names that are not there. */
  private int nameErrorHandlers;

  private Restrictor(Policy policy, ProgramModules program, Scope scope, boolean open) {
    this.policy = policy;
    this.scope = scope;
    refusals = new Refusals(policy);
    privateNames = new PrivateNames(refusals);
    names = new NameRules(policy, refusals, privateNames, program, scope, open);
    imports = new ImportRules(policy, refusals, names, program);
  }

  /**
   * Returns what the policy refuses in the module.
   *
   * @param open whether names that nothing binds may be bound by the time it runs
   */
  static ImmutableList<Diagnostic> check(
      Module module, Scope scope, Policy policy, ProgramModules program, boolean open) {
    Restrictor restrictor = new Restrictor(policy, program, scope, open);
    restrictor.body(module.body());
    return restrictor.refusals.inOrder();
  }

  private void refuse(String rule, Span span, String message, String hint) {
    refusals.refuse(rule, span, message, hint);
  }

  private void uses(LanguageFeature feature, Span span) {
    refusals.uses(feature, span);
  }

  private void bind(String name, Span span) {
    names.bind(scope, name, span);
  }

  // --- statements
  // ------------------------------------------------------------------------------------

  private void body(List<Statement> statements) {
    for (Statement statement : statements) {
      statement(statement);
    }
  }

  private void within(Object node, Runnable inner) {
    Scope outer = scope;
    scope = scope.of(node);
    inner.run();
    scope = outer;
  }

  private void decorators(List<Expression> decorators) {
    if (!decorators.isEmpty()) {
      uses(LanguageFeature.DECORATORS, decorators.getFirst().span());
    }
    expressions(decorators);
  }

  private void withTypeParameters(List<TypeParameter> parameters, Runnable inner) {
    if (parameters.isEmpty()) {
      inner.run();
      return;
    }
    uses(LanguageFeature.TYPE_PARAMETERS, parameters.getFirst().span());
    within(
        parameters,
        () -> {
          for (TypeParameter parameter : parameters) {
            names.refuseSpelling(parameter.name(), parameter.span());
            switch (parameter) {
              case TypeParameter.TypeVar variable -> variable.bound().ifPresent(this::expression);
              case TypeParameter.ParamSpec ignored -> {}
              case TypeParameter.TypeVarTuple ignored -> {}
            }
          }
          inner.run();
        });
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.FunctionDef f -> {
        uses(LanguageFeature.FUNCTIONS, f.span());
        decorators(f.decorators());
        bind(f.name(), f.span());
        function(f, f.parameters(), f.returns(), f.body(), f.typeParameters());
      }
      case Statement.AsyncFunctionDef f -> {
        uses(LanguageFeature.FUNCTIONS, f.span());
        uses(LanguageFeature.ASYNC, f.span());
        decorators(f.decorators());
        bind(f.name(), f.span());
        function(f, f.parameters(), f.returns(), f.body(), f.typeParameters());
      }
      case Statement.ClassDef c -> classDefinition(c);
      case Statement.Return r -> r.value().ifPresent(this::expression);
      case Statement.Delete d -> {
        uses(LanguageFeature.DEL, d.span());
        expressions(d.targets());
      }
      case Statement.Assign a -> {
        expression(a.value());
        expressions(a.targets());
      }
      case Statement.TypeAlias t -> {
        uses(LanguageFeature.TYPE_PARAMETERS, t.span());
        bind(t.name().id(), t.span());
        withTypeParameters(t.typeParameters(), () -> within(t, () -> expression(t.value())));
      }
      case Statement.AugAssign a -> {
        expression(a.target());
        expression(a.value());
      }
      case Statement.AnnAssign a -> {
        expression(a.target());
        expression(a.annotation());
        a.value().ifPresent(this::expression);
      }
      case Statement.For f -> loop(f.target(), f.iterable(), f.body(), f.orElse());
      case Statement.AsyncFor f -> {
        uses(LanguageFeature.ASYNC, f.span());
        loop(f.target(), f.iterable(), f.body(), f.orElse());
      }
      case Statement.While w -> {
        uses(LanguageFeature.WHILE, w.span());
        expression(w.test());
        body(w.body());
        body(w.orElse());
      }
      case Statement.If i -> {
        expression(i.test());
        boolean forOthers = ImportRules.isVersion(i.test());
        imports.whereTheyMayFail(
            forOthers || ImportRules.isTypeChecking(i.test()), () -> body(i.body()));
        imports.whereTheyMayFail(forOthers, () -> body(i.orElse()));
      }
      case Statement.With w -> {
        uses(LanguageFeature.WITH, w.span());
        with(w.items(), w.body());
      }
      case Statement.AsyncWith w -> {
        uses(LanguageFeature.ASYNC, w.span());
        uses(LanguageFeature.WITH, w.span());
        with(w.items(), w.body());
      }
      case Statement.Match m -> {
        uses(LanguageFeature.MATCH, m.span());
        expression(m.subject());
        for (MatchCase matchCase : m.cases()) {
          pattern(matchCase.pattern());
          matchCase.guard().ifPresent(this::expression);
          body(matchCase.body());
        }
      }
      case Statement.Raise r -> {
        r.exception().ifPresent(this::expression);
        r.cause().ifPresent(this::expression);
      }
      case Statement.Try t -> {
        uses(LanguageFeature.TRY, t.span());
        tryStatement(t.body(), t.handlers(), t.orElse(), t.finalBody());
      }
      case Statement.TryStar t -> {
        uses(LanguageFeature.TRY, t.span());
        tryStatement(t.body(), t.handlers(), t.orElse(), t.finalBody());
      }
      case Statement.Assert a -> {
        expression(a.test());
        a.message().ifPresent(this::expression);
      }
      case Statement.Import i -> imports.judge(i, scope);
      case Statement.ImportFrom i -> imports.judge(i, scope);
      case Statement.Global g -> {
        uses(LanguageFeature.GLOBAL, g.span());
        g.names()
            .forEach(
                name -> {
                  names.refuseSpelling(name, g.span());
                  privateNames.declareGlobal(name, g.span());
                });
      }
      case Statement.Nonlocal n -> {
        uses(LanguageFeature.NONLOCAL, n.span());
        n.names().forEach(name -> names.refuseSpelling(name, n.span()));
      }
      case Statement.Expr e -> expression(e.value());
      case Statement.Pass ignored -> {}
      case Statement.Break ignored -> {}
      case Statement.Continue ignored -> {}
    }
  }

  private void loop(
      Expression target, Expression iterable, List<Statement> body, List<Statement> orElse) {
    expression(iterable);
    expression(target);
    body(body);
    body(orElse);
  }

  private void with(List<WithItem> items, List<Statement> body) {
    for (WithItem item : items) {
      expression(item.contextExpression());
      item.target().ifPresent(this::expression);
    }
    body(body);
  }

  private void tryStatement(
      List<Statement> body,
      List<ExceptHandler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody) {
    int handlesNameErrors = handles(handlers, NAME_ERRORS) ? 1 : 0;
    nameErrorHandlers += handlesNameErrors;
    imports.whereTheyMayFail(handles(handlers, ImportRules.ERRORS), () -> body(body));
    nameErrorHandlers -= handlesNameErrors;
    for (ExceptHandler handler : handlers) {
      handler.type().ifPresent(this::expression);
      handler
          .name()
          .ifPresent(
              name -> {
                bind(name, handler.span());
                names.deleteAfterHandler(scope, name, handler.span());
              });
      imports.whereTheyMayFail(
          handles(ImmutableList.of(handler), ImportRules.ERRORS), () -> body(handler.body()));
    }
    body(orElse);
    body(finalBody);
  }

  /**
   * Whether the author says that something may not be there: only that exception's own name says
   * so.
   */
  private static boolean handles(List<ExceptHandler> handlers, ImmutableSet<String> exceptions) {
    return handlers.stream()
        .flatMap(handler -> handler.type().stream())
        .flatMap(
            type ->
                type instanceof Expression.Tuple tuple
                    ? tuple.elements().stream()
                    : Stream.of(type))
        .anyMatch(type -> type instanceof Expression.Name name && exceptions.contains(name.id()));
  }

  private void function(
      Statement node,
      Parameters parameters,
      Optional<Expression> returns,
      List<Statement> body,
      List<TypeParameter> typeParameters) {
    defaults(parameters);
    withTypeParameters(
        typeParameters,
        () -> {
          annotations(parameters);
          returns.ifPresent(this::expression);
          within(
              node,
              () -> {
                parameterNames(parameters);
                body(body);
              });
        });
  }

  private static Iterable<Argument> allOf(Parameters parameters) {
    return Iterables.concat(
        parameters.positionalOnly(),
        parameters.positional(),
        parameters.variadic().stream().toList(),
        parameters.keywordOnly(),
        parameters.variadicKeywords().stream().toList());
  }

  private void defaults(Parameters parameters) {
    expressions(parameters.defaults());
    parameters.keywordDefaults().forEach(value -> value.ifPresent(this::expression));
  }

  private void annotations(Parameters parameters) {
    allOf(parameters).forEach(argument -> argument.annotation().ifPresent(this::expression));
  }

  private void parameterNames(Parameters parameters) {
    allOf(parameters).forEach(argument -> names.refuseSpelling(argument.name(), argument.span()));
  }

  private void classDefinition(Statement.ClassDef c) {
    uses(LanguageFeature.CLASSES, c.span());
    decorators(c.decorators());
    bind(c.name(), c.span());
    withTypeParameters(
        c.typeParameters(),
        () -> {
          expressions(c.bases());
          keywords(c.keywords());
          privateNames.inClass(c, () -> within(c, () -> body(c.body())));
        });
  }

  // --- patterns
  // --------------------------------------------------------------------------------------

  private void pattern(Pattern pattern) {
    switch (pattern) {
      case Pattern.MatchValue value -> patternValue(value.value());
      case Pattern.MatchSingleton ignored -> {}
      case Pattern.MatchSequence sequence -> sequence.patterns().forEach(this::pattern);
      case Pattern.MatchMapping mapping -> {
        mapping.keys().forEach(this::patternValue);
        mapping.patterns().forEach(this::pattern);
        mapping.rest().ifPresent(name -> bind(name, mapping.span()));
      }
      case Pattern.MatchClass cls -> {
        patternValue(cls.cls());
        for (String attribute : cls.keywordAttributes()) {
          patternAttribute(attribute, cls.span());
        }
        cls.patterns().forEach(this::pattern);
        cls.keywordPatterns().forEach(this::pattern);
      }
      case Pattern.MatchStar star -> star.name().ifPresent(name -> bind(name, star.span()));
      case Pattern.MatchAs as -> {
        as.pattern().ifPresent(this::pattern);
        as.name().ifPresent(name -> bind(name, as.span()));
      }
      case Pattern.MatchOr or -> or.patterns().forEach(this::pattern);
    }
  }

  /**
   * A match statement reads attributes itself, past the guards: only names that every object may be
   * asked for.
   */
  private void patternAttribute(String name, Span span) {
    if (!(policy.load(name) instanceof AttributeTable.Plain)) {
      refuse(
          "PR0404",
          span,
          "attribute '" + name + "' can't be read by a pattern",
          "match the object, then look at the attribute in an 'if'");
    }
  }

  private void patternValue(Expression value) {
    if (value instanceof Expression.Attribute attribute) {
      patternAttribute(attribute.attribute(), attribute.span());
      patternValue(attribute.value());
    } else {
      expression(value);
    }
  }

  // --- expressions
  // -----------------------------------------------------------------------------------

  private void expressions(List<Expression> expressions) {
    for (Expression expression : expressions) {
      expression(expression);
    }
  }

  private void keywords(List<Keyword> keywords) {
    for (Keyword keyword : keywords) {
      expression(keyword.value());
    }
  }

  private void attribute(Expression.Attribute e) {
    String name = e.attribute();
    privateNames.mention(name);
    if (e.context() == ExpressionContext.LOAD) {
      if (policy.load(name) instanceof AttributeTable.Refused(String reason)) {
        refuse(
            AttributeTable.isSpecial(name) ? "PR0201" : "PR0202",
            e.span(),
            "attribute '" + name + "' is not available",
            reason);
      }
    } else {
      policy
          .storeRefusal(name)
          .ifPresent(
              reason ->
                  refuse(
                      "PR0203",
                      e.span(),
                      "attribute '" + name + "' can't be set or deleted",
                      reason));
    }
    expression(e.value());
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.BoolOp e -> expressions(e.values());
      case Expression.NamedExpr e -> {
        uses(LanguageFeature.ASSIGNMENT_EXPRESSIONS, e.span());
        expression(e.value());
        bindWalrus(e.target());
      }
      case Expression.BinOp e -> {
        expression(e.left());
        expression(e.right());
      }
      case Expression.UnaryOp e -> expression(e.operand());
      case Expression.Lambda e -> {
        uses(LanguageFeature.LAMBDAS, e.span());
        defaults(e.parameters());
        within(
            e,
            () -> {
              parameterNames(e.parameters());
              expression(e.body());
            });
      }
      case Expression.IfExp e -> {
        expression(e.test());
        expression(e.body());
        expression(e.orElse());
      }
      case Expression.Dict e -> {
        e.keys().forEach(key -> key.ifPresent(this::expression));
        expressions(e.values());
      }
      case Expression.Set e -> expressions(e.elements());
      case Expression.ListComp e -> comprehension(e, e.generators(), ImmutableList.of(e.element()));
      case Expression.SetComp e -> comprehension(e, e.generators(), ImmutableList.of(e.element()));
      case Expression.DictComp e ->
          comprehension(e, e.generators(), ImmutableList.of(e.key(), e.value()));
      case Expression.GeneratorExp e ->
          comprehension(e, e.generators(), ImmutableList.of(e.element()));
      case Expression.Await e -> {
        uses(LanguageFeature.ASYNC, e.span());
        expression(e.value());
      }
      case Expression.Yield e -> {
        uses(LanguageFeature.GENERATORS, e.span());
        e.value().ifPresent(this::expression);
      }
      case Expression.YieldFrom e -> {
        uses(LanguageFeature.GENERATORS, e.span());
        expression(e.value());
      }
      case Expression.Compare e -> {
        expression(e.left());
        expressions(e.comparators());
      }
      case Expression.Call e -> {
        Optional<String> imported = ImportStatements.module(e);
        if (imported.isPresent()) {
          imports.judge(imported.get(), e.span());
          return;
        }
        expression(e.function());
        expressions(e.arguments());
        keywords(e.keywords());
      }
      case Expression.FormattedValue e -> {
        expression(e.value());
        e.formatSpec().ifPresent(this::expression);
      }
      case Expression.JoinedStr e -> expressions(e.values());
      case Expression.Constant ignored -> {}
      case Expression.Attribute e -> attribute(e);
      case Expression.Subscript e -> {
        expression(e.value());
        expression(e.slice());
      }
      case Expression.Starred e -> expression(e.value());
      case Expression.Name e -> {
        if (e.context() == ExpressionContext.LOAD) {
          names.load(scope, e.id(), e.span(), nameErrorHandlers > 0);
        } else {
          bind(e.id(), e.span());
        }
      }
      case Expression.List e -> expressions(e.elements());
      case Expression.Tuple e -> expressions(e.elements());
      case Expression.Slice e -> {
        e.lower().ifPresent(this::expression);
        e.upper().ifPresent(this::expression);
        e.step().ifPresent(this::expression);
      }
    }
  }

  /** The target of a walrus lives in the function or module around all comprehensions. */
  private void bindWalrus(Expression.Name target) {
    Scope inner = scope;
    while (scope.kind() == Scope.Kind.COMPREHENSION) {
      scope = scope.parent().orElseThrow();
    }
    bind(target.id(), target.span());
    scope = inner;
  }

  private void comprehension(
      Expression node, List<Comprehension> generators, List<Expression> elements) {
    uses(LanguageFeature.COMPREHENSIONS, node.span());
    expression(generators.getFirst().iterable());
    within(
        node,
        () -> {
          for (int i = 0; i < generators.size(); i++) {
            Comprehension part = generators.get(i);
            if (i > 0) {
              expression(part.iterable());
            }
            expression(part.target());
            expressions(part.conditions());
          }
          expressions(elements);
        });
  }
}
