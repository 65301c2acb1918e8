package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Diagnostic.Severity;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * RestrictedPython's judgement of a program: its errors and warnings, in its words and its order,
 * and the names that the program uses. What it refuses it does not look into.
 *
 * <p>The order is that of the fields in Python's {@code ast}, which is not always the source's.
 */
final class ZopeRules {
  /** Special methods that a class may define. */
  private static final ImmutableSet<String> METHODS =
      ImmutableSet.of(
          "__init__", "__contains__", "__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__");

  private static final ImmutableSet<String> RESERVED =
      ImmutableSet.of("print", "printed", "builtins", "breakpoint");

  /** Attributes of tracebacks, frames, code, generators and coroutines. */
  private static final ImmutableSet<String> INSPECTING =
      ImmutableSet.of(
          "tb_frame",
          "tb_next",
          "f_back",
          "f_builtins",
          "f_code",
          "f_generator",
          "f_globals",
          "f_locals",
          "f_trace",
          "co_code",
          "gi_frame",
          "gi_code",
          "gi_yieldfrom",
          "cr_await",
          "cr_frame",
          "cr_code",
          "cr_origin");

  /**
   * An error or a warning.
   *
   * @param span absent for what is said of a module as a whole
   */
  record Finding(Severity severity, String rule, Optional<Span> span, String message) {
    /** Returns it as RestrictedPython's result has it. */
    String text() {
      return "Line " + span.map(at -> String.valueOf(at.line())).orElse("None") + ": " + message;
    }

    Diagnostic diagnostic() {
      return new Diagnostic(
          rule, severity, span.orElse(new Span(1, 0, 1, 0)), message, Optional.empty());
    }
  }

  /**
   * What there is to say of a program.
   *
   * @param usedNames names that it reads, in the order in which they come up
   */
  record Judgement(ImmutableList<Finding> findings, ImmutableSet<String> usedNames) {
    /** Reports whether the program is accepted. */
    boolean accepts() {
      return findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    ImmutableList<Diagnostic> diagnostics() {
      return findings.stream().map(Finding::diagnostic).collect(toImmutableList());
    }

    /** Returns the findings of one kind as text. */
    ImmutableList<String> texts(Severity severity) {
      return findings.stream()
          .filter(finding -> finding.severity() == severity)
          .map(Finding::text)
          .collect(toImmutableList());
    }
  }

  private final List<Finding> findings = new ArrayList<>();
  private final Set<String> usedNames = new LinkedHashSet<>();

  /** Whether the function, or the module, prints and reads {@code printed}. */
  private boolean prints;

  private boolean readsPrinted;

  private ZopeRules() {}

  /** Judges a module. */
  static Judgement judge(Module module) {
    ZopeRules rules = new ZopeRules();
    rules.body(module.body());
    rules.lookAtPrinting(Optional.empty());
    return rules.judgement();
  }

  /** Judges what is no module: an expression, or one interactive statement. */
  static Judgement judgeParts(Module parts) {
    ZopeRules rules = new ZopeRules();
    rules.body(parts.body());
    return rules.judgement();
  }

  private Judgement judgement() {
    return new Judgement(ImmutableList.copyOf(findings), ImmutableSet.copyOf(usedNames));
  }

  private void refuse(String rule, Span span, String message) {
    findings.add(new Finding(Severity.ERROR, rule, Optional.of(span), message));
  }

  private void notAllowed(String node, Span span) {
    refuse("PR0703", span, node + " statements are not allowed.");
  }

  /** Nodes that RestrictedPython has never heard of. */
  private void notKnown(String node, Span span) {
    findings.add(
        new Finding(
            Severity.WARNING,
            "PR0704",
            Optional.of(span),
            node + " statement is not known to RestrictedPython"));
    notAllowed(node, span);
  }

  // --- names
  // -----------------------------------------------------------------------------------------

  private void name(String name, Span span) {
    if (name.startsWith("_") && !name.equals("_")) {
      refuse(
          "PR0701",
          span,
          "\"" + name + "\" is an invalid variable name because it starts with \"_\"");
    } else if (name.endsWith("__roles__")) {
      refuse(
          "PR0701",
          span,
          "\"" + name + "\" is an invalid variable name because it ends with \"__roles__\".");
    } else if (RESERVED.contains(name)) {
      refuse("PR0701", span, "\"" + name + "\" is a reserved name.");
    }
  }

  private void functionName(String name, Span span) {
    // An indented definition is taken for a method.
    if (!METHODS.contains(name) || span.column() == 0) {
      name(name, span);
    }
  }

  private void parameterNames(Parameters p, Span function) {
    Iterable<Argument> all =
        Iterables.concat(
            p.positionalOnly(),
            p.positional(),
            p.variadic().stream().toList(),
            p.variadicKeywords().stream().toList(),
            p.keywordOnly());
    all.forEach(argument -> name(argument.name(), function));
  }

  private void importedNames(List<Alias> names, Span span) {
    for (Alias alias : names) {
      if (alias.name().contains("*")) {
        refuse("PR0703", span, "\"*\" imports are not allowed.");
      }
      name(alias.name(), span);
      alias.asName().ifPresent(bound -> name(bound, span));
    }
  }

  private void attributeName(String name, Span span) {
    if (name.startsWith("_") && !name.equals("_")) {
      refuse(
          "PR0702",
          span,
          "\"" + name + "\" is an invalid attribute name because it starts with \"_\".");
    }
    if (name.endsWith("__roles__")) {
      refuse(
          "PR0702",
          span,
          "\"" + name + "\" is an invalid attribute name because it ends with \"__roles__\".");
    }
    if (INSPECTING.contains(name)) {
      refuse(
          "PR0702",
          span,
          "\""
              + name
              + "\" is a restricted name, that is forbidden to access in RestrictedPython.");
    }
  }

  // --- print
  // -----------------------------------------------------------------------------------------

  private void lookAtPrinting(Optional<Span> span) {
    if (prints && !readsPrinted) {
      warn(span, "Prints, but never reads 'printed' variable.");
    } else if (readsPrinted && !prints) {
      warn(span, "Doesn't print, but reads 'printed' variable.");
    }
  }

  private void warn(Optional<Span> span, String message) {
    findings.add(new Finding(Severity.WARNING, "PR0705", span, message));
  }

  // --- statements
  // ------------------------------------------------------------------------------------

  private void body(List<Statement> statements) {
    statements.forEach(this::statement);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.FunctionDef f -> function(f);
      case Statement.AsyncFunctionDef f -> notAllowed("AsyncFunctionDef", f.span());
      case Statement.ClassDef c -> classDefinition(c);
      case Statement.Return r -> r.value().ifPresent(this::expression);
      case Statement.Delete d -> expressions(d.targets());
      case Statement.Assign a -> {
        expressions(a.targets());
        expression(a.value());
      }
      case Statement.TypeAlias t -> notKnown("TypeAlias", t.span());
      case Statement.AugAssign a -> augmented(a);
      case Statement.AnnAssign a -> notKnown("AnnAssign", a.span());
      case Statement.For f -> {
        expression(f.target());
        expression(f.iterable());
        body(f.body());
        body(f.orElse());
      }
      case Statement.AsyncFor f -> notAllowed("AsyncFor", f.span());
      case Statement.While w -> {
        expression(w.test());
        body(w.body());
        body(w.orElse());
      }
      case Statement.If i -> {
        expression(i.test());
        body(i.body());
        body(i.orElse());
      }
      case Statement.With w -> {
        for (WithItem item : w.items()) {
          expression(item.contextExpression());
          item.target().ifPresent(this::expression);
        }
        body(w.body());
      }
      case Statement.AsyncWith w -> notAllowed("AsyncWith", w.span());
      case Statement.Match m -> notKnown("Match", m.span());
      case Statement.Raise r -> {
        r.exception().ifPresent(this::expression);
        r.cause().ifPresent(this::expression);
      }
      case Statement.Try t -> {
        body(t.body());
        t.handlers().forEach(this::handler);
        body(t.orElse());
        body(t.finalBody());
      }
      case Statement.TryStar t -> notAllowed("TryStar", t.span());
      case Statement.Assert a -> {
        expression(a.test());
        a.message().ifPresent(this::expression);
      }
      case Statement.Import i -> importedNames(i.names(), i.span());
      case Statement.ImportFrom i -> importedNames(i.names(), i.span());
      case Statement.Global ignored -> {}
      case Statement.Nonlocal n -> notAllowed("Nonlocal", n.span());
      case Statement.Expr e -> expression(e.value());
      case Statement.Pass ignored -> {}
      case Statement.Break ignored -> {}
      case Statement.Continue ignored -> {}
    }
  }

  private void function(Statement.FunctionDef f) {
    functionName(f.name(), f.span());
    parameterNames(f.parameters(), f.span());
    boolean outerPrints = prints;
    boolean outerReads = readsPrinted;
    prints = false;
    readsPrinted = false;
    parameters(f.parameters());
    body(f.body());
    expressions(f.decorators());
    f.returns().ifPresent(this::expression);
    f.typeParameters().forEach(this::typeParameter);
    lookAtPrinting(Optional.of(f.span()));
    prints = outerPrints;
    readsPrinted = outerReads;
  }

  private void parameters(Parameters p) {
    p.positionalOnly().forEach(this::annotation);
    p.positional().forEach(this::annotation);
    p.variadic().ifPresent(this::annotation);
    p.keywordOnly().forEach(this::annotation);
    p.keywordDefaults().forEach(value -> value.ifPresent(this::expression));
    p.variadicKeywords().ifPresent(this::annotation);
    expressions(p.defaults());
  }

  private void annotation(Argument argument) {
    argument.annotation().ifPresent(this::expression);
  }

  private void typeParameter(TypeParameter parameter) {
    switch (parameter) {
      case TypeParameter.TypeVar t -> notKnown("TypeVar", t.span());
      case TypeParameter.ParamSpec p -> notKnown("ParamSpec", p.span());
      case TypeParameter.TypeVarTuple t -> notKnown("TypeVarTuple", t.span());
    }
  }

  private void classDefinition(Statement.ClassDef c) {
    name(c.name(), c.span());
    expressions(c.bases());
    keywords(c.keywords());
    body(c.body());
    expressions(c.decorators());
    c.typeParameters().forEach(this::typeParameter);
    if (c.keywords().stream().anyMatch(k -> k.name().equals(Optional.of("metaclass")))) {
      refuse("PR0703", c.span(), "The keyword argument \"metaclass\" is not allowed.");
    }
  }

  private void augmented(Statement.AugAssign a) {
    expression(a.target());
    expression(a.value());
    if (a.target() instanceof Expression.Attribute) {
      refuse("PR0703", a.span(), "Augmented assignment of attributes is not allowed.");
    } else if (a.target() instanceof Expression.Subscript) {
      refuse("PR0703", a.span(), "Augmented assignment of object items and slices is not allowed.");
    }
  }

  private void handler(ExceptHandler handler) {
    handler.type().ifPresent(this::expression);
    body(handler.body());
    handler.name().ifPresent(bound -> name(bound, handler.span()));
  }

  // --- expressions
  // -----------------------------------------------------------------------------------

  private void expressions(List<Expression> expressions) {
    expressions.forEach(this::expression);
  }

  private void keywords(List<Keyword> keywords) {
    keywords.forEach(keyword -> expression(keyword.value()));
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.BoolOp e -> expressions(e.values());
      case Expression.NamedExpr e -> {
        expression(e.target());
        expression(e.value());
      }
      case Expression.BinOp e -> {
        expression(e.left());
        expression(e.right());
      }
      case Expression.UnaryOp e -> expression(e.operand());
      case Expression.Lambda e -> {
        parameterNames(e.parameters(), e.span());
        parameters(e.parameters());
        expression(e.body());
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
      case Expression.ListComp e -> {
        expression(e.element());
        generators(e.generators());
      }
      case Expression.SetComp e -> {
        expression(e.element());
        generators(e.generators());
      }
      case Expression.DictComp e -> {
        expression(e.key());
        expression(e.value());
        generators(e.generators());
      }
      case Expression.GeneratorExp e -> {
        expression(e.element());
        generators(e.generators());
      }
      case Expression.Await e -> notAllowed("Await", e.span());
      case Expression.Yield e -> e.value().ifPresent(this::expression);
      case Expression.YieldFrom e -> expression(e.value());
      case Expression.Compare e -> {
        expression(e.left());
        expressions(e.comparators());
      }
      case Expression.Call e -> call(e);
      case Expression.FormattedValue e -> {
        expression(e.value());
        e.formatSpec().ifPresent(this::expression);
      }
      case Expression.JoinedStr e -> expressions(e.values());
      case Expression.Constant ignored -> {}
      case Expression.Attribute e -> {
        attributeName(e.attribute(), e.span());
        expression(e.value());
      }
      case Expression.Subscript e -> {
        expression(e.value());
        expression(e.slice());
      }
      case Expression.Starred e -> expression(e.value());
      case Expression.Name e -> variable(e);
      case Expression.List e -> expressions(e.elements());
      case Expression.Tuple e -> expressions(e.elements());
      case Expression.Slice e -> {
        e.lower().ifPresent(this::expression);
        e.upper().ifPresent(this::expression);
        e.step().ifPresent(this::expression);
      }
    }
  }

  private void variable(Expression.Name e) {
    if (e.context() == ExpressionContext.LOAD) {
      if (e.id().equals("printed")) {
        readsPrinted = true;
        return;
      }
      if (e.id().equals("print")) {
        prints = true;
        return;
      }
      usedNames.add(e.id());
    }
    name(e.id(), e.span());
  }

  private void call(Expression.Call e) {
    if (e.function() instanceof Expression.Name function) {
      if (function.id().equals("exec")) {
        refuse("PR0703", e.span(), "Exec calls are not allowed.");
      } else if (function.id().equals("eval")) {
        refuse("PR0703", e.span(), "Eval calls are not allowed.");
      }
    }
    expression(e.function());
    expressions(e.arguments());
    keywords(e.keywords());
  }

  private void generators(List<Comprehension> generators) {
    for (Comprehension part : generators) {
      expression(part.target());
      expression(part.iterable());
      expressions(part.conditions());
    }
  }
}
