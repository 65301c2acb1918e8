package dev.pyrestrict.grammar.ast;

/** What is done with the place an expression names: ASDL's {@code expr_context}. */
public enum ExpressionContext {
  LOAD,
  STORE,
  DELETE
}
