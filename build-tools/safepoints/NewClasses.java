package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Shows a class that was just made to the guards. */
final class NewClasses {
  private static final String MAKER =
      GraalPy.OBJECTS + "type/TypeNodes$AllocateTypeWithMetaclassNode.class";

  /** The place of the maker's parameter. */
  private static final int NODE = 5;

  private static final ClassDesc MODULE =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.module.PythonModule");

  static final Change CHANGE = Insertion.beforeReturn(MAKER, "typeMetaclass", NewClasses::show);

  private NewClasses() {}

  /** The class is on the stack, and stays there. */
  private static void show(CodeBuilder code) {
    code.dup()
        .aload(NODE)
        .invokestatic(GraalPy.CONTEXT, "get", MethodTypeDesc.of(GraalPy.CONTEXT, GraalPy.NODE))
        .invokevirtual(GraalPy.CONTEXT, "getBuiltins", MethodTypeDesc.of(MODULE))
        .invokestatic(
            GraalPy.ours("MadeClasses"),
            "made",
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;Ljava/lang/Object;)V"));
  }
}
