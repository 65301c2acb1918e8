package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports what CPython 3.12's {@code compile.c} reports while it makes code, in its order: where
 * {@code return}, {@code yield}, {@code await}, {@code break} may stand, starred expressions,
 * {@code __debug__}, repeated keyword arguments, the depth of nested blocks.
 */
final class PlacementChecks {
  /** CO_MAXBLOCKS. */
  private static final int MAX_BLOCKS = 21;

  private static final int MAX_BEFORE_STAR = 256;

  /** The code object that a statement ends up in. */
  private enum Unit {
    MODULE,
    CLASS,
    FUNCTION,
    ASYNC_FUNCTION,
    LAMBDA,
    GENERATOR_EXPRESSION,
    TYPE_PARAMETERS,
  }

  /** What {@code break}, {@code continue} and {@code return} have to get out of. */
  private enum Frame {
    LOOP,
    EXCEPT_STAR,
    OTHER
  }

  private final boolean futureAnnotations;
  private final Optional<Span> lastFuture;
  private Unit unit = Unit.MODULE;
  private Scope scope;
  private List<Frame> frames = new ArrayList<>();

  private PlacementChecks(Module module, Scope scope) {
    this.scope = scope;
    ImmutableSet<String> features = FutureImports.check(module);
    futureAnnotations = features.contains("annotations");
    lastFuture = FutureImports.last(module);
  }

  static void check(Module module, Scope scope) {
    new PlacementChecks(module, scope).statements(module.body());
  }

  // --- units and frames
  // ------------------------------------------------------------------------------

  private void inside(Unit inner, Scope innerScope, Runnable body) {
    Unit outerUnit = unit;
    Scope outerScope = scope;
    List<Frame> outerFrames = frames;
    unit = inner;
    scope = innerScope;
    frames = new ArrayList<>();
    body.run();
    unit = outerUnit;
    scope = outerScope;
    frames = outerFrames;
  }

  private void push(Frame frame, Span span) {
    if (frames.size() >= MAX_BLOCKS) {
      throw new SyntaxFailure(span, "too many statically nested blocks");
    }
    frames.add(frame);
  }

  private void pop() {
    frames.removeLast();
  }

  private void leaveLoop(Span span, String message) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      switch (frames.get(i)) {
        case EXCEPT_STAR -> throw leavesExceptStar(span);
        case LOOP -> {
          return;
        }
        case OTHER -> {}
      }
    }
    throw new SyntaxFailure(span, message);
  }

  private static SyntaxFailure leavesExceptStar(Span span) {
    return new SyntaxFailure(
        span, "'break', 'continue' and 'return' cannot appear in an except* block");
  }

  /** {@code __debug__} is a constant that cannot be bound. */
  private static void bind(String name, Span span) {
    if (name.equals("__debug__")) {
      throw new SyntaxFailure(span, "cannot assign to __debug__");
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
    switch (statement) {
      case Statement.Expr s -> expression(s.value());
      case Statement.Assign s -> {
        expression(s.value());
        expressions(s.targets());
      }
      case Statement.If s -> {
        expression(s.test());
        statements(s.body());
        statements(s.orElse());
      }
      case Statement.Return s -> returning(s);
      case Statement.FunctionDef s ->
          function(
              s,
              s.name(),
              s.parameters(),
              s.body(),
              s.decorators(),
              s.returns(),
              s.typeParameters(),
              Unit.FUNCTION);
      case Statement.AsyncFunctionDef s ->
          function(
              s,
              s.name(),
              s.parameters(),
              s.body(),
              s.decorators(),
              s.returns(),
              s.typeParameters(),
              Unit.ASYNC_FUNCTION);
      case Statement.ClassDef s -> classDefinition(s);
      case Statement.Delete s -> expressions(s.targets());
      case Statement.TypeAlias s -> {
        generic(
            s.typeParameters(),
            () -> inside(Unit.TYPE_PARAMETERS, scope.of(s), () -> expression(s.value())));
        bind(s.name().id(), s.name().span());
      }
      case Statement.AugAssign s -> {
        // CPython looks at the names of attributes that are set, and of augmented ones it does not.
        expression(s.target() instanceof Expression.Attribute set ? set.value() : s.target());
        expression(s.value());
      }
      case Statement.AnnAssign s -> annotatedAssignment(s);
      case Statement.For s -> {
        expression(s.iterable());
        loop(s.target(), s.body(), s.orElse(), s.span());
      }
      case Statement.AsyncFor s -> {
        requireAsync("'async for' outside async function", s.span());
        expression(s.iterable());
        loop(s.target(), s.body(), s.orElse(), s.span());
      }
      case Statement.While s -> {
        push(Frame.LOOP, s.span());
        expression(s.test());
        statements(s.body());
        pop();
        statements(s.orElse());
      }
      case Statement.With s -> with(s.items(), 0, s.body(), s.span());
      case Statement.AsyncWith s -> {
        requireAsync("'async with' outside async function", s.span());
        with(s.items(), 0, s.body(), s.span());
      }
      case Statement.Match s -> match(s);
      case Statement.Raise s -> {
        expression(s.exception());
        expression(s.cause());
      }
      case Statement.Try s ->
          attempt(s.body(), s.handlers(), s.orElse(), s.finalBody(), Frame.OTHER, s.span());
      case Statement.TryStar s ->
          attempt(s.body(), s.handlers(), s.orElse(), s.finalBody(), Frame.EXCEPT_STAR, s.span());
      case Statement.Assert s -> {
        expression(s.test());
        expression(s.message());
      }
      case Statement.Import s -> {
        for (Alias alias : s.names()) {
          bind(alias.asName().orElse(alias.name()), s.span());
        }
      }
      case Statement.ImportFrom s -> {
        if (FutureImports.isFuture(s) && isLate(s.span())) {
          throw new SyntaxFailure(
              s.span(), "from __future__ imports must occur at the beginning of the file");
        }
        for (Alias alias : s.names()) {
          bind(alias.asName().orElse(alias.name()), s.span());
        }
      }
      case Statement.Break s -> leaveLoop(s.span(), "'break' outside loop");
      case Statement.Continue s -> leaveLoop(s.span(), "'continue' not properly in loop");
      case Statement.Global ignored -> {}
      case Statement.Nonlocal ignored -> {}
      case Statement.Pass ignored -> {}
    }
  }

  private boolean isLate(Span span) {
    return lastFuture.isEmpty()
        || span.line() > lastFuture.get().line()
        || span.line() == lastFuture.get().line() && span.column() > lastFuture.get().column();
  }

  private void function(
      Statement node,
      String name,
      Parameters parameters,
      List<Statement> body,
      List<Expression> decorators,
      Optional<Expression> returns,
      List<TypeParameter> typeParameters,
      Unit kind) {
    bindParameters(parameters);
    expressions(decorators);
    defaults(parameters);
    generic(
        typeParameters,
        () -> {
          if (!futureAnnotations) {
            annotations(parameters, returns);
          }
          inside(kind, scope.of(node), () -> statements(body));
        });
    bind(name, node.span());
  }

  private void generic(List<TypeParameter> typeParameters, Runnable body) {
    if (typeParameters.isEmpty()) {
      body.run();
      return;
    }
    inside(
        Unit.TYPE_PARAMETERS,
        scope.of(typeParameters),
        () -> {
          for (TypeParameter parameter : typeParameters) {
            if (parameter instanceof TypeParameter.TypeVar variable
                && variable.bound().isPresent()) {
              Expression bound = variable.bound().get();
              inside(Unit.TYPE_PARAMETERS, scope.of(variable), () -> expression(bound));
            }
            bind(parameter.name(), parameter.span());
          }
          body.run();
        });
  }

  private void bindParameters(Parameters parameters) {
    bindArguments(parameters.positionalOnly());
    bindArguments(parameters.positional());
    parameters.variadic().ifPresent(argument -> bind(argument.name(), argument.span()));
    bindArguments(parameters.keywordOnly());
    parameters.variadicKeywords().ifPresent(argument -> bind(argument.name(), argument.span()));
  }

  private static void bindArguments(List<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      bind(arguments.get(i).name(), arguments.get(i).span());
    }
  }

  private void defaults(Parameters parameters) {
    expressions(parameters.defaults());
    parameters.keywordDefaults().forEach(this::expression);
  }

  private void annotations(Parameters parameters, Optional<Expression> returns) {
    annotations(parameters.positional());
    annotations(parameters.positionalOnly());
    Optional<Expression> variadic = parameters.variadic().flatMap(Argument::annotation);
    if (variadic.isPresent()) {
      expression(
          variadic.get() instanceof Expression.Starred starred ? starred.value() : variadic.get());
    }
    annotations(parameters.keywordOnly());
    expression(parameters.variadicKeywords().flatMap(Argument::annotation));
    expression(returns);
  }

  private void annotations(List<Argument> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      expression(arguments.get(i).annotation());
    }
  }

  private void classDefinition(Statement.ClassDef definition) {
    expressions(definition.decorators());
    generic(
        definition.typeParameters(),
        () -> {
          inside(Unit.CLASS, scope.of(definition), () -> statements(definition.body()));
          keywords(definition.keywords());
          arguments(definition.bases(), definition.keywords());
        });
    bind(definition.name(), definition.span());
  }

  private void returning(Statement.Return statement) {
    Span span = statement.span();
    if (!scope.kind().isFunctionLike()) {
      throw new SyntaxFailure(span, "'return' outside function");
    }
    if (statement.value().isPresent() && scope.coroutine && scope.generator) {
      throw new SyntaxFailure(span, "'return' with value in async generator");
    }
    expression(statement.value());
    if (frames.contains(Frame.EXCEPT_STAR)) {
      throw leavesExceptStar(span);
    }
  }

  private void annotatedAssignment(Statement.AnnAssign assignment) {
    boolean evaluated = unit == Unit.MODULE || unit == Unit.CLASS;
    if (assignment.value().isPresent()) {
      expression(assignment.value());
      expression(assignment.target());
    }
    switch (assignment.target()) {
      case Expression.Name name -> bind(name.id(), assignment.span());
      case Expression.Attribute attribute -> {
        bind(attribute.attribute(), assignment.span());
        if (assignment.value().isEmpty()) {
          expression(attribute.value());
        }
      }
      case Expression.Subscript subscript when assignment.value().isEmpty() -> {
        expression(subscript.value());
        // Nothing is looked up, so what would be unpacked has no place to go.
        if (subscript.slice() instanceof Expression.Tuple slices) {
          slices.elements().forEach(this::expression);
        } else {
          expression(subscript.slice());
        }
      }
      default -> {}
    }
    if (evaluated && !futureAnnotations) {
      expression(assignment.annotation());
    }
  }

  private void loop(Expression target, List<Statement> body, List<Statement> orElse, Span span) {
    push(Frame.LOOP, span);
    expression(target);
    statements(body);
    pop();
    statements(orElse);
  }

  private void requireAsync(String message, Span span) {
    if (unit != Unit.ASYNC_FUNCTION) {
      throw new SyntaxFailure(span, message);
    }
  }

  private void with(List<WithItem> items, int at, List<Statement> body, Span span) {
    WithItem item = items.get(at);
    expression(item.contextExpression());
    push(Frame.OTHER, span);
    expression(item.target());
    if (at + 1 < items.size()) {
      with(items, at + 1, body, span);
    } else {
      statements(body);
    }
    pop();
  }

  private void attempt(
      List<Statement> body,
      List<ExceptHandler> handlers,
      List<Statement> orElse,
      List<Statement> finalBody,
      Frame handlerFrame,
      Span span) {
    boolean guarded = !finalBody.isEmpty();
    if (guarded) {
      push(Frame.OTHER, span);
    }
    if (handlers.isEmpty()) {
      statements(body);
    } else {
      push(Frame.OTHER, span);
      statements(body);
      pop();
      if (handlerFrame == Frame.EXCEPT_STAR) {
        handlers(handlers, handlerFrame, span);
        statements(orElse);
      } else {
        statements(orElse);
        handlers(handlers, handlerFrame, span);
      }
    }
    if (guarded) {
      pop();
      push(Frame.OTHER, span);
      statements(finalBody);
      pop();
    }
  }

  private void handlers(List<ExceptHandler> handlers, Frame frame, Span span) {
    push(frame, span);
    for (int i = 0; i < handlers.size(); i++) {
      ExceptHandler handler = handlers.get(i);
      if (handler.type().isEmpty() && i < handlers.size() - 1) {
        throw new SyntaxFailure(handler.span(), "default 'except:' must be last");
      }
      expression(handler.type());
      if (handler.name().isPresent()) {
        bind(handler.name().get(), handler.span());
      }
      push(Frame.OTHER, handler.span());
      statements(handler.body());
      pop();
    }
    pop();
  }

  private void match(Statement.Match statement) {
    expression(statement.subject());
    int last = statement.cases().size() - 1;
    for (int i = 0; i <= last; i++) {
      var matchCase = statement.cases().get(i);
      new PatternChecks(this::expression)
          .check(matchCase.pattern(), matchCase.guard().isPresent() || i == last);
      expression(matchCase.guard());
      statements(matchCase.body());
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
    switch (expression) {
      case Expression.Name e -> name(e);
      case Expression.Constant ignored -> {}
      case Expression.Attribute e -> {
        expression(e.value());
        if (e.context() == ExpressionContext.STORE) {
          bind(e.attribute(), e.span());
        }
      }
      case Expression.Call e -> {
        keywords(e.keywords());
        expression(e.function());
        arguments(e.arguments(), e.keywords());
      }
      case Expression.Compare e -> {
        expression(e.left());
        expressions(e.comparators());
      }
      case Expression.Subscript e -> {
        expression(e.value());
        expression(e.slice());
      }
      case Expression.Tuple e -> sequence(e.elements(), e.context(), e.span());
      case Expression.BinOp e -> {
        expression(e.left());
        expression(e.right());
      }
      case Expression.UnaryOp e -> expression(e.operand());
      case Expression.List e -> sequence(e.elements(), e.context(), e.span());
      case Expression.BoolOp e -> expressions(e.values());
      case Expression.NamedExpr e -> {
        expression(e.value());
        expression(e.target());
      }
      case Expression.Lambda e -> {
        bindParameters(e.parameters());
        defaults(e.parameters());
        inside(Unit.LAMBDA, scope.of(e), () -> expression(e.body()));
      }
      case Expression.IfExp e -> {
        expression(e.test());
        expression(e.body());
        expression(e.orElse());
      }
      case Expression.Dict e -> {
        for (int i = 0; i < e.values().size(); i++) {
          expression(e.keys().get(i));
          expression(e.values().get(i));
        }
      }
      case Expression.Set e -> elements(e.elements());
      case Expression.ListComp e -> comprehension(e, e.generators(), e.element(), Optional.empty());
      case Expression.SetComp e -> comprehension(e, e.generators(), e.element(), Optional.empty());
      case Expression.DictComp e ->
          comprehension(e, e.generators(), e.key(), Optional.of(e.value()));
      case Expression.GeneratorExp e ->
          comprehension(e, e.generators(), e.element(), Optional.empty());
      case Expression.Await e -> {
        if (!scope.kind().isFunctionLike()) {
          throw new SyntaxFailure(e.span(), "'await' outside function");
        }
        if (unit != Unit.ASYNC_FUNCTION && unit != Unit.GENERATOR_EXPRESSION) {
          throw new SyntaxFailure(e.span(), "'await' outside async function");
        }
        expression(e.value());
      }
      case Expression.Yield e -> {
        requireFunction("'yield' outside function", e.span());
        expression(e.value());
      }
      case Expression.YieldFrom e -> {
        requireFunction("'yield from' outside function", e.span());
        if (unit == Unit.ASYNC_FUNCTION) {
          throw new SyntaxFailure(e.span(), "'yield from' inside async function");
        }
        expression(e.value());
      }
      case Expression.FormattedValue e -> {
        expression(e.value());
        expression(e.formatSpec());
      }
      case Expression.JoinedStr e -> expressions(e.values());
      case Expression.Starred e ->
          throw new SyntaxFailure(
              e.span(),
              e.context() == ExpressionContext.STORE
                  ? "starred assignment target must be in a list or tuple"
                  : "can't use starred expression here");
      case Expression.Slice e -> {
        expression(e.lower());
        expression(e.upper());
        expression(e.step());
      }
    }
  }

  private static void name(Expression.Name name) {
    if (name.context() == ExpressionContext.STORE) {
      bind(name.id(), name.span());
    } else if (name.context() == ExpressionContext.DELETE && name.id().equals("__debug__")) {
      throw new SyntaxFailure(name.span(), "cannot delete __debug__");
    }
  }

  private void requireFunction(String message, Span span) {
    if (!scope.kind().isFunctionLike()) {
      throw new SyntaxFailure(span, message);
    }
  }

  private void sequence(List<Expression> elements, ExpressionContext context, Span span) {
    if (context == ExpressionContext.STORE) {
      boolean starred = false;
      for (int i = 0; i < elements.size(); i++) {
        if (elements.get(i) instanceof Expression.Starred) {
          if (starred) {
            throw new SyntaxFailure(span, "multiple starred expressions in assignment");
          }
          if (i >= MAX_BEFORE_STAR) {
            throw new SyntaxFailure(span, "too many expressions in star-unpacking assignment");
          }
          starred = true;
        }
      }
    }
    elements(elements);
  }

  /** Elements of a display, a target list or the arguments of a call: any may be starred. */
  private void elements(List<Expression> elements) {
    for (int i = 0; i < elements.size(); i++) {
      Expression element = elements.get(i);
      expression(element instanceof Expression.Starred starred ? starred.value() : element);
    }
  }

  private void arguments(List<Expression> positional, List<Keyword> keywords) {
    elements(positional);
    for (int i = 0; i < keywords.size(); i++) {
      expression(keywords.get(i).value());
    }
  }

  /**
   * Of several repeated names the one that is written first is reported, at its first repetition.
   */
  private static void keywords(List<Keyword> keywords) {
    if (keywords.isEmpty()) {
      return;
    }
    Map<String, Integer> firsts = new HashMap<>();
    int repeated = Integer.MAX_VALUE;
    Optional<Keyword> repetition = Optional.empty();
    for (int i = 0; i < keywords.size(); i++) {
      Keyword keyword = keywords.get(i);
      if (keyword.name().isEmpty()) {
        continue;
      }
      Integer first = firsts.putIfAbsent(keyword.name().get(), i);
      if (first != null && first < repeated) {
        repeated = first;
        repetition = Optional.of(keyword);
      }
    }
    for (int i = 0; i < keywords.size(); i++) {
      Keyword keyword = keywords.get(i);
      keyword.name().ifPresent(name -> bind(name, keyword.span()));
      if (i == repeated) {
        Keyword again = repetition.orElseThrow();
        throw new SyntaxFailure(
            again.span(), "keyword argument repeated: " + again.name().orElseThrow());
      }
    }
  }

  private void comprehension(
      Expression node,
      List<Comprehension> generators,
      Expression element,
      Optional<Expression> value) {
    Scope inner = scope.of(node);
    Comprehension outermost = generators.getFirst();
    boolean lazy = node instanceof Expression.GeneratorExp;
    expression(outermost.iterable());
    if (inner.coroutine
        && !lazy
        && unit != Unit.ASYNC_FUNCTION
        && unit != Unit.GENERATOR_EXPRESSION) {
      throw new SyntaxFailure(
          node.span(), "asynchronous comprehension outside of an asynchronous function");
    }
    if (lazy) {
      inside(Unit.GENERATOR_EXPRESSION, inner, () -> generators(generators, element, value));
    } else {
      // Inlined (PEP 709), except that names still live in a scope of their own.
      Scope outer = scope;
      scope = inner;
      generators(generators, element, value);
      scope = outer;
    }
  }

  private void generators(
      List<Comprehension> generators, Expression element, Optional<Expression> value) {
    for (int i = 0; i < generators.size(); i++) {
      Comprehension generator = generators.get(i);
      if (i > 0) {
        expression(generator.iterable());
      }
      expression(generator.target());
      expressions(generator.conditions());
    }
    expression(element);
    expression(value);
  }
}
