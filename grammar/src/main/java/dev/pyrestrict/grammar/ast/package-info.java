/**
 * The syntax tree: sealed sorts and records named after {@code Parser/Python.asdl} of CPython 3.12.
 */
package dev.pyrestrict.grammar.ast;
