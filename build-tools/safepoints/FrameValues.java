package safepoints;

import java.lang.classfile.Annotation;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
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
  private static final String COPY = "doSync";
  private static final String COPY_CALLED = "doSyncCalled";
  private static final ClassDesc CALLED =
      ClassDesc.of("com.oracle.truffle.api.CompilerDirectives$TruffleBoundary");
  private static final ClassDesc FRAME = ClassDesc.of("com.oracle.truffle.api.frame.Frame");
  private static final ClassDesc MATERIALIZED =
      ClassDesc.of("com.oracle.truffle.api.frame.MaterializedFrame");

  @Override
  public Set<String> classes() {
    return Set.of(NODE);
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    ClassModel model = classFile.parse(bytes);
    if (model.methods().stream().noneMatch(FrameValues::isCopy)) {
      throw new IllegalStateException("variables are not copied as they were in " + name);
    }
    return classFile.transformClass(
        model,
        (made, element) -> {
          if (!(element instanceof MethodModel method && isCopy(method))) {
            made.with(element);
            return;
          }
          MethodTypeDesc type = method.methodTypeSymbol();
          int flags = method.flags().flagsMask();
          made.withMethod(
              COPY_CALLED,
              type,
              flags,
              called -> {
                method.code().ifPresent(called::with);
                called.with(RuntimeVisibleAnnotationsAttribute.of(Annotation.of(CALLED)));
              });
          made.withMethodBody(
              COPY,
              type,
              flags,
              code ->
                  code.aload(0)
                      .aload(1)
                      .invokeinterface(FRAME, "materialize", MethodTypeDesc.of(MATERIALIZED))
                      .invokestatic(model.thisClass().asSymbol(), COPY_CALLED, type)
                      .return_());
        });
  }

  private static boolean isCopy(MethodModel method) {
    return method.methodName().equalsString(COPY);
  }
}
