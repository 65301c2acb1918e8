package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
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

  private static final MethodTypeDesc EXECUTE =
      MethodTypeDesc.ofDescriptor(
          "(Lcom/oracle/truffle/api/frame/VirtualFrame;)Ljava/lang/Object;");
  private static final MethodTypeDesc ENTER =
      MethodTypeDesc.ofDescriptor("(Lcom/oracle/truffle/api/nodes/RootNode;)V");
  static final ClassDesc COUNT = GraalPy.ours("RecursionDepth");
  private static final String FIELD = "recursionDepth";
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
    return Wrapping.apply(
        classFile,
        bytes,
        method ->
            method.methodName().equalsString("execute")
                && method.methodTypeSymbol().equals(EXECUTE),
        CallDepth::callCounted);
  }

  private static void callCounted(CodeBuilder code, Wrapping function) {
    int depth = code.allocateLocal(TypeKind.REFERENCE);
    code.aload(0);
    loadCount(code).dup().astore(depth).aload(0).invokevirtual(COUNT, "enter", ENTER);
    function.callAndFinally(
        code, end -> end.aload(depth).invokevirtual(COUNT, "leave", GraalPy.NOTHING));
  }

  /** Puts the count of the context in the place of a node, by which compiled code finds it. */
  static CodeBuilder loadCount(CodeBuilder code) {
    return code.invokestatic(
            GraalPy.CONTEXT, "get", MethodTypeDesc.of(GraalPy.CONTEXT, GraalPy.NODE))
        .getfield(GraalPy.CONTEXT, FIELD, COUNT);
  }

  /** Gives each context a count of calls, made with it right after its superclass is. */
  private static byte[] withCount(ClassFile classFile, byte[] bytes) {
    byte[] counting =
        Insertion.after(
                Set.of(CONTEXT_CLASS),
                element -> Insertion.isCall(element, Set.of(CONTEXT_SUPER_CLASS), "<init>"),
                CallDepth::makeCount)
            .apply(classFile, bytes, CONTEXT_CLASS);
    return new AddedField(CONTEXT_CLASS, FIELD, COUNT, ClassFile.ACC_FINAL)
        .apply(classFile, counting, CONTEXT_CLASS);
  }

  private static void makeCount(CodeBuilder code) {
    code.aload(0)
        .new_(COUNT)
        .dup()
        .invokespecial(COUNT, "<init>", GraalPy.NOTHING)
        .putfield(GraalPy.CONTEXT, FIELD, COUNT);
  }
}
