package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Has many bytes be hashed, summed up, compressed once more, and made by chance, in steps between
 * which a guest can be stopped: all of them are one operation of Java's otherwise.
 */
final class ByteSteps {
  private static final String MODULES = "com/oracle/graal/python/builtins/modules/";
  private static final String HASHES = MODULES + "hashlib/";

  private static final String COMPRESSION = MODULES + "zlib/";

  static final List<Change> CHANGES =
      List.of(
          checksumInSteps("Crc32Node", "CRC32"),
          checksumInSteps("Adler32Node", "Adler32"),
          Insertion.instead(
              COMPRESSION + "JavaCompress.class",
              "copy",
              "java/util/zip/Deflater",
              "deflate",
              code -> call(code, "deflate", "(Ljava/util/zip/Deflater;[B)I")),
          inSteps(
              Set.of(
                  HASHES + "DigestObject$MessageDigestObject.class",
                  HASHES + "HashlibModuleBuiltins$CreateDigestNode.class"),
              "java/security/MessageDigest",
              "update",
              "[BII"),
          inSteps(
              Set.of(
                  HASHES + "DigestObject$MacDigestObject.class",
                  HASHES + "HashlibModuleBuiltins.class"),
              "javax/crypto/Mac",
              "update",
              "[BII"),
          Insertion.instead(
              HASHES + "HashlibModuleBuiltins.class",
              "createMac",
              "javax/crypto/Mac",
              "init",
              code -> call(code, "init", "(Ljavax/crypto/Mac;Ljava/security/Key;)V")),
          inSteps(
              Set.of(MODULES + "PosixModuleBuiltins$URandomNode.class"),
              "java/security/SecureRandom",
              "nextBytes",
              "[B"));

  private ByteSteps() {}

  private static Change checksumInSteps(String node, String sum) {
    return Insertion.instead(
        Set.of(COMPRESSION + "ZLibModuleBuiltins$" + node + ".class"),
        "java/util/zip/" + sum,
        "update",
        code -> call(code, "update", "(Ljava/util/zip/Checksum;[B)V"));
  }

  private static Change inSteps(
      Set<String> classes, String owner, String method, String parameters) {
    ClassDesc called = ClassDesc.ofInternalName(owner);
    return Insertion.instead(
        classes,
        owner,
        method,
        code -> call(code, method, "(" + called.descriptorString() + parameters + ")V"));
  }

  private static void call(CodeBuilder code, String method, String type) {
    code.invokestatic(GraalPy.ours("ByteSteps"), method, MethodTypeDesc.ofDescriptor(type));
  }
}
