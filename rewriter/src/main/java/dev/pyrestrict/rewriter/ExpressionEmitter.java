package dev.pyrestrict.rewriter;

import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import java.util.List;
import java.util.Optional;

/** Writes expressions, parameters and type parameters, with no more parentheses than they need. */
final class ExpressionEmitter {
  /**
   * GraalPy's compiler keeps what is compared of each comparison in a chain until its end, and
   * takes the square of their number.
   */
  private static final int MAX_COMPARISONS = 1000;

  private final SourceWriter out;
  private final LiteralEmitter literals;

  ExpressionEmitter(SourceWriter out, LiteralEmitter literals) {
    this.out = out;
    this.literals = literals;
  }

  void expression(Expression expression, int minimum) {
    int precedence = Precedence.of(expression);
    if (precedence < minimum) {
      out.open('(');
      bare(expression);
      out.close(')');
    } else {
      bare(expression);
    }
  }

  private void bare(Expression expression) {
    int start = out.length();
    plain(expression);
    if (!(expression instanceof Expression.Constant)) {
      out.record(start, expression.span());
    }
  }

  private void plain(Expression expression) {
    switch (expression) {
      case Expression.BoolOp e -> {
        int inner = Precedence.of(e) + 1;
        for (int i = 0; i < e.values().size(); i++) {
          out.append(i == 0 ? "" : " " + e.operator().symbol() + " ");
          expression(e.values().get(i), inner);
        }
      }
      case Expression.NamedExpr e -> {
        out.name(e.target().id());
        out.append(" := ");
        expression(e.value(), Precedence.TERNARY);
      }
      case Expression.BinOp e -> {
        boolean power = e.operator() == BinaryOperator.POW;
        int own = Precedence.of(e.operator());
        expression(e.left(), power ? Precedence.AWAIT : own);
        out.append(' ').append(e.operator().symbol()).append(' ');
        expression(e.right(), power ? Precedence.UNARY : own + 1);
      }
      case Expression.UnaryOp e -> {
        out.append(e.operator().symbol()).append(e.operator() == UnaryOperator.NOT ? " " : "");
        expression(e.operand(), Precedence.of(e));
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
        expression(e.body(), Precedence.TERNARY);
      }
      case Expression.IfExp e -> {
        expression(e.body(), Precedence.OR);
        out.append(" if ");
        expression(e.test(), Precedence.OR);
        out.append(" else ");
        expression(e.orElse(), Precedence.TERNARY);
      }
      case Expression.Dict e -> {
        out.open('{');
        for (int i = 0; i < e.keys().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          if (e.keys().get(i).isPresent()) {
            expression(e.keys().get(i).get(), Precedence.TERNARY);
            out.append(": ");
            expression(e.values().get(i), Precedence.TERNARY);
          } else {
            out.append("**");
            expression(e.values().get(i), Precedence.BIT_OR);
          }
        }
        out.close('}');
      }
      case Expression.Set e -> {
        out.open('{');
        commaSeparated(e.elements());
        out.close('}');
      }
      case Expression.ListComp e -> comprehension('[', e.element(), e.generators(), ']');
      case Expression.SetComp e -> comprehension('{', e.element(), e.generators(), '}');
      case Expression.DictComp e -> {
        out.open('{');
        expression(e.key(), Precedence.TERNARY);
        out.append(": ");
        expression(e.value(), Precedence.TERNARY);
        generators(e.generators());
        out.close('}');
      }
      case Expression.GeneratorExp e -> comprehension('(', e.element(), e.generators(), ')');
      case Expression.Await e -> {
        out.append("await ");
        expression(e.value(), Precedence.ATOM);
      }
      case Expression.Yield e -> yieldExpression(e);
      case Expression.YieldFrom e -> yieldExpression(e);
      case Expression.Compare e -> {
        if (e.operators().size() > MAX_COMPARISONS) {
          out.tooDeep();
        }
        expression(e.left(), Precedence.COMPARE + 1);
        for (int i = 0; i < e.operators().size(); i++) {
          out.append(' ').append(e.operators().get(i).symbol()).append(' ');
          expression(e.comparators().get(i), Precedence.COMPARE + 1);
        }
      }
      case Expression.Call e -> {
        expression(e.function(), Precedence.ATOM);
        out.open('(');
        arguments(e.arguments(), e.keywords());
        out.close(')');
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
      case Expression.Constant e -> literals.constant(e.value());
      case Expression.Attribute e -> {
        expression(e.value(), Precedence.ATOM);
        out.append('.');
        out.name(e.attribute());
      }
      case Expression.Subscript e -> {
        expression(e.value(), Precedence.ATOM);
        out.open('[');
        subscript(e.slice());
        out.close(']');
      }
      case Expression.Starred e -> {
        out.append('*');
        expression(e.value(), Precedence.BIT_OR);
      }
      case Expression.Name e -> out.name(e.id());
      case Expression.List e -> {
        out.open('[');
        commaSeparated(e.elements());
        out.close(']');
      }
      case Expression.Tuple e -> {
        out.open('(');
        commaSeparated(e.elements());
        out.append(e.elements().size() == 1 ? "," : "");
        out.close(')');
      }
      case Expression.Slice e -> slice(e);
    }
  }

  void yieldExpression(Expression expression) {
    switch (expression) {
      case Expression.Yield e -> keyword("yield", e.value());
      case Expression.YieldFrom e -> keyword("yield from", Optional.of(e.value()));
      default -> throw new IllegalStateException("not a yield");
    }
  }

  void keyword(String keyword, Optional<Expression> value) {
    out.append(keyword);
    value.ifPresent(
        v -> {
          out.append(' ');
          expression(v, Precedence.TERNARY);
        });
  }

  void commaSeparated(List<Expression> expressions) {
    for (int i = 0; i < expressions.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      expression(expressions.get(i), Precedence.TERNARY);
    }
  }

  void arguments(List<Expression> positional, List<Keyword> keywords) {
    String separator = "";
    for (Expression argument : positional) {
      out.append(separator);
      separator = ", ";
      expression(argument, Precedence.TERNARY);
    }
    for (Keyword keyword : keywords) {
      out.append(separator);
      separator = ", ";
      if (keyword.name().isPresent()) {
        out.name(keyword.name().get());
        out.append('=');
      } else {
        out.append("**");
      }
      expression(keyword.value(), Precedence.TERNARY);
    }
  }

  private void subscript(Expression slice) {
    if (slice instanceof Expression.Tuple tuple
        && tuple.elements().stream().anyMatch(e -> e instanceof Expression.Slice)) {
      commaSeparated(tuple.elements());
      out.append(tuple.elements().size() == 1 ? "," : "");
    } else {
      expression(slice, Precedence.TERNARY);
    }
  }

  private void slice(Expression.Slice e) {
    e.lower().ifPresent(lower -> expression(lower, Precedence.TERNARY));
    out.append(':');
    e.upper().ifPresent(upper -> expression(upper, Precedence.TERNARY));
    e.step()
        .ifPresent(
            step -> {
              out.append(':');
              expression(step, Precedence.TERNARY);
            });
  }

  private void comprehension(
      char open, Expression element, List<Comprehension> generators, char close) {
    out.open(open);
    expression(element, Precedence.TERNARY);
    generators(generators);
    out.close(close);
  }

  private void generators(List<Comprehension> generators) {
    for (Comprehension part : generators) {
      out.append(part.isAsync() ? " async for " : " for ");
      expression(part.target(), Precedence.BIT_OR);
      out.append(" in ");
      expression(part.iterable(), Precedence.OR);
      for (Expression condition : part.conditions()) {
        out.append(" if ");
        expression(condition, Precedence.OR);
      }
    }
  }

  private void parts(List<Expression> values, boolean spec) {
    for (Expression value : values) {
      switch (value) {
        case Expression.Constant(ConstantValue.StrValue text, boolean ignored, var span) ->
            literals.escape(text.codePoints(), true, spec);
        case Expression.FormattedValue field -> field(field);
        default -> throw new IllegalStateException("part of an f-string: " + value);
      }
    }
  }

  private void field(Expression.FormattedValue e) {
    // Parentheses keep every operator of the expression from being read as the field's own.
    out.open('{');
    out.open('(');
    expression(e.value(), Precedence.NAMED - 1);
    out.close(')');
    if (e.conversion() >= 0) {
      out.append('!').append((char) e.conversion());
    }
    e.formatSpec()
        .ifPresent(
            spec -> {
              out.append(':');
              parts(spec.values(), true);
            });
    out.close('}');
  }

  void parameters(Parameters p) {
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
    out.name(argument.name());
    argument
        .annotation()
        .ifPresent(
            annotation -> {
              out.append(": ");
              expression(annotation, Precedence.TERNARY);
            });
    value.ifPresent(
        v -> {
          out.append('=');
          expression(v, Precedence.TERNARY);
        });
  }

  void typeParameters(List<TypeParameter> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    out.open('[');
    for (int i = 0; i < parameters.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      switch (parameters.get(i)) {
        case TypeParameter.TypeVar v -> {
          out.name(v.name());
          v.bound()
              .ifPresent(
                  bound -> {
                    out.append(": ");
                    expression(bound, Precedence.TERNARY);
                  });
        }
        case TypeParameter.ParamSpec p -> {
          out.append("**");
          out.name(p.name());
        }
        case TypeParameter.TypeVarTuple t -> {
          out.append('*');
          out.name(t.name());
        }
      }
    }
    out.close(']');
  }
}
