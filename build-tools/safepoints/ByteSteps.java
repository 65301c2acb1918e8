package safepoints;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Has many bytes be hashed, and made by chance, in steps between which a guest can be stopped: all
 * of them are one operation of Java's otherwise.
 */
final class ByteSteps {
  private static final String MODULES = "com/oracle/graal/python/builtins/modules/";
  private static final String HASHES = MODULES + "hashlib/";

  static final List<Change> CHANGES =
      List.of(
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
          inSteps(
              Set.of(MODULES + "PosixModuleBuiltins$URandomNode.class"),
              "java/security/SecureRandom",
              "nextBytes",
              "[B"));

  private ByteSteps() {}

  private static Change inSteps(
      Set<String> classes, String owner, String method, String parameters) {
    ClassDesc called = ClassDesc.ofInternalName(owner);
    return Insertion.instead(
        classes,
        owner,
        method,
        code ->
            code.invokestatic(
                GraalPy.ours("ByteSteps"),
                method,
                MethodTypeDesc.ofDescriptor("(" + called.descriptorString() + parameters + ")V")));
  }
}
