package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Counts the turns of loops that are written in Python, if there is a guest in the process whose
 * steps are: before each jump back, where GraalPy looks for signals.
 */
final class LoopTurns {
  private static final String LOOP = GraalPy.NODES + "bytecode/PBytecodeRootNode.class";

  static final Change CHANGE =
      Insertion.before(
          LOOP,
          "bytecodeLoop",
          element ->
              Insertion.isCall(
                  element,
                  Set.of("com/oracle/graal/python/runtime/PythonContext"),
                  "triggerAsyncActions"),
          LoopTurns::count);

  private LoopTurns() {}

  /** The node of the function is on the stack, and stays there. */
  private static void count(CodeBuilder code) {
    code.invokestatic(
            GraalPy.ours("Steps"), "areCounted", MethodTypeDesc.of(ConstantDescs.CD_boolean))
        .ifThen(
            counted -> {
              counted.dup();
              CallDepth.loadCount(counted).invokevirtual(CallDepth.COUNT, "turn", GraalPy.NOTHING);
            });
  }
}
