package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The hashes of tuples and frozen sets as CPython computes them since 3.8: GraalPy's tuples have
 * those of 3.6, and its frozen sets lose bits. Programs show them, and sets of tuples are in their
 * order.
 *
 * <p>As in {@code Objects/tupleobject.c} and {@code Objects/setobject.c}.
 */
final class Hashes {
  private static final String OF_TUPLE = GraalPy.OBJECTS + "tuple/TupleBuiltins$HashNode.class";
  private static final String OF_SET = GraalPy.OBJECTS + "set/FrozenSetBuiltins$HashNode.class";
  private static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
  private static final long FIRST_PRIME = 0x9E3779B185EBCA87L;
  private static final long SECOND_PRIME = 0xC2B2AE3D27D4EB4FL;
  private static final long FIFTH_PRIME = 0x27D4EB2F165667C5L;
  private static final int LENGTH = 5;

  static final List<Change> CHANGES =
      List.of(
          // The multiplier, which changed with each step.
          instead(operator(Opcode.LMUL), CodeBuilder::pop2),
          instead(operator(Opcode.LXOR), Hashes::step),
          instead(constant(0x345678), code -> code.loadConstant(FIFTH_PRIME)),
          instead(constant(97531), Hashes::ending),
          instead(constant(-2), code -> code.loadConstant(1546275796L)),
          Insertion.instead(OF_SET, operator(Opcode.LSHR), CodeBuilder::lushr),
          Insertion.instead(
              OF_SET, constant((int) 3644798167L), code -> code.loadConstant(3644798167L)));

  private Hashes() {}

  private static Change instead(
      Predicate<CodeElement> instruction, Consumer<CodeBuilder> replacement) {
    return Insertion.instead(OF_TUPLE, "doComputeHash", instruction, replacement);
  }

  private static Predicate<CodeElement> constant(long value) {
    return element ->
        element instanceof ConstantInstruction constant && constant.constantValue().equals(value);
  }

  private static Predicate<CodeElement> operator(Opcode opcode) {
    return element ->
        element instanceof OperatorInstruction operator && operator.opcode() == opcode;
  }

  /** Puts the hash of one of the tuple's elements into the tuple's. */
  private static void step(CodeBuilder code) {
    code.loadConstant(SECOND_PRIME)
        .lmul()
        .ladd()
        .bipush(31)
        .invokestatic(LONG, "rotateLeft", MethodTypeDesc.ofDescriptor("(JI)J"))
        .loadConstant(FIRST_PRIME)
        .lmul();
  }

  private static void ending(CodeBuilder code) {
    code.iload(LENGTH).i2l().loadConstant(FIFTH_PRIME ^ 3527539).lxor();
  }
}
