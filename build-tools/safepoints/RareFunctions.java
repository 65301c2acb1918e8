package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/** Asks whether a function is worth to be compiled, before it is submitted to the compiler. */
final class RareFunctions {
  private static final String TARGET = "com/oracle/truffle/runtime/OptimizedCallTarget";
  private static final ClassDesc CALL_TARGET = ClassDesc.ofInternalName(TARGET);
  private static final ClassDesc ROOT = ClassDesc.of("com.oracle.truffle.api.nodes.RootNode");

  static final Change CHANGE =
      Insertion.before(
          TARGET + ".class",
          "compile",
          element -> Insertion.isCall(element, Set.of(TARGET), "acceptForCompilation"),
          RareFunctions::ask);

  private RareFunctions() {}

  /** On the stack is the function already; it is asked again when it is called the next time. */
  private static void ask(CodeBuilder code) {
    code.aload(0)
        .invokevirtual(CALL_TARGET, "getRootNode", MethodTypeDesc.of(ROOT))
        .aload(0)
        .invokevirtual(CALL_TARGET, "getCallCount", MethodTypeDesc.of(ConstantDescs.CD_int))
        .invokestatic(
            GraalPy.ours("RareFunctions"),
            "isRare",
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ROOT, ConstantDescs.CD_int))
        .ifThen(rare -> rare.pop().iconst_0().ireturn());
  }
}
