package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.Optional;

/**
 * GraalPy has no {@code except*} (PEP 654). It becomes a chain of {@code with}, each on the line of
 * the clause it stands for: the first holds what the body raised, each of the others runs its block
 * with the part of the group that matches or not at all, the last raises what is left.
 */
final class ExceptStar {
  private final TreeMaker make;

  ExceptStar(TreeMaker make) {
    this.make = make;
  }

  /**
   * Returns the statements for one whose parts have been rewritten.
   *
   * @param group the variable that holds what the body raised
   */
  ImmutableList<Statement> chain(Statement.TryStar t, String group) {
    ImmutableList.Builder<Statement> chain = ImmutableList.builder();
    chain.add(
        new Statement.With(
            ImmutableList.of(
                new WithItem(
                    make.guard("_try_star_", t.span()),
                    Optional.of(TreeMaker.store(group, t.span())))),
            t.body(),
            t.span()));
    for (int i = 0; i < t.handlers().size(); i++) {
      chain.add(clause(t.handlers().get(i), group, i == t.handlers().size() - 1));
    }
    if (!t.orElse().isEmpty()) {
      int line =
          Math.max(t.handlers().getLast().span().line(), t.orElse().getFirst().span().line() - 1);
      Span at = new Span(line, 0, line, 0);
      chain.add(
          new Statement.If(
              make.guard("_no_error_", at, TreeMaker.load(group, at)),
              t.orElse(),
              ImmutableList.of(),
              at));
    }
    return t.finalBody().isEmpty()
        ? chain.build()
        : ImmutableList.of(
            new Statement.Try(
                chain.build(), ImmutableList.of(), ImmutableList.of(), t.finalBody(), t.span()));
  }

  private Statement clause(ExceptHandler handler, String group, boolean last) {
    Span at = handler.span();
    return new Statement.With(
        ImmutableList.of(
            new WithItem(
                make.guard(
                    "_except_star_",
                    at,
                    TreeMaker.load(group, at),
                    handler.type().orElseThrow(),
                    TreeMaker.integer(last ? 1 : 0, at)),
                Optional.empty()),
            new WithItem(
                make.guard("_matched_", at, TreeMaker.load(group, at)),
                handler.name().map(bound -> TreeMaker.store(bound, at)))),
        handler.body(),
        at);
  }

  /**
   * Unbinds the name of a clause after its last statement, as Python does. It is bound first: the
   * clause may have unbound it itself.
   */
  static void unbind(String bound, Span last, ImmutableList.Builder<Statement> block) {
    Span after = new Span(last.endLine(), last.endColumn(), last.endLine(), last.endColumn());
    block.add(TreeMaker.assign(TreeMaker.store(bound, after), TreeMaker.none(after), after));
    block.add(TreeMaker.delete(bound, after));
  }
}
