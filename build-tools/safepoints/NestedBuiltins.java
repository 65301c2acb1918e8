package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has GraalPy's trees of nodes end some levels down where a builtin calls others for what an object
 * holds. It puts the nodes of up to three builtins that were called below the one that calls them,
 * and so on below each of these: trees that data make as large as they like, and that outlive their
 * guest, for all of an engine's guests share those of builtins. Deeper down each builtin is called
 * as GraalPy does where there were more than three.
 */
final class NestedBuiltins implements Change {
  private static final String SLOTS = GraalPy.OBJECTS + "type/slots/TpSlot";
  private static final String SPECIALIZE = "executeAndSpecialize";

  /** How many builtins a node remembers, in GraalPy. */
  private static final int REMEMBERED = 3;

  private static final Set<String> CLASSES =
      Stream.of(
              "RichCompareFactory$CallSlotRichCmp",
              "HashFunFactory$CallSlotHashFun",
              "ReprFactory$CallSlotRepr",
              "UnaryFuncFactory$CallSlotUnary",
              "IterNextFactory$CallSlotTpIterNext",
              "DescrGetFactory$CallSlotDescrGet",
              "BinaryFuncFactory$CallSlotBinaryFunc",
              "BinaryOpFactory$CallSlotBinaryOp",
              "SqContainsFactory$CallSlotSqContains",
              "LenFactory$CallSlotLen",
              "SizeArgFunFactory$CallSlotSizeArgFun",
              "VarargsFactory$CallSlotTpCall",
              "VarargsFactory$CallSlotTpInit",
              "VarargsFactory$CallSlotTpNew")
          .map(name -> SLOTS + name + "NodeGen$Inlined.class")
          .collect(Collectors.toSet());

  @Override
  public Set<String> classes() {
    return CLASSES;
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    int[] changed = {0};
    byte[] made =
        classFile.transformClass(
            classFile.parse(bytes),
            (classBuilder, element) -> {
              if (element instanceof MethodModel method
                  && method.methodName().equalsString(SPECIALIZE)) {
                classBuilder.transformMethod(
                    method, MethodTransform.transformingCode(limited(method, changed)));
              } else {
                classBuilder.with(element);
              }
            });
    if (changed[0] != 1) {
      throw new IllegalStateException("builtins are not remembered as they were in " + name);
    }
    return made;
  }

  /** Asks how many may be remembered, where their number is compared with the most. */
  private static CodeTransform limited(MethodModel method, int[] changed) {
    List<Instruction> instructions =
        method.code().orElseThrow().elementList().stream()
            .filter(Instruction.class::isInstance)
            .map(Instruction.class::cast)
            .toList();
    int parameter = method.methodTypeSymbol().parameterList().indexOf(GraalPy.NODE);
    int[] place = {0};
    return (code, element) -> {
      code.with(element);
      if (element instanceof Instruction) {
        place[0]++;
        if (isMost(element)
            && place[0] < instructions.size()
            && instructions.get(place[0]).opcode() == Opcode.IF_ICMPGE) {
          changed[0]++;
          code.aload(code.parameterSlot(parameter))
              .invokestatic(
                  GraalPy.ours("NestedBuiltins"),
                  "remembered",
                  MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int, GraalPy.NODE));
        }
      }
    };
  }

  private static boolean isMost(CodeElement element) {
    return element instanceof ConstantInstruction constant
        && constant.constantValue().equals(REMEMBERED);
  }
}
