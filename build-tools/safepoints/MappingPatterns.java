package safepoints;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * What a mapping pattern has a mapping answer with for keys that it has not is an object of
 * Python's, as in CPython: the mapping may be a guest's, and GraalPy hands it one of Java's.
 */
final class MappingPatterns {
  private static final ClassDesc SHAPE = ClassDesc.of("com.oracle.truffle.api.object.Shape");

  /** Where the methods that ask the mapping have their node, the second of their parameters. */
  private static final int NODE = 1;

  static final Change CHANGE =
      Insertion.instead(
          Set.of(GraalPy.NODES + "bytecode/MatchKeysNode.class"),
          "java/lang/Object",
          "<init>",
          MappingPatterns::makeObject);

  private MappingPatterns() {}

  private static void makeObject(CodeBuilder code) {
    code.pop2();
    language(code);
    code.getstatic(GraalPy.TYPES, "PythonObject", GraalPy.TYPES);
    code.dup();
    language(code);
    code.invokevirtual(
        GraalPy.TYPES, "getInstanceShape", MethodTypeDesc.of(SHAPE, GraalPy.LANGUAGE));
    code.invokestatic(
        GraalPy.FACTORY,
        "createPythonObject",
        MethodTypeDesc.of(
            ClassDesc.of("com.oracle.graal.python.builtins.objects.object.PythonObject"),
            GraalPy.LANGUAGE,
            CD_Object,
            SHAPE));
  }

  private static void language(CodeBuilder code) {
    code.aload(NODE)
        .invokestatic(GraalPy.LANGUAGE, "get", MethodTypeDesc.of(GraalPy.LANGUAGE, GraalPy.NODE));
  }
}
