package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
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
    ClassModel model = classFile.parse(bytes);
    return classFile.transformClass(
        model,
        (classBuilder, element) -> {
          if (element instanceof MethodModel method && method.methodName().equalsString("match")) {
            MethodTypeDesc type = method.methodTypeSymbol();
            classBuilder.withMethod("matchUncaught", type, ClassFile.ACC_PRIVATE, method::forEach);
            classBuilder.withMethodBody(
                "match", type, 0, code -> callCaught(code, model.thisClass().asSymbol(), type));
          } else {
            classBuilder.with(element);
          }
        });
  }

  private static void callCaught(CodeBuilder code, ClassDesc owner, MethodTypeDesc type) {
    int profile = 1 + type.parameterList().indexOf(PROFILE);
    int node = 1 + type.parameterList().indexOf(GraalPy.NODE);
    code.trying(
        body -> {
          body.aload(0);
          for (int i = 0; i < type.parameterCount(); i++) {
            body.loadLocal(TypeKind.from(type.parameterType(i)), i + 1);
          }
          body.invokevirtual(owner, "matchUncaught", type).areturn();
        },
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
