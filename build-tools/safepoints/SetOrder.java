package safepoints;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What GraalPy's maps are given so that sets can be arranged: each keeps what is known of the table
 * that CPython would have.
 */
final class SetOrder implements Change {
  private static final String MAP_CLASS = GraalPy.OBJECTS + "common/ObjectHashMap.class";
  private static final String MAP_STORAGE_CLASS =
      GraalPy.OBJECTS + "common/EconomicMapStorage.class";
  private static final String STORAGE_CLASS = GraalPy.OBJECTS + "common/HashingStorage.class";
  private static final String ADD_ALL_CLASS =
      GraalPy.OBJECTS + "common/HashingStorageNodes$HashingStorageAddAllToOther.class";
  private static final String TUPLE_CLASS = GraalPy.OBJECTS + "tuple/PTuple.class";
  private static final Set<String> CLASSES =
      Set.of(MAP_CLASS, MAP_STORAGE_CLASS, STORAGE_CLASS, TUPLE_CLASS);

  /** What walks through sets, shows them, copies them and puts them together. */
  private static final Set<String> WALKING =
      Stream.of(
              Stream.of(GraalPy.NODES + "argument/positional/ExecutePositionalStarargsNode.class"),
              Stream.of("BaseIter", "BaseRepr", "And", "Or", "Sub", "Xor")
                  .map(name -> setNode("BaseSetBuiltins", name)),
              Stream.of("Copy", "Difference", "Intersect", "SymmetricDifference", "Union")
                  .flatMap(
                      name ->
                          Stream.of(
                              setNode("SetBuiltins", name), setNode("FrozenSetBuiltins", name))))
          .flatMap(classes -> classes)
          .collect(Collectors.toUnmodifiableSet());

  private static final String ARRANGE = "arrangeAsSet";
  private static final String ARRANGE_FOR_POP = "arrangeForPop";
  private static final String MERGE = "mergeAsSet";

  private static final String KEEP = "keepSetTable";
  private static final ClassDesc SET =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.set.PSet");
  private static final String PACKAGE = "com.oracle.graal.python.builtins.objects.common.";
  private static final ClassDesc MAP = ClassDesc.of(PACKAGE + "ObjectHashMap");
  private static final ClassDesc MAP_STORAGE = ClassDesc.of(PACKAGE + "EconomicMapStorage");
  private static final ClassDesc STORAGE = ClassDesc.of(PACKAGE + "HashingStorage");
  private static final ClassDesc TUPLE =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.tuple.PTuple");
  private static final String SEQUENCES = "com.oracle.graal.python.runtime.sequence.storage.";
  private static final ClassDesc SEQUENCE = ClassDesc.of(SEQUENCES + "SequenceStorage");
  private static final ClassDesc ARRAY_SEQUENCE =
      ClassDesc.of(SEQUENCES + "ArrayBasedSequenceStorage");
  private static final ClassDesc OBJECT = ClassDesc.of("java.lang.Object");
  private static final ClassDesc MEMBERS = GraalPy.ours("SetTable$Members");
  private static final ClassDesc TABLE = GraalPy.ours("SetTable");
  private static final MethodTypeDesc MERGES =
      MethodTypeDesc.ofDescriptor("(" + STORAGE.descriptorString() + ")V");
  private static final ClassDesc INTS = ClassDesc.ofDescriptor("[I");
  private static final ClassDesc LONGS = ClassDesc.ofDescriptor("[J");
  private static final ClassDesc OBJECT_ARRAY = ClassDesc.ofDescriptor("[Ljava/lang/Object;");
  private static final ClassDesc INT = ClassDesc.ofDescriptor("I");
  private static final ClassDesc BOOLEAN = ClassDesc.ofDescriptor("Z");
  private static final String KEPT = "setTable";

  static final List<Change> CHANGES =
      List.of(
          new SetOrder(),
          Insertion.beforeReturn(MAP_CLASS, "copy", SetOrder::copied),
          Insertion.beforeReturn(MAP_CLASS, "clear", SetOrder::cleared),
          Insertion.atStart(
              ADD_ALL_CLASS,
              "doIt",
              code -> code.aload(3).aload(2).invokevirtual(STORAGE, MERGE, MERGES)),
          walk(WALKING, ARRANGE),
          walk(Set.of(setNode("SetBuiltins", "Pop")), ARRANGE_FOR_POP),
          Insertion.before(
              Set.of(setNode("SetBuiltins", "ISub"), setNode("SetBuiltins", "DifferenceUpdate")),
              element ->
                  element instanceof InvokeInstruction invoked
                      && invoked.name().equalsString("setDictStorage"),
              SetOrder::keepTable));

  private SetOrder() {}

  @Override
  public Set<String> classes() {
    return CLASSES;
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    return classFile.transformClass(
        classFile.parse(bytes),
        ClassTransform.endHandler(
            switch (name) {
              case MAP_CLASS -> SetOrder::map;
              case MAP_STORAGE_CLASS -> SetOrder::mapStorage;
              case TUPLE_CLASS -> SetOrder::tuple;
              default -> SetOrder::storage;
            }));
  }

  private static String setNode(String builtins, String name) {
    return GraalPy.OBJECTS + "set/" + builtins + "$" + name + "Node.class";
  }

  /**
   * Has the storage of a set be arranged where the set is walked through, which is right after it
   * was got.
   */
  private static Change walk(Set<String> types, String method) {
    return Insertion.after(
        types,
        SetOrder::isStorage,
        code -> code.dup().invokevirtual(STORAGE, method, GraalPy.NOTHING));
  }

  /** Reports whether it is a set's storage that is got. */
  private static boolean isStorage(CodeElement element) {
    return element instanceof InvokeInstruction invoked
        && invoked.owner().asInternalName().endsWith("Set")
        && invoked.name().equalsString("getDictStorage");
  }

  /** A set that gets a new storage for having lost some of what it holds keeps its table. */
  private static void keepTable(CodeBuilder code) {
    code.dup2()
        .swap()
        .invokevirtual(SET, "getDictStorage", MethodTypeDesc.of(STORAGE))
        .invokevirtual(STORAGE, KEEP, MERGES);
  }

  private static void map(ClassBuilder made) {
    made.withField(KEPT, TABLE, 0);
    made.withMethodBody(ARRANGE, GraalPy.NOTHING, 0, code -> arrange(code, "arranged", true));
    made.withMethodBody(
        ARRANGE_FOR_POP, GraalPy.NOTHING, 0, code -> arrange(code, "arrangedForPop", false));
  }

  private static void copied(CodeBuilder code) {
    load(code.dup(), 0, KEPT, "usedHashes", "size")
        .invokestatic(TABLE, "copied", MethodTypeDesc.of(TABLE, TABLE, INT, INT))
        .putfield(MAP, KEPT, TABLE);
  }

  private static void cleared(CodeBuilder code) {
    code.aload(0).aconst_null().putfield(MAP, KEPT, TABLE);
  }

  private static final Map<String, ClassDesc> FIELDS =
      Map.of(
          KEPT,
          TABLE,
          "indices",
          INTS,
          "hashes",
          LONGS,
          "keysAndValues",
          OBJECT_ARRAY,
          "usedHashes",
          INT,
          "size",
          INT);

  /** Puts fields of the map in a local variable on the stack. */
  private static CodeBuilder load(CodeBuilder code, int map, String... fields) {
    for (String field : fields) {
      code.aload(map).getfield(MAP, field, FIELDS.get(field));
    }
    return code;
  }

  private static void arrange(CodeBuilder code, String method, boolean once) {
    if (once) {
      load(code, 0, KEPT, "usedHashes", "size")
          .invokestatic(TABLE, "isArranged", MethodTypeDesc.of(BOOLEAN, TABLE, INT, INT))
          .ifThen(CodeBuilder::return_);
    }
    load(code, 0, KEPT, "indices", "hashes", "keysAndValues", "usedHashes", "size")
        .invokestatic(
            TABLE, method, MethodTypeDesc.of(TABLE, TABLE, INTS, LONGS, OBJECT_ARRAY, INT, INT))
        .astore(1)
        .aload(1)
        .invokevirtual(TABLE, "isChanged", MethodTypeDesc.of(BOOLEAN))
        .ifThen(
            changed ->
                changed
                    .aload(0)
                    .aload(1)
                    .invokevirtual(TABLE, "indices", MethodTypeDesc.of(INTS))
                    .putfield(MAP, "indices", INTS)
                    .aload(0)
                    .aload(1)
                    .invokevirtual(TABLE, "hashes", MethodTypeDesc.of(LONGS))
                    .putfield(MAP, "hashes", LONGS)
                    .aload(0)
                    .aload(1)
                    .invokevirtual(TABLE, "keysAndValues", MethodTypeDesc.of(OBJECT_ARRAY))
                    .putfield(MAP, "keysAndValues", OBJECT_ARRAY))
        .aload(0)
        .aload(1)
        .invokevirtual(TABLE, "settled", MethodTypeDesc.of(TABLE))
        .putfield(MAP, KEPT, TABLE)
        .return_();
  }

  private static void mapStorage(ClassBuilder made) {
    addMethods(
        made,
        method ->
            code ->
                code.aload(0)
                    .getfield(MAP_STORAGE, "map", MAP)
                    .invokevirtual(MAP, method, GraalPy.NOTHING)
                    .return_(),
        SetOrder::merge,
        SetOrder::keep);
  }

  /** Lets tables look into tuples. */
  private static void tuple(ClassBuilder made) {
    made.withInterfaceSymbols(MEMBERS);
    made.withMethodBody(
        "members",
        MethodTypeDesc.of(OBJECT),
        ClassFile.ACC_PUBLIC,
        code ->
            code.aload(0)
                .getfield(TUPLE, "store", SEQUENCE)
                .instanceOf(ARRAY_SEQUENCE)
                .ifThenElse(
                    array ->
                        array
                            .aload(0)
                            .getfield(TUPLE, "store", SEQUENCE)
                            .checkcast(ARRAY_SEQUENCE)
                            .invokevirtual(
                                ARRAY_SEQUENCE, "getInternalArrayObject", MethodTypeDesc.of(OBJECT))
                            .areturn(),
                    other -> other.aload(0).areturn()));
  }

  /** Storages of other kinds have no order. */
  private static void storage(ClassBuilder made) {
    addMethods(made, method -> CodeBuilder::return_, CodeBuilder::return_, CodeBuilder::return_);
  }

  private static void addMethods(
      ClassBuilder made,
      Function<String, Consumer<CodeBuilder>> arrange,
      Consumer<CodeBuilder> merge,
      Consumer<CodeBuilder> keep) {
    for (String method : List.of(ARRANGE, ARRANGE_FOR_POP)) {
      made.withMethodBody(method, GraalPy.NOTHING, ClassFile.ACC_PUBLIC, arrange.apply(method));
    }
    made.withMethodBody(MERGE, MERGES, ClassFile.ACC_PUBLIC, merge);
    made.withMethodBody(KEEP, MERGES, ClassFile.ACC_PUBLIC, keep);
  }

  /** Notes that another map is to be put into this one. */
  private static void merge(CodeBuilder code) {
    code.aload(1)
        .instanceOf(MAP_STORAGE)
        .ifThen(
            known ->
                known
                    .aload(0)
                    .getfield(MAP_STORAGE, "map", MAP)
                    .dup()
                    .getfield(MAP, KEPT, TABLE)
                    .aload(0)
                    .getfield(MAP_STORAGE, "map", MAP)
                    .getfield(MAP, "usedHashes", INT)
                    .aload(1)
                    .checkcast(MAP_STORAGE)
                    .getfield(MAP_STORAGE, "map", MAP)
                    .getfield(MAP, "size", INT)
                    .invokestatic(TABLE, "merging", MethodTypeDesc.of(TABLE, TABLE, INT, INT))
                    .putfield(MAP, KEPT, TABLE))
        .return_();
  }

  private static void keep(CodeBuilder code) {
    code.aload(1)
        .instanceOf(MAP_STORAGE)
        .ifThen(
            known -> {
              known.aload(0).getfield(MAP_STORAGE, "map", MAP);
              known.aload(1).checkcast(MAP_STORAGE).getfield(MAP_STORAGE, "map", MAP).astore(2);
              load(known, 2, KEPT, "hashes", "keysAndValues", "usedHashes", "size")
                  .invokestatic(
                      TABLE,
                      "lessened",
                      MethodTypeDesc.of(TABLE, TABLE, LONGS, OBJECT_ARRAY, INT, INT))
                  .putfield(MAP, KEPT, TABLE);
            })
        .return_();
  }
}
