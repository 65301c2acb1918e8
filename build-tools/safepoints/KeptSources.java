package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Tells of each source that GraalPy makes of text or of bytes, so that it can be kept for the next
 * guest.
 */
final class KeptSources {
  private static final ClassDesc SOURCE = ClassDesc.of("com.oracle.truffle.api.source.Source");
  private static final String BUILDER = "com/oracle/truffle/api/source/Source$LiteralBuilder";

  static final List<Change> CHANGES =
      List.of(
          Insertion.beforeReturn(
              "com/oracle/graal/python/PythonLanguage.class", "newSource", KeptSources::tell),
          Insertion.after(
              Set.of(GraalPy.OBJECTS + "code/CodeNodes$CreateCodeNode.class"),
              element -> Insertion.isCall(element, Set.of(BUILDER), "build"),
              KeptSources::tell));

  private KeptSources() {}

  /** The source is on the stack, and stays there. */
  private static void tell(CodeBuilder code) {
    code.dup()
        .invokestatic(
            GraalPy.ours("KeptSources"), "keep", MethodTypeDesc.of(ConstantDescs.CD_void, SOURCE));
  }
}
