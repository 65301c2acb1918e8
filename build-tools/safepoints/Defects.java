package safepoints;

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
  private static final ClassDesc FACTORY =
      ClassDesc.of("com.oracle.graal.python.runtime.object.PFactory");
  private static final ClassDesc LANGUAGE = ClassDesc.of("com.oracle.graal.python.PythonLanguage");
  private static final ClassDesc OBJECT =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.exception.PBaseException");
  private static final ClassDesc STRINGS = ClassDesc.of("com.oracle.graal.python.util.PythonUtils");
  private static final ClassDesc STRING = ClassDesc.of("java.lang.String");
  private static final ClassDesc THROWABLE = ClassDesc.of("java.lang.Throwable");
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
                        MethodTypeDesc.of(GraalPy.EXCEPTION, GraalPy.NODE, THROWABLE))
                    .areturn());
  }

  private static CodeBuilder isOne(CodeBuilder code) {
    return code.invokestatic(
        GraalPy.ours("Defects"), "isOne", MethodTypeDesc.ofDescriptor("(Ljava/lang/Throwable;)Z"));
  }

  private static void wrapped(CodeBuilder code) {
    code.aconst_null()
        .invokestatic(GraalPy.CONTEXT, "get", MethodTypeDesc.of(GraalPy.CONTEXT, GraalPy.NODE))
        .invokevirtual(GraalPy.CONTEXT, "ensureGilAfterFailure", GraalPy.NOTHING)
        .aload(ERROR)
        .aload(NODE)
        .aconst_null()
        .invokestatic(LANGUAGE, "get", MethodTypeDesc.of(LANGUAGE, GraalPy.NODE))
        .aload(ERROR)
        .invokestatic(GraalPy.ours("Defects"), "exception", MethodTypeDesc.of(STRING, THROWABLE))
        .invokestatic(GraalPy.TYPES, "valueOf", MethodTypeDesc.of(GraalPy.TYPES, STRING))
        .aload(ERROR)
        .invokestatic(GraalPy.ours("Defects"), "words", MethodTypeDesc.of(STRING, THROWABLE))
        .invokestatic(STRINGS, "toTruffleStringUncached", MethodTypeDesc.of(GraalPy.TEXT, STRING))
        .invokestatic(
            FACTORY,
            "createBaseException",
            MethodTypeDesc.of(OBJECT, LANGUAGE, GraalPy.TYPES, GraalPy.TEXT))
        .invokestatic(
            EXCEPTIONS,
            "wrapJavaException",
            MethodTypeDesc.of(GraalPy.EXCEPTION, THROWABLE, GraalPy.NODE, OBJECT))
        .areturn();
  }
}
