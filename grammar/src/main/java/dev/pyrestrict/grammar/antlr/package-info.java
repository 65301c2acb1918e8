/** The parser that ANTLR generates, and what it is built on. */
package dev.pyrestrict.grammar.antlr;
