package safepoints;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has big integers be multiplied in steps, between which a guest can be stopped: all of a product
 * is one operation of Java's otherwise.
 */
final class ProductSteps {
  private static final String INTEGER = "java/math/BigInteger";
  private static final String INTS = GraalPy.OBJECTS + "ints/";
  private static final String MATH = "com/oracle/graal/python/builtins/modules/MathModuleBuiltins$";

  static final List<Change> CHANGES =
      Stream.of(
              Stream.of(
                      INTS + "IntBuiltins$MulNode",
                      INTS + "IntBuiltins$FloorDivNode",
                      INTS + "PInt",
                      MATH + "FactorialNode",
                      MATH + "CombNode",
                      MATH + "PermNode",
                      MATH + "IsqrtNode",
                      MATH + "AcoshNode")
                  .map(type -> inSteps(type, "multiply", "L" + INTEGER + ";")),
              Stream.of(inSteps(INTS + "IntBuiltins$PowNode", "pow", "I")))
          .flatMap(changes -> changes)
          .toList();

  private ProductSteps() {}

  private static Change inSteps(String type, String method, String other) {
    return Insertion.instead(
        Set.of(type + ".class"),
        INTEGER,
        method,
        GraalPy.call("ProductSteps", method, "(L" + INTEGER + ";" + other + ")L" + INTEGER + ";"));
  }
}
