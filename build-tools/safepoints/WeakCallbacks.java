package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * GraalPy calls back for objects that are gone between any two steps of whatever Python code runs
 * then: a guest's function would run in the middle of trusted code, of the library's and of the
 * host's, which count on nobody. Here it waits for the guest's own.
 */
final class WeakCallbacks {
  private static final String ACTION =
      "com/oracle/graal/python/runtime/AsyncHandler$AsyncRunnable$1.class";

  static final Change CHANGE =
      Insertion.instead(
          Set.of(ACTION),
          "com/oracle/graal/python/runtime/PythonContext",
          "tryEnterAsyncHandler",
          WeakCallbacks::enterInGuestsCode);

  private WeakCallbacks() {}

  /** What is not entered GraalPy keeps until it comes by the next time. */
  private static void enterInGuestsCode(CodeBuilder code) {
    MethodTypeDesc question = MethodTypeDesc.ofDescriptor("()Z");
    CallDepth.loadCount(code.aconst_null())
        .invokevirtual(CallDepth.COUNT, "isInGuestsCode", question)
        .ifThenElse(
            inside -> inside.invokevirtual(GraalPy.CONTEXT, "tryEnterAsyncHandler", question),
            outside -> outside.pop().iconst_0());
  }
}
