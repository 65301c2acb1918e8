package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;

/**
 * Divides big integers for a float by no more of their bits than it takes: GraalPy makes decimals
 * of all of them, which takes seconds.
 */
final class Quotients {
  private static final MethodTypeDesc SHORTENS =
      MethodTypeDesc.ofDescriptor(
          "(Ljava/math/BigInteger;Ljava/math/BigInteger;)Ljava/math/BigInteger;");
  private static final int DIVIDEND = 1;
  private static final int DIVISOR = 2;

  static final Change CHANGE =
      Insertion.atStart(
          GraalPy.OBJECTS + "ints/IntBuiltins$TrueDivNode.class", "op", Quotients::shorten);

  private Quotients() {}

  private static void shorten(CodeBuilder code) {
    code.aload(DIVIDEND)
        .aload(DIVISOR)
        .invokestatic(GraalPy.ours("Quotients"), "dividend", SHORTENS)
        .aload(DIVIDEND)
        .aload(DIVISOR)
        .invokestatic(GraalPy.ours("Quotients"), "divisor", SHORTENS)
        .astore(DIVISOR)
        .astore(DIVIDEND);
  }
}
