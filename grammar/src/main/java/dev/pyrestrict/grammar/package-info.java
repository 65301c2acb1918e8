/**
 * Text to syntax tree: Python 3.12, read strictly.
 *
 * <p>In comes a {@link dev.pyrestrict.grammar.SourceFile}; out comes a {@link
 * dev.pyrestrict.grammar.ParseResult}: the tree CPython would make, or diagnostics. No policy, no
 * rewriting and nothing of GraalPy may be in here.
 */
package dev.pyrestrict.grammar;
