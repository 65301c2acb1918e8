package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.ast.Span;

/** Carries the first syntax error out of the parser; never leaves this package. */
final class SyntaxFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /**
   * A lexical error that gives way to a syntax error further ahead in the source, as in CPython.
   */
  private boolean yielding;

  SyntaxFailure(String rule, Span span, String message) {
    super(message, null, false, false);
    diagnostic = Diagnostic.error(rule, span, message);
  }

  SyntaxFailure(Span span, String message) {
    this("PR0001", span, message);
  }

  /** The limit on the nesting of expressions and statements. */
  static SyntaxFailure tooDeep(Span span) {
    return new SyntaxFailure("PR0007", span, "source is too deeply nested");
  }

  SyntaxFailure yielding() {
    yielding = true;
    return this;
  }

  boolean isYielding() {
    return yielding;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
