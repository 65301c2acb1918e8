package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.ConstantValue.StrValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Statement;

/**
 * The {@code from __future__ import} statements that may stand at the beginning of a file, after
 * {@code future.c}.
 */
final class FutureImports {
  private static final ImmutableSet<String> FEATURES =
      ImmutableSet.of(
          "nested_scopes",
          "generators",
          "division",
          "absolute_import",
          "with_statement",
          "print_function",
          "unicode_literals",
          "barry_as_FLUFL",
          "generator_stop",
          "annotations");

  private FutureImports() {}

  static boolean isFuture(Statement.ImportFrom statement) {
    return statement.module().filter("__future__"::equals).isPresent();
  }

  /** Returns the features that a module asks for, or throws because there is no such feature. */
  static ImmutableSet<String> check(Module module) {
    ImmutableSet.Builder<String> features = ImmutableSet.builder();
    boolean first = true;
    for (Statement statement : module.body()) {
      boolean docstring = first && isString(statement);
      first = false;
      if (docstring) {
        continue;
      }
      if (!(statement instanceof Statement.ImportFrom future) || !isFuture(future)) {
        break;
      }
      for (Alias alias : future.names()) {
        if (alias.name().equals("braces")) {
          throw new SyntaxFailure(future.span(), "not a chance");
        }
        if (!FEATURES.contains(alias.name())) {
          throw new SyntaxFailure(
              future.span(), "future feature " + alias.name() + " is not defined");
        }
        features.add(alias.name());
      }
    }
    return features.build();
  }

  /**
   * Returns the last line on which such an import is at the beginning of the file; -1 when there is
   * none.
   */
  static int lastLine(Module module) {
    int line = -1;
    boolean first = true;
    for (Statement statement : module.body()) {
      if (statement instanceof Statement.ImportFrom future && isFuture(future)) {
        line = future.span().line();
      } else if (!first || !isString(statement)) {
        break;
      }
      first = false;
    }
    return line;
  }

  private static boolean isString(Statement statement) {
    return statement instanceof Statement.Expr(Expression value, var ignored)
        && value instanceof Expression.Constant constant
        && constant.value() instanceof StrValue;
  }
}
