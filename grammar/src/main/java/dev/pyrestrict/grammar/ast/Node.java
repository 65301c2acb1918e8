package dev.pyrestrict.grammar.ast;

/**
 * A node of the syntax tree that has a place in the source.
 *
 * <p>The tree is CPython 3.12's: every record carries the name and the fields, in the same order,
 * of its constructor in {@code Parser/Python.asdl}. Optional fields are {@link java.util.Optional},
 * sequences are immutable. Passes are exhaustive {@code switch} expressions over the sealed sorts
 * and have no {@code default}.
 */
public sealed interface Node
    permits Statement, Expression, Pattern, TypeParameter, ExceptHandler, Argument, Keyword, Alias {

  /** Where the node stands in the source; never null. */
  Span span();
}
