package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** Has zero be zero however far it is shifted. GraalPy knows that only of the longest distances. */
final class ZeroShifts {
  private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
  private static final int LEFT = 0;
  private static final int DISTANCE = 2;

  static final Change CHANGE =
      Insertion.atStart(
          GraalPy.OBJECTS + "ints/IntBuiltins$LShiftNode.class", "doLLOvf", ZeroShifts::shift);

  private ZeroShifts() {}

  private static void shift(CodeBuilder code) {
    code.lload(LEFT)
        .lconst_0()
        .lcmp()
        .ifThen(
            Opcode.IFEQ,
            zero ->
                zero.lload(DISTANCE)
                    .lconst_0()
                    .lcmp()
                    .ifThen(
                        Opcode.IFGE,
                        forward ->
                            forward
                                .lconst_0()
                                .invokestatic(
                                    LONG, "valueOf", MethodTypeDesc.of(LONG, ConstantDescs.CD_long))
                                .areturn()));
  }
}
