package dev.pyrestrict.grammar.ast;

/** ASDL's {@code cmpop}. */
public enum ComparisonOperator {
  EQ("Eq", "=="),
  NOT_EQ("NotEq", "!="),
  LT("Lt", "<"),
  LT_E("LtE", "<="),
  GT("Gt", ">"),
  GT_E("GtE", ">="),
  IS("Is", "is"),
  IS_NOT("IsNot", "is not"),
  IN("In", "in"),
  NOT_IN("NotIn", "not in");

  private final String asdlName;
  private final String symbol;

  ComparisonOperator(String asdlName, String symbol) {
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
