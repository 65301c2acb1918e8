package safepoints;

import java.lang.constant.ClassDesc;

/**
 * Leaves compiled code where it is when a frame of a caller is looked for along the stack. GraalPy
 * throws the code away each time, which it expects to happen once; but callers that don't hand on
 * their frames, as host code, never learn to. After sixteen times the compiler gave a function up
 * for good, in all contexts of the engine: those that log, warn or make classes.
 */
final class CallerFrames {
  private static final String DIRECTIVES = "com/oracle/truffle/api/CompilerDirectives";

  static final Change CHANGE =
      Insertion.instead(
          GraalPy.NODES + "frame/ReadCallerFrameNode.class",
          "getCallerFrame",
          DIRECTIVES,
          "transferToInterpreterAndInvalidate",
          code ->
              code.invokestatic(
                  ClassDesc.ofInternalName(DIRECTIVES), "transferToInterpreter", GraalPy.NOTHING));

  private CallerFrames() {}
}
