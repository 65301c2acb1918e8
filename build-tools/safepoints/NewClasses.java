package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Shows a class that was just made to the guards, and hides one that was not made to the end: its
 * bases know it from the beginning, and {@code abc} asks every class that they know of.
 */
final class NewClasses {
  private static final String MAKER =
      GraalPy.OBJECTS + "type/TypeNodes$AllocateTypeWithMetaclassNode.class";

  /** The place of the maker's parameter. */
  private static final int NODE = 5;

  private static final ClassDesc MODULE =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.module.PythonModule");

  private static final String LISTING =
      GraalPy.OBJECTS + "type/TypeNodes$GetSubclassesAsArrayNode$EachSubclassAdd.class";

  private static final String ANY_CLASS = GraalPy.OBJECTS + "type/PythonAbstractClass";

  private static final ClassDesc CLASS =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.type.PythonClass");
  private static final ClassDesc SLOTS =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.type.TpSlots");

  static final List<Change> CHANGES =
      List.of(
          Insertion.beforeReturn(MAKER, "typeMetaclass", NewClasses::show),
          Insertion.after(
              Set.of(LISTING),
              element -> Insertion.isCall(element, Set.of(ANY_CLASS), "cast"),
              NewClasses::hideUnfinished));

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

  /** A class that the base knows of is on the stack; null, as for one that is gone, instead. */
  private static void hideUnfinished(CodeBuilder code) {
    code.dup()
        .instanceOf(CLASS)
        .ifThen(
            ofPython ->
                ofPython
                    .dup()
                    .checkcast(CLASS)
                    .invokevirtual(CLASS, "getTpSlots", MethodTypeDesc.of(SLOTS))
                    .ifThen(Opcode.IFNULL, unfinished -> unfinished.pop().aconst_null()));
  }
}
