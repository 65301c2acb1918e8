package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.ConstantValue.StrValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import java.util.Optional;

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

  /** Returns the last such import at the beginning of the file; absent when there is none. */
  static Optional<Span> last(Module module) {
    Optional<Span> last = Optional.empty();
    boolean first = true;
    for (Statement statement : module.body()) {
      if (statement instanceof Statement.ImportFrom future && isFuture(future)) {
        last = Optional.of(future.span());
      } else if (!first || !isString(statement)) {
        break;
      }
      first = false;
    }
    return last;
  }

  private static boolean isString(Statement statement) {
    return statement instanceof Statement.Expr(Expression value, var ignored)
        && value instanceof Expression.Constant constant
        && constant.value() instanceof StrValue;
  }
}
