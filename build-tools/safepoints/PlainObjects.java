package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Tells the guards whether an object is of a class of the guest's own of which they have found,
 * when it was made, that its objects need no guard: {@code __graalpython__.blackhole}, with which
 * GraalPy's own benchmarks keep a value from being optimised away, says that instead.
 *
 * <p>Guarded text asks it in many places. As a builtin of one argument it is part of the code that
 * is compiled for each of them, and code that is not compiled calls nothing else for it.
 */
final class PlainObjects {
  private static final String ASKED =
      "com/oracle/graal/python/builtins/modules/GraalPythonModuleBuiltins$Blackhole.class";

  /** The place of the parameter. */
  private static final int SUBJECT = 1;

  private static final ClassDesc OBJECT =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.object.PythonObject");
  private static final ClassDesc SHAPE = ClassDesc.of("com.oracle.truffle.api.object.Shape");

  /** Of a shape: objects of it were given another class, and are not plain any more. */
  private static final int CLASS_CHANGED = 1;

  static final Change CHANGE = Insertion.atStart(ASKED, "doIt", PlainObjects::answer);

  private PlainObjects() {}

  private static void answer(CodeBuilder code) {
    code.aload(SUBJECT)
        .instanceOf(OBJECT)
        .ifThen(
            object ->
                loadShapeFlags(object)
                    .loadConstant(CLASS_CHANGED)
                    .iand()
                    .ifThen(Opcode.IFEQ, PlainObjects::answerByClass));
    loadBoolean(code, "FALSE").areturn();
  }

  private static CodeBuilder loadShapeFlags(CodeBuilder code) {
    return code.aload(SUBJECT)
        .checkcast(OBJECT)
        .invokevirtual(OBJECT, "getShape", MethodTypeDesc.of(SHAPE))
        .invokevirtual(SHAPE, "getFlags", MethodTypeDesc.of(ConstantDescs.CD_int));
  }

  private static void answerByClass(CodeBuilder code) {
    loadClass(code)
        .instanceOf(NewClasses.CLASS)
        .ifThen(
            ofPython -> {
              loadClass(ofPython).checkcast(NewClasses.CLASS);
              NewClasses.ifPlain(ofPython, plain -> loadBoolean(plain, "TRUE").areturn());
            });
  }

  private static CodeBuilder loadBoolean(CodeBuilder code, String value) {
    return code.getstatic(ConstantDescs.CD_Boolean, value, ConstantDescs.CD_Boolean);
  }

  private static CodeBuilder loadClass(CodeBuilder code) {
    return code.aload(SUBJECT)
        .checkcast(OBJECT)
        .invokevirtual(OBJECT, "getInitialPythonClass", MethodTypeDesc.of(ConstantDescs.CD_Object));
  }
}
