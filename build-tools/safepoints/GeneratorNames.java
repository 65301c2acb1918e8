package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/** Coroutines and asynchronous generators get the names that generators have. */
final class GeneratorNames implements Change {
  private static final String FACTORY_CLASS =
      GraalPy.OBJECTS + "generator/GeneratorBuiltinsFactory.class";
  private static final ClassDesc FACTORY =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.generator.GeneratorBuiltinsFactory");
  private static final ClassDesc NODE_FACTORY =
      ClassDesc.of("com.oracle.truffle.api.dsl.NodeFactory");
  private static final ClassDesc LIST = ClassDesc.of("java.util.List");
  private static final ClassDesc COLLECTION = ClassDesc.of("java.util.Collection");
  private static final ClassDesc ARRAY_LIST = ClassDesc.of("java.util.ArrayList");
  private static final MethodTypeDesc WITH_NAMES = MethodTypeDesc.of(LIST, LIST);

  static final List<Change> CHANGES =
      List.of(
          new GeneratorNames(),
          named("generator/CoroutineBuiltins.class"),
          named("asyncio/AsyncGeneratorBuiltins.class"));

  private GeneratorNames() {}

  private static Change named(String builtins) {
    return Insertion.beforeReturn(
        GraalPy.OBJECTS + builtins,
        "getNodeFactories",
        code -> code.invokestatic(FACTORY, "withNames", WITH_NAMES));
  }

  @Override
  public Set<String> classes() {
    return Set.of(FACTORY_CLASS);
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    return classFile.transformClass(
        classFile.parse(bytes),
        ClassTransform.endHandler(
            made ->
                made.withMethodBody(
                    "withNames",
                    WITH_NAMES,
                    ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                    GeneratorNames::withNames)));
  }

  private static void withNames(CodeBuilder code) {
    code.new_(ARRAY_LIST)
        .dup()
        .aload(0)
        .invokespecial(ARRAY_LIST, "<init>", MethodTypeDesc.of(GraalPy.VOID, COLLECTION))
        .astore(1);
    for (String node : List.of("NameNodeFactory", "QualnameNodeFactory")) {
      code.aload(1)
          .invokestatic(FACTORY.nested(node), "getInstance", MethodTypeDesc.of(NODE_FACTORY))
          .invokevirtual(ARRAY_LIST, "add", MethodTypeDesc.ofDescriptor("(Ljava/lang/Object;)Z"))
          .pop();
    }
    code.aload(1).areturn();
  }
}
