package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Map;
import java.util.Set;

/**
 * Counts builtins that call others for what an object holds, as a list's {@code repr()} does that
 * of its elements: no function of Python is between, so {@link CallDepth} hears nothing of them.
 */
final class BuiltinDepth implements Change {
  private static final String SLOTS = GraalPy.OBJECTS + "type/slots/TpSlot";
  private static final String PROXY = GraalPy.OBJECTS + "mappingproxy/MappingproxyBuiltins$";
  private static final String JSON = "com/oracle/graal/python/builtins/modules/json/";
  private static final String CALLS_BUILTIN = "call.*Builtin";

  /** The methods, as a regular expression, by their class. */
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry(SLOTS + "HashFun$CallSlotHashFunNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "Repr$CallSlotReprNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "UnaryFunc$CallSlotUnaryNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "RichCompare$CallSlotRichCmpNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "IterNext$CallSlotTpIterNextNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "DescrGet$CallSlotDescrGet.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "Varargs$CallVarargsTpSlotBaseNode.class", CALLS_BUILTIN),
          Map.entry(GraalPy.OBJECTS + "dict/DictReprBuiltin$ReprNode.class", "repr"),
          Map.entry(
              GraalPy.OBJECTS + "exception/BaseExceptionGroupBuiltins.class", "splitRecursive"),
          Map.entry(
              GraalPy.OBJECTS + "types/GenericAliasBuiltins$GetAttributeNode.class",
              "getattribute"),
          Map.entry(PROXY + "GetItemNode.class", "getItem"),
          Map.entry(PROXY + "GetNode.class", "get"),
          Map.entry(PROXY + "LenNode.class", "len"),
          Map.entry(PROXY + "ContainsNode.class", "run"),
          Map.entry(PROXY + "IterNode.class", "iter"),
          Map.entry(PROXY + "ReversedNode.class", "reversed"),
          Map.entry(PROXY + "ItemsNode.class", "items"),
          Map.entry(PROXY + "ValuesNode.class", "values"),
          Map.entry(PROXY + "CopyNode.class", "copy"),
          Map.entry(JSON + "JSONEncoderBuiltins$CallEncoderNode.class", "appendListObj"),
          Map.entry(JSON + "JSONScannerBuiltins$CallScannerNode.class", "scanOnceUnicode"));

  private static final String UNCOUNTED = "Uncounted";

  @Override
  public Set<String> classes() {
    return METHODS.keySet();
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    ClassModel model = classFile.parse(bytes);
    if (model.methods().stream().noneMatch(method -> isCounted(method, name))) {
      throw new IllegalStateException("nothing to count in " + name);
    }
    return classFile.transformClass(
        model,
        (classBuilder, element) -> {
          if (element instanceof MethodModel method && isCounted(method, name)) {
            int isStatic = method.flags().flagsMask() & ClassFile.ACC_STATIC;
            classBuilder.withMethod(
                method.methodName().stringValue() + UNCOUNTED,
                method.methodTypeSymbol(),
                ClassFile.ACC_PRIVATE | isStatic,
                method::forEach);
            classBuilder.withMethodBody(
                method.methodName().stringValue(),
                method.methodTypeSymbol(),
                method.flags().flagsMask(),
                code -> callCounted(code, model.thisClass().asSymbol(), method));
          } else {
            classBuilder.with(element);
          }
        });
  }

  private static boolean isCounted(MethodModel method, String name) {
    return method.methodName().stringValue().matches(METHODS.get(name));
  }

  private static void callCounted(CodeBuilder code, ClassDesc owner, MethodModel method) {
    int depth = code.allocateLocal(TypeKind.REFERENCE);
    loadNode(code, method);
    code.invokestatic(GraalPy.CONTEXT, "get", MethodTypeDesc.of(GraalPy.CONTEXT, GraalPy.NODE))
        .getfield(GraalPy.CONTEXT, CallDepth.FIELD, CallDepth.DEPTH)
        .dup()
        .astore(depth)
        .invokevirtual(CallDepth.DEPTH, "enterBuiltin", GraalPy.NOTHING)
        .trying(
            body -> {
              callUncounted(body, owner, method);
              body.aload(depth)
                  .invokevirtual(CallDepth.DEPTH, "leaveBuiltin", GraalPy.NOTHING)
                  .return_(TypeKind.from(method.methodTypeSymbol().returnType()));
            },
            handlers ->
                handlers.catchingAll(
                    handler ->
                        handler
                            .aload(depth)
                            .invokevirtual(CallDepth.DEPTH, "leaveBuiltin", GraalPy.NOTHING)
                            .athrow()));
  }

  /** What compiled code finds the context by, where the method has it. */
  private static void loadNode(CodeBuilder code, MethodModel method) {
    int node = method.methodTypeSymbol().parameterList().indexOf(GraalPy.NODE);
    if (node >= 0) {
      code.aload(code.parameterSlot(node));
    } else {
      code.aconst_null();
    }
  }

  private static void callUncounted(CodeBuilder code, ClassDesc owner, MethodModel method) {
    String uncounted = method.methodName().stringValue() + UNCOUNTED;
    MethodTypeDesc type = method.methodTypeSymbol();
    boolean isStatic = method.flags().has(AccessFlag.STATIC);
    if (!isStatic) {
      code.aload(0);
    }
    for (int i = 0; i < type.parameterCount(); i++) {
      code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
    }
    if (isStatic) {
      code.invokestatic(owner, uncounted, type);
    } else {
      code.invokespecial(owner, uncounted, type);
    }
  }
}
