package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What asks for the size of an operation of Java's that has no end in sight, before it begins. */
final class OperandSizes {
  private static final String INTEGER = "Ljava/math/BigInteger;";
  private static final String TEXT_OPERAND = "Ljava/lang/String;";
  private static final String ROUNDING = "Ljava/math/RoundingMode;";
  private static final String CHARACTERS = "Ljava/lang/CharSequence;";

  /** The operands that it looks at are the last ones; they stay on the stack. */
  record Check(String method, String operands) {
    void put(CodeBuilder code) {
      switch (operands) {
        case "I", TEXT_OPERAND, CHARACTERS, "[B", INTEGER -> code.dup();
        default -> code.dup2();
      }
      code.invokestatic(
          GraalPy.ours("OperandSizes"), method, MethodTypeDesc.ofDescriptor("(" + operands + ")V"));
    }
  }

  private static final Check LENGTH = new Check("checkLength", "I");
  private static final Check WORDS = new Check("checkWords", "I");

  /** What lists of numbers are kept in. */
  private static final Set<TypeKind> WORD_LONG =
      Set.of(TypeKind.INT, TypeKind.LONG, TypeKind.DOUBLE);

  /** The classes of ICU that change characters. */
  private static final String ICU = "org/graalvm/shadowed/com/ibm/icu/";

  /** By class, name and parameters of what is called. */
  private static final Map<String, Check> CHECKS =
      Map.ofEntries(
          Map.entry(
              "java/math/BigInteger.multiply(" + INTEGER + ")",
              new Check("checkProduct", INTEGER + INTEGER)),
          Map.entry("java/math/BigInteger.pow(I)", new Check("checkPower", INTEGER + "I")),
          Map.entry("java/math/BigInteger.shiftLeft(I)", new Check("checkShift", INTEGER + "I")),
          Map.entry(
              "java/math/BigInteger.gcd(" + INTEGER + ")",
              new Check("checkSteps", INTEGER + INTEGER)),
          Map.entry(
              "java/math/BigInteger.modInverse(" + INTEGER + ")",
              new Check("checkModulus", INTEGER)),
          Map.entry("java/math/BigInteger.toString()", new Check("checkText", INTEGER)),
          Map.entry("java/math/BigInteger.toString(I)", new Check("checkText", INTEGER + "I")),
          Map.entry(
              "java/math/BigInteger.modPow(" + INTEGER + INTEGER + ")",
              new Check("checkModularPower", INTEGER + INTEGER)),
          Map.entry(
              "java/math/BigInteger.<init>(Ljava/lang/String;I)",
              new Check("checkDigits", "Ljava/lang/String;I")),
          Map.entry(
              "java/math/BigInteger.<init>(Ljava/lang/String;)",
              new Check("checkDigits", "Ljava/lang/String;")),
          Map.entry(
              "java/math/BigDecimal.<init>(Ljava/lang/String;)",
              new Check("checkDigits", "Ljava/lang/String;")),
          Map.entry(
              "java/lang/Double.parseDouble(" + TEXT_OPERAND + ")",
              new Check("checkNumber", TEXT_OPERAND)),
          Map.entry(
              "java/math/BigDecimal.setScale(I" + ROUNDING + ")",
              new Check("checkScale", "I" + ROUNDING)),
          Map.entry("java/math/BigInteger.<init>([B)", new Check("checkBytes", "[B")),
          Map.entry("java/math/BigInteger.<init>(I[B)", new Check("checkBytes", "[B")),
          Map.entry("java/math/BigInteger.<init>([BII)", new Check("checkByteCount", "I")),
          Map.entry("java/math/BigInteger.<init>(I[BII)", new Check("checkByteCount", "I")),
          Map.entry("java/util/Arrays.copyOf([BI)", LENGTH),
          Map.entry("java/util/Arrays.copyOf([II)", WORDS),
          Map.entry("java/util/Arrays.copyOf([JI)", WORDS),
          Map.entry("java/util/Arrays.copyOf([DI)", WORDS),
          Map.entry("java/util/Arrays.copyOf([CI)", LENGTH),
          Map.entry("java/util/Arrays.copyOf([Ljava/lang/Object;I)", WORDS),
          Map.entry("java/util/Arrays.copyOfRange([BII)", new Check("checkRange", "II")),
          Map.entry(
              "java/util/Arrays.copyOfRange([Ljava/lang/Object;II)",
              new Check("checkWordRange", "II")),
          Map.entry("java/nio/ByteBuffer.allocate(I)", LENGTH),
          Map.entry("java/lang/StringBuilder.<init>(I)", LENGTH),
          Map.entry("java/lang/StringBuilder.ensureCapacity(I)", LENGTH),
          Map.entry("java/lang/StringBuilder.setLength(I)", LENGTH),
          Map.entry("java/lang/String.repeat(I)", LENGTH),
          Map.entry(
              ICU + "lang/UCharacter.toLowerCase(Ljava/util/Locale;" + TEXT_OPERAND + ")",
              new Check("checkPass", TEXT_OPERAND)),
          Map.entry(
              ICU + "lang/UCharacter.toUpperCase(Ljava/util/Locale;" + TEXT_OPERAND + ")",
              new Check("checkPass", TEXT_OPERAND)),
          Map.entry(
              ICU + "lang/UCharacter.foldCase(" + TEXT_OPERAND + "Z)",
              new Check("checkPass", TEXT_OPERAND + "Z")),
          Map.entry(
              ICU
                  + "text/CaseMap$Title.apply(Ljava/util/Locale;"
                  + "Lorg/graalvm/shadowed/com/ibm/icu/text/BreakIterator;"
                  + CHARACTERS
                  + ")",
              new Check("checkTitle", CHARACTERS)),
          Map.entry(
              ICU + "text/Normalizer2.normalize(" + CHARACTERS + ")",
              new Check("checkPass", CHARACTERS)),
          Map.entry(
              ICU + "text/Normalizer2.isNormalized(" + CHARACTERS + ")",
              new Check("checkPass", CHARACTERS)));

  private OperandSizes() {}

  /** Returns what asks for the size of each operation, by the place of its instruction. */
  static Map<Integer, Check> checks(List<CodeElement> elements) {
    Map<Integer, Check> checks = new HashMap<>();
    Instruction previous = null;
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof Instruction instruction) {
        Check check = check(instruction);
        // An array written out in the source has a constant for a length.
        if (check != null
            && !((check == LENGTH || check == WORDS) && previous instanceof ConstantInstruction)) {
          checks.put(i, check);
        }
        previous = instruction;
      }
    }
    return checks;
  }

  private static Check check(Instruction instruction) {
    return switch (instruction) {
      case NewPrimitiveArrayInstruction array ->
          WORD_LONG.contains(array.typeKind()) ? WORDS : LENGTH;
      case NewReferenceArrayInstruction array -> WORDS;
      case InvokeInstruction call -> {
        String descriptor = call.type().stringValue();
        String parameters = descriptor.substring(0, descriptor.indexOf(')') + 1);
        yield CHECKS.get(
            call.owner().asInternalName() + "." + call.name().stringValue() + parameters);
      }
      default -> null;
    };
  }
}
