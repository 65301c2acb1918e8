package dev.pyrestrict.rewriter;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Identifiers;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.BooleanOperator;
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Writes a tree as canonical source. Nothing is copied from the guest's text: names are checked
 * once more, strings are ASCII escapes, numbers are printed anew, there are no comments. Every
 * statement stands on the line it came from.
 */
final class Emitter {
  /** GraalPy's tokenizer takes 200 nested brackets. */
  private static final int MAX_BRACKETS = 190;

  /**
   * GraalPy's compiler keeps what is compared of each comparison in a chain until its end, and
   * takes the square of their number.
   */
  private static final int MAX_COMPARISONS = 1000;

  // Precedences, low to high, after the reference's table of operators.
  private static final int NAMED = 0;
  private static final int TERNARY = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int NOT = 4;
  private static final int COMPARE = 5;
  private static final int BIT_OR = 6;
  private static final int BIT_XOR = 7;
  private static final int BIT_AND = 8;
  private static final int SHIFT = 9;
  private static final int SUM = 10;
  private static final int TERM = 11;
  private static final int UNARY = 12;
  private static final int POWER = 13;
  private static final int AWAIT = 14;
  private static final int ATOM = 15;

  private final StringBuilder out = new StringBuilder();
  private final ImmutableList.Builder<SourceMap.Entry> map = ImmutableList.builder();
  private int lineStart;
  private int line = 1;
  private int depth;

  /** How deep the simple statement before on this line is. */
  private int depthBefore;

  private boolean lineIsEmpty = true;
  private int brackets;
  private OptionalInt tooDeepLine = OptionalInt.empty();

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
    emitter.out.append('\n');
    return new Emitted(
        emitter.out.toString(), new SourceMap(emitter.map.build()), emitter.tooDeepLine);
  }

  // --- lines
  // -----------------------------------------------------------------------------------------

  private void startLine(int target) {
    do {
      if (!(lineIsEmpty && line >= target)) {
        newLine();
      }
    } while (line < target);
    out.repeat(' ', depth);
    lineIsEmpty = false;
  }

  private void newLine() {
    out.append('\n');
    line++;
    lineStart = out.length();
    lineIsEmpty = true;
    depthBefore = 0;
  }

  /**
   * Puts what follows on its line: a new one, or behind the statement before it, unless that one
   * ends a block which would take in what follows.
   */
  private void place(int target) {
    if (lineIsEmpty && line >= target || line < target || depthBefore > depth) {
      startLine(target);
    } else if (out.charAt(out.length() - 1) == ':') {
      out.append(' ');
    } else {
      out.append("; ");
    }
    depthBefore = depth;
  }

  private void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      statement(statement);
    }
  }

  /** Writes a block behind its header: on the header's line if the guest did so. */
  private void block(List<Statement> statements) {
    out.append(':');
    depth++;
    if (firstLine(statements.getFirst()) <= line && firstLine(statements.getLast()) > line) {
      // The header had to go where the block begins.
      newLine();
    }
    statements(statements);
    depth--;
  }

  /** Writes {@code else} or {@code finally}, whose own line the tree does not have. */
  private void clause(String keyword, List<Statement> body) {
    if (body.isEmpty()) {
      return;
    }
    int first = firstLine(body.getFirst());
    startLine(Math.max(line + 1, first - 1));
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

  private void header(int target, String keyword) {
    // A compound statement can't stand behind another statement.
    if (!lineIsEmpty || line < target) {
      startLine(Math.max(target, lineIsEmpty ? line : line + (line < target ? 0 : 1)));
    } else {
      startLine(target);
    }
    out.append(keyword);
  }

  // --- statements
  // ------------------------------------------------------------------------------------

  private void statement(Statement statement) {
    int at = statement.span().line();
    switch (statement) {
      case Statement.FunctionDef f -> {
        decorators(f.decorators());
        header(at, "def ");
        function(f.name(), f.typeParameters(), f.parameters(), f.returns(), f.body());
      }
      case Statement.AsyncFunctionDef f -> {
        decorators(f.decorators());
        header(at, "async def ");
        function(f.name(), f.typeParameters(), f.parameters(), f.returns(), f.body());
      }
      case Statement.ClassDef c -> {
        decorators(c.decorators());
        header(at, "class ");
        name(c.name());
        typeParameters(c.typeParameters());
        if (!c.bases().isEmpty() || !c.keywords().isEmpty()) {
          open('(');
          arguments(c.bases(), c.keywords());
          close(')');
        }
        block(c.body());
      }
      case Statement.If i -> {
        header(at, "if ");
        branch(i);
      }
      case Statement.While w -> {
        header(at, "while ");
        expression(w.test(), NAMED);
        block(w.body());
        clause("else", w.orElse());
      }
      case Statement.For f -> {
        header(at, "for ");
        loop(f.target(), f.iterable(), f.body(), f.orElse());
      }
      case Statement.AsyncFor f -> {
        header(at, "async for ");
        loop(f.target(), f.iterable(), f.body(), f.orElse());
      }
      case Statement.With w -> {
        header(at, "with ");
        with(w.items(), w.body());
      }
      case Statement.AsyncWith w -> {
        header(at, "async with ");
        with(w.items(), w.body());
      }
      case Statement.Try t -> {
        header(at, "try");
        tryStatement(t.body(), t.handlers(), "except", t.orElse(), t.finalBody());
      }
      case Statement.TryStar t -> {
        header(at, "try");
        tryStatement(t.body(), t.handlers(), "except*", t.orElse(), t.finalBody());
      }
      case Statement.Match m -> match(m);
      default -> {
        place(at);
        int start = out.length();
        simple(statement);
        record(start, statement.span());
      }
    }
  }

  private void simple(Statement statement) {
    switch (statement) {
      case Statement.Return r -> keyword("return", r.value());
      case Statement.Delete d -> {
        out.append("del ");
        commaSeparated(d.targets());
      }
      case Statement.Assign a -> {
        for (Expression target : a.targets()) {
          expression(target, NAMED);
          out.append(" = ");
        }
        statementValue(a.value());
      }
      case Statement.TypeAlias t -> {
        out.append("type ");
        name(t.name().id());
        typeParameters(t.typeParameters());
        out.append(" = ");
        expression(t.value(), TERNARY);
      }
      case Statement.AugAssign a -> {
        expression(a.target(), ATOM);
        out.append(' ').append(a.operator().symbol()).append("= ");
        statementValue(a.value());
      }
      case Statement.AnnAssign a -> {
        if (a.target() instanceof Expression.Name && !a.simple()) {
          open('(');
          expression(a.target(), NAMED);
          close(')');
        } else {
          expression(a.target(), ATOM);
        }
        out.append(": ");
        expression(a.annotation(), TERNARY);
        a.value()
            .ifPresent(
                value -> {
                  out.append(" = ");
                  statementValue(value);
                });
      }
      case Statement.Raise r -> {
        keyword("raise", r.exception());
        r.cause()
            .ifPresent(
                cause -> {
                  out.append(" from ");
                  expression(cause, TERNARY);
                });
      }
      case Statement.Assert a -> {
        out.append("assert ");
        expression(a.test(), TERNARY);
        a.message()
            .ifPresent(
                message -> {
                  out.append(", ");
                  expression(message, TERNARY);
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
      yieldExpression(value);
    } else {
      expression(value, TERNARY);
    }
  }

  private void keyword(String keyword, Optional<Expression> value) {
    out.append(keyword);
    value.ifPresent(
        v -> {
          out.append(' ');
          expression(v, TERNARY);
        });
  }

  private void names(String keyword, List<String> names) {
    out.append(keyword);
    for (int i = 0; i < names.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      name(names.get(i));
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
                name(name);
              });
    }
  }

  private void dotted(String dotted) {
    String separator = "";
    for (String part : Splitter.on('.').split(dotted)) {
      out.append(separator);
      name(part);
      separator = ".";
    }
  }

  private void decorators(List<Expression> decorators) {
    for (Expression decorator : decorators) {
      header(decorator.span().line(), "@");
      expression(decorator, NAMED);
    }
  }

  private void function(
      String name,
      List<TypeParameter> typeParameters,
      Parameters parameters,
      Optional<Expression> returns,
      List<Statement> body) {
    name(name);
    typeParameters(typeParameters);
    open('(');
    parameters(parameters);
    close(')');
    returns.ifPresent(
        annotation -> {
          out.append(" -> ");
          expression(annotation, TERNARY);
        });
    block(body);
  }

  private void branch(Statement.If i) {
    expression(i.test(), NAMED);
    block(i.body());
    if (i.orElse().size() == 1 && i.orElse().getFirst() instanceof Statement.If next) {
      header(Math.max(next.span().line(), line + 1), "elif ");
      branch(next);
    } else {
      clause("else", i.orElse());
    }
  }

  private void loop(
      Expression target, Expression iterable, List<Statement> body, List<Statement> orElse) {
    expression(target, BIT_OR);
    out.append(" in ");
    expression(iterable, TERNARY);
    block(body);
    clause("else", orElse);
  }

  private void with(List<WithItem> items, List<Statement> body) {
    if (items.size() == 1
        && items.getFirst().target().isEmpty()
        && items.getFirst().contextExpression() instanceof Expression.Tuple tuple) {
      // In one pair of parentheses its elements would be items.
      open('(');
      expression(tuple, TERNARY);
      close(')');
      block(body);
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      expression(items.get(i).contextExpression(), TERNARY);
      items
          .get(i)
          .target()
          .ifPresent(
              target -> {
                out.append(" as ");
                expression(target, BIT_OR);
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
      header(Math.max(handler.span().line(), line + 1), keyword);
      handler
          .type()
          .ifPresent(
              type -> {
                out.append(' ');
                expression(type, TERNARY);
              });
      handler
          .name()
          .ifPresent(
              name -> {
                out.append(" as ");
                name(name);
              });
      block(handler.body());
    }
    clause("else", orElse);
    clause("finally", finalBody);
  }

  private void match(Statement.Match m) {
    header(m.span().line(), "match ");
    expression(m.subject(), NAMED);
    out.append(':');
    depth++;
    for (MatchCase matchCase : m.cases()) {
      header(Math.max(matchCase.pattern().span().line(), line + 1), "case ");
      pattern(matchCase.pattern(), false);
      matchCase
          .guard()
          .ifPresent(
              guard -> {
                out.append(" if ");
                expression(guard, NAMED);
              });
      block(matchCase.body());
    }
    depth--;
  }

  private void pattern(Pattern pattern, boolean nested) {
    switch (pattern) {
      case Pattern.MatchValue p -> expression(p.value(), SUM);
      case Pattern.MatchSingleton p -> constant(p.value());
      case Pattern.MatchStar p -> {
        out.append('*');
        name(p.name().orElse("_"));
      }
      case Pattern.MatchSequence p -> {
        open('[');
        patterns(p.patterns());
        close(']');
      }
      case Pattern.MatchMapping p -> {
        open('{');
        for (int i = 0; i < p.keys().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          expression(p.keys().get(i), SUM);
          out.append(": ");
          pattern(p.patterns().get(i), false);
        }
        p.rest()
            .ifPresent(
                rest -> {
                  out.append(p.keys().isEmpty() ? "**" : ", **");
                  name(rest);
                });
        close('}');
      }
      case Pattern.MatchClass p -> {
        expression(p.cls(), ATOM);
        open('(');
        patterns(p.patterns());
        for (int i = 0; i < p.keywordAttributes().size(); i++) {
          out.append(i == 0 && p.patterns().isEmpty() ? "" : ", ");
          name(p.keywordAttributes().get(i));
          out.append('=');
          pattern(p.keywordPatterns().get(i), false);
        }
        close(')');
      }
      case Pattern.MatchAs p -> {
        if (p.pattern().isEmpty()) {
          name(p.name().orElse("_"));
          return;
        }
        if (nested) {
          open('(');
        }
        pattern(p.pattern().get(), true);
        out.append(" as ");
        name(p.name().orElseThrow());
        if (nested) {
          close(')');
        }
      }
      case Pattern.MatchOr p -> {
        open('(');
        for (int i = 0; i < p.patterns().size(); i++) {
          out.append(i == 0 ? "" : " | ");
          pattern(p.patterns().get(i), true);
        }
        close(')');
      }
    }
  }

  private void patterns(List<Pattern> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      pattern(patterns.get(i), false);
    }
  }

  private void typeParameters(List<TypeParameter> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    open('[');
    for (int i = 0; i < parameters.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      switch (parameters.get(i)) {
        case TypeParameter.TypeVar v -> {
          name(v.name());
          v.bound()
              .ifPresent(
                  bound -> {
                    out.append(": ");
                    expression(bound, TERNARY);
                  });
        }
        case TypeParameter.ParamSpec p -> {
          out.append("**");
          name(p.name());
        }
        case TypeParameter.TypeVarTuple t -> {
          out.append('*');
          name(t.name());
        }
      }
    }
    close(']');
  }

  private void parameters(Parameters p) {
    int positional = p.positionalOnly().size() + p.positional().size();
    int withoutDefault = positional - p.defaults().size();
    String separator = "";
    for (int i = 0; i < positional; i++) {
      out.append(separator);
      separator = ", ";
      argument(
          i < p.positionalOnly().size()
              ? p.positionalOnly().get(i)
              : p.positional().get(i - p.positionalOnly().size()),
          i < withoutDefault
              ? Optional.empty()
              : Optional.of(p.defaults().get(i - withoutDefault)));
      if (i + 1 == p.positionalOnly().size()) {
        out.append(", /");
      }
    }
    if (p.variadic().isPresent()) {
      out.append(separator).append('*');
      separator = ", ";
      argument(p.variadic().get(), Optional.empty());
    } else if (!p.keywordOnly().isEmpty()) {
      out.append(separator).append('*');
      separator = ", ";
    }
    for (int i = 0; i < p.keywordOnly().size(); i++) {
      out.append(separator);
      argument(p.keywordOnly().get(i), p.keywordDefaults().get(i));
    }
    if (p.variadicKeywords().isPresent()) {
      out.append(separator).append("**");
      argument(p.variadicKeywords().get(), Optional.empty());
    }
  }

  private void argument(Argument argument, Optional<Expression> value) {
    name(argument.name());
    argument
        .annotation()
        .ifPresent(
            annotation -> {
              out.append(": ");
              expression(annotation, TERNARY);
            });
    value.ifPresent(
        v -> {
          out.append('=');
          expression(v, TERNARY);
        });
  }

  // --- expressions
  // -----------------------------------------------------------------------------------

  private void open(char bracket) {
    out.append(bracket);
    brackets++;
    if (brackets > MAX_BRACKETS) {
      tooDeep();
    }
  }

  private void tooDeep() {
    if (tooDeepLine.isEmpty()) {
      tooDeepLine = OptionalInt.of(line);
    }
  }

  private void close(char bracket) {
    out.append(bracket);
    brackets--;
  }

  private void name(String name) {
    checkState(Identifiers.isIdentifier(name), "not an identifier");
    out.append(name);
  }

  private void commaSeparated(List<Expression> expressions) {
    for (int i = 0; i < expressions.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      expression(expressions.get(i), TERNARY);
    }
  }

  private void arguments(List<Expression> positional, List<Keyword> keywords) {
    String separator = "";
    for (Expression argument : positional) {
      out.append(separator);
      separator = ", ";
      expression(argument, TERNARY);
    }
    for (Keyword keyword : keywords) {
      out.append(separator);
      separator = ", ";
      if (keyword.name().isPresent()) {
        name(keyword.name().get());
        out.append('=');
      } else {
        out.append("**");
      }
      expression(keyword.value(), TERNARY);
    }
  }

  private void expression(Expression expression, int minimum) {
    int precedence = precedence(expression);
    if (precedence < minimum) {
      open('(');
      bare(expression);
      close(')');
    } else {
      bare(expression);
    }
  }

  private static int precedence(Expression expression) {
    return switch (expression) {
      case Expression.NamedExpr ignored -> NAMED;
      case Expression.Yield ignored -> NAMED - 1;
      case Expression.YieldFrom ignored -> NAMED - 1;
      case Expression.Lambda ignored -> TERNARY;
      case Expression.IfExp ignored -> TERNARY;
      case Expression.BoolOp e -> e.operator() == BooleanOperator.OR ? OR : AND;
      case Expression.UnaryOp e -> e.operator() == UnaryOperator.NOT ? NOT : UNARY;
      case Expression.Compare ignored -> COMPARE;
      case Expression.BinOp e -> precedence(e.operator());
      case Expression.Await ignored -> AWAIT;
      case Expression.Constant e -> e.value() instanceof ConstantValue.IntValue ? AWAIT : ATOM;
      case Expression.Starred ignored -> ATOM;
      case Expression.Dict ignored -> ATOM;
      case Expression.Set ignored -> ATOM;
      case Expression.ListComp ignored -> ATOM;
      case Expression.SetComp ignored -> ATOM;
      case Expression.DictComp ignored -> ATOM;
      case Expression.GeneratorExp ignored -> ATOM;
      case Expression.Call ignored -> ATOM;
      case Expression.FormattedValue ignored -> ATOM;
      case Expression.JoinedStr ignored -> ATOM;
      case Expression.Attribute ignored -> ATOM;
      case Expression.Subscript ignored -> ATOM;
      case Expression.Name ignored -> ATOM;
      case Expression.List ignored -> ATOM;
      case Expression.Tuple ignored -> ATOM;
      case Expression.Slice ignored -> ATOM;
    };
  }

  private static int precedence(BinaryOperator operator) {
    return switch (operator) {
      case BIT_OR -> BIT_OR;
      case BIT_XOR -> BIT_XOR;
      case BIT_AND -> BIT_AND;
      case L_SHIFT, R_SHIFT -> SHIFT;
      case ADD, SUB -> SUM;
      case MULT, MAT_MULT, DIV, MOD, FLOOR_DIV -> TERM;
      case POW -> POWER;
    };
  }

  private void yieldExpression(Expression expression) {
    switch (expression) {
      case Expression.Yield e -> keyword("yield", e.value());
      case Expression.YieldFrom e -> keyword("yield from", Optional.of(e.value()));
      default -> throw new IllegalStateException("not a yield");
    }
  }

  private void bare(Expression expression) {
    int start = out.length();
    plain(expression);
    if (!(expression instanceof Expression.Constant)) {
      record(start, expression.span());
    }
  }

  /** Notes where the text from {@code start} to here came from. */
  private void record(int start, Span origin) {
    map.add(new SourceMap.Entry(line, start - lineStart, out.length() - lineStart, origin));
  }

  private void plain(Expression expression) {
    switch (expression) {
      case Expression.BoolOp e -> {
        int inner = precedence(e) + 1;
        for (int i = 0; i < e.values().size(); i++) {
          out.append(i == 0 ? "" : " " + e.operator().symbol() + " ");
          expression(e.values().get(i), inner);
        }
      }
      case Expression.NamedExpr e -> {
        name(e.target().id());
        out.append(" := ");
        expression(e.value(), TERNARY);
      }
      case Expression.BinOp e -> {
        boolean power = e.operator() == BinaryOperator.POW;
        int own = precedence(e.operator());
        expression(e.left(), power ? AWAIT : own);
        out.append(' ').append(e.operator().symbol()).append(' ');
        expression(e.right(), power ? UNARY : own + 1);
      }
      case Expression.UnaryOp e -> {
        out.append(e.operator().symbol()).append(e.operator() == UnaryOperator.NOT ? " " : "");
        expression(e.operand(), precedence(e));
      }
      case Expression.Lambda e -> {
        out.append("lambda");
        int before = out.length();
        out.append(' ');
        parameters(e.parameters());
        if (out.length() == before + 1) {
          out.setLength(before);
        }
        out.append(": ");
        expression(e.body(), TERNARY);
      }
      case Expression.IfExp e -> {
        expression(e.body(), OR);
        out.append(" if ");
        expression(e.test(), OR);
        out.append(" else ");
        expression(e.orElse(), TERNARY);
      }
      case Expression.Dict e -> {
        open('{');
        for (int i = 0; i < e.keys().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          if (e.keys().get(i).isPresent()) {
            expression(e.keys().get(i).get(), TERNARY);
            out.append(": ");
            expression(e.values().get(i), TERNARY);
          } else {
            out.append("**");
            expression(e.values().get(i), BIT_OR);
          }
        }
        close('}');
      }
      case Expression.Set e -> {
        open('{');
        commaSeparated(e.elements());
        close('}');
      }
      case Expression.ListComp e -> {
        open('[');
        expression(e.element(), TERNARY);
        generators(e.generators());
        close(']');
      }
      case Expression.SetComp e -> {
        open('{');
        expression(e.element(), TERNARY);
        generators(e.generators());
        close('}');
      }
      case Expression.DictComp e -> {
        open('{');
        expression(e.key(), TERNARY);
        out.append(": ");
        expression(e.value(), TERNARY);
        generators(e.generators());
        close('}');
      }
      case Expression.GeneratorExp e -> {
        open('(');
        expression(e.element(), TERNARY);
        generators(e.generators());
        close(')');
      }
      case Expression.Await e -> {
        out.append("await ");
        expression(e.value(), ATOM);
      }
      case Expression.Yield e -> yieldExpression(e);
      case Expression.YieldFrom e -> yieldExpression(e);
      case Expression.Compare e -> {
        if (e.operators().size() > MAX_COMPARISONS) {
          tooDeep();
        }
        expression(e.left(), COMPARE + 1);
        for (int i = 0; i < e.operators().size(); i++) {
          out.append(' ').append(e.operators().get(i).symbol()).append(' ');
          expression(e.comparators().get(i), COMPARE + 1);
        }
      }
      case Expression.Call e -> {
        expression(e.function(), ATOM);
        open('(');
        arguments(e.arguments(), e.keywords());
        close(')');
      }
      case Expression.FormattedValue e -> {
        out.append("f'");
        field(e);
        out.append('\'');
      }
      case Expression.JoinedStr e -> {
        out.append("f'");
        parts(e.values(), false);
        out.append('\'');
      }
      case Expression.Constant e -> constant(e.value());
      case Expression.Attribute e -> {
        expression(e.value(), ATOM);
        out.append('.');
        name(e.attribute());
      }
      case Expression.Subscript e -> {
        expression(e.value(), ATOM);
        open('[');
        subscript(e.slice());
        close(']');
      }
      case Expression.Starred e -> {
        out.append('*');
        expression(e.value(), BIT_OR);
      }
      case Expression.Name e -> name(e.id());
      case Expression.List e -> {
        open('[');
        commaSeparated(e.elements());
        close(']');
      }
      case Expression.Tuple e -> {
        open('(');
        commaSeparated(e.elements());
        out.append(e.elements().size() == 1 ? "," : "");
        close(')');
      }
      case Expression.Slice e -> slice(e);
    }
  }

  private void subscript(Expression slice) {
    if (slice instanceof Expression.Tuple tuple
        && tuple.elements().stream().anyMatch(e -> e instanceof Expression.Slice)) {
      commaSeparated(tuple.elements());
      out.append(tuple.elements().size() == 1 ? "," : "");
    } else {
      expression(slice, TERNARY);
    }
  }

  private void slice(Expression.Slice e) {
    e.lower().ifPresent(lower -> expression(lower, TERNARY));
    out.append(':');
    e.upper().ifPresent(upper -> expression(upper, TERNARY));
    e.step()
        .ifPresent(
            step -> {
              out.append(':');
              expression(step, TERNARY);
            });
  }

  private void generators(List<Comprehension> generators) {
    for (Comprehension part : generators) {
      out.append(part.isAsync() ? " async for " : " for ");
      expression(part.target(), BIT_OR);
      out.append(" in ");
      expression(part.iterable(), OR);
      for (Expression condition : part.conditions()) {
        out.append(" if ");
        expression(condition, OR);
      }
    }
  }

  // --- literals
  // --------------------------------------------------------------------------------------

  private void constant(ConstantValue value) {
    switch (value) {
      case ConstantValue.NoneValue() -> out.append("None");
      case ConstantValue.EllipsisValue() -> out.append("...");
      case ConstantValue.BoolValue(boolean truth) -> out.append(truth ? "True" : "False");
      case ConstantValue.IntValue(java.math.BigInteger number) -> {
        if (number.bitLength() < 64) {
          out.append(number);
        } else {
          out.append("0x").append(number.toString(16));
        }
      }
      case ConstantValue.FloatValue(double number) -> real(number);
      case ConstantValue.ComplexValue(double imaginary) -> {
        real(imaginary);
        out.append('j');
      }
      case ConstantValue.StrValue text -> {
        out.append('\'');
        escape(text.codePoints(), false, false);
        out.append('\'');
      }
      case ConstantValue.BytesValue(String bytes) -> {
        out.append("b'");
        escape(bytes.chars(), false, false);
        out.append('\'');
      }
    }
  }

  private void real(double number) {
    out.append(Double.isInfinite(number) ? "1e999" : Double.toString(number));
  }

  private void parts(List<Expression> values, boolean spec) {
    for (Expression value : values) {
      switch (value) {
        case Expression.Constant(ConstantValue.StrValue text, boolean ignored, var span) ->
            escape(text.codePoints(), true, spec);
        case Expression.FormattedValue field -> field(field);
        default -> throw new IllegalStateException("part of an f-string: " + value);
      }
    }
  }

  private void field(Expression.FormattedValue e) {
    // Parentheses keep every operator of the expression from being read as the field's own.
    open('{');
    open('(');
    expression(e.value(), NAMED - 1);
    close(')');
    if (e.conversion() >= 0) {
      out.append('!').append((char) e.conversion());
    }
    e.formatSpec()
        .ifPresent(
            spec -> {
              out.append(':');
              parts(spec.values(), true);
            });
    close('}');
  }

  /**
   * Writes text as ASCII escapes; in f-strings braces are doubled, in their specs, where that means
   * a field, escaped.
   */
  private void escape(IntStream text, boolean formatted, boolean spec) {
    for (int c : text.toArray()) {
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '\'' -> out.append("\\'");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '{', '}' -> {
          if (spec) {
            out.append(c == '{' ? "\\x7b" : "\\x7d");
          } else {
            out.repeat(c, formatted ? 2 : 1);
          }
        }
        default -> {
          if (c >= 32 && c < 127) {
            out.append((char) c);
          } else if (c < 256) {
            out.append(String.format("\\x%02x", c));
          } else if (c < 0x10000) {
            out.append(String.format("\\u%04x", c));
          } else {
            out.append(String.format("\\U%08x", c));
          }
        }
      }
    }
  }
}
