package safepoints;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Has {@code split()} and {@code subgroup()} derive groups of a list of exceptions, as in CPython:
 * the parts' {@code repr()} shows it. GraalPy derives them of a tuple.
 */
final class GroupParts {
  private static final ClassDesc LIST =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.list.PList");

  static final Change CHANGE =
      Insertion.instead(
          GraalPy.OBJECTS + "exception/BaseExceptionGroupBuiltins.class",
          "subset",
          "com/oracle/graal/python/runtime/object/PFactory",
          "createTuple",
          code ->
              code.invokestatic(
                  GraalPy.FACTORY,
                  "createList",
                  MethodTypeDesc.of(LIST, GraalPy.LANGUAGE, CD_Object.arrayType())));

  private GroupParts() {}
}
