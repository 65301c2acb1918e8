package safepoints;

/** Lets the guests begin before what compiles them does. */
final class CompilerThread {
  static final Change CHANGE =
      Insertion.atStart(
          "com/oracle/truffle/runtime/BackgroundCompileQueue$TruffleCompilerThreadFactory$1.class",
          "run",
          code -> code.invokestatic(GraalPy.ours("CompilerStart"), "await", GraalPy.NOTHING));

  private CompilerThread() {}
}
