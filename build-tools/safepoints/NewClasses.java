package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Shows a class that was just made to the guards, asks them before an attribute of one is set that
 * is not the guest's own, and hides one that was not made to the end: its bases know it from the
 * beginning, and {@code abc} asks every class that they know of.
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

  private static final String CLASS_FILE = GraalPy.OBJECTS + "type/PythonClass.class";

  /** What sets attributes of whatever there is: a class's too, also when object is asked to. */
  private static final String SETTER =
      GraalPy.OBJECTS + "object/ObjectNodes$GenericSetAttrNode.class";

  /** The places of its parameters. */
  private static final int OBJECT = 2;

  private static final int NAME = 3;

  /** Whether a class is the guest's own: then nobody is asked before its attributes are set. */
  private static final String OWN = "isGuests";

  /** Whether its objects need no guard, see {@link PlainObjects}. */
  private static final String PLAIN = "isPlain";

  private static final ClassDesc GUARD = GraalPy.ours("MadeClasses");
  static final ClassDesc CLASS =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.type.PythonClass");
  private static final ClassDesc SLOTS =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.type.TpSlots");

  static final List<Change> CHANGES =
      List.of(
          new AddedField(CLASS_FILE, OWN, ConstantDescs.CD_boolean, 0),
          new AddedField(CLASS_FILE, PLAIN, ConstantDescs.CD_boolean, 0),
          Insertion.beforeReturn(MAKER, "typeMetaclass", NewClasses::show),
          Insertion.atStart(SETTER, "setAttr", NewClasses::checkSetting),
          Insertion.after(
              Set.of(LISTING),
              element -> Insertion.isCall(element, Set.of(ANY_CLASS), "cast"),
              NewClasses::hideUnfinished));

  private NewClasses() {}

  /** The class is on the stack, and stays there. */
  private static void show(CodeBuilder code) {
    code.dup().dup();
    loadBuiltins(code.aload(NODE))
        .invokestatic(
            GUARD, "made", MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;Ljava/lang/Object;)Z"))
        .putfield(CLASS, OWN, ConstantDescs.CD_boolean);
    code.dup().dup();
    loadBuiltins(code.aload(NODE))
        .invokestatic(
            GUARD,
            "isPlain",
            MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;Ljava/lang/Object;)Z"))
        .putfield(CLASS, PLAIN, ConstantDescs.CD_boolean);
  }

  /** Puts whether its objects are plain in the place of a class that Python code made. */
  static CodeBuilder loadIsPlain(CodeBuilder code) {
    return code.getfield(CLASS, PLAIN, ConstantDescs.CD_boolean);
  }

  private static void checkSetting(CodeBuilder code) {
    code.aload(OBJECT)
        .instanceOf(CLASS)
        .ifThen(
            ofPython ->
                ofPython
                    .aload(OBJECT)
                    .checkcast(CLASS)
                    .getfield(CLASS, OWN, ConstantDescs.CD_boolean)
                    .ifThen(
                        Opcode.IFEQ,
                        others ->
                            loadBuiltins(others.aload(OBJECT).aload(NAME).aconst_null())
                                .invokestatic(
                                    GUARD,
                                    "attributeIsSet",
                                    MethodTypeDesc.ofDescriptor(
                                        "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V"))));
  }

  /** Puts the module in the place of a node, by which compiled code finds the context. */
  private static CodeBuilder loadBuiltins(CodeBuilder code) {
    return code.invokestatic(
            GraalPy.CONTEXT, "get", MethodTypeDesc.of(GraalPy.CONTEXT, GraalPy.NODE))
        .invokevirtual(GraalPy.CONTEXT, "getBuiltins", MethodTypeDesc.of(MODULE));
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
