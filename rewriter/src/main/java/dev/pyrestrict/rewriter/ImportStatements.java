package dev.pyrestrict.rewriter;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.pyrestrict.grammar.Identifiers;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Turns import statements, and what stands for one, into calls of the import guards, and remembers
 * what they import. Not thread-safe.
 */
final class ImportStatements {
  private static final String FUTURE = "__future__";
  private static final String IMPORT = "__import__";

  private final TreeMaker make;
  private final ProgramModules program;
  private final TreeSet<String> imports = new TreeSet<>();

  ImportStatements(TreeMaker make, ProgramModules program) {
    this.make = make;
    this.program = program;
  }

  /** Returns the modules that the module imports. */
  ImmutableSortedSet<String> imports() {
    return ImmutableSortedSet.copyOf(imports);
  }

  /**
   * Reports whether the statement is {@code from __future__ import annotations}, which makes text
   * of annotations (PEP 563).
   */
  boolean makesTextOfAnnotations(Statement.ImportFrom statement) {
    return module(statement).equals(FUTURE)
        && statement.names().stream().anyMatch(alias -> alias.name().equals("annotations"));
  }

  private String module(Statement.ImportFrom statement) {
    return program.absolute(statement.level(), statement.module()).orElseThrow();
  }

  /**
   * Returns the module of {@code __import__('a.b')}, an import statement as an expression: its name
   * is written out, as a statement could write it, and nothing else is asked for.
   */
  static Optional<String> module(Expression.Call call) {
    return call.function() instanceof Expression.Name(String function, _, _)
            && function.equals(IMPORT)
            && call.keywords().isEmpty()
            && call.arguments().size() == 1
            && call.arguments().getFirst()
                instanceof Expression.Constant(ConstantValue.StrValue(String module, _), _, _)
            && Splitter.on('.').splitToStream(module).allMatch(Identifiers::isNormalized)
        ? Optional.of(module)
        : Optional.empty();
  }

  /** Rewrites {@code __import__('a.b')}. */
  Expression rewrite(String module, Span span) {
    imports.add(module);
    return make.guard(IMPORT, span, TreeMaker.string(module, span));
  }

  /** Rewrites {@code import a.b, c as d}. */
  void rewrite(Statement.Import statement, ImmutableList.Builder<Statement> out) {
    Span span = statement.span();
    for (Alias alias : statement.names()) {
      imports.add(alias.name());
      int dot = alias.name().indexOf('.');
      String bound = alias.asName().orElse(dot < 0 ? alias.name() : alias.name().substring(0, dot));
      Expression name = TreeMaker.string(alias.name(), span);
      Expression module =
          alias.asName().isPresent()
              ? make.guard(IMPORT, span, name, TreeMaker.string("as", span))
              : make.guard(IMPORT, span, name);
      out.add(TreeMaker.assign(TreeMaker.store(bound, span), module, span));
    }
  }

  /** Rewrites {@code from a import b as c, d}. */
  void rewrite(Statement.ImportFrom statement, ImmutableList.Builder<Statement> out) {
    String module = module(statement);
    if (StarImports.isStar(statement) || module.equals(FUTURE)) {
      out.add(statement);
      return;
    }
    imports.add(module);
    Span span = statement.span();
    if (!StarImports.wasStar(statement)) {
      statement.names().forEach(alias -> out.add(member(module, alias, span)));
      return;
    }
    ImmutableList<Alias> names = statement.names().subList(1, statement.names().size());
    if (names.isEmpty()) {
      out.add(new Statement.Expr(isInStar(module, "", span), span));
    }
    for (Alias alias : names) {
      out.add(
          new Statement.If(
              isInStar(module, alias.name(), span),
              ImmutableList.of(member(module, alias, span)),
              ImmutableList.of(),
              span));
    }
  }

  private Expression isInStar(String module, String member, Span span) {
    return make.guard(
        "_import_star_", span, TreeMaker.string(module, span), TreeMaker.string(member, span));
  }

  private Statement member(String module, Alias alias, Span span) {
    return TreeMaker.assign(
        TreeMaker.store(alias.asName().orElse(alias.name()), span),
        make.guard(
            "_import_from_",
            span,
            TreeMaker.string(module, span),
            TreeMaker.integer(0, span),
            TreeMaker.string(alias.name(), span)),
        span);
  }
}
