package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;

/**
 * Where the statements of the guarded source came from. Lines are the same on both sides; the map
 * adds the columns.
 *
 * @param statements for each top-level statement its place in the guest's source
 */
public record SourceMap(ImmutableList<Span> statements) {

  static SourceMap of(Module module) {
    return new SourceMap(
        module.body().stream().map(Statement::span).collect(ImmutableList.toImmutableList()));
  }
}
