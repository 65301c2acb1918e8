package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.ast.ConstantValue.StrValue;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Statement;

/** The docstrings of a module, its classes and its functions, as they stand in its source. */
public final class Docstrings {
  private final ImmutableMap.Builder<String, Integer> lines = ImmutableMap.builder();

  private Docstrings() {}

  /** Returns each docstring of a source with the line on which it, or another like it, begins. */
  public static ImmutableMap<String, Integer> of(SourceFile source) {
    Docstrings docstrings = new Docstrings();
    Parser.parse(source).module().ifPresent(module -> docstrings.documented(module.body()));
    return docstrings.lines.buildKeepingLast();
  }

  private void documented(ImmutableList<Statement> body) {
    if (!body.isEmpty()
        && body.getFirst() instanceof Statement.Expr first
        && first.value() instanceof Expression.Constant constant
        && constant.value() instanceof StrValue text) {
      lines.put(text.value(), first.span().line());
    }
    visit(body);
  }

  private void visit(ImmutableList<Statement> body) {
    body.forEach(this::visit);
  }

  private void visit(Statement statement) {
    switch (statement) {
      case Statement.FunctionDef s -> documented(s.body());
      case Statement.AsyncFunctionDef s -> documented(s.body());
      case Statement.ClassDef s -> documented(s.body());
      case Statement.For s -> visit(both(s.body(), s.orElse()));
      case Statement.AsyncFor s -> visit(both(s.body(), s.orElse()));
      case Statement.While s -> visit(both(s.body(), s.orElse()));
      case Statement.If s -> visit(both(s.body(), s.orElse()));
      case Statement.With s -> visit(s.body());
      case Statement.AsyncWith s -> visit(s.body());
      case Statement.Match s -> s.cases().stream().map(MatchCase::body).forEach(this::visit);
      case Statement.Try s -> {
        s.handlers().stream().map(ExceptHandler::body).forEach(this::visit);
        visit(both(both(s.body(), s.orElse()), s.finalBody()));
      }
      case Statement.TryStar s -> {
        s.handlers().stream().map(ExceptHandler::body).forEach(this::visit);
        visit(both(both(s.body(), s.orElse()), s.finalBody()));
      }
      case Statement.Return ignored -> {}
      case Statement.Delete ignored -> {}
      case Statement.Assign ignored -> {}
      case Statement.TypeAlias ignored -> {}
      case Statement.AugAssign ignored -> {}
      case Statement.AnnAssign ignored -> {}
      case Statement.Raise ignored -> {}
      case Statement.Assert ignored -> {}
      case Statement.Import ignored -> {}
      case Statement.ImportFrom ignored -> {}
      case Statement.Global ignored -> {}
      case Statement.Nonlocal ignored -> {}
      case Statement.Expr ignored -> {}
      case Statement.Pass ignored -> {}
      case Statement.Break ignored -> {}
      case Statement.Continue ignored -> {}
    }
  }

  private static ImmutableList<Statement> both(
      ImmutableList<Statement> first, ImmutableList<Statement> second) {
    return Streams.concat(first.stream(), second.stream()).collect(toImmutableList());
  }
}
