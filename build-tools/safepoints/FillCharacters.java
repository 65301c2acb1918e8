package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Has the first of two characters that can mean an alignment be the one to fill with, as in {@code
 * '=^40'}. GraalPy takes it for the alignment, and finds an error in the rest.
 */
final class FillCharacters {
  private static final ClassDesc PARSER =
      ClassDesc.of("com.oracle.graal.python.runtime.formatting.InternalFormat$Parser");
  private static final MethodTypeDesc OF_INT =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int);

  static final Change CHANGE =
      Insertion.atStart(
          "com/oracle/graal/python/runtime/formatting/InternalFormat$Parser.class",
          "isAlign",
          FillCharacters::lookFurther);

  private FillCharacters() {}

  /** It is asked at the first character, and then, if that was none, at the second. */
  private static void lookFurther(CodeBuilder code) {
    code.aload(0)
        .getfield(PARSER, "ptr", ConstantDescs.CD_int)
        .ifThen(
            Opcode.IFEQ,
            first ->
                spec(first)
                    .invokevirtual(
                        ConstantDescs.CD_String, "length", MethodTypeDesc.of(ConstantDescs.CD_int))
                    .iconst_1()
                    .ifThen(Opcode.IF_ICMPGT, FillCharacters::lookAtSecond));
  }

  private static void lookAtSecond(CodeBuilder code) {
    code.ldc("<^>=");
    spec(code)
        .iconst_1()
        .invokevirtual(
            ConstantDescs.CD_String,
            "charAt",
            MethodTypeDesc.of(ConstantDescs.CD_char, ConstantDescs.CD_int))
        .invokevirtual(ConstantDescs.CD_String, "indexOf", OF_INT)
        .ifThen(Opcode.IFGE, second -> second.iconst_0().ireturn());
  }

  private static CodeBuilder spec(CodeBuilder code) {
    return code.aload(0).getfield(PARSER, "spec", ConstantDescs.CD_String);
  }
}
