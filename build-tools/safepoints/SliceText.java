package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Has {@code repr()} of a slice show what {@code repr()} says of its parts. GraalPy shows what Java
 * calls them, and looks into slices in slices without ever asking whether to stop.
 */
final class SliceText {
  private static final ClassDesc SLICE =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.slice.PSlice");
  private static final ClassDesc REPR_OF =
      ClassDesc.of("com.oracle.graal.python.lib.PyObjectReprAsTruffleStringNode");
  private static final ClassDesc STRINGS = ClassDesc.of("com.oracle.graal.python.util.PythonUtils");
  private static final ClassDesc STRING = ClassDesc.of("java.lang.String");
  private static final ClassDesc OBJECT = ClassDesc.of("java.lang.Object");

  /** It returns before what GraalPy does is begun. */
  static final Change CHANGE =
      Insertion.atStart(
          GraalPy.OBJECTS + "slice/SliceBuiltins$ReprNode.class", "repr", SliceText::repr);

  private SliceText() {}

  private static void repr(CodeBuilder code) {
    code.invokestatic(GraalPy.ours("Safepoint"), "poll", GraalPy.NOTHING).ldc("slice(");
    for (String part : List.of("getStart", "getStop", "getStep")) {
      if (!part.equals("getStart")) {
        code.ldc(", ").invokevirtual(STRING, "concat", MethodTypeDesc.of(STRING, STRING));
      }
      code.aload(0)
          .invokevirtual(SLICE, part, MethodTypeDesc.of(OBJECT))
          .invokestatic(REPR_OF, "executeUncached", MethodTypeDesc.of(GraalPy.TEXT, OBJECT))
          .invokevirtual(GraalPy.TEXT, "toJavaStringUncached", MethodTypeDesc.of(STRING))
          .invokevirtual(STRING, "concat", MethodTypeDesc.of(STRING, STRING));
    }
    code.ldc(")")
        .invokevirtual(STRING, "concat", MethodTypeDesc.of(STRING, STRING))
        .invokestatic(STRINGS, "toTruffleStringUncached", MethodTypeDesc.of(GraalPy.TEXT, STRING))
        .areturn();
  }
}
