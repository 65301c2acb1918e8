package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
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

  /** What calls an object of a class that has a {@code __call__}. */
  private static final String CALL_OF_OBJECT = SLOTS + "Varargs$CallSlotVarargsPythonNode.class";

  private static final ClassDesc CALL_SLOT =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.type.slots.TpSlot$TpSlotPythonSingle");
  private static final ClassDesc FUNCTION =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.function.PFunction");

  /** The methods, as a regular expression, by their class. */
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry(CALL_OF_OBJECT, "callPython"),
          Map.entry(SLOTS + "HashFun$CallSlotHashFunNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "Repr$CallSlotReprNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "UnaryFunc$CallSlotUnaryNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "RichCompare$CallSlotRichCmpNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "IterNext$CallSlotTpIterNextNode.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "DescrGet$CallSlotDescrGet.class", CALLS_BUILTIN),
          Map.entry(SLOTS + "Varargs$CallVarargsTpSlotBaseNode.class", CALLS_BUILTIN),
          Map.entry(GraalPy.OBJECTS + "dict/DictReprBuiltin$ReprNode.class", "repr"),
          Map.entry(GraalPy.OBJECTS + "dict/DictBuiltins$DispatchMissingNode.class", "missing"),
          Map.entry(
              GraalPy.OBJECTS + "iterator/SentinelIteratorBuiltins$NextNode.class", "doIterator"),
          Map.entry(
              GraalPy.OBJECTS + "method/AbstractMethodBuiltins$CallNode.class", "doItNonFunction"),
          Map.entry(GraalPy.OBJECTS + "itertools/StarmapBuiltins$NextNode.class", "nextPos"),
          Map.entry(GraalPy.OBJECTS + "types/GenericTypeNodes.class", "subsTvars"),
          Map.entry(
              "com/oracle/graal/python/builtins/modules/BuiltinFunctions$RecursiveBinaryCheckBaseNode.class",
              "callRecursiveWithNodeTruffleBoundary"),
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

  @Override
  public Set<String> classes() {
    return METHODS.keySet();
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    return Wrapping.apply(
        classFile,
        bytes,
        method -> method.methodName().stringValue().matches(METHODS.get(name)),
        name.equals(CALL_OF_OBJECT)
            ? BuiltinDepth::callFunctionOrCounted
            : BuiltinDepth::callCounted);
  }

  /** A function counts itself; anything else that a class has for {@code __call__} does not. */
  private static void callFunctionOrCounted(CodeBuilder code, Wrapping call) {
    code.aload(code.parameterSlot(call.type().parameterList().indexOf(CALL_SLOT)))
        .invokevirtual(CALL_SLOT, "getCallable", MethodTypeDesc.of(ConstantDescs.CD_Object))
        .instanceOf(FUNCTION)
        .ifThen(function -> call.call(function).areturn());
    callCounted(code, call);
  }

  private static void callCounted(CodeBuilder code, Wrapping builtin) {
    int depth = code.allocateLocal(TypeKind.REFERENCE);
    loadNode(code, builtin.type());
    CallDepth.loadCount(code)
        .dup()
        .astore(depth)
        .invokevirtual(CallDepth.COUNT, "enterBuiltin", GraalPy.NOTHING);
    builtin.callAndFinally(
        code,
        end -> end.aload(depth).invokevirtual(CallDepth.COUNT, "leaveBuiltin", GraalPy.NOTHING));
  }

  /** Most methods have a node among their parameters; without one the context is found, too. */
  private static void loadNode(CodeBuilder code, MethodTypeDesc type) {
    int node = type.parameterList().indexOf(GraalPy.NODE);
    if (node >= 0) {
      code.aload(code.parameterSlot(node));
    } else {
      code.aconst_null();
    }
  }
}
