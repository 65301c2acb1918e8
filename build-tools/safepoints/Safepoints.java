package safepoints;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Where a guest can be stopped that is in the middle of a builtin: in every loop goes a look
 * whether it should be, before each jump back to its beginning.
 *
 * <p>Loops that neither call anything, nor hold other loops, nor fill an array are left alone: they
 * end soon, as a search does, and the JVM makes the most of them. So are some that every call and
 * every attribute goes through, and that the compiler unrolls: a constant says how often they run.
 */
final class Safepoints {
  private static final ClassDesc SAFEPOINT = GraalPy.ours("Safepoint");

  /** What guests' operations are made of. */
  private static final List<String> PACKAGES =
      List.of(
          "com/oracle/graal/python/builtins/",
          "com/oracle/graal/python/compiler/",
          "com/oracle/graal/python/lib/",
          "com/oracle/graal/python/nodes/",
          "com/oracle/graal/python/pegparser/",
          "com/oracle/graal/python/runtime/sequence/",
          "com/oracle/graal/python/runtime/formatting/",
          "com/oracle/graal/python/util/",
          "com/oracle/truffle/regex/",
          "com/oracle/truffle/api/strings/");

  /**
   * Their loops have safepoints of their own, or are those that the compiler puts better code for.
   */
  private static final List<String> LEFT_ALONE =
      List.of(
          "com/oracle/graal/python/nodes/bytecode/",
          "com/oracle/graal/python/nodes/bytecode_dsl/",
          "com/oracle/truffle/api/strings/TStringUnsafe");

  /** Where loops that the compiler unrolls are left alone. */
  private static final List<String> UNROLLED_IN =
      List.of("com/oracle/graal/python/nodes/", "com/oracle/graal/python/builtins/objects/");

  /**
   * Not there: a check of a class that calls itself, which tuples that hold each other twice make
   * endless. {@code isinstance} is such a one, too.
   */
  private static final String SUBCLASS_CHECK =
      "com/oracle/graal/python/nodes/classes/AbstractObjectIsSubclassNode";

  /** A method whose loops the compiler unrolls: they run as often as a constant says. */
  private static final String UNROLLED = "Lcom/oracle/truffle/api/nodes/ExplodeLoop;";

  /**
   * In this class the loops of {@code run...} are those that the compiler knows, over one text
   * each.
   */
  private static final String TEXT_OPERATIONS = "com/oracle/truffle/api/strings/TStringOps.class";

  private static final String TEXT_OPERATION = "run";

  /** In these methods are loops that only read, but do more for each byte than others. */
  private static final Map<String, Set<String>> SUMS =
      Map.of(
          "com/oracle/graal/python/util/PythonUtils.class",
          Set.of("crc32", "crcHqx"),
          GraalPy.OBJECTS + "bytes/BytesNodes$HashBufferNode.class",
          Set.of("computeHash"));

  /** HotSpot compiles no method that is longer. */
  private static final int LONGEST_COMPILED = 8000;

  private static final int CALL_LENGTH = 4;

  private Safepoints() {}

  /** Reports whether a class has what guests wait for. */
  static boolean areWanted(String name) {
    return name.endsWith(".class") && PACKAGES.stream().anyMatch(name::startsWith);
  }

  /** Returns a class with looks in its loops and checks of what it makes; itself if it has none. */
  static byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    ClassModel model = classFile.parse(bytes);
    Map<MethodModel, Map<Integer, Consumer<CodeBuilder>>> calls = new HashMap<>();
    for (MethodModel method : model.methods()) {
      boolean inLoops = !isLeftAlone(method, name) && !isOperationOnText(method, name);
      method
          .code()
          .map(code -> calls(code, inLoops, isSum(method, name)))
          .filter(found -> !found.isEmpty())
          .ifPresent(found -> calls.put(method, found));
    }
    if (calls.isEmpty()) {
      return bytes;
    }
    return classFile.transformClass(
        model,
        (classBuilder, element) -> {
          if (element instanceof MethodModel method && calls.containsKey(method)) {
            classBuilder.transformMethod(
                method, MethodTransform.transformingCode(put(calls.get(method))));
          } else {
            classBuilder.with(element);
          }
        });
  }

  private static boolean isOperationOnText(MethodModel method, String name) {
    return name.equals(TEXT_OPERATIONS)
        && method.methodName().stringValue().startsWith(TEXT_OPERATION);
  }

  private static boolean isSum(MethodModel method, String name) {
    return SUMS.getOrDefault(name, Set.of()).contains(method.methodName().stringValue());
  }

  private static boolean isLeftAlone(MethodModel method, String name) {
    return LEFT_ALONE.stream().anyMatch(name::startsWith)
        || UNROLLED_IN.stream().anyMatch(name::startsWith)
            && !name.startsWith(SUBCLASS_CHECK)
            && isUnrolled(method);
  }

  private static boolean isUnrolled(MethodModel method) {
    return method
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .filter(
            present ->
                present.annotations().stream()
                    .anyMatch(annotation -> annotation.className().equalsString(UNROLLED)))
        .isPresent();
  }

  private static CodeTransform put(Map<Integer, Consumer<CodeBuilder>> calls) {
    return CodeTransform.ofStateful(
        () -> {
          int[] place = {0};
          return (code, element) -> {
            Consumer<CodeBuilder> call = calls.get(place[0]++);
            if (call != null) {
              call.accept(code);
            }
            code.with(element);
          };
        });
  }

  /** Returns what is to be called before which elements of the code. */
  private static Map<Integer, Consumer<CodeBuilder>> calls(
      CodeModel code, boolean inLoops, boolean inEach) {
    List<CodeElement> elements = code.elementList();
    Map<Integer, Consumer<CodeBuilder>> calls = new HashMap<>();
    OperandSizes.checks(elements).forEach((place, check) -> calls.put(place, check::put));
    if (inLoops) {
      jumpsBack(elements, inEach).forEach(jump -> calls.put(jump, Safepoints::poll));
    }
    int length = ((CodeAttribute) code).codeLength();
    boolean growsTooLong =
        length <= LONGEST_COMPILED && length + CALL_LENGTH * calls.size() > LONGEST_COMPILED;
    return growsTooLong ? Map.of() : calls;
  }

  /** Looks whether the guest is to be stopped. */
  static void poll(CodeBuilder code) {
    code.invokestatic(SAFEPOINT, "poll", GraalPy.NOTHING);
  }

  /** Returns the places of the jumps to the beginning of loops that may take long, or of each. */
  private static Set<Integer> jumpsBack(List<CodeElement> elements, boolean ofEach) {
    Map<Label, Integer> places = new HashMap<>();
    Map<Integer, Integer> loops = new HashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      switch (elements.get(i)) {
        case LabelTarget target -> places.put(target.label(), i);
        case BranchInstruction jump when places.containsKey(jump.target()) ->
            loops.put(i, places.get(jump.target()));
        default -> {}
      }
    }
    return loops.entrySet().stream()
        .filter(
            loop ->
                ofEach
                    || mayBeLong(
                        elements.subList(loop.getValue(), loop.getKey()),
                        loop.getValue(),
                        loops.keySet()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Reports whether a loop calls something, holds another loop, or fills an array. */
  private static boolean mayBeLong(List<CodeElement> body, int start, Set<Integer> jumpsBack) {
    for (int i = 0; i < body.size(); i++) {
      if (jumpsBack.contains(start + i)
          || body.get(i) instanceof InvokeInstruction
          || body.get(i) instanceof InvokeDynamicInstruction
          || body.get(i) instanceof ArrayStoreInstruction) {
        return true;
      }
    }
    return false;
  }
}
