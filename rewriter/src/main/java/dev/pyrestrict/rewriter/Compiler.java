package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.ParseResult;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.SymbolTable;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/**
 * Source to guarded source under one policy. Immutable and thread-safe; the same input gives the
 * same bytes.
 */
public final class Compiler {
  /**
   * The version that manifests and caches name. It changes with what comes out for the same source:
   * else guests would be run that call guards which are no more.
   */
  public static final String VERSION = "0.1.6";

  private static final ProgramModules ALONE = Program.ALONE.seenFrom("__main__");

  /** For what is no text that a running program makes. */
  private static final int NO_TEXT = 0;

  private final Policy policy;
  private final GuardMode guards;

  /** Creates a compiler. */
  public Compiler(Policy policy, GuardMode guards) {
    this.policy = policy;
    this.guards = guards;
  }

  /** Returns all that decides, besides the source, what comes out. */
  String settings() {
    return VERSION + " " + guards + " " + policy.digest();
  }

  /** Reports everything that is wrong with a source, without compiling it. */
  public ImmutableList<Diagnostic> check(SourceFile source) {
    return compile(source).diagnostics();
  }

  /** Compiles bytes as they lie in a file. */
  public CompileResult compile(String name, byte[] bytes) {
    SourceFile.Decoded decoded = SourceFile.decode(name, bytes);
    return decoded.diagnostics().isEmpty()
        ? compile(decoded.source())
        : new CompileResult(Optional.empty(), decoded.diagnostics());
  }

  /** Compiles a source that stands alone. */
  public CompileResult compile(SourceFile source) {
    return compile(source, "__main__", Program.ALONE);
  }

  /**
   * Compiles a module of a program, which may import the program's others.
   *
   * @param name its dotted name; that of a package's own module ends in {@code .__init__}
   */
  public CompileResult compile(SourceFile source, String name, Program program) {
    return compile(source, program.seenFrom(name));
  }

  /** Compiles a source that is one expression and nothing else. */
  public CompileResult compileExpression(SourceFile source) {
    return expression(source, module -> compile(source, module, ALONE, NO_TEXT));
  }

  /**
   * Compiles text that a running program makes, as {@code exec} does. A name that it does not bind
   * is one that the program may have by the time the text runs.
   *
   * @param number from 1 on, another for each text of a guest: the names under which guarded code
   *     keeps things for a moment are no other text's then, which may run in the same namespace
   */
  public CompileResult compileText(SourceFile source, Program program, int number) {
    return compile(source, program.seenFrom("__main__"), number);
  }

  /** As {@link #compileText}, for text that is one expression and nothing else. */
  public CompileResult compileTextOfExpression(SourceFile source, int number) {
    return expression(source, module -> compile(source, module, ALONE, number));
  }

  /** Compiles text that is data and nothing else: what {@code ast.literal_eval} takes. */
  public CompileResult compileLiteral(SourceFile source) {
    return expression(
        source,
        module -> {
          Statement.Expr only = (Statement.Expr) module.body().getFirst();
          return Literals.isLiteral(only.value())
              ? compile(source, module, ALONE, NO_TEXT)
              : refused("PR0601", only.span().line(), "malformed node or string");
        });
  }

  private static CompileResult expression(
      SourceFile source, Function<Module, CompileResult> compiled) {
    ParseResult parsed = Parser.tree(source);
    if (parsed.module().isEmpty()) {
      return new CompileResult(Optional.empty(), parsed.diagnostics());
    }
    Module module = parsed.module().get();
    if (isExpression(module)) {
      return compiled.apply(module);
    }
    return Parser.misplaced(module)
        .map(Compiler::refused)
        .orElseGet(() -> refused("PR0001", 1, "invalid syntax"));
  }

  /** Reports whether a module is one expression and nothing else. */
  static boolean isExpression(Module module) {
    return module.body().size() == 1 && module.body().getFirst() instanceof Statement.Expr;
  }

  private CompileResult compile(SourceFile source, ProgramModules program) {
    return compile(source, program, NO_TEXT);
  }

  private CompileResult compile(SourceFile source, ProgramModules program, int text) {
    ParseResult parsed = Parser.tree(source);
    return parsed.module().isEmpty()
        ? new CompileResult(Optional.empty(), parsed.diagnostics())
        : compile(source, parsed.module().get(), program, text);
  }

  /** Compiles a tree; the source is what it was made of. */
  private CompileResult compile(
      SourceFile source, Module module, ProgramModules program, int text) {
    try {
      ImmutableList<Diagnostic> judged =
          policy.judgesAsZope() ? ZopeRules.judge(module).diagnostics() : ImmutableList.of();
      return Diagnostic.anyError(judged)
          ? new CompileResult(Optional.empty(), judged)
          : compileJudged(source, module, program, text, judged);
    } catch (StackOverflowError e) {
      return tooDeep();
    }
  }

  /** Compiles a tree alone, of which RestrictedPython's rules have said this much. */
  CompileResult compileJudged(
      SourceFile source, Module module, ImmutableList<Diagnostic> warnings) {
    return compileJudged(source, module, ALONE, NO_TEXT, warnings);
  }

  /** Compiles a tree of which RestrictedPython's rules, if they are asked, have said this much. */
  private CompileResult compileJudged(
      SourceFile source,
      Module module,
      ProgramModules program,
      int text,
      ImmutableList<Diagnostic> warnings) {
    try {
      Optional<Diagnostic> misplaced = Parser.misplaced(module);
      return misplaced.isPresent()
          ? refused(misplaced.get())
          : guarded(source, module, program, text, warnings);
    } catch (StackOverflowError e) {
      return tooDeep();
    }
  }

  private static CompileResult tooDeep() {
    return refused("PR0007", 1, "source is nested too deeply");
  }

  private static CompileResult refused(Diagnostic problem) {
    return new CompileResult(Optional.empty(), ImmutableList.of(problem));
  }

  private static CompileResult refused(String rule, int line, String message) {
    return refused(Diagnostic.error(rule, new Span(line, 0, line, 0), message));
  }

  private CompileResult guarded(
      SourceFile source,
      Module parsed,
      ProgramModules program,
      int text,
      ImmutableList<Diagnostic> warnings) {
    Module module = StarImports.expand(parsed, policy, program);
    Scope scope = SymbolTable.of(module);
    ImmutableList<Diagnostic> found =
        Restrictor.check(module, scope, policy, program, text != NO_TEXT);
    if (Diagnostic.anyError(found)) {
      return new CompileResult(Optional.empty(), found);
    }
    GuardInserter inserter = new GuardInserter(policy, guards, program, scope, text);
    Emitter.Emitted emitted = Emitter.emit(inserter.insert(module));
    if (emitted.tooDeepLine().isPresent()) {
      return refused(
          "PR0405",
          emitted.tooDeepLine().getAsInt(),
          "expression is nested too deeply to be guarded");
    }
    Manifest manifest =
        new Manifest(
            VERSION,
            policy.digest(),
            guards,
            inserter.imports(),
            inserter.guards(),
            sha256(source.text()),
            sha256(emitted.text()));
    return new CompileResult(
        Optional.of(new CompiledModule(source.name(), emitted.text(), emitted.map(), manifest)),
        ImmutableList.<Diagnostic>builder().addAll(warnings).addAll(found).build());
  }

  private static String sha256(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }
}
