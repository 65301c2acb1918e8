package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.ast.Span;
import java.util.Collection;
import java.util.Optional;

/**
 * Something that is wrong with a source, as a value.
 *
 * @param rule stable identifier: {@code PR} and four digits; syntax errors are {@code PR00xx}
 * @param severity how bad it is
 * @param span where
 * @param message what is wrong; CPython's wording where CPython has one
 * @param hint what to write instead, where there is something to say
 */
public record Diagnostic(
    String rule, Severity severity, Span span, String message, Optional<String> hint) {

  /** How bad a diagnostic is. */
  public enum Severity {
    /** The source can't be used. */
    ERROR,
    /** The source can be used, but its author should look. */
    WARNING
  }

  /** Returns an error without a hint. */
  public static Diagnostic error(String rule, Span span, String message) {
    return new Diagnostic(rule, Severity.ERROR, span, message, Optional.empty());
  }

  /** Returns an error with a hint. */
  public static Diagnostic error(String rule, Span span, String message, String hint) {
    return new Diagnostic(rule, Severity.ERROR, span, message, Optional.of(hint));
  }

  /** Returns a warning with a hint. */
  public static Diagnostic warning(String rule, Span span, String message, String hint) {
    return new Diagnostic(rule, Severity.WARNING, span, message, Optional.of(hint));
  }

  /** Reports whether the source can't be used for one of these. */
  public static boolean anyError(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(found -> found.severity() == Severity.ERROR);
  }
}
