package dev.pyrestrict.grammar.ast;

/** ASDL's {@code boolop}. */
public enum BooleanOperator {
  AND("And", "and"),
  OR("Or", "or");

  private final String asdlName;
  private final String symbol;

  BooleanOperator(String asdlName, String symbol) {
    this.asdlName = asdlName;
    this.symbol = symbol;
  }

  /** Returns the name in {@code Python.asdl}. */
  public String asdlName() {
    return asdlName;
  }

  /** Returns the operator as it is written. */
  public String symbol() {
    return symbol;
  }
}
