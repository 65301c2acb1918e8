package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.Scope.Kind;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Node;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.List;
import java.util.Optional;

/**
 * Collects the names of every scope and reports what CPython's {@code symtable.c} reports, in its
 * order: the error that is thrown is the one CPython shows.
 */
public final class SymbolTable {
  private static final int MAX_DEPTH = 1000;

  private final Scope module = new Scope();
  private Scope current = module;
  private Optional<String> privateClass = Optional.empty();
  private boolean futureAnnotations;
  private int depth;

  private SymbolTable() {}

  /**
   * Returns the scope of a module that {@link Parser#parse} accepted, from which those inside can
   * be had.
   */
  public static Scope of(Module module) {
    SymbolTable table = new SymbolTable();
    table.futureAnnotations = FutureImports.check(module).contains("annotations");
    table.statements(module.body());
    table.module.checkDirectives();
    return table.module;
  }

  // --- names and scopes
  // ------------------------------------------------------------------------------

  private void define(String name, int flag, Span span) {
    define(current, name, flag, span);
  }

  private void define(Scope scope, String name, int flag, Span span) {
    Scope.Name use = scope.name(name);
    if (flag == Scope.PARAMETER && use.has(Scope.PARAMETER)) {
      throw new SyntaxFailure(span, "duplicate argument '" + name + "' in function definition");
    }
    if ((flag & Scope.TYPE_PARAMETER) != 0 && use.has(Scope.TYPE_PARAMETER)) {
      throw new SyntaxFailure(span, "duplicate type parameter '" + name + "'");
    }
    use.add(flag, span);
    if (scope.inComprehensionTarget) {
      if (use.has(Scope.GLOBAL | Scope.NONLOCAL)) {
        throw new SyntaxFailure(
            span,
            "comprehension inner loop cannot rebind assignment expression target '" + name + "'");
      }
      use.flags |= Scope.COMPREHENSION_TARGET;
    }
    if (flag == Scope.GLOBAL) {
      module.name(scope.mangle(name)).flags |= flag;
    }
  }

  private void use(String name) {
    current.name(name).flags |= Scope.USE;
  }

  private Scope enter(Kind kind, Object node) {
    current = current.open(kind, node, privateClass);
    return current;
  }

  private void leave() {
    current = current.parent().orElseThrow();
  }

  private void descend(Node node) {
    if (++depth > MAX_DEPTH) {
      throw SyntaxFailure.tooDeep(node.span());
    }
  }

  private void enterTypeParameters(List<TypeParameter> parameters) {
    boolean inClass = current.kind() == Kind.CLASS;
    Scope scope = enter(Kind.TYPE_PARAMETERS, parameters);
    if (inClass) {
      scope.seesClass = true;
      use("__classdict__");
    }
    for (TypeParameter parameter : parameters) {
      typeParameter(parameter);
    }
  }

  private void typeParameter(TypeParameter parameter) {
    define(parameter.name(), Scope.TYPE_PARAMETER | Scope.LOCAL, parameter.span());
    if (parameter instanceof TypeParameter.TypeVar variable && variable.bound().isPresent()) {
      boolean seesClass = current.seesClass;
      enter(Kind.TYPE_VARIABLE_BOUND, variable).seesClass = seesClass;
      if (seesClass) {
        use("__classdict__");
      }
      expression(variable.bound().get());
      leave();
    }
  }

  // --- statements
  // ------------------------------------------------------------------------------------

  private void statements(List<Statement> body) {
    for (int i = 0; i < body.size(); i++) {
      statement(body.get(i));
    }
  }

  private void statement(Statement statement) {
    descend(statement);
    switch (statement) {
      case Statement.Expr s -> expression(s.value());
      case Statement.Assign s -> {
        expressions(s.targets());
        expression(s.value());
      }
      case Statement.If s -> {
        expression(s.test());
        statements(s.body());
        statements(s.orElse());
      }
      case Statement.Return s -> expression(s.value());
      case Statement.FunctionDef s ->
          function(
              s,
              s.name(),
              s.parameters(),
              s.body(),
              s.decorators(),
              s.returns(),
              s.typeParameters(),
              false);
      case Statement.AsyncFunctionDef s ->
          function(
              s,
              s.name(),
              s.parameters(),
              s.body(),
              s.decorators(),
              s.returns(),
              s.typeParameters(),
              true);
      case Statement.ClassDef s -> classDefinition(s);
      case Statement.Delete s -> expressions(s.targets());
      case Statement.TypeAlias s -> typeAlias(s);
      case Statement.AugAssign s -> {
        expression(s.target());
        expression(s.value());
      }
      case Statement.AnnAssign s -> annotatedAssignment(s);
      case Statement.For s -> loop(s.target(), s.iterable(), s.body(), s.orElse());
      case Statement.AsyncFor s -> loop(s.target(), s.iterable(), s.body(), s.orElse());
      case Statement.While s -> {
        expression(s.test());
        statements(s.body());
        statements(s.orElse());
      }
      case Statement.With s -> with(s.items(), s.body());
      case Statement.AsyncWith s -> with(s.items(), s.body());
      case Statement.Match s -> {
        expression(s.subject());
        for (MatchCase matchCase : s.cases()) {
          pattern(matchCase.pattern());
          expression(matchCase.guard());
          statements(matchCase.body());
        }
      }
      case Statement.Raise s -> {
        expression(s.exception());
        expression(s.cause());
      }
      case Statement.Try s -> attempt(s.body(), s.handlers(), s.orElse(), s.finalBody());
      case Statement.TryStar s -> attempt(s.body(), s.handlers(), s.orElse(), s.finalBody());
      case Statement.Assert s -> {
        expression(s.test());
        expression(s.message());
      }
      case Statement.Import s -> aliases(s.names());
      case Statement.ImportFrom s -> aliases(s.names());
      case Statement.Global s -> directive(s.names(), Scope.GLOBAL, "global", s.span());
      case Statement.Nonlocal s -> directive(s.names(), Scope.NONLOCAL, "nonlocal", s.span());
      case Statement.Pass ignored -> {}
      case Statement.Break ignored -> {}
      case Statement.Continue ignored -> {}
    }
    depth--;
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
    define(name, Scope.LOCAL, node.span());
    expressions(parameters.defaults());
    parameters.keywordDefaults().forEach(this::expression);
    expressions(decorators);
    boolean generic = !typeParameters.isEmpty();
    if (generic) {
      enterTypeParameters(typeParameters);
    }
    annotations(parameters, returns, node);
    enter(Kind.FUNCTION, node).coroutine = async;
    parameters(parameters);
    statements(body);
    leave();
    if (generic) {
      leave();
    }
  }

  private void annotations(Parameters parameters, Optional<Expression> returns, Statement node) {
    if (futureAnnotations) {
      enter(Kind.ANNOTATION, node);
    }
    annotations(parameters.positionalOnly());
    annotations(parameters.positional());
    parameters.variadic().flatMap(Argument::annotation).ifPresent(this::expression);
    parameters.variadicKeywords().flatMap(Argument::annotation).ifPresent(this::expression);
    annotations(parameters.keywordOnly());
    if (futureAnnotations) {
      leave();
    }
    returns.ifPresent(annotation -> annotation(annotation, node));
  }

  private void annotations(List<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      expression(arguments.get(i).annotation());
    }
  }

  private void annotation(Expression annotation, Statement node) {
    if (futureAnnotations) {
      enter(Kind.ANNOTATION, node);
    }
    expression(annotation);
    if (futureAnnotations) {
      leave();
    }
  }

  private void parameters(Parameters parameters) {
    define(parameters.positionalOnly());
    define(parameters.positional());
    define(parameters.keywordOnly());
    parameters
        .variadic()
        .ifPresent(argument -> define(argument.name(), Scope.PARAMETER, argument.span()));
    parameters
        .variadicKeywords()
        .ifPresent(argument -> define(argument.name(), Scope.PARAMETER, argument.span()));
  }

  private void define(List<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      define(argument.name(), Scope.PARAMETER, argument.span());
    }
  }

  private void classDefinition(Statement.ClassDef definition) {
    define(definition.name(), Scope.LOCAL, definition.span());
    expressions(definition.decorators());
    Optional<String> outerClass = privateClass;
    boolean generic = !definition.typeParameters().isEmpty();
    if (generic) {
      privateClass = Optional.of(definition.name());
      enterTypeParameters(definition.typeParameters());
    }
    expressions(definition.bases());
    for (Keyword keyword : definition.keywords()) {
      expression(keyword.value());
    }
    privateClass = Optional.of(definition.name());
    enter(Kind.CLASS, definition);
    statements(definition.body());
    leave();
    if (generic) {
      leave();
    }
    privateClass = outerClass;
  }

  private void typeAlias(Statement.TypeAlias alias) {
    expression(alias.name());
    boolean inClass = current.kind() == Kind.CLASS;
    boolean generic = !alias.typeParameters().isEmpty();
    if (generic) {
      enterTypeParameters(alias.typeParameters());
    }
    Scope scope = enter(Kind.TYPE_ALIAS, alias);
    scope.seesClass = inClass;
    if (inClass) {
      use("__classdict__");
    }
    expression(alias.value());
    leave();
    if (generic) {
      leave();
    }
  }

  private void annotatedAssignment(Statement.AnnAssign assignment) {
    if (assignment.target() instanceof Expression.Name name) {
      int flags = current.flags(name.id());
      if ((flags & (Scope.GLOBAL | Scope.NONLOCAL)) != 0
          && current != module
          && assignment.simple()) {
        throw new SyntaxFailure(
            assignment.span(),
            "annotated name '"
                + name.id()
                + ((flags & Scope.GLOBAL) != 0 ? "' can't be global" : "' can't be nonlocal"));
      }
      if (assignment.simple()) {
        define(name.id(), Scope.ANNOTATED | Scope.LOCAL, name.span());
      } else if (assignment.value().isPresent()) {
        define(name.id(), Scope.LOCAL, name.span());
      }
    } else {
      expression(assignment.target());
    }
    annotation(assignment.annotation(), assignment);
    expression(assignment.value());
  }

  private void loop(
      Expression target, Expression iterable, List<Statement> body, List<Statement> orElse) {
    expression(target);
    expression(iterable);
    statements(body);
    statements(orElse);
  }

  private void with(List<WithItem> items, List<Statement> body) {
    for (WithItem item : items) {
      expression(item.contextExpression());
      expression(item.target());
    }
    statements(body);
  }

  private void attempt(
      List<Statement> body,
      List<ExceptHandler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody) {
    statements(body);
    statements(orElse);
    for (ExceptHandler handler : handlers) {
      expression(handler.type());
      if (handler.name().isPresent()) {
        define(handler.name().get(), Scope.LOCAL, handler.span());
      }
      statements(handler.body());
    }
    statements(finalBody);
  }

  private void aliases(List<Alias> aliases) {
    for (Alias alias : aliases) {
      if (alias.name().equals("*")) {
        if (current.kind() != Kind.MODULE) {
          throw new SyntaxFailure(alias.span(), "import * only allowed at module level");
        }
      } else {
        String name = alias.name();
        int dot = name.indexOf('.');
        define(
            alias.asName().orElse(dot < 0 ? name : name.substring(0, dot)),
            Scope.IMPORT,
            alias.span());
      }
    }
  }

  private void directive(List<String> names, int flag, String word, Span span) {
    for (String name : names) {
      int flags = current.flags(name);
      if ((flags & Scope.PARAMETER) != 0) {
        throw new SyntaxFailure(span, "name '" + name + "' is parameter and " + word);
      }
      if ((flags & Scope.USE) != 0) {
        throw new SyntaxFailure(
            span, "name '" + name + "' is used prior to " + word + " declaration");
      }
      if ((flags & Scope.ANNOTATED) != 0) {
        throw new SyntaxFailure(span, "annotated name '" + name + "' can't be " + word);
      }
      if ((flags & Scope.LOCAL) != 0) {
        throw new SyntaxFailure(
            span, "name '" + name + "' is assigned to before " + word + " declaration");
      }
      define(name, flag, span);
      current.addDirective(name, span);
    }
  }

  // --- patterns
  // --------------------------------------------------------------------------------------

  private void patterns(List<Pattern> patterns) {
    for (Pattern pattern : patterns) {
      pattern(pattern);
    }
  }

  private void pattern(Pattern pattern) {
    descend(pattern);
    switch (pattern) {
      case Pattern.MatchValue p -> expression(p.value());
      case Pattern.MatchSingleton ignored -> {}
      case Pattern.MatchSequence p -> patterns(p.patterns());
      case Pattern.MatchMapping p -> {
        expressions(p.keys());
        patterns(p.patterns());
        capture(p.rest(), p.span());
      }
      case Pattern.MatchClass p -> {
        expression(p.cls());
        patterns(p.patterns());
        patterns(p.keywordPatterns());
      }
      case Pattern.MatchStar p -> capture(p.name(), p.span());
      case Pattern.MatchAs p -> {
        if (p.pattern().isPresent()) {
          pattern(p.pattern().get());
        }
        capture(p.name(), p.span());
      }
      case Pattern.MatchOr p -> patterns(p.patterns());
    }
    depth--;
  }

  private void capture(Optional<String> name, Span span) {
    if (name.isPresent()) {
      define(name.get(), Scope.LOCAL, span);
    }
  }

  // --- expressions
  // -----------------------------------------------------------------------------------

  private void expressions(List<Expression> expressions) {
    for (int i = 0; i < expressions.size(); i++) {
      expression(expressions.get(i));
    }
  }

  private void expression(Optional<? extends Expression> expression) {
    if (expression.isPresent()) {
      expression(expression.get());
    }
  }

  private void expression(Expression expression) {
    descend(expression);
    switch (expression) {
      case Expression.Name e -> name(e);
      case Expression.Constant ignored -> {}
      case Expression.Attribute e -> expression(e.value());
      case Expression.Call e -> {
        expression(e.function());
        expressions(e.arguments());
        for (int i = 0; i < e.keywords().size(); i++) {
          expression(e.keywords().get(i).value());
        }
      }
      case Expression.Compare e -> {
        expression(e.left());
        expressions(e.comparators());
      }
      case Expression.Subscript e -> {
        expression(e.value());
        expression(e.slice());
      }
      case Expression.Tuple e -> expressions(e.elements());
      case Expression.BinOp e -> {
        expression(e.left());
        expression(e.right());
      }
      case Expression.UnaryOp e -> expression(e.operand());
      case Expression.List e -> expressions(e.elements());
      case Expression.BoolOp e -> expressions(e.values());
      case Expression.NamedExpr e -> namedExpression(e);
      case Expression.Lambda e -> {
        expressions(e.parameters().defaults());
        e.parameters().keywordDefaults().forEach(this::expression);
        enter(Kind.FUNCTION, e);
        parameters(e.parameters());
        expression(e.body());
        leave();
      }
      case Expression.IfExp e -> {
        expression(e.test());
        expression(e.body());
        expression(e.orElse());
      }
      case Expression.Dict e -> {
        e.keys().forEach(this::expression);
        expressions(e.values());
      }
      case Expression.Set e -> expressions(e.elements());
      case Expression.ListComp e ->
          comprehension(e, "list comprehension", e.generators(), e.element(), Optional.empty());
      case Expression.SetComp e ->
          comprehension(e, "set comprehension", e.generators(), e.element(), Optional.empty());
      case Expression.DictComp e ->
          comprehension(e, "dict comprehension", e.generators(), e.key(), Optional.of(e.value()));
      case Expression.GeneratorExp e ->
          comprehension(e, "generator expression", e.generators(), e.element(), Optional.empty());
      case Expression.Await e -> {
        refuseInAnnotation("await expression", e);
        expression(e.value());
        current.coroutine = true;
      }
      case Expression.Yield e -> yielding(e, e.value());
      case Expression.YieldFrom e -> yielding(e, Optional.of(e.value()));
      case Expression.FormattedValue e -> {
        expression(e.value());
        expression(e.formatSpec());
      }
      case Expression.JoinedStr e -> expressions(e.values());
      case Expression.Starred e -> expression(e.value());
      case Expression.Slice e -> {
        expression(e.lower());
        expression(e.upper());
        expression(e.step());
      }
    }
    depth--;
  }

  private void name(Expression.Name name) {
    if (name.context() != ExpressionContext.LOAD) {
      define(name.id(), Scope.LOCAL, name.span());
      return;
    }
    define(name.id(), Scope.USE, name.span());
    if (name.id().equals("super") && current.kind().isFunctionLike()) {
      use("__class__");
    }
  }

  private void refuseInAnnotation(String what, Expression expression) {
    Optional<String> place =
        switch (current.kind()) {
          case ANNOTATION -> Optional.of("an annotation");
          case TYPE_VARIABLE_BOUND -> Optional.of("a TypeVar bound");
          case TYPE_ALIAS -> Optional.of("a type alias");
          case TYPE_PARAMETERS -> Optional.of("the definition of a generic");
          case MODULE, FUNCTION, CLASS, COMPREHENSION -> Optional.empty();
        };
    if (place.isPresent()) {
      throw new SyntaxFailure(expression.span(), what + " cannot be used within " + place.get());
    }
  }

  private void yielding(Expression expression, Optional<Expression> value) {
    refuseInAnnotation("yield expression", expression);
    expression(value);
    current.generator = true;
    if (current.kind() == Kind.COMPREHENSION) {
      throw new SyntaxFailure(expression.span(), "'yield' inside " + current.comprehension);
    }
  }

  private void namedExpression(Expression.NamedExpr expression) {
    refuseInAnnotation("named expression", expression);
    if (current.comprehensionIterables > 0) {
      throw new SyntaxFailure(
          expression.span(),
          "assignment expression cannot be used in a comprehension iterable expression");
    }
    if (current.kind() == Kind.COMPREHENSION) {
      bindOutsideComprehension(expression.target());
    }
    expression(expression.value());
    expression(expression.target());
  }

  /** A walrus in a comprehension binds in the nearest function or module around it. */
  private void bindOutsideComprehension(Expression.Name target) {
    Span span = target.span();
    for (Scope around = current; ; around = around.parent().orElseThrow()) {
      int flags = around.flags(target.id());
      switch (around.kind()) {
        case COMPREHENSION -> {
          if ((flags & Scope.COMPREHENSION_TARGET) != 0 && (flags & Scope.LOCAL) != 0) {
            throw new SyntaxFailure(
                span,
                "assignment expression cannot rebind comprehension iteration variable '"
                    + target.id()
                    + "'");
          }
        }
        case FUNCTION -> {
          define(target.id(), (flags & Scope.GLOBAL) != 0 ? Scope.GLOBAL : Scope.NONLOCAL, span);
          current.addDirective(target.id(), span);
          define(around, target.id(), Scope.LOCAL, span);
          return;
        }
        case MODULE -> {
          define(target.id(), Scope.GLOBAL, span);
          current.addDirective(target.id(), span);
          define(around, target.id(), Scope.GLOBAL, span);
          return;
        }
        case CLASS ->
            throw new SyntaxFailure(
                span,
                "assignment expression within a comprehension cannot be used in a class body");
        case TYPE_PARAMETERS ->
            throw new SyntaxFailure(
                span,
                "assignment expression within a comprehension cannot be used within the definition"
                    + " of a generic");
        case TYPE_ALIAS ->
            throw new SyntaxFailure(
                span,
                "assignment expression within a comprehension cannot be used in a type alias");
        case TYPE_VARIABLE_BOUND ->
            throw new SyntaxFailure(
                span,
                "assignment expression within a comprehension cannot be used in a TypeVar bound");
        case ANNOTATION -> {}
      }
    }
  }

  private void comprehension(
      Expression node,
      String description,
      List<Comprehension> generators,
      Expression element,
      Optional<Expression> value) {
    if (current.seesClass) {
      throw new SyntaxFailure(
          node.span(), "Cannot use comprehension in annotation scope within class scope");
    }
    boolean lazy = node instanceof Expression.GeneratorExp;
    Comprehension outermost = generators.getFirst();
    current.comprehensionIterables++;
    expression(outermost.iterable());
    current.comprehensionIterables--;
    Scope scope = enter(Kind.COMPREHENSION, node);
    scope.comprehension = description;
    scope.coroutine = outermost.isAsync();
    define(".0", Scope.PARAMETER, node.span());
    comprehensionTarget(outermost.target());
    expressions(outermost.conditions());
    for (Comprehension generator : generators.subList(1, generators.size())) {
      comprehensionTarget(generator.target());
      current.comprehensionIterables++;
      expression(generator.iterable());
      current.comprehensionIterables--;
      expressions(generator.conditions());
      scope.coroutine |= generator.isAsync();
    }
    expression(value);
    expression(element);
    scope.generator = lazy;
    leave();
    if (scope.coroutine && !lazy) {
      current.coroutine = true;
    }
  }

  private void comprehensionTarget(Expression target) {
    current.inComprehensionTarget = true;
    expression(target);
    current.inComprehensionTarget = false;
  }
}
