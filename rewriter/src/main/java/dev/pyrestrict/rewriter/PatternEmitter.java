package dev.pyrestrict.rewriter;

import dev.pyrestrict.grammar.ast.Pattern;
import java.util.List;

/** Writes the patterns of match statements. */
final class PatternEmitter {
  private final SourceWriter out;
  private final LiteralEmitter literals;
  private final ExpressionEmitter expressions;

  PatternEmitter(SourceWriter out, LiteralEmitter literals, ExpressionEmitter expressions) {
    this.out = out;
    this.literals = literals;
    this.expressions = expressions;
  }

  /** Writes the pattern of a case. */
  void pattern(Pattern pattern) {
    pattern(pattern, false);
  }

  private void pattern(Pattern pattern, boolean nested) {
    switch (pattern) {
      case Pattern.MatchValue p -> expressions.expression(p.value(), Precedence.SUM);
      case Pattern.MatchSingleton p -> literals.constant(p.value());
      case Pattern.MatchStar p -> {
        out.append('*');
        out.name(p.name().orElse("_"));
      }
      case Pattern.MatchSequence p -> {
        out.open('[');
        patterns(p.patterns());
        out.close(']');
      }
      case Pattern.MatchMapping p -> {
        out.open('{');
        for (int i = 0; i < p.keys().size(); i++) {
          out.append(i == 0 ? "" : ", ");
          expressions.expression(p.keys().get(i), Precedence.SUM);
          out.append(": ");
          pattern(p.patterns().get(i), false);
        }
        p.rest()
            .ifPresent(
                rest -> {
                  out.append(p.keys().isEmpty() ? "**" : ", **");
                  out.name(rest);
                });
        out.close('}');
      }
      case Pattern.MatchClass p -> {
        expressions.expression(p.cls(), Precedence.ATOM);
        out.open('(');
        patterns(p.patterns());
        for (int i = 0; i < p.keywordAttributes().size(); i++) {
          out.append(i == 0 && p.patterns().isEmpty() ? "" : ", ");
          out.name(p.keywordAttributes().get(i));
          out.append('=');
          pattern(p.keywordPatterns().get(i), false);
        }
        out.close(')');
      }
      case Pattern.MatchAs p -> {
        if (p.pattern().isEmpty()) {
          out.name(p.name().orElse("_"));
          return;
        }
        if (nested) {
          out.open('(');
        }
        pattern(p.pattern().get(), true);
        out.append(" as ");
        out.name(p.name().orElseThrow());
        if (nested) {
          out.close(')');
        }
      }
      case Pattern.MatchOr p -> {
        out.open('(');
        for (int i = 0; i < p.patterns().size(); i++) {
          out.append(i == 0 ? "" : " | ");
          pattern(p.patterns().get(i), true);
        }
        out.close(')');
      }
    }
  }

  private void patterns(List<Pattern> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      pattern(patterns.get(i), false);
    }
  }
}
