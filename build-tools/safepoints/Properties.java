package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Has a property stay what it was made of. Whoever has a class of the library's can ask it for its
 * properties, and with a second {@code __init__()} they would call a guest's function for all who
 * read them: the runtime does, where it copies dates for the host.
 */
final class Properties {
  private static final ClassDesc PROPERTY =
      ClassDesc.of("com.oracle.graal.python.builtins.objects.property.PProperty");

  private static final List<String> FUNCTIONS = List.of("getFget", "getFset", "getFdel");

  static final Change CHANGE =
      Insertion.atStart(
          GraalPy.OBJECTS + "property/PropertyBuiltins$PropertyInitNode.class",
          "doGeneric",
          Properties::check);

  private Properties() {}

  private static void check(CodeBuilder code) {
    for (String function : FUNCTIONS) {
      code.aload(0)
          .invokevirtual(PROPERTY, function, MethodTypeDesc.of(ConstantDescs.CD_Object))
          .ifThen(
              Opcode.IFNONNULL,
              made ->
                  FloatPowers.raise(made, "TypeError", "a property can't be initialized again"));
    }
  }
}
