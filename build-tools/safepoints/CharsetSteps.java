package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Has texts be encoded and decoded in steps, between which a guest can be stopped: all of a text is
 * one operation of Java's otherwise, where what can't be encoded is replaced or left out.
 */
final class CharsetSteps implements Change {
  private static final String MODULES = "com/oracle/graal/python/builtins/modules/";
  private static final String DECODER = "java/nio/charset/CharsetDecoder";
  private static final String ENCODER = "java/nio/charset/CharsetEncoder";
  private static final ClassDesc STEPS = GraalPy.ours("CharsetSteps");

  @Override
  public Set<String> classes() {
    return Set.of(
        MODULES + "CodecsModuleBuiltins$TruffleDecoder.class",
        MODULES + "CodecsModuleBuiltins$TruffleEncoder.class",
        MODULES + "cjkcodecs/MultibyteCodecState$Decoder.class",
        MODULES + "cjkcodecs/MultibyteCodecState$Encoder.class");
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    int[] count = {0};
    byte[] changed =
        classFile.transformClass(
            classFile.parse(bytes),
            ClassTransform.transformingMethodBodies(
                (code, element) -> {
                  if (isWhole(element)) {
                    InvokeInstruction whole = (InvokeInstruction) element;
                    MethodTypeDesc type = whole.typeSymbol();
                    code.invokestatic(
                        STEPS,
                        whole.name().stringValue(),
                        type.insertParameterTypes(0, whole.owner().asSymbol()));
                    count[0]++;
                  } else {
                    code.with(element);
                  }
                }));
    if (count[0] == 0) {
      throw new IllegalStateException("nothing is encoded or decoded in " + name);
    }
    return changed;
  }

  private static boolean isWhole(CodeElement element) {
    return Insertion.isCall(element, Set.of(DECODER), "decode")
        || Insertion.isCall(element, Set.of(ENCODER), "encode");
  }
}
