package safepoints;

import java.lang.constant.MethodTypeDesc;

/** Compares a float with no more of a big integer than it takes: GraalPy makes a decimal of it. */
final class FloatComparisons {
  private static final int INTEGER = 2;

  static final Change CHANGE =
      Insertion.atStart(
          GraalPy.OBJECTS + "floats/FloatBuiltins$ComparisonHelperNode.class",
          "compareUsingBigDecimal",
          code ->
              code.aload(INTEGER)
                  .invokestatic(
                      GraalPy.ours("FloatComparisons"),
                      "shortened",
                      MethodTypeDesc.ofDescriptor("(Ljava/math/BigInteger;)Ljava/math/BigInteger;"))
                  .astore(INTEGER));

  private FloatComparisons() {}
}
