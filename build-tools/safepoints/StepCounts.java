package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Counts the steps of functions that are written in Python, if there is a guest in the process
 * whose steps are: that they begin, and each turn of their loops. Both at places where GraalPy
 * knows which function runs, so that the guest can be asked where it is.
 */
final class StepCounts {
  private static final String FUNCTION = GraalPy.NODES + "bytecode/PBytecodeRootNode.class";
  private static final String GENERATOR =
      GraalPy.NODES + "bytecode/PBytecodeGeneratorRootNode.class";
  private static final String RUNTIME = "com/oracle/graal/python/runtime/";

  static final List<Change> CHANGES =
      List.of(
          Insertion.after(
              Set.of(FUNCTION, GENERATOR),
              element ->
                  Insertion.isCall(
                      element, Set.of(RUNTIME + "ExecutionContext$CalleeContext"), "enter"),
              code -> count(code.aload(0)).pop()),
          // Where GraalPy looks for signals, before each jump back; the function is on the stack.
          Insertion.before(
              FUNCTION,
              "bytecodeLoop",
              element ->
                  Insertion.isCall(
                      element, Set.of(RUNTIME + "PythonContext"), "triggerAsyncActions"),
              StepCounts::count));

  private StepCounts() {}

  /** The node of the function is on the stack, and stays there. */
  private static CodeBuilder count(CodeBuilder code) {
    return code.invokestatic(
            GraalPy.ours("Steps"), "areCounted", MethodTypeDesc.of(ConstantDescs.CD_boolean))
        .ifThen(
            counted -> {
              counted.dup();
              CallDepth.loadCount(counted).invokevirtual(CallDepth.COUNT, "step", GraalPy.NOTHING);
            });
  }
}
