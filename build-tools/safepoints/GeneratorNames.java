package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/** Coroutines and asynchronous generators get the names that generators have. */
final class GeneratorNames implements Change {
  private static final String FACTORY_CLASS =
      GraalPy.OBJECTS + "generator/GeneratorBuiltinsFactory.class";
  private static final Set<String> CLASSES =
      Set.of(
          FACTORY_CLASS,
          GraalPy.OBJECTS + "generator/CoroutineBuiltins.class",
          GraalPy.OBJECTS + "asyncio/AsyncGeneratorBuiltins.class");

  private static final ClassDesc FACTORY =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.generator.GeneratorBuiltinsFactory");
  private static final ClassDesc NODE_FACTORY =
      ClassDesc.of("com.oracle.truffle.api.dsl.NodeFactory");
  private static final ClassDesc LIST = ClassDesc.of("java.util.List");
  private static final ClassDesc COLLECTION = ClassDesc.of("java.util.Collection");
  private static final ClassDesc ARRAY_LIST = ClassDesc.of("java.util.ArrayList");
  private static final MethodTypeDesc WITH_NAMES = MethodTypeDesc.of(LIST, LIST);

  @Override
  public Set<String> classes() {
    return CLASSES;
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    ClassModel model = classFile.parse(bytes);
    if (name.equals(FACTORY_CLASS)) {
      return classFile.transformClass(
          model,
          ClassTransform.endHandler(
              made ->
                  made.withMethodBody(
                      "withNames",
                      WITH_NAMES,
                      ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                      GeneratorNames::withNames)));
    }
    return classFile.transformClass(
        model,
        ClassTransform.transformingMethodBodies(
            method -> method.methodName().equalsString("getNodeFactories"),
            (code, element) -> {
              if (element instanceof ReturnInstruction) {
                code.invokestatic(FACTORY, "withNames", WITH_NAMES);
              }
              code.with(element);
            }));
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
