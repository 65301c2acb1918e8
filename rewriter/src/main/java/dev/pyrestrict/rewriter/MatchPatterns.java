package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the patterns of one match statement: classes whose {@code __match_args__} a pattern
 * follows are looked at before the match begins. Not thread-safe.
 */
final class MatchPatterns {
  private final TreeMaker make;
  private final ExpressionGuards expressions;
  private final List<Expression> checked = new ArrayList<>();

  MatchPatterns(TreeMaker make, ExpressionGuards expressions) {
    this.make = make;
    this.expressions = expressions;
  }

  Pattern pattern(Pattern pattern) {
    return switch (pattern) {
      case Pattern.MatchValue p -> p;
      case Pattern.MatchSingleton p -> p;
      case Pattern.MatchStar p -> p;
      case Pattern.MatchSequence p -> new Pattern.MatchSequence(patterns(p.patterns()), p.span());
      case Pattern.MatchMapping p ->
          new Pattern.MatchMapping(p.keys(), patterns(p.patterns()), p.rest(), p.span());
      case Pattern.MatchAs p ->
          new Pattern.MatchAs(p.pattern().map(this::pattern), p.name(), p.span());
      case Pattern.MatchOr p -> new Pattern.MatchOr(patterns(p.patterns()), p.span());
      case Pattern.MatchClass p ->
          new Pattern.MatchClass(
              p.patterns().isEmpty() ? p.cls() : checked(p.cls()),
              patterns(p.patterns()),
              p.keywordAttributes(),
              patterns(p.keywordPatterns()),
              p.span());
    };
  }

  private ImmutableList<Pattern> patterns(List<Pattern> patterns) {
    return patterns.stream().map(this::pattern).collect(ImmutableList.toImmutableList());
  }

  private Expression checked(Expression cls) {
    String held = make.temporary();
    checked.add(
        TreeMaker.walrus(
            held,
            make.guard("_match_class_", cls.span(), expressions.expression(cls)),
            cls.span()));
    return TreeMaker.load(held, cls.span());
  }

  /**
   * Returns the subject, and before it what the patterns that have been rewritten want looked at.
   *
   * @param match the span of the statement
   */
  Expression subject(Expression subject, Span match) {
    if (checked.isEmpty()) {
      return subject;
    }
    checked.addFirst(subject);
    return make.guard("_match_", match, checked.toArray(Expression[]::new));
  }
}
