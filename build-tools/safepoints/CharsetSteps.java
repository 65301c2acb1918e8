package safepoints;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Has texts be encoded and decoded in steps, between which a guest can be stopped: all of a text is
 * one operation of Java's otherwise, where what can't be encoded is replaced or left out.
 */
final class CharsetSteps {
  private static final String MODULES = "com/oracle/graal/python/builtins/modules/";

  static final List<Change> CHANGES =
      List.of(
          inSteps("Decoder", "decode", "Ljava/nio/ByteBuffer;Ljava/nio/CharBuffer;"),
          inSteps("Encoder", "encode", "Ljava/nio/CharBuffer;Ljava/nio/ByteBuffer;"));

  private CharsetSteps() {}

  private static Change inSteps(String coder, String method, String buffers) {
    ClassDesc owner = ClassDesc.of("java.nio.charset.Charset" + coder);
    MethodTypeDesc type =
        MethodTypeDesc.ofDescriptor(
            "(" + owner.descriptorString() + buffers + "Z)Ljava/nio/charset/CoderResult;");
    return Insertion.instead(
        Set.of(
            MODULES + "CodecsModuleBuiltins$Truffle" + coder + ".class",
            MODULES + "cjkcodecs/MultibyteCodecState$" + coder + ".class"),
        "java/nio/charset/Charset" + coder,
        method,
        code -> code.invokestatic(GraalPy.ours("CharsetSteps"), method, type));
  }
}
