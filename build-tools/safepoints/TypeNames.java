package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Has some types say the names and the modules that they say in CPython. */
final class TypeNames implements Change {
  private static final String TYPES =
      "com/oracle/graal/python/builtins/PythonBuiltinClassType.class";
  private static final ClassDesc BUILDER = GraalPy.TYPES.nested("TypeBuilder");
  private static final ClassDesc STRING = ClassDesc.of("java.lang.String");

  /** By what GraalPy calls the type itself. */
  private static final Map<String, String> MODULES =
      Map.of("StructError", "struct", "POrderedDict", "collections", "PReferenceType", "weakref");

  /** Likewise; the others have their right names. */
  private static final Map<String, String> NAMES = Map.of("StructError", "error");

  @Override
  public Set<String> classes() {
    return Set.of(TYPES);
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    Naming naming = new Naming();
    byte[] changed =
        classFile.transformClass(
            classFile.parse(bytes),
            ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString("<clinit>"), naming));
    if (!naming.named.equals(MODULES.keySet())) {
      throw new IllegalStateException("of " + MODULES + " only found " + naming.named);
    }
    return changed;
  }

  /**
   * Each type is made of what GraalPy calls it, a number, its name, its base and a builder, in this
   * order.
   */
  private static final class Naming implements CodeTransform {
    private final Set<String> named = new HashSet<>();

    /** The type that is being made; "" once its builder is there. */
    private String type = "";

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof ConstantInstruction constant
          && constant.constantValue() instanceof String text) {
        if (type.isEmpty() && MODULES.containsKey(text)) {
          type = text;
        } else if (NAMES.containsKey(type)) {
          code.ldc(NAMES.get(type));
          return;
        }
      }
      code.with(element);
      if (!type.isEmpty()
          && element instanceof InvokeInstruction call
          && call.name().equalsString("newBuilder")) {
        code.ldc(MODULES.get(type))
            .invokevirtual(BUILDER, "moduleName", MethodTypeDesc.of(BUILDER, STRING));
        named.add(type);
        type = "";
      }
    }
  }
}
