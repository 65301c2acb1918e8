package dev.pyrestrict.rewriter;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.ast.Alias;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds everything in a module that the policy refuses, each with its rule, in source order. Denies
 * by default.
 */
final class Restrictor {
  /**
   * Special names that may be variables. Every other one with two underscores at both ends is
   * refused.
   */
  private static final ImmutableSet<String> SPECIAL_VARIABLES =
      ImmutableSet.of(
          "__name__",
          "__doc__",
          "__all__",
          "__version__",
          "__author__",
          "__annotations__",
          "__debug__",
          "__class__",
          "__license__",
          "__copyright__",
          "__email__",
          "__date__",
          "__status__",
          "__title__",
          "__maintainer__",
          "__credits__",
          "__contact__",
          "__url__",
          "__uri__",
          "__summary__",
          "__description__",
          "__revision__",
          "__version_info__",
          "__build__",
          "__release__",
          "__homepage__",
          "__lazy_modules__",
          "__docformat__");

  /**
   * Names of the protocols of enum and IPython, which look like those of guards, but are none and
   * never will be.
   */
  private static final ImmutableSet<String> NAMES_OF_PROTOCOLS =
      ImmutableSet.of(
          "_missing_",
          "_generate_next_value_",
          "_ignore_",
          "_order_",
          "_value_",
          "_name_",
          "_repr_html_",
          "_repr_latex_",
          "_repr_json_",
          "_repr_markdown_",
          "_repr_mimebundle_",
          "_repr_pretty_",
          "_repr_svg_",
          "_ipython_display_",
          "_ipython_key_completions_");

  private static final ImmutableSet<String> NAME_ERRORS = ImmutableSet.of("NameError");
  private static final ImmutableSet<String> IMPORT_ERRORS =
      ImmutableSet.of("ImportError", "ModuleNotFoundError");
  private static final String TYPE_CHECKING = "TYPE_CHECKING";

  /** GraalPy never calls it. */
  private static final String FINALIZER = "__del__";

  /** What no policy can allow: names of guards, and imports from outside of a program. */
  private static final ImmutableSet<String> ALWAYS_REFUSED = ImmutableSet.of("PR0101", "PR0303");

  /** What RestrictedPython leaves to its host's guards: ours say no when the program runs. */
  private static final ImmutableSet<String> LEFT_TO_GUARDS =
      ImmutableSet.of("PR0103", "PR0301", "PR0601");

  /** To find what is nearest to a name takes as many steps as there are others. */
  private static final int MOST_HINTS = 50;

  private static final int MOST_CANDIDATES = 10_000;

  private final Policy policy;
  private final Set<String> moduleNames;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Class names, without leading underscores, of classes whose bodies have private names. */
  private final Set<String> classesWithPrivateNames = new HashSet<>();

  private boolean privateNames;
  private int classDepth;
  private int hints;

  /** How many of the surrounding try statements have a handler for names that are not there. */
  private int nameErrorHandlers;

  /**
   * How many of the surrounding statements say that an import may fail, or is for others: a try
   * statement with a handler for that, the handler, {@code if TYPE_CHECKING}, and an {@code if}
   * that asks for Python's version. The guard refuses it when it is run.
   */
  private int importErrorHandlers;

  private Scope scope;

  private final ProgramModules program;

  /** Whether names that nothing binds may be bound by the time the module runs. */
  private final boolean open;

  private Restrictor(Policy policy, ProgramModules program, Scope scope, boolean open) {
    this.policy = policy;
    this.open = open;
    this.program = program;
    this.scope = scope;
    // Who imports a module of a package binds its name in the package.
    moduleNames = Sets.union(scope.boundNames(), program.ownModules());
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
    return ImmutableList.sortedCopyOf(
        Comparator.<Diagnostic>comparingInt(d -> d.span().line())
            .thenComparingInt(d -> d.span().column()),
        restrictor.diagnostics);
  }

  private void refuse(String rule, Span span, String message, String hint) {
    if (!isLeftAlone(rule)) {
      diagnostics.add(Diagnostic.error(rule, span, message, hint));
    }
  }

  /** Reports whether the policy leaves what the rule is about to whoever runs the program. */
  private boolean isLeftAlone(String rule) {
    return policy.allowsEverything() && !ALWAYS_REFUSED.contains(rule)
        || policy.judgesAsZope() && LEFT_TO_GUARDS.contains(rule);
  }

  private void warn(String rule, Span span, String message, String hint) {
    diagnostics.add(Diagnostic.warning(rule, span, message, hint));
  }

  private void uses(LanguageFeature feature, Span span) {
    if (!policy.allows(feature)) {
      refuse("PR0401", span, "the policy allows no " + feature.words(), feature.instead());
    }
  }

  // --- names
  // -----------------------------------------------------------------------------------------

  private void checkSpelling(String name, Span span) {
    if (policy.refusedNames().contains(name)) {
      refuse("PR0106", span, "name '" + name + "' is refused by the policy", "use another name");
    } else if (AttributeTable.isReserved(name) && !NAMES_OF_PROTOCOLS.contains(name)
        || AttributeTable.isInternal(name)
        || name.length() > 1 && name.chars().allMatch(c -> c == '_') && name.length() > 4) {
      refuse(
          "PR0101",
          span,
          "name '" + name + "' is reserved for guards",
          "use a name without an underscore at its end");
    } else if (AttributeTable.isSpecial(name)
        && !SPECIAL_VARIABLES.contains(name)
        && !AttributeTable.isLater(name)) {
      refuse(
          "PR0102",
          span,
          "special name '" + name + "' is not available",
          BuiltinTable.contains(name)
                  && policy.builtin(name) instanceof BuiltinTable.Refused(String reason)
              ? reason
              : "names with two underscores at both ends belong to Python: use another one");
    }
  }

  private void bind(String name, Span span) {
    privateNames |= isPrivate(name);
    if (scope.kind() == Scope.Kind.CLASS && !scope.declaresGlobal(name)) {
      Optional<String> refusal = policy.definitionRefusal(name);
      if (refusal.isPresent()) {
        refuse(
            "PR0501",
            span,
            "a class can't define '" + name + "': " + refusal.get(),
            "remove the definition");
        return;
      }
      if (name.equals(FINALIZER)) {
        warn(
            "PR0502",
            span,
            "'" + name + "' is never called here",
            "end what must be ended in a with statement or a finally block");
      }
      if (AttributeTable.isSpecial(name)) {
        return;
      }
      if (policy.load(name) instanceof AttributeTable.Refused(String reason)) {
        refuse(
            "PR0501", span, "a class can't define '" + name + "': " + reason, "use another name");
        return;
      }
    } else if (name.equals("__getattr__") || name.equals("__dir__")) {
      // PEP 562: a module's own.
      return;
    }
    checkSpelling(name, span);
  }

  private void load(String name, Span span) {
    if (AttributeTable.isSpecial(name)
        && (SPECIAL_VARIABLES.contains(name) || isOwnSpecial(name))) {
      return;
    }
    int before = diagnostics.size();
    checkSpelling(name, span);
    if (diagnostics.size() > before
        || scope.resolve(name) != Scope.Resolution.GLOBAL
        || moduleNames.contains(name)
        || policy.predeclared().contains(name)) {
      return;
    }
    if (!BuiltinTable.contains(name)) {
      if (open
          || nameErrorHandlers > 0
          || policy.allowedBuiltins().contains("exec")
          || isLeftAlone("PR0103")) {
        return;
      }
      Optional<String> question =
          question(
              name, () -> Iterables.concat(moduleNames, BuiltinTable.names(), scope.boundNames()));
      warn(
          "PR0103",
          span,
          "name '" + name + "' is not defined",
          question.orElse("define it, or import it"));
    } else if (policy.builtin(name) instanceof BuiltinTable.Refused(String reason)) {
      refuse("PR0601", span, "builtin '" + name + "' is not available", reason);
    }
  }

  /**
   * Asks what may have been meant by a word; in a module with many mistakes not for each of them.
   */
  private Optional<String> question(String word, Supplier<Iterable<String>> candidates) {
    if (hints == MOST_HINTS) {
      return Optional.empty();
    }
    hints++;
    return Spelling.question(word, Iterables.limit(candidates.get(), MOST_CANDIDATES));
  }

  /** A special name that the class body itself, or the module, has bound. */
  private boolean isOwnSpecial(String name) {
    return scope.kind() == Scope.Kind.CLASS && scope.binds(name)
        || scope.kind() == Scope.Kind.CLASS
            && (name.equals("__module__") || name.equals("__qualname__"));
  }

  /** {@code except E as open} ends by deleting the name, which would uncover the real builtin. */
  private void implicitlyDeleted(String name, Span span) {
    if (BuiltinTable.contains(name) && scope.resolve(name) == Scope.Resolution.GLOBAL) {
      refuse(
          "PR0104",
          span,
          "builtin name '" + name + "' can't be bound by 'except ... as'",
          "use another name");
    }
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
            checkSpelling(parameter.name(), parameter.span());
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
        boolean forOthers = isVersion(i.test());
        whereImportsMayFail(forOthers || isTypeChecking(i.test()), i.body());
        whereImportsMayFail(forOthers, i.orElse());
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
      case Statement.Import i -> importModules(i);
      case Statement.ImportFrom i -> importMembers(i);
      case Statement.Global g -> {
        uses(LanguageFeature.GLOBAL, g.span());
        g.names()
            .forEach(
                name -> {
                  checkSpelling(name, g.span());
                  if (classDepth > 0 && isPrivate(name)) {
                    refuse(
                        "PR0105",
                        g.span(),
                        "class-private name '" + name + "' can't be global",
                        "use one underscore");
                  }
                });
      }
      case Statement.Nonlocal n -> {
        uses(LanguageFeature.NONLOCAL, n.span());
        n.names().forEach(name -> checkSpelling(name, n.span()));
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
    whereImportsMayFail(handles(handlers, IMPORT_ERRORS), body);
    nameErrorHandlers -= handlesNameErrors;
    for (ExceptHandler handler : handlers) {
      handler.type().ifPresent(this::expression);
      handler
          .name()
          .ifPresent(
              name -> {
                bind(name, handler.span());
                implicitlyDeleted(name, handler.span());
              });
      whereImportsMayFail(handles(ImmutableList.of(handler), IMPORT_ERRORS), handler.body());
    }
    body(orElse);
    body(finalBody);
  }

  private void whereImportsMayFail(boolean may, List<Statement> body) {
    importErrorHandlers += may ? 1 : 0;
    body(body);
    importErrorHandlers -= may ? 1 : 0;
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

  /** Whether it is what {@code typing} has for what only a checker of types reads. */
  private static boolean isTypeChecking(Expression test) {
    return test instanceof Expression.Name name && name.id().equals(TYPE_CHECKING)
        || test instanceof Expression.Attribute attribute
            && attribute.attribute().equals(TYPE_CHECKING);
  }

  /** Whether it compares {@code sys.version_info}, or a part of it, with something. */
  private static boolean isVersion(Expression test) {
    return test instanceof Expression.Compare compare
        && (compare.left() instanceof Expression.Subscript part ? part.value() : compare.left())
            instanceof Expression.Attribute attribute
        && attribute.attribute().equals("version_info");
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
    allOf(parameters).forEach(argument -> checkSpelling(argument.name(), argument.span()));
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
          boolean outer = privateNames;
          privateNames = false;
          classDepth++;
          within(c, () -> body(c.body()));
          classDepth--;
          checkPrivateNames(c);
          privateNames = outer;
        });
  }

  private static boolean isPrivate(String name) {
    return name.startsWith("__") && !name.endsWith("__");
  }

  /**
   * Python tells the private names of classes apart by the class's name alone: it must be one of a
   * kind.
   */
  private void checkPrivateNames(Statement.ClassDef c) {
    if (!privateNames) {
      return;
    }
    String stripped = c.name().replaceFirst("^_+", "");
    if (stripped.isEmpty()) {
      refuse(
          "PR0503",
          c.span(),
          "a class whose name is all underscores has no private names",
          "give it a name");
    } else if (!classesWithPrivateNames.add(stripped)) {
      refuse(
          "PR0503",
          c.span(),
          "two classes named '" + c.name() + "' have private names: they would share them",
          "rename one of them, or use one underscore");
    }
  }

  private void importModules(Statement.Import statement) {
    uses(LanguageFeature.IMPORTS, statement.span());
    for (Alias alias : statement.names()) {
      checkModule(alias.name(), alias.span());
      String bound = alias.asName().orElse(alias.name());
      int dot = bound.indexOf('.');
      bind(dot < 0 ? bound : bound.substring(0, dot), alias.span());
    }
  }

  private boolean allows(String module) {
    return program.contains(module) || policy.allowsModule(module);
  }

  private boolean checkModule(String module, Span span) {
    if (importErrorHandlers > 0 || allows(module)) {
      return true;
    }
    Optional<String> question =
        question(module, () -> Iterables.concat(program.all(), policy.modules()));
    refuse(
        "PR0301",
        span,
        "module '" + module + "' can't be imported: the policy does not allow it",
        question.orElse(instead(module)));
    return false;
  }

  private static String instead(String module) {
    return StandardLibrary.contains(Splitter.on('.').split(module).iterator().next())
            && !ModuleTable.modules().contains(module)
        ? "ask for a service of the host: no policy can allow this module"
        : "ask for a service of the host, or for the policy to allow it";
  }

  private void importMembers(Statement.ImportFrom statement) {
    uses(LanguageFeature.IMPORTS, statement.span());
    Optional<String> named = program.absolute(statement.level(), statement.module());
    if (named.isEmpty()) {
      refuse(
          "PR0303",
          statement.span(),
          "a relative import leads out of the program",
          "check or run the directory that holds all of its files, or write the code in one file");
      return;
    }
    String module = named.get();
    for (Alias alias : statement.names()) {
      if (alias.name().equals("*")) {
        if (StarImports.wasStar(statement)) {
          continue;
        }
        refuse(
            "PR0302",
            alias.span(),
            "what 'import *' would bind here is not known before the program runs",
            "name what you need: from " + module + " import ...");
        continue;
      }
      if (!allows(module + "." + alias.name()) && !checkModule(module, statement.span())) {
        return;
      }
      String inner = module + "." + alias.name();
      if (!program.contains(module)
          && ModuleTable.modules().contains(inner)
          && !ModuleTable.memberNames(module).contains(alias.name())) {
        checkModule(inner, alias.span());
      } else if (importErrorHandlers == 0
          && !program.contains(module)
          && !allows(inner)
          && !policy.allowsMember(module, alias.name())) {
        refuse(
            "PR0301",
            alias.span(),
            "'"
                + alias.name()
                + "' can't be imported from '"
                + module
                + "': the policy does not allow it",
            "ask for the policy to allow '" + module + "." + alias.name() + "'");
      }
      boolean offered =
          policy.load(alias.name()) instanceof AttributeTable.Plain
              || (importErrorHandlers > 0 || program.contains(module))
                  && !AttributeTable.isSpecial(alias.name());
      if (!offered) {
        refuse(
            "PR0304",
            alias.span(),
            "'" + alias.name() + "' is private to '" + module + "'",
            "use its public names");
      }
      bind(alias.asName().orElse(alias.name()), alias.span());
    }
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
    privateNames |= isPrivate(name);
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
          uses(LanguageFeature.IMPORTS, e.span());
          checkModule(imported.get(), e.span());
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
          load(e.id(), e.span());
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
