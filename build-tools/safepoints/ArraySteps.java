package safepoints;

import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has arrays be filled, and bytes be found, in steps between which a guest can be stopped: all of
 * an array is one loop of Java's otherwise.
 */
final class ArraySteps {
  private static final String BYTES = GraalPy.OBJECTS + "bytes/";
  private static final String REPEAT = GraalPy.OBJECTS + "common/SequenceStorageNodes$RepeatNode";
  private static final String FIND = BYTES + "BytesNodes$FindNode";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String PART_OF_BYTES = "([BIIB)V";

  static final List<Change> CHANGES =
      Stream.of(
              Stream.of("[BB", "[ZZ", "[II", "[JJ", "[DD", "[" + OBJECT + OBJECT)
                  .map(parameters -> filledInSteps(REPEAT + ".class", "(" + parameters + ")V")),
              Stream.of("ZFill", "Center", "RJust", "LJust")
                  .map(
                      method ->
                          filledInSteps(
                              BYTES + "BytesCommonBuiltins$" + method + "Node.class",
                              PART_OF_BYTES)),
              Stream.of(
                  filledInSteps("com/oracle/graal/python/util/PythonUtils.class", PART_OF_BYTES),
                  foundInSteps("findElementForward", "find"),
                  foundInSteps("findElementReverse", "findReverse")))
          .flatMap(changes -> changes)
          .toList();

  private ArraySteps() {}

  private static Change filledInSteps(String type, String descriptor) {
    MethodTypeDesc fills = MethodTypeDesc.ofDescriptor(descriptor);
    return Insertion.instead(
        type,
        element ->
            Insertion.isCall(element, Set.of("java/util/Arrays"), "fill")
                && ((InvokeInstruction) element).typeSymbol().equals(fills),
        code -> code.invokestatic(GraalPy.ours("ArraySteps"), "fill", fills));
  }

  private static Change foundInSteps(String method, String inSteps) {
    return Insertion.instead(
        FIND + ".class",
        "findElement",
        FIND,
        method,
        GraalPy.call("ArraySteps", inSteps, "([BBII)I"));
  }
}
