package safepoints;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_Throwable;
import static java.lang.constant.ConstantDescs.CD_boolean;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Has what GraalPy can't do, an internal error of it, be an exception that the guest can catch, as
 * the one is that CPython raises there. {@code StackOverflowError} and {@code OutOfMemoryError} it
 * treats like that itself.
 */
final class Defects {
  private static final String UTILITIES =
      "com/oracle/graal/python/runtime/exception/ExceptionUtils.class";
  private static final ClassDesc EXCEPTIONS =
      ClassDesc.of("com.oracle.graal.python.runtime.exception.ExceptionUtils");
  private static final ClassDesc OBJECT =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.exception.PBaseException");
  private static final ClassDesc STRINGS = ClassDesc.of("com.oracle.graal.python.util.PythonUtils");
  private static final int THIS = 0;
  private static final int NODE = 0;
  private static final int ERROR = 1;

  private static final String INTERPRETER = GraalPy.NODES + "bytecode/PBytecodeRootNode.class";
  private static final int RAISED = 2;

  static final List<Change> CHANGES =
      List.of(
          Insertion.atStart(UTILITIES, "wrapJavaExceptionIfApplicable", Defects::wrap),
          Insertion.atStart(INTERPRETER, "wrapJavaExceptionIfApplicable", Defects::askFirst));

  private Defects() {}

  private static void wrap(CodeBuilder code) {
    isOne(code.aload(ERROR)).ifThen(Defects::wrapped);
  }

  /** GraalPy lets pass there what its parts say to each other, also when nobody has heard it. */
  private static void askFirst(CodeBuilder code) {
    isOne(code.aload(RAISED))
        .ifThen(
            unheard ->
                unheard
                    .aload(THIS)
                    .aload(RAISED)
                    .invokestatic(
                        EXCEPTIONS,
                        "wrapJavaExceptionIfApplicable",
                        MethodTypeDesc.of(GraalPy.EXCEPTION, GraalPy.NODE, CD_Throwable))
                    .areturn());
  }

  private static CodeBuilder isOne(CodeBuilder code) {
    return code.invokestatic(
        GraalPy.ours("Defects"), "isOne", MethodTypeDesc.of(CD_boolean, CD_Throwable));
  }

  private static void wrapped(CodeBuilder code) {
    code.aconst_null()
        .invokestatic(GraalPy.CONTEXT, "get", MethodTypeDesc.of(GraalPy.CONTEXT, GraalPy.NODE))
        .invokevirtual(GraalPy.CONTEXT, "ensureGilAfterFailure", GraalPy.NOTHING)
        .aload(ERROR)
        .aload(NODE)
        .aconst_null()
        .invokestatic(GraalPy.LANGUAGE, "get", MethodTypeDesc.of(GraalPy.LANGUAGE, GraalPy.NODE))
        .aload(ERROR)
        .invokestatic(
            GraalPy.ours("Defects"), "exception", MethodTypeDesc.of(CD_String, CD_Throwable))
        .invokestatic(GraalPy.TYPES, "valueOf", MethodTypeDesc.of(GraalPy.TYPES, CD_String))
        .aload(ERROR)
        .invokestatic(GraalPy.ours("Defects"), "words", MethodTypeDesc.of(CD_String, CD_Throwable))
        .invokestatic(
            STRINGS, "toTruffleStringUncached", MethodTypeDesc.of(GraalPy.TEXT, CD_String))
        .invokestatic(
            GraalPy.FACTORY,
            "createBaseException",
            MethodTypeDesc.of(OBJECT, GraalPy.LANGUAGE, GraalPy.TYPES, GraalPy.TEXT))
        .invokestatic(
            EXCEPTIONS,
            "wrapJavaException",
            MethodTypeDesc.of(GraalPy.EXCEPTION, CD_Throwable, GraalPy.NODE, OBJECT))
        .areturn();
  }
}
