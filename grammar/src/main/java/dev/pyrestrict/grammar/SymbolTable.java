package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.Scope.Kind;
import dev.pyrestrict.grammar.Scope.Use;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Argument;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the scopes of a module and, on the way, what CPython's symbol table and compiler refuse (Python/symtable.c,
 * Python/compile.c): misplaced statements, duplicate names, contradictory declarations.
 */
public final class SymbolTable {
  private static final int MAX_DEPTH = 1000;
  private static final int MAX_BLOCKS = 20;
  private static final ImmutableSet<String> FEATURES =
      ImmutableSet.of(
          "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
          "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations");

  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final IdentityHashMap<Object, Scope> scopes = new IdentityHashMap<>();
  private Scope scope = new Scope(Kind.MODULE, Optional.empty(), scopes);
  private Place place = Place.MODULE;
  private int depth;
  private int blocks;

  private SymbolTable() {}

  /**
   * What surrounds a statement.
   *
   * @param function inside a function, its own body
   * @param async the function is async, or the generator expression is
   * @param loop {@code break} is allowed
   * @param exceptStar in the body of {@code except*}
   */
  private record Place(boolean function, boolean async, boolean loop, boolean exceptStar, boolean classBody) {
    static final Place MODULE = new Place(false, false, false, false, false);

    Place inLoop() {
      return new Place(function, async, true, false, classBody);
    }

    Place inExceptStar() {
      return new Place(function, async, false, true, classBody);
    }
  }

  /** Returns the scope of the module, from which those inside can be had. */
  public static Scope of(Module module) {
    SymbolTable table = new SymbolTable();
    table.module(module);
    return table.scope;
  }

  /** Returns what CPython would refuse. */
  static ImmutableList<Diagnostic> check(Module module) {
    SymbolTable table = new SymbolTable();
    table.module(module);
    return ImmutableList.copyOf(table.diagnostics);
  }

  private void report(Span span, String message) {
    diagnostics.add(Diagnostic.error("PR0001", span, message));
  }

  private void module(Module module) {
    futureImports(module);
    body(module.body());
  }

  private void futureImports(Module module) {
    boolean allowed = true;
    boolean first = true;
    for (Statement statement : module.body()) {
      boolean docstring =
          first
              && statement instanceof Statement.Expr expr
              && expr.value() instanceof Expression.Constant constant
              && constant.value() instanceof ConstantValue.StrValue;
      first = false;
      if (statement instanceof Statement.ImportFrom from && isFuture(from)) {
        if (!allowed) {
          report(from.span(), "from __future__ imports must occur at the beginning of the file");
        }
        for (Alias alias : from.names()) {
          if (!FEATURES.contains(alias.name())) {
            report(
                from.span(),
                alias.name().equals("braces") ? "not a chance" : "future feature " + alias.name() + " is not defined");
          } else if (alias.name().equals("barry_as_FLUFL")) {
            report(from.span(), "future feature barry_as_FLUFL is not supported");
          }
        }
      } else if (!docstring) {
        allowed = false;
      }
    }
  }

  private static boolean isFuture(Statement.ImportFrom from) {
    return from.level() == 0 && from.module().equals(Optional.of("__future__"));
  }

  // --- names -----------------------------------------------------------------------------------------

  private void bind(String name, Span span) {
    if (name.equals("__debug__")) {
      report(span, "cannot assign to __debug__");
    }
    scope.uses(name).add(Use.BOUND);
  }

  private void read(String name) {
    scope.uses(name).add(Use.READ);
  }

  private void declare(ImmutableList<String> names, Use use, Span span) {
    String word = use == Use.GLOBAL ? "global" : "nonlocal";
    for (String name : names) {
      Set<Use> uses = scope.uses(name);
      if (use == Use.NONLOCAL && scope.kind() == Kind.MODULE) {
        report(span, "nonlocal declaration not allowed at module level");
      } else if (uses.contains(Use.PARAMETER)) {
        report(span, "name '" + name + "' is parameter and " + word);
      } else if (uses.contains(use == Use.GLOBAL ? Use.NONLOCAL : Use.GLOBAL)) {
        report(span, "name '" + name + "' is nonlocal and global");
      } else if (uses.contains(Use.ANNOTATED)) {
        report(span, "annotated name '" + name + "' can't be " + word);
      } else if (uses.contains(Use.BOUND)) {
        report(span, "name '" + name + "' is assigned to before " + word + " declaration");
      } else if (uses.contains(Use.READ)) {
        report(span, "name '" + name + "' is used prior to " + word + " declaration");
      } else if (use == Use.NONLOCAL && !scope.enclosingBinds(name)) {
        undecidedNonlocals.add(new PendingNonlocal(scope, name, span));
      }
      if (scope.kind() != Kind.MODULE || use == Use.NONLOCAL) {
        uses.add(use);
      }
      if (use == Use.GLOBAL) {
        moduleScope().uses(name).add(Use.BOUND);
      }
    }
  }

  /** A nonlocal whose function may still bind the name further down. */
  private record PendingNonlocal(Scope scope, String name, Span span) {}

  private final List<PendingNonlocal> undecidedNonlocals = new ArrayList<>();

  private Scope moduleScope() {
    Scope outer = scope;
    while (outer.parent().isPresent()) {
      outer = outer.parent().get();
    }
    return outer;
  }

  private Scope enter(Kind kind, Object node) {
    Scope saved = scope;
    scope = new Scope(kind, Optional.of(saved), scopes);
    scopes.put(node, scope);
    return saved;
  }

  private void leave(Scope saved) {
    Scope left = scope;
    scope = saved;
    undecidedNonlocals.removeIf(
        pending -> {
          if (pending.scope().enclosingBinds(pending.name())) {
            return true;
          }
          if (saved.kind() == Kind.MODULE && left != saved) {
            report(pending.span(), "no binding for nonlocal '" + pending.name() + "' found");
            return true;
          }
          return false;
        });
  }

  // --- statements ------------------------------------------------------------------------------------

  private void body(List<Statement> statements) {
    for (Statement statement : statements) {
      statement(statement);
    }
  }

  private void block(List<Statement> statements, Span span) {
    if (++blocks > MAX_BLOCKS) {
      report(span, "too many statically nested blocks");
    } else {
      body(statements);
    }
    blocks--;
  }

  private void within(Place inner, List<Statement> statements, Span span) {
    Place saved = place;
    place = inner;
    block(statements, span);
    place = saved;
  }

  private void descend(Span span) {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxFailure("PR0007", span, "source is nested too deeply");
    }
  }

  private void statement(Statement statement) {
    descend(statement.span());
    switch (statement) {
      case Statement.FunctionDef f ->
          function(f, f.name(), f.parameters(), f.body(), f.decorators(), f.returns(), f.typeParameters(), false);
      case Statement.AsyncFunctionDef f ->
          function(f, f.name(), f.parameters(), f.body(), f.decorators(), f.returns(), f.typeParameters(), true);
      case Statement.ClassDef c -> classDefinition(c);
      case Statement.Return r -> {
        if (!place.function() ) {
          report(r.span(), "'return' outside function");
        } else if (place.exceptStar()) {
          report(r.span(), "'break', 'continue' and 'return' cannot appear in an except* block");
        }
        r.value().ifPresent(this::expression);
      }
      case Statement.Delete d -> expressions(d.targets());
      case Statement.Assign a -> {
        expression(a.value());
        for (Expression target : a.targets()) {
          target(target);
        }
      }
      case Statement.TypeAlias t -> typeAlias(t);
      case Statement.AugAssign a -> {
        target(a.target());
        if (a.target() instanceof Expression.Name name) {
          read(name.id());
        }
        expression(a.value());
      }
      case Statement.AnnAssign a -> annotated(a);
      case Statement.For f -> loop(f.target(), f.iterable(), f.body(), f.orElse(), f.span());
      case Statement.AsyncFor f -> {
        requireAsync(f.span(), "'async for' outside async function");
        loop(f.target(), f.iterable(), f.body(), f.orElse(), f.span());
      }
      case Statement.While w -> {
        expression(w.test());
        within(place.inLoop(), w.body(), w.span());
        body(w.orElse());
      }
      case Statement.If i -> {
        expression(i.test());
        body(i.body());
        body(i.orElse());
      }
      case Statement.With w -> with(w.items(), w.body(), w.span());
      case Statement.AsyncWith w -> {
        requireAsync(w.span(), "'async with' outside async function");
        with(w.items(), w.body(), w.span());
      }
      case Statement.Match m -> match(m);
      case Statement.Raise r -> {
        r.exception().ifPresent(this::expression);
        r.cause().ifPresent(this::expression);
      }
      case Statement.Try t -> tryStatement(t.body(), t.handlers(), t.orElse(), t.finalBody(), false, t.span());
      case Statement.TryStar t -> tryStatement(t.body(), t.handlers(), t.orElse(), t.finalBody(), true, t.span());
      case Statement.Assert a -> {
        expression(a.test());
        a.message().ifPresent(this::expression);
      }
      case Statement.Import i -> {
        for (Alias alias : i.names()) {
          bind(alias.asName().orElse(head(alias.name())), i.span());
        }
      }
      case Statement.ImportFrom i -> importFrom(i);
      case Statement.Global g -> declare(g.names(), Use.GLOBAL, g.span());
      case Statement.Nonlocal n -> declare(n.names(), Use.NONLOCAL, n.span());
      case Statement.Expr e -> {
        if (e.value() instanceof Expression.Starred) {
          report(e.span(), "can't use starred expression here");
        }
        expression(e.value());
      }
      case Statement.Pass ignored -> {}
      case Statement.Break b -> inLoop(b.span(), "'break' outside loop");
      case Statement.Continue c -> inLoop(c.span(), "'continue' not properly in loop");
    }
    depth--;
  }

  private void inLoop(Span span, String message) {
    if (place.exceptStar() && !place.loop()) {
      report(span, "'break', 'continue' and 'return' cannot appear in an except* block");
    } else if (!place.loop()) {
      report(span, message);
    }
  }

  private static String head(String dotted) {
    int dot = dotted.indexOf('.');
    return dot < 0 ? dotted : dotted.substring(0, dot);
  }

  private void requireAsync(Span span, String message) {
    if (!place.async()) {
      report(span, message);
    }
  }

  private void importFrom(Statement.ImportFrom statement) {
    for (Alias alias : statement.names()) {
      if (alias.name().equals("*")) {
        if (scope.kind() != Kind.MODULE) {
          report(statement.span(), "import * only allowed at module level");
        }
      } else {
        bind(alias.asName().orElse(alias.name()), statement.span());
      }
    }
    if (isFuture(statement) && scope.kind() != Kind.MODULE) {
      report(statement.span(), "from __future__ imports must occur at the beginning of the file");
    }
  }

  private void annotated(Statement.AnnAssign a) {
    if (a.target() instanceof Expression.Name name && a.simple()) {
      Set<Use> uses = scope.uses(name.id());
      if (scope.kind() != Kind.MODULE && (uses.contains(Use.GLOBAL) || uses.contains(Use.NONLOCAL))) {
        report(
            a.span(),
            "annotated name '" + name.id() + "' can't be " + (uses.contains(Use.GLOBAL) ? "global" : "nonlocal"));
      }
      bind(name.id(), name.span());
      uses.add(Use.ANNOTATED);
    } else {
      target(a.target());
    }
    annotation(a.annotation());
    a.value().ifPresent(this::expression);
  }

  /** Annotations are no place for yield, await, or a walrus. */
  private void annotation(Expression annotation) {
    String outer = restriction;
    restriction = "annotation";
    expression(annotation);
    restriction = outer;
  }

  /** "annotation", "TypeVar bound", "type alias", or null where everything is allowed. */
  private String restriction;

  private void loop(
      Expression target, Expression iterable, List<Statement> body, List<Statement> orElse, Span span) {
    expression(iterable);
    target(target);
    within(place.inLoop(), body, span);
    body(orElse);
  }

  private void with(List<WithItem> items, List<Statement> body, Span span) {
    for (WithItem item : items) {
      expression(item.contextExpression());
      item.target().ifPresent(this::target);
    }
    int saved = blocks;
    blocks += items.size() - 1;
    block(body, span);
    blocks = saved;
  }

  private void tryStatement(
      List<Statement> body,
      List<ExceptHandler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody,
      boolean star,
      Span span) {
    block(body, span);
    for (int i = 0; i < handlers.size(); i++) {
      ExceptHandler handler = handlers.get(i);
      if (handler.type().isEmpty() && i + 1 < handlers.size()) {
        report(handler.span(), "default 'except:' must be last");
      }
      handler.type().ifPresent(this::expression);
      handler.name().ifPresent(name -> bind(name, handler.span()));
      within(star ? place.inExceptStar() : place, handler.body(), handler.span());
    }
    body(orElse);
    if (!finalBody.isEmpty()) {
      block(finalBody, span);
    }
  }

  private void function(
      Statement node,
      String name,
      Parameters parameters,
      List<Statement> body,
      List<Expression> decorators,
      Optional<Expression> returns,
      List<TypeParameter> typeParameters,
      boolean async) {
    expressions(decorators);
    bind(name, node.span());
    defaults(parameters);
    Scope outer = typeParameters(typeParameters);
    annotations(parameters);
    returns.ifPresent(this::annotation);
    Scope saved = enter(Kind.FUNCTION, node);
    Place savedPlace = place;
    int savedBlocks = blocks;
    String savedRestriction = restriction;
    restriction = null;
    blocks = 0;
    place = new Place(true, async, false, false, false);
    parameters(parameters);
    body(body);
    restriction = savedRestriction;
    blocks = savedBlocks;
    place = savedPlace;
    leave(saved);
    if (outer != scope) {
      leave(outer);
    }
  }

  private void defaults(Parameters parameters) {
    expressions(parameters.defaults());
    parameters.keywordDefaults().forEach(value -> value.ifPresent(this::expression));
  }

  private static List<Argument> allOf(Parameters parameters) {
    List<Argument> all = new ArrayList<>(parameters.positionalOnly());
    all.addAll(parameters.positional());
    all.addAll(parameters.keywordOnly());
    parameters.variadic().ifPresent(all::add);
    parameters.variadicKeywords().ifPresent(all::add);
    return all;
  }

  private void annotations(Parameters parameters) {
    for (Argument argument : allOf(parameters)) {
      argument.annotation().ifPresent(this::annotation);
    }
  }

  private void parameters(Parameters parameters) {
    for (Argument argument : allOf(parameters)) {
      if (argument.name().equals("__debug__")) {
        report(argument.span(), "cannot assign to __debug__");
      }
      if (!scope.uses(argument.name()).add(Use.PARAMETER)) {
        report(argument.span(), "duplicate argument '" + argument.name() + "' in function definition");
      }
    }
  }

  private Scope typeParameters(List<TypeParameter> parameters) {
    if (parameters.isEmpty()) {
      return scope;
    }
    Scope saved = enter(Kind.TYPE_PARAMETERS, parameters);
    for (TypeParameter parameter : parameters) {
      if (scope.uses(parameter.name()).contains(Use.BOUND)) {
        report(parameter.span(), "duplicate type parameter '" + parameter.name() + "'");
      }
      bind(parameter.name(), parameter.span());
    }
    String outer = restriction;
    for (TypeParameter parameter : parameters) {
      switch (parameter) {
        case TypeParameter.TypeVar variable -> {
          restriction = "TypeVar bound";
          variable.bound().ifPresent(this::expression);
        }
        case TypeParameter.ParamSpec ignored -> {}
        case TypeParameter.TypeVarTuple ignored -> {}
      }
    }
    restriction = outer;
    return saved;
  }

  private void typeAlias(Statement.TypeAlias alias) {
    bind(alias.name().id(), alias.span());
    Scope outer = typeParameters(alias.typeParameters());
    Scope saved = enter(Kind.FUNCTION, alias);
    String savedRestriction = restriction;
    restriction = "type alias";
    expression(alias.value());
    restriction = savedRestriction;
    leave(saved);
    if (outer != scope) {
      leave(outer);
    }
  }

  private void classDefinition(Statement.ClassDef node) {
    expressions(node.decorators());
    bind(node.name(), node.span());
    Scope outer = typeParameters(node.typeParameters());
    expressions(node.bases());
    keywords(node.keywords());
    Scope saved = enter(Kind.CLASS, node);
    Place savedPlace = place;
    int savedBlocks = blocks;
    blocks = 0;
    place = new Place(false, false, false, false, true);
    body(node.body());
    blocks = savedBlocks;
    place = savedPlace;
    leave(saved);
    if (outer != scope) {
      leave(outer);
    }
  }

  // --- match -----------------------------------------------------------------------------------------

  private void match(Statement.Match match) {
    expression(match.subject());
    for (int i = 0; i < match.cases().size(); i++) {
      MatchCase matchCase = match.cases().get(i);
      if (matchCase.guard().isEmpty() && i + 1 < match.cases().size()) {
        irrefutable(matchCase.pattern())
            .ifPresent(what -> report(matchCase.pattern().span(), what + " makes remaining patterns unreachable"));
      }
      pattern(matchCase.pattern(), new HashSet<>());
      matchCase.guard().ifPresent(this::expression);
      body(matchCase.body());
    }
  }

  private static Optional<String> irrefutable(Pattern pattern) {
    return pattern instanceof Pattern.MatchAs as
        ? as.pattern().isPresent()
            ? irrefutable(as.pattern().get())
            : Optional.of(as.name().map(name -> "name capture '" + name + "'").orElse("wildcard"))
        : Optional.empty();
  }

  private void capture(Optional<String> name, Set<String> bound, Span span) {
    if (name.isPresent()) {
      if (!bound.add(name.get())) {
        report(span, "multiple assignments to name '" + name.get() + "' in pattern");
      }
      bind(name.get(), span);
    }
  }

  private void pattern(Pattern pattern, Set<String> bound) {
    descend(pattern.span());
    switch (pattern) {
      case Pattern.MatchValue value -> {
        expression(value.value());
        if (value.value() instanceof Expression.JoinedStr) {
          report(value.span(), "patterns may only match literals and attribute lookups");
        }
      }
      case Pattern.MatchSingleton ignored -> {}
      case Pattern.MatchSequence sequence -> {
        if (sequence.patterns().stream().filter(p -> p instanceof Pattern.MatchStar).count() > 1) {
          report(sequence.span(), "multiple starred expressions in sequence pattern");
        }
        sequence.patterns().forEach(p -> pattern(p, bound));
      }
      case Pattern.MatchMapping mapping -> {
        Set<Object> keys = new HashSet<>();
        for (Expression key : mapping.keys()) {
          expression(key);
          if (key instanceof Expression.Constant constant && !keys.add(constant.value())) {
            report(mapping.span(), "mapping pattern checks duplicate key");
          }
          if (key instanceof Expression.JoinedStr) {
            report(key.span(), "mapping pattern keys may only match literals and attribute lookups");
          }
        }
        mapping.patterns().forEach(p -> pattern(p, bound));
        capture(mapping.rest(), bound, mapping.span());
      }
      case Pattern.MatchClass cls -> {
        expression(cls.cls());
        Set<String> attributes = new HashSet<>();
        for (String attribute : cls.keywordAttributes()) {
          if (!attributes.add(attribute)) {
            report(cls.span(), "attribute name repeated in class pattern: " + attribute);
          }
        }
        cls.patterns().forEach(p -> pattern(p, bound));
        cls.keywordPatterns().forEach(p -> pattern(p, bound));
      }
      case Pattern.MatchStar star -> capture(star.name(), bound, star.span());
      case Pattern.MatchAs as -> {
        as.pattern().ifPresent(p -> pattern(p, bound));
        capture(as.name(), bound, as.span());
      }
      case Pattern.MatchOr or -> alternatives(or, bound);
    }
    depth--;
  }

  private void alternatives(Pattern.MatchOr or, Set<String> bound) {
    Set<String> first = Set.of();
    for (int i = 0; i < or.patterns().size(); i++) {
      Pattern alternative = or.patterns().get(i);
      if (i + 1 < or.patterns().size()) {
        irrefutable(alternative)
            .ifPresent(what -> report(alternative.span(), what + " makes remaining patterns unreachable"));
      }
      Set<String> names = new HashSet<>(bound);
      pattern(alternative, names);
      names.removeAll(bound);
      if (i == 0) {
        first = names;
      } else if (!first.equals(names)) {
        report(or.span(), "alternative patterns bind different names");
        break;
      }
    }
    bound.addAll(first);
  }

  // --- expressions -----------------------------------------------------------------------------------

  private void target(Expression target) {
    starCount(target);
    if (target instanceof Expression.Starred) {
      report(target.span(), "starred assignment target must be in a list or tuple");
    }
    expression(target);
  }

  private void starCount(Expression target) {
    ImmutableList<Expression> elements =
        target instanceof Expression.Tuple tuple
            ? tuple.elements()
            : target instanceof Expression.List list ? list.elements() : ImmutableList.of();
    if (elements.stream().filter(e -> e instanceof Expression.Starred).count() > 1) {
      report(target.span(), "multiple starred expressions in assignment");
    }
    elements.forEach(this::starCount);
  }

  private void expressions(List<Expression> expressions) {
    for (Expression expression : expressions) {
      expression(expression);
    }
  }

  private void keywords(List<Keyword> keywords) {
    Set<String> names = new HashSet<>();
    for (Keyword keyword : keywords) {
      keyword
          .name()
          .ifPresent(
              name -> {
                if (name.equals("__debug__")) {
                  report(keyword.span(), "cannot assign to __debug__");
                }
                if (!names.add(name)) {
                  report(keyword.span(), "keyword argument repeated: " + name);
                }
              });
      expression(keyword.value());
    }
  }

  private void restricted(String what, Span span) {
    if (restriction != null) {
      report(span, what + " cannot be used within a" + (restriction.startsWith("a") ? "n " : " ") + restriction);
    }
  }

  private void expression(Expression expression) {
    descend(expression.span());
    switch (expression) {
      case Expression.BoolOp e -> expressions(e.values());
      case Expression.NamedExpr e -> walrus(e);
      case Expression.BinOp e -> {
        expression(e.left());
        expression(e.right());
      }
      case Expression.UnaryOp e -> expression(e.operand());
      case Expression.Lambda e -> lambda(e);
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
      case Expression.ListComp e -> comprehension(e, e.generators(), List.of(e.element()), false);
      case Expression.SetComp e -> comprehension(e, e.generators(), List.of(e.element()), false);
      case Expression.DictComp e -> comprehension(e, e.generators(), List.of(e.key(), e.value()), false);
      case Expression.GeneratorExp e -> comprehension(e, e.generators(), List.of(e.element()), true);
      case Expression.Await e -> {
        restricted("await expression", e.span());
        if (!place.async() || comprehensionDepth > 0 && insideClassOrModule()) {
          report(e.span(), place.function() ? "'await' outside async function" : "'await' outside function");
        }
        expression(e.value());
      }
      case Expression.Yield e -> {
        yieldAllowed("yield", e.span());
        e.value().ifPresent(this::expression);
      }
      case Expression.YieldFrom e -> {
        yieldAllowed("yield from", e.span());
        if (place.async()) {
          report(e.span(), "'yield from' inside async function");
        }
        expression(e.value());
      }
      case Expression.Compare e -> {
        expression(e.left());
        expressions(e.comparators());
      }
      case Expression.Call e -> {
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
      case Expression.Attribute e -> {
        if (e.attribute().equals("__debug__") && e.context() != ExpressionContext.LOAD) {
          report(e.span(), "cannot assign to __debug__");
        }
        expression(e.value());
      }
      case Expression.Subscript e -> {
        expression(e.value());
        expression(e.slice());
      }
      case Expression.Starred e -> expression(e.value());
      case Expression.Name e -> {
        if (e.context() == ExpressionContext.LOAD) {
          read(e.id());
        } else if (e.context() == ExpressionContext.DELETE && e.id().equals("__debug__")) {
          report(e.span(), "cannot delete __debug__");
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
    depth--;
  }

  private boolean insideClassOrModule() {
    return !place.function();
  }

  private void yieldAllowed(String what, Span span) {
    restricted("yield expression", span);
    scope.markGenerator();
    if (comprehensionDepth > 0) {
      report(span, "'yield' inside " + comprehensionName);
    } else if (!place.function()) {
      report(span, "'" + what + "' outside function");
    }
  }

  private void lambda(Expression.Lambda e) {
    defaults(e.parameters());
    Scope saved = enter(Kind.FUNCTION, e);
    Place savedPlace = place;
    int savedComprehension = comprehensionDepth;
    String savedRestriction = restriction;
    restriction = null;
    comprehensionDepth = 0;
    place = new Place(true, false, false, false, false);
    parameters(e.parameters());
    expression(e.body());
    place = savedPlace;
    comprehensionDepth = savedComprehension;
    restriction = savedRestriction;
    leave(saved);
  }

  private void walrus(Expression.NamedExpr e) {
    restricted("named expression", e.span());
    expression(e.value());
    if (scope.kind() != Kind.COMPREHENSION) {
      expression(e.target());
      return;
    }
    String name = e.target().id();
    if (inComprehensionIterable) {
      report(e.span(), "assignment expression cannot be used in a comprehension iterable expression");
    }
    Scope outer = scope;
    while (outer.kind() == Kind.COMPREHENSION) {
      if (outer.uses(name).contains(Use.BOUND)) {
        report(e.span(), "assignment expression cannot rebind comprehension iteration variable '" + name + "'");
        return;
      }
      outer = outer.parent().orElseThrow();
    }
    if (outer.kind() == Kind.CLASS) {
      report(e.span(), "assignment expression within a comprehension cannot be used in a class body");
    }
    if (name.equals("__debug__")) {
      report(e.span(), "cannot assign to __debug__");
    }
    outer.uses(name).add(Use.BOUND);
    if (outer.kind() == Kind.MODULE || outer.declaresGlobal(name)) {
      scope.uses(name).add(Use.GLOBAL);
    }
  }

  private int comprehensionDepth;
  private String comprehensionName = "";
  private boolean inComprehensionIterable;

  private void comprehension(
      Expression node, List<Comprehension> generators, List<Expression> elements, boolean generator) {
    iterable(generators.getFirst().iterable());
    Scope saved = enter(Kind.COMPREHENSION, node);
    String savedName = comprehensionName;
    comprehensionDepth++;
    comprehensionName =
        switch (node) {
          case Expression.ListComp ignored -> "list comprehension";
          case Expression.SetComp ignored -> "set comprehension";
          case Expression.DictComp ignored -> "dict comprehension";
          default -> "generator expression";
        };
    Place savedPlace = place;
    boolean async = generators.stream().anyMatch(Comprehension::isAsync);
    if (async && !generator && !place.async()) {
      report(node.span(), "asynchronous comprehension outside of an asynchronous function");
    }
    if (generator && async) {
      place = new Place(true, true, false, false, false);
    }
    for (int i = 0; i < generators.size(); i++) {
      Comprehension part = generators.get(i);
      target(part.target());
      if (i > 0) {
        iterable(part.iterable());
      }
      expressions(part.conditions());
    }
    expressions(elements);
    place = savedPlace;
    comprehensionDepth--;
    comprehensionName = savedName;
    leave(saved);
  }

  private void iterable(Expression expression) {
    boolean saved = inComprehensionIterable;
    inComprehensionIterable = true;
    expression(expression);
    inComprehensionIterable = saved;
  }
}
