package dev.pyrestrict.rewriter;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes a tree as canonical source. Nothing is copied from the guest's text: names are checked
 * once more, strings are ASCII escapes, numbers are printed anew, there are no comments. Every
 * statement stands on the line it came from. Here are the statements.
 */
final class Emitter {
  private final SourceWriter out = new SourceWriter();
  private final LiteralEmitter literals = new LiteralEmitter(out);
  private final ExpressionEmitter expressions = new ExpressionEmitter(out, literals);
  private final PatternEmitter patterns = new PatternEmitter(out, literals, expressions);

  private Emitter() {}

  /**
   * What came of emitting: the text, or the line where it is nested deeper than the runtime's
   * parser allows.
   */
  record Emitted(String text, SourceMap map, OptionalInt tooDeepLine) {}

  /** Writes a module. */
  static Emitted emit(Module module) {
    Emitter emitter = new Emitter();
    emitter.statements(module.body());
    return emitter.out.emitted();
  }

  private void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      statement(statement);
    }
  }

  /** Writes a block behind its header: on the header's line if the guest did so. */
  private void block(List<Statement> statements) {
    out.append(':');
    out.beginBlock();
    if (firstLine(statements.getFirst()) <= out.line()
        && firstLine(statements.getLast()) > out.line()) {
      // The header had to go where the block begins.
      out.newLine();
    }
    statements(statements);
    out.endBlock();
  }

  /** Writes {@code else} or {@code finally}, whose own line the tree does not have. */
  private void clause(String keyword, List<Statement> body) {
    if (body.isEmpty()) {
      return;
    }
    int first = firstLine(body.getFirst());
    out.startLine(Math.max(out.line() + 1, first - 1));
    out.append(keyword);
    block(body);
  }

  private static int firstLine(Statement statement) {
    return switch (statement) {
      case Statement.FunctionDef f -> firstLine(f.decorators(), statement);
      case Statement.AsyncFunctionDef f -> firstLine(f.decorators(), statement);
      case Statement.ClassDef c -> firstLine(c.decorators(), statement);
      default -> statement.span().line();
    };
  }

  private static int firstLine(ImmutableList<Expression> decorators, Statement statement) {
    return decorators.isEmpty() ? statement.span().line() : decorators.getFirst().span().line();
  }

  private void statement(Statement statement) {
    int at = statement.span().line();
    switch (statement) {
      case Statement.FunctionDef f -> {
        decorators(f.decorators());
        out.header(at, "def ");
        function(f.name(), f.typeParameters(), f.parameters(), f.returns(), f.body());
      }
      case Statement.AsyncFunctionDef f -> {
        decorators(f.decorators());
        out.header(at, "async def ");
        function(f.name(), f.typeParameters(), f.parameters(), f.returns(), f.body());
      }
      case Statement.ClassDef c -> {
        decorators(c.decorators());
        out.header(at, "class ");
        out.name(c.name());
        expressions.typeParameters(c.typeParameters());
        if (!c.bases().isEmpty() || !c.keywords().isEmpty()) {
          out.open('(');
          expressions.arguments(c.bases(), c.keywords());
          out.close(')');
        }
        block(c.body());
      }
      case Statement.If i -> {
        out.header(at, "if ");
        branch(i);
      }
      case Statement.While w -> {
        out.header(at, "while ");
        expressions.expression(w.test(), Precedence.NAMED);
        block(w.body());
        clause("else", w.orElse());
      }
      case Statement.For f -> {
        out.header(at, "for ");
        loop(f.target(), f.iterable(), f.body(), f.orElse());
      }
      case Statement.AsyncFor f -> {
        out.header(at, "async for ");
        loop(f.target(), f.iterable(), f.body(), f.orElse());
      }
      case Statement.With w -> {
        out.header(at, "with ");
        with(w.items(), w.body());
      }
      case Statement.AsyncWith w -> {
        out.header(at, "async with ");
        with(w.items(), w.body());
      }
      case Statement.Try t -> {
        out.header(at, "try");
        tryStatement(t.body(), t.handlers(), "except", t.orElse(), t.finalBody());
      }
      case Statement.TryStar t -> {
        out.header(at, "try");
        tryStatement(t.body(), t.handlers(), "except*", t.orElse(), t.finalBody());
      }
      case Statement.Match m -> match(m);
      default -> {
        out.place(at);
        int start = out.length();
        simple(statement);
        out.record(start, statement.span());
      }
    }
  }

  private void simple(Statement statement) {
    switch (statement) {
      case Statement.Return r -> expressions.keyword("return", r.value());
      case Statement.Delete d -> {
        out.append("del ");
        expressions.commaSeparated(d.targets());
      }
      case Statement.Assign a -> {
        for (Expression target : a.targets()) {
          expressions.expression(target, Precedence.NAMED);
          out.append(" = ");
        }
        statementValue(a.value());
      }
      case Statement.TypeAlias t -> {
        out.append("type ");
        out.name(t.name().id());
        expressions.typeParameters(t.typeParameters());
        out.append(" = ");
        expressions.expression(t.value(), Precedence.TERNARY);
      }
      case Statement.AugAssign a -> {
        expressions.expression(a.target(), Precedence.ATOM);
        out.append(' ').append(a.operator().symbol()).append("= ");
        statementValue(a.value());
      }
      case Statement.AnnAssign a -> {
        if (a.target() instanceof Expression.Name && !a.simple()) {
          out.open('(');
          expressions.expression(a.target(), Precedence.NAMED);
          out.close(')');
        } else {
          expressions.expression(a.target(), Precedence.ATOM);
        }
        out.append(": ");
        expressions.expression(a.annotation(), Precedence.TERNARY);
        a.value()
            .ifPresent(
                value -> {
                  out.append(" = ");
                  statementValue(value);
                });
      }
      case Statement.Raise r -> {
        expressions.keyword("raise", r.exception());
        r.cause()
            .ifPresent(
                cause -> {
                  out.append(" from ");
                  expressions.expression(cause, Precedence.TERNARY);
                });
      }
      case Statement.Assert a -> {
        out.append("assert ");
        expressions.expression(a.test(), Precedence.TERNARY);
        a.message()
            .ifPresent(
                message -> {
                  out.append(", ");
                  expressions.expression(message, Precedence.TERNARY);
                });
      }
      case Statement.Import i -> {
        out.append("import ");
        aliases(i.names());
      }
      case Statement.ImportFrom i -> {
        out.append("from ").repeat('.', i.level());
        i.module().ifPresent(this::dotted);
        out.append(" import ");
        aliases(i.names());
      }
      case Statement.Global g -> names("global ", g.names());
      case Statement.Nonlocal n -> names("nonlocal ", n.names());
      case Statement.Expr e -> statementValue(e.value());
      case Statement.Pass ignored -> out.append("pass");
      case Statement.Break ignored -> out.append("break");
      case Statement.Continue ignored -> out.append("continue");
      default -> throw new IllegalStateException("not a simple statement: " + statement);
    }
  }

  /** A value that may be a yield without parentheses; a walrus may not stand bare. */
  private void statementValue(Expression value) {
    if (value instanceof Expression.Yield || value instanceof Expression.YieldFrom) {
      expressions.yieldExpression(value);
    } else {
      expressions.expression(value, Precedence.TERNARY);
    }
  }

  private void names(String keyword, List<String> names) {
    out.append(keyword);
    for (int i = 0; i < names.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      out.name(names.get(i));
    }
  }

  private void aliases(List<Alias> aliases) {
    for (int i = 0; i < aliases.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      if (aliases.get(i).name().equals("*")) {
        out.append('*');
        continue;
      }
      dotted(aliases.get(i).name());
      aliases
          .get(i)
          .asName()
          .ifPresent(
              name -> {
                out.append(" as ");
                out.name(name);
              });
    }
  }

  private void dotted(String dotted) {
    String separator = "";
    for (String part : Splitter.on('.').split(dotted)) {
      out.append(separator);
      out.name(part);
      separator = ".";
    }
  }

  private void decorators(List<Expression> decorators) {
    for (Expression decorator : decorators) {
      out.header(decorator.span().line(), "@");
      expressions.expression(decorator, Precedence.NAMED);
    }
  }

  private void function(
      String name,
      List<TypeParameter> typeParameters,
      Parameters parameters,
      Optional<Expression> returns,
      List<Statement> body) {
    out.name(name);
    expressions.typeParameters(typeParameters);
    out.open('(');
    expressions.parameters(parameters);
    out.close(')');
    returns.ifPresent(
        annotation -> {
          out.append(" -> ");
          expressions.expression(annotation, Precedence.TERNARY);
        });
    block(body);
  }

  private void branch(Statement.If i) {
    expressions.expression(i.test(), Precedence.NAMED);
    block(i.body());
    if (i.orElse().size() == 1 && i.orElse().getFirst() instanceof Statement.If next) {
      out.header(Math.max(next.span().line(), out.line() + 1), "elif ");
      branch(next);
    } else {
      clause("else", i.orElse());
    }
  }

  private void loop(
      Expression target, Expression iterable, List<Statement> body, List<Statement> orElse) {
    expressions.expression(target, Precedence.BIT_OR);
    out.append(" in ");
    expressions.expression(iterable, Precedence.TERNARY);
    block(body);
    clause("else", orElse);
  }

  private void with(List<WithItem> items, List<Statement> body) {
    if (items.size() == 1
        && items.getFirst().target().isEmpty()
        && items.getFirst().contextExpression() instanceof Expression.Tuple tuple) {
      // In one pair of parentheses its elements would be items.
      out.open('(');
      expressions.expression(tuple, Precedence.TERNARY);
      out.close(')');
      block(body);
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      expressions.expression(items.get(i).contextExpression(), Precedence.TERNARY);
      items
          .get(i)
          .target()
          .ifPresent(
              target -> {
                out.append(" as ");
                expressions.expression(target, Precedence.BIT_OR);
              });
    }
    block(body);
  }

  private void tryStatement(
      List<Statement> body,
      List<ExceptHandler> handlers,
      String keyword,
      List<Statement> orElse,
      List<Statement> finalBody) {
    block(body);
    for (ExceptHandler handler : handlers) {
      out.header(Math.max(handler.span().line(), out.line() + 1), keyword);
      handler
          .type()
          .ifPresent(
              type -> {
                out.append(' ');
                expressions.expression(type, Precedence.TERNARY);
              });
      handler
          .name()
          .ifPresent(
              name -> {
                out.append(" as ");
                out.name(name);
              });
      block(handler.body());
    }
    clause("else", orElse);
    clause("finally", finalBody);
  }

  private void match(Statement.Match m) {
    out.header(m.span().line(), "match ");
    expressions.expression(m.subject(), Precedence.NAMED);
    out.append(':');
    out.beginBlock();
    for (MatchCase matchCase : m.cases()) {
      out.header(Math.max(matchCase.pattern().span().line(), out.line() + 1), "case ");
      patterns.pattern(matchCase.pattern());
      matchCase
          .guard()
          .ifPresent(
              guard -> {
                out.append(" if ");
                expressions.expression(guard, Precedence.NAMED);
              });
      block(matchCase.body());
    }
    out.endBlock();
  }
}
