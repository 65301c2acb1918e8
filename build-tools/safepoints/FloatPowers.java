package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/** Raises for a power that is infinite only because no float is as large. */
final class FloatPowers {
  private static final ClassDesc RAISE = ClassDesc.of("com.oracle.graal.python.nodes.PRaiseNode");
  private static final ClassDesc ENCODING = GraalPy.TEXT.nested("Encoding");
  private static final MethodTypeDesc RAISES =
      MethodTypeDesc.of(GraalPy.EXCEPTION, GraalPy.NODE, GraalPy.TYPES, GraalPy.TEXT);

  static final Change CHANGE =
      Insertion.after(
          Set.of(GraalPy.OBJECTS + "floats/FloatBuiltins$PowNode.class"),
          element -> Insertion.isCall(element, Set.of("java/lang/Math"), "pow"),
          FloatPowers::check);

  private FloatPowers() {}

  private static void check(CodeBuilder code) {
    code.dup2()
        .dload(1)
        .dload(3)
        .invokestatic(
            GraalPy.ours("FloatPowers"), "isTooLarge", MethodTypeDesc.ofDescriptor("(DDD)Z"))
        .ifThen(raised -> raise(raised, "OverflowError", "Numerical result out of range"));
  }

  /** Raises an exception of Python's. */
  static void raise(CodeBuilder code, String type, String text) {
    code.aconst_null()
        .getstatic(GraalPy.TYPES, type, GraalPy.TYPES)
        .ldc(text)
        .getstatic(ENCODING, "UTF_32", ENCODING)
        .invokestatic(
            GraalPy.TEXT,
            "fromJavaStringUncached",
            MethodTypeDesc.of(GraalPy.TEXT, ClassDesc.of("java.lang.String"), ENCODING))
        .invokestatic(RAISE, "raiseStatic", RAISES)
        .athrow();
  }
}
