package dev.pyrestrict.grammar.ast;

/** ASDL's {@code unaryop}. */
public enum UnaryOperator {
  INVERT("Invert", "~"),
  NOT("Not", "not"),
  U_ADD("UAdd", "+"),
  U_SUB("USub", "-");

  private final String asdlName;
  private final String symbol;

  UnaryOperator(String asdlName, String symbol) {
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
