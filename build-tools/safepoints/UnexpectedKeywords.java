package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.IncrementInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.util.Set;

/**
 * Has a call with several keywords that a function does not take fail with the name of the first,
 * as in CPython. GraalPy keeps the last one, and shows how many there were in its place.
 */
final class UnexpectedKeywords implements Change {
  private static final String APPLY =
      GraalPy.NODES + "argument/CreateArgumentsNode$ApplyKeywordsNode.class";

  /** The parameter of {@code storeKeywordsOrRaise} that has the name. */
  private static final int NAME = 5;

  private static final Change NAMED =
      Insertion.after(
          Set.of(APPLY),
          element -> Insertion.isCall(element, Set.of("java/lang/Integer"), "valueOf"),
          code -> code.pop().aload(NAME));

  @Override
  public Set<String> classes() {
    return NAMED.classes();
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    KeepingTheFirst keeping = new KeepingTheFirst();
    byte[] named = NAMED.apply(classFile, bytes, name);
    byte[] changed =
        classFile.transformClass(
            classFile.parse(named), ClassTransform.transformingMethodBodies(keeping));
    if (keeping.count == 0) {
      throw new IllegalStateException("no name of a wrong keyword is kept in " + name);
    }
    return changed;
  }

  /** {@code count++; last = name;} becomes {@code count++; last = last == null ? name : last;}. */
  private static final class KeepingTheFirst implements CodeTransform {
    private int count;
    private int sinceIncrement;

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof Instruction) {
        sinceIncrement++;
      }
      if (element instanceof IncrementInstruction) {
        sinceIncrement = 0;
      }
      if (element instanceof StoreInstruction store
          && store.typeKind() == TypeKind.REFERENCE
          && sinceIncrement == 2) {
        count++;
        code.aload(store.slot()).ifThen(Opcode.IFNONNULL, first -> first.pop().aload(store.slot()));
      }
      code.with(element);
    }
  }
}
