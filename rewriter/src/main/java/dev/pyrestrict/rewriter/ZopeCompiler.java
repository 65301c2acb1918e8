package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Diagnostic.Severity;
import dev.pyrestrict.grammar.ParseResult;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.PythonRepr;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * RestrictedPython's {@code compile_restricted_exec}, {@code _eval}, {@code _single} and {@code
 * _function}: its verdicts, its words, and guarded source that our runtime runs. Immutable and
 * thread-safe.
 */
public final class ZopeCompiler {
  private static final Span START = new Span(1, 0, 1, 0);

  private final Compiler compiler;

  /**
   * Creates a compiler.
   *
   * @throws IllegalArgumentException when the policy does not extend the profile {@code zope}
   */
  public ZopeCompiler(Policy policy, GuardMode guards) {
    Preconditions.checkArgument(policy.judgesAsZope(), "not the profile zope: %s", policy.name());
    compiler = new Compiler(policy, guards);
  }

  /** Compiles a module. */
  public ZopeResult exec(SourceFile source) {
    return parsed(
        source, Parser.tree(source), module -> compiled(source, ZopeRules.judge(module), module));
  }

  /**
   * Compiles an expression.
   *
   * @param name of the function, without parameters, that the guarded module binds and that returns
   *     the expression's value
   */
  public ZopeResult eval(SourceFile source, String name) {
    return parsed(
        source,
        Parser.tree(source),
        module -> {
          if (!Compiler.isExpression(module)) {
            return refused(source, syntaxError(behindExpression(module), "invalid syntax"));
          }
          Expression value = ((Statement.Expr) module.body().getFirst()).value();
          Statement result = new Statement.Return(Optional.of(value), value.span());
          return compiled(
              source,
              ZopeRules.judgeParts(module),
              function(name, NO_PARAMETERS, ImmutableList.of(result)));
        });
  }

  /** Compiles one interactive statement. Nothing displays the value of an expression. */
  public ZopeResult single(SourceFile source) {
    return parsed(
        source,
        Parser.tree(source),
        module ->
            isOneStatement(module)
                ? compiled(source, ZopeRules.judgeParts(module), module)
                : refused(
                    source,
                    syntaxError(
                        START, "multiple statements found while compiling a single statement")));
  }

  /**
   * Compiles the body of a function.
   *
   * @param parameters as they would stand in the parentheses of a {@code def}
   * @param name what the guarded module binds; {@code function} when it is no identifier
   * @param globals names that are global in the function
   */
  public ZopeResult function(
      String parameters, SourceFile body, String name, List<String> globals) {
    SourceFile header =
        new SourceFile(body.name(), "def masked_function_name(" + parameters + "): pass");
    return parsed(
        body,
        Parser.tree(body),
        module ->
            parsed(
                header,
                Parser.tree(header),
                wrapper -> {
                  // Parameters can't close the parenthesis and go on.
                  if (wrapper.body().size() > 1
                      || !(wrapper.body().getFirst() instanceof Statement.FunctionDef empty)
                      || empty.body().size() > 1
                      || module.body().isEmpty()) {
                    return refused(header, syntaxError(START, "invalid syntax"));
                  }
                  ImmutableList.Builder<Statement> statements = ImmutableList.builder();
                  if (!globals.isEmpty()) {
                    statements.add(new Statement.Global(ImmutableList.copyOf(globals), START));
                  }
                  statements.addAll(module.body());
                  Parameters all = empty.parameters();
                  return compiled(
                      body,
                      ZopeRules.judge(function(name, all, statements.build())),
                      function(isIdentifier(name) ? name : "function", all, statements.build()));
                }));
  }

  private static final Parameters NO_PARAMETERS =
      new Parameters(
          ImmutableList.of(),
          ImmutableList.of(),
          Optional.empty(),
          ImmutableList.of(),
          ImmutableList.of(),
          Optional.empty(),
          ImmutableList.of());

  private static Module function(
      String name, Parameters parameters, ImmutableList<Statement> body) {
    return new Module(
        ImmutableList.of(
            new Statement.FunctionDef(
                name,
                parameters,
                body,
                ImmutableList.of(),
                Optional.empty(),
                ImmutableList.of(),
                START)));
  }

  private static boolean isIdentifier(String name) {
    return Parser.tree(new SourceFile("name", name))
        .module()
        .filter(
            module ->
                module.body().size() == 1
                    && module.body().getFirst() instanceof Statement.Expr e
                    && e.value() instanceof Expression.Name id
                    && id.id().equals(name))
        .isPresent();
  }

  /** Returns where the first statement is that an expression would not have. */
  private static Span behindExpression(Module module) {
    return module.body().stream()
        .skip(
            !module.body().isEmpty() && module.body().getFirst() instanceof Statement.Expr ? 1 : 0)
        .findFirst()
        .map(Statement::span)
        .orElse(new Span(0, 0, 0, 0));
  }

  private static boolean isOneStatement(Module module) {
    return !module.body().isEmpty()
        && module.body().getFirst().span().line() == module.body().getLast().span().line();
  }

  private static ZopeResult parsed(
      SourceFile source, ParseResult parsed, Function<Module, ZopeResult> next) {
    return parsed
        .module()
        .map(next)
        .orElseGet(() -> refused(source, parsed.diagnostics().getFirst()));
  }

  private ZopeResult compiled(SourceFile source, ZopeRules.Judgement judgement, Module module) {
    ImmutableList<String> warnings = judgement.texts(Severity.WARNING);
    if (!judgement.accepts()) {
      return new ZopeResult(
          Optional.empty(), judgement.texts(Severity.ERROR), warnings, judgement.usedNames());
    }
    CompileResult result = compiler.compileJudged(source, module, ImmutableList.of());
    ImmutableList<String> errors =
        result.module().isPresent()
            ? ImmutableList.of()
            : result.diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(found -> text(source, found))
                .collect(toImmutableList());
    return new ZopeResult(result.module(), errors, warnings, judgement.usedNames());
  }

  private static Diagnostic syntaxError(Span span, String message) {
    return Diagnostic.error("PR0001", span, message);
  }

  private static ZopeResult refused(SourceFile source, Diagnostic error) {
    return new ZopeResult(
        Optional.empty(),
        ImmutableList.of(text(source, error)),
        ImmutableList.of(),
        ImmutableSet.of());
  }

  /** What no rule of RestrictedPython's says: a syntax error in its form, or a rule of ours. */
  private static String text(SourceFile source, Diagnostic error) {
    int line = error.span().line();
    if (!error.rule().equals("PR0001")) {
      return "Line " + line + ": " + error.message();
    }
    String statement = line == 0 ? "None" : PythonRepr.string(source.lines().line(line).strip());
    return "Line %d: %s: %s at statement: %s"
        .formatted(line, kind(error.message()), error.message(), statement);
  }

  private static String kind(String message) {
    return message.equals("inconsistent use of tabs and spaces in indentation")
        ? "TabError"
        : message.contains("indent") ? "IndentationError" : "SyntaxError";
  }
}
