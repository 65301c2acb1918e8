package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

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

  /**
   * What the guards have said of a class: nobody is asked before attributes of the guest's own are
   * set.
   */
  private static final String WHOSE = "whoseForGuards";

  /** It is the guest's own, and its objects need no guard, see {@link PlainObjects}. */
  private static final int PLAIN = 2;

  private static final ClassDesc GUARD = GraalPy.ours("MadeClasses");
  static final ClassDesc CLASS =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.type.PythonClass");
  private static final ClassDesc SLOTS =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.type.TpSlots");

  static final List<Change> CHANGES =
      List.of(
          new AddedField(CLASS_FILE, WHOSE, ConstantDescs.CD_int, 0),
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
            GUARD, "made", MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;Ljava/lang/Object;)I"))
        .putfield(CLASS, WHOSE, ConstantDescs.CD_int);
  }

  /**
   * Takes a class that Python code made from the stack, and goes on so if its objects are plain.
   */
  static void ifPlain(CodeBuilder code, Consumer<CodeBuilder.BlockCodeBuilder> then) {
    code.getfield(CLASS, WHOSE, ConstantDescs.CD_int)
        .loadConstant(PLAIN)
        .ifThen(Opcode.IF_ICMPEQ, then);
  }

  private static void checkSetting(CodeBuilder code) {
    code.aload(OBJECT)
        .instanceOf(CLASS)
        .ifThen(
            ofPython ->
                ofPython
                    .aload(OBJECT)
                    .checkcast(CLASS)
                    .getfield(CLASS, WHOSE, ConstantDescs.CD_int)
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
