package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the calls of functions of Python: how many have begun and not ended. Each context has a
 * count of its own, made with it.
 */
final class CallDepth implements Change {
  /** What runs a function of Python, and what runs a generator from one yield to the next. */
  private static final Set<String> COUNTED =
      Set.of(
          "com/oracle/graal/python/nodes/bytecode/PBytecodeRootNode.class",
          "com/oracle/graal/python/nodes/bytecode/PBytecodeGeneratorRootNode.class");

  private static final String EXECUTE = "execute";
  private static final String EXECUTE_UNCOUNTED = "executeUncounted";
  private static final MethodTypeDesc EXECUTE_TYPE =
      MethodTypeDesc.ofDescriptor(
          "(Lcom/oracle/truffle/api/frame/VirtualFrame;)Ljava/lang/Object;");
  private static final MethodTypeDesc ENTER =
      MethodTypeDesc.ofDescriptor("(Lcom/oracle/truffle/api/nodes/RootNode;)V");
  static final ClassDesc DEPTH = GraalPy.ours("RecursionDepth");
  static final String FIELD = "recursionDepth";
  private static final String CONTEXT_CLASS = "com/oracle/graal/python/runtime/PythonContext.class";
  private static final String CONTEXT_SUPER_CLASS = "com/oracle/graal/python/builtins/Python3Core";

  @Override
  public Set<String> classes() {
    return Stream.concat(COUNTED.stream(), Stream.of(CONTEXT_CLASS))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    if (name.equals(CONTEXT_CLASS)) {
      return withCount(classFile, bytes);
    }
    ClassModel model = classFile.parse(bytes);
    return classFile.transformClass(
        model,
        (classBuilder, element) -> {
          if (element instanceof MethodModel method
              && method.methodName().equalsString(EXECUTE)
              && method.methodTypeSymbol().equals(EXECUTE_TYPE)) {
            classBuilder.withMethod(
                EXECUTE_UNCOUNTED, EXECUTE_TYPE, ClassFile.ACC_PRIVATE, method::forEach);
            classBuilder.withMethodBody(
                EXECUTE,
                EXECUTE_TYPE,
                ClassFile.ACC_PUBLIC,
                code -> callCounted(code, model.thisClass().asSymbol()));
          } else {
            classBuilder.with(element);
          }
        });
  }

  private static void callCounted(CodeBuilder code, ClassDesc owner) {
    int depth = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(0)
        .invokestatic(GraalPy.CONTEXT, "get", MethodTypeDesc.of(GraalPy.CONTEXT, GraalPy.NODE))
        .getfield(GraalPy.CONTEXT, FIELD, DEPTH)
        .dup()
        .astore(depth)
        .aload(0)
        .invokevirtual(DEPTH, "enter", ENTER)
        .trying(
            body ->
                body.aload(0)
                    .aload(1)
                    .invokevirtual(owner, EXECUTE_UNCOUNTED, EXECUTE_TYPE)
                    .aload(depth)
                    .invokevirtual(DEPTH, "leave", GraalPy.NOTHING)
                    .areturn(),
            handlers ->
                handlers.catchingAll(
                    handler ->
                        handler
                            .aload(depth)
                            .invokevirtual(DEPTH, "leave", GraalPy.NOTHING)
                            .athrow()));
  }

  /** Gives each context a count of calls, made with it. */
  private static byte[] withCount(ClassFile classFile, byte[] bytes) {
    return classFile.transformClass(
        classFile.parse(bytes),
        ClassTransform.endHandler(
                end -> end.withField(FIELD, DEPTH, ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL))
            .andThen(
                ClassTransform.transformingMethodBodies(
                    method -> method.methodName().equalsString("<init>"), new CountMade())));
  }

  /** Puts a new count into the field right after the constructor of the superclass. */
  private static final class CountMade implements CodeTransform {
    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
      if (element instanceof InvokeInstruction call && isSuperConstructor(call)) {
        code.aload(0)
            .new_(DEPTH)
            .dup()
            .invokespecial(DEPTH, "<init>", GraalPy.NOTHING)
            .putfield(GraalPy.CONTEXT, FIELD, DEPTH);
      }
    }

    private static boolean isSuperConstructor(InvokeInstruction call) {
      return call.name().equalsString("<init>")
          && call.owner().asInternalName().equals(CONTEXT_SUPER_CLASS);
    }
  }
}
