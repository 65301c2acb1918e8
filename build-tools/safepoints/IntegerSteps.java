package safepoints;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has big integers be multiplied, divided and raised to powers in steps, between which a guest can
 * be stopped: all of it is one operation of Java's otherwise.
 */
final class IntegerSteps {
  private static final String INTEGER = "java/math/BigInteger";
  private static final String OPERAND = "L" + INTEGER + ";";
  private static final String INTS = GraalPy.OBJECTS + "ints/";
  private static final String RANGES = GraalPy.OBJECTS + "range/";
  private static final String MATH = "com/oracle/graal/python/builtins/modules/MathModuleBuiltins$";

  static final List<Change> CHANGES =
      Stream.of(
              inSteps(
                  "ProductSteps",
                  "multiply",
                  OPERAND,
                  INTS + "IntBuiltins$MulNode",
                  INTS + "IntBuiltins$FloorDivNode",
                  INTS + "PInt",
                  MATH + "FactorialNode",
                  MATH + "CombNode",
                  MATH + "PermNode",
                  MATH + "IsqrtNode",
                  MATH + "AcoshNode"),
              inSteps("ProductSteps", "pow", "I", INTS + "IntBuiltins$PowNode"),
              inSteps(
                  "QuotientSteps",
                  "divide",
                  OPERAND,
                  INTS + "IntBuiltins$FloorDivNode",
                  RANGES + "RangeBuiltins$IndexNode",
                  RANGES + "RangeNodes$LenOfRangeNode"),
              inSteps(
                  "QuotientSteps",
                  "mod",
                  OPERAND,
                  INTS + "IntBuiltins$ModNode",
                  RANGES + "RangeBuiltins$ContainsNode"),
              inSteps(
                  "QuotientSteps",
                  "remainder",
                  OPERAND,
                  RANGES + "RangeBuiltins$CountNode",
                  RANGES + "RangeBuiltins$IndexNode"),
              inSteps("ModularSteps", "modPow", OPERAND + OPERAND, INTS + "IntBuiltins$PowNode"),
              inSteps("ModularSteps", "gcd", OPERAND, MATH + "Gcd2Node"))
          .flatMap(changes -> changes)
          .toList();

  private IntegerSteps() {}

  private static Stream<Change> inSteps(
      String steps, String method, String operands, String... types) {
    return Stream.of(types)
        .map(
            type ->
                Insertion.instead(
                    Set.of(type + ".class"),
                    INTEGER,
                    method,
                    GraalPy.call(steps, method, "(" + OPERAND + operands + ")" + OPERAND)));
  }
}
