package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Has compiled code call what copies the variables of a function for whoever looks at its frame.
 * GraalPy has the compiler unroll that loop, also where it can't know how often it runs, which is
 * in each function of 32 variables and more: it unrolled ten thousand times, gave up, and had taken
 * seconds of its thread and hundreds of megabytes of the heap by then, at the guest's bidding and
 * on nobody's account. No other function was compiled meanwhile.
 */
final class FrameValues implements Change {
  private static final String NODE =
      GraalPy.NODES + "frame/MaterializeFrameNode$SyncFrameValuesNode.class";
  private static final ClassDesc FRAME = ClassDesc.of("com.oracle.truffle.api.frame.Frame");
  private static final MethodTypeDesc MATERIALIZED =
      MethodTypeDesc.ofDescriptor("()Lcom/oracle/truffle/api/frame/MaterializedFrame;");

  /** The parameter of the method that the variables are copied from. */
  private static final int FROM = 1;

  @Override
  public Set<String> classes() {
    return Set.of(NODE);
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    return Wrapping.applyAndCall(
        classFile,
        bytes,
        method -> method.methodName().equalsString("doSync"),
        (code, copy) ->
            copy.call(
                    code.aload(FROM)
                        .invokeinterface(FRAME, "materialize", MATERIALIZED)
                        .astore(FROM))
                .return_());
  }
}
