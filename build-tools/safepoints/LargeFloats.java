package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Has floats beyond the longest of Java's integers be the whole numbers that they are: GraalPy says
 * of none that it is an integer, and rounds to what their shortest text says. What is infinite or
 * no number is written as none, where Java would fail to make one of it.
 */
final class LargeFloats {
  private static final String FLOATS = GraalPy.OBJECTS + "floats/FloatBuiltins$";
  private static final String DECIMALS = "java/math/BigDecimal";
  private static final ClassDesc DECIMAL = ClassDesc.of("java.math.BigDecimal");
  private static final String FORMATS =
      "com/oracle/graal/python/runtime/formatting/FormatProcessor.class";

  static final List<Change> CHANGES =
      List.of(
          Insertion.atStart(FLOATS + "IsIntegerNode.class", "op", LargeFloats::isInteger),
          Insertion.instead(
              FLOATS + "RoundNode.class", "toBigInteger", DECIMALS, "valueOf", LargeFloats::exact),
          Insertion.before(FORMATS, "asNumber", LargeFloats::isDecimal, LargeFloats::checkWritten),
          Insertion.after(
              Set.of(FLOATS + "RoundNode.class"),
              LargeFloats::isLimit,
              code ->
                  code.invokestatic(
                      ClassDesc.of("java.lang.Math"),
                      "nextDown",
                      MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double))));

  private LargeFloats() {}

  /** The longest integer is no float: made one, it is the first that is too large. */
  private static boolean isLimit(CodeElement element) {
    return element instanceof ConstantInstruction constant
        && constant.constantValue().equals((double) Long.MAX_VALUE);
  }

  private static boolean isDecimal(CodeElement element) {
    return element instanceof NewObjectInstruction made
        && made.className().asInternalName().equals(DECIMALS);
  }

  /** Before "%d" of a float makes a whole number of it. */
  private static void checkWritten(CodeBuilder code) {
    raiseIf(code, "isNaN", "ValueError", "cannot convert float NaN to integer");
    raiseIf(code, "isInfinite", "OverflowError", "cannot convert float infinity to integer");
  }

  private static void raiseIf(CodeBuilder code, String method, String type, String text) {
    code.aload(0)
        .checkcast(ConstantDescs.CD_Double)
        .invokevirtual(ConstantDescs.CD_Double, method, MethodTypeDesc.of(ConstantDescs.CD_boolean))
        .ifThen(raised -> FloatPowers.raise(raised, type, text));
  }

  private static void isInteger(CodeBuilder code) {
    code.dload(1)
        .dconst_1()
        .drem()
        .dconst_0()
        .dcmpl()
        .ifThenElse(
            Opcode.IFEQ,
            whole -> answer(whole.iconst_1()),
            // What is infinite or no number leaves a rest that is no number.
            other -> answer(other.iconst_0()));
  }

  private static void answer(CodeBuilder code) {
    code.invokestatic(
            ConstantDescs.CD_Boolean,
            "valueOf",
            MethodTypeDesc.of(ConstantDescs.CD_Boolean, ConstantDescs.CD_boolean))
        .areturn();
  }

  private static void exact(CodeBuilder code) {
    code.pop2()
        .new_(DECIMAL)
        .dup()
        .dload(0)
        .invokespecial(
            DECIMAL,
            ConstantDescs.INIT_NAME,
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_double));
  }
}
