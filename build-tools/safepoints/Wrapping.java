package safepoints;

import java.lang.classfile.Annotation;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Methods that get another body, which calls what they were: that is kept beside them under a name
 * of its own.
 */
final class Wrapping {
  private static final String KEPT = "Unwrapped";
  private static final ClassDesc CALLED =
      ClassDesc.of("com.oracle.truffle.api.CompilerDirectives$TruffleBoundary");

  private final ClassDesc owner;
  private final MethodModel method;

  private Wrapping(ClassDesc owner, MethodModel method) {
    this.owner = owner;
    this.method = method;
  }

  /** Writes the new body of one of the methods. */
  interface Body {
    void write(CodeBuilder code, Wrapping wrapping);
  }

  /**
   * Returns the class with all such methods wrapped.
   *
   * @throws IllegalStateException when it has none
   */
  static byte[] apply(ClassFile classFile, byte[] bytes, Predicate<MethodModel> wanted, Body body) {
    return apply(classFile, bytes, wanted, body, (kept, method) -> method.forEach(kept));
  }

  /** The same, but what the methods were is called by compiled code, and not compiled with it. */
  static byte[] applyAndCall(
      ClassFile classFile, byte[] bytes, Predicate<MethodModel> wanted, Body body) {
    return apply(
        classFile,
        bytes,
        wanted,
        body,
        (kept, method) -> {
          method.code().ifPresent(kept::with);
          kept.with(RuntimeVisibleAnnotationsAttribute.of(Annotation.of(CALLED)));
        });
  }

  private static byte[] apply(
      ClassFile classFile,
      byte[] bytes,
      Predicate<MethodModel> wanted,
      Body body,
      BiConsumer<MethodBuilder, MethodModel> keep) {
    ClassModel model = classFile.parse(bytes);
    if (model.methods().stream().noneMatch(wanted)) {
      throw new IllegalStateException("no method to wrap in " + model.thisClass().asInternalName());
    }
    return classFile.transformClass(
        model,
        (made, element) -> {
          if (element instanceof MethodModel method && wanted.test(method)) {
            Wrapping wrapping = new Wrapping(model.thisClass().asSymbol(), method);
            made.withMethod(
                wrapping.kept(),
                wrapping.type(),
                ClassFile.ACC_PRIVATE | method.flags().flagsMask() & ClassFile.ACC_STATIC,
                kept -> keep.accept(kept, method));
            made.withMethodBody(
                method.methodName().stringValue(),
                wrapping.type(),
                method.flags().flagsMask(),
                code -> body.write(code, wrapping));
          } else {
            made.with(element);
          }
        });
  }

  /** The parameters and the result of the method, without the object that it is called of. */
  MethodTypeDesc type() {
    return method.methodTypeSymbol();
  }

  private String kept() {
    return method.methodName().stringValue() + KEPT;
  }

  /** Calls what the method was, with all that it was called with; the result is on the stack. */
  CodeBuilder call(CodeBuilder code) {
    boolean isStatic = method.flags().has(AccessFlag.STATIC);
    if (!isStatic) {
      code.aload(0);
    }
    for (int i = 0; i < type().parameterCount(); i++) {
      code.loadLocal(TypeKind.from(type().parameterType(i)), code.parameterSlot(i));
    }
    return isStatic
        ? code.invokestatic(owner, kept(), type())
        : code.invokespecial(owner, kept(), type());
  }

  /** Calls what the method was, and does something more when it has ended, however it did. */
  void callAndFinally(CodeBuilder code, Consumer<CodeBuilder> more) {
    code.trying(
        body -> {
          call(body);
          more.accept(body);
          body.return_(TypeKind.from(type().returnType()));
        },
        handlers ->
            handlers.catchingAll(
                handler -> {
                  more.accept(handler);
                  handler.athrow();
                }));
  }
}
