package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/** An attribute that is not there is no match, as in CPython, and no error. */
final class ClassPatterns implements Change {
  private static final ClassDesc PROFILE =
      ClassDesc.of(
          "com.oracle.graal.python.nodes.object.BuiltinClassProfiles$IsBuiltinObjectProfile");

  @Override
  public Set<String> classes() {
    return Set.of(GraalPy.NODES + "bytecode/MatchClassNode.class");
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    return Wrapping.apply(
        classFile,
        bytes,
        method -> method.methodName().equalsString("match"),
        ClassPatterns::callCaught);
  }

  private static void callCaught(CodeBuilder code, Wrapping match) {
    int profile = code.parameterSlot(match.type().parameterList().indexOf(PROFILE));
    int node = code.parameterSlot(match.type().parameterList().indexOf(GraalPy.NODE));
    code.trying(
        body -> match.call(body).areturn(),
        handlers ->
            handlers.catching(
                GraalPy.EXCEPTION,
                handler ->
                    handler
                        .aload(node)
                        .aload(profile)
                        .invokevirtual(
                            GraalPy.EXCEPTION,
                            "expectAttributeError",
                            MethodTypeDesc.of(GraalPy.VOID, GraalPy.NODE, PROFILE))
                        .aconst_null()
                        .areturn()));
  }
}
