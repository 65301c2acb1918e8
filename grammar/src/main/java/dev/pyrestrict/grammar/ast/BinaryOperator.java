package dev.pyrestrict.grammar.ast;

/** ASDL's {@code operator}. */
public enum BinaryOperator {
  ADD("Add", "+"),
  SUB("Sub", "-"),
  MULT("Mult", "*"),
  MAT_MULT("MatMult", "@"),
  DIV("Div", "/"),
  MOD("Mod", "%"),
  POW("Pow", "**"),
  L_SHIFT("LShift", "<<"),
  R_SHIFT("RShift", ">>"),
  BIT_OR("BitOr", "|"),
  BIT_XOR("BitXor", "^"),
  BIT_AND("BitAnd", "&"),
  FLOOR_DIV("FloorDiv", "//");

  private final String asdlName;
  private final String symbol;

  BinaryOperator(String asdlName, String symbol) {
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
