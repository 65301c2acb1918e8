package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Calls that go before, after or in the place of some instructions, or to the beginning of methods.
 */
final class Insertion implements Change {
  private enum Place {
    BEFORE,
    AFTER,
    INSTEAD,
    AT_START
  }

  private final Set<String> classes;
  private final Place place;
  private final Predicate<MethodModel> methods;
  private final Predicate<CodeElement> instructions;
  private final Consumer<CodeBuilder> call;

  private Insertion(
      Set<String> classes,
      Place place,
      Predicate<MethodModel> methods,
      Predicate<CodeElement> instructions,
      Consumer<CodeBuilder> call) {
    this.classes = classes;
    this.place = place;
    this.methods = methods;
    this.instructions = instructions;
    this.call = call;
  }

  static Insertion before(
      Set<String> classes, Predicate<CodeElement> instructions, Consumer<CodeBuilder> call) {
    return new Insertion(classes, Place.BEFORE, method -> true, instructions, call);
  }

  /** In one method only. */
  static Insertion before(
      String type, String method, Predicate<CodeElement> instructions, Consumer<CodeBuilder> call) {
    return new Insertion(Set.of(type), Place.BEFORE, named(method), instructions, call);
  }

  static Insertion after(
      Set<String> classes, Predicate<CodeElement> instructions, Consumer<CodeBuilder> call) {
    return new Insertion(classes, Place.AFTER, method -> true, instructions, call);
  }

  /**
   * The call takes from the stack what the one of a class's method would, and leaves what it would.
   */
  static Insertion instead(
      Set<String> classes, String owner, String method, Consumer<CodeBuilder> call) {
    return new Insertion(
        classes,
        Place.INSTEAD,
        in -> true,
        element -> isCall(element, Set.of(owner), method),
        call);
  }

  static Insertion instead(
      String type, Predicate<CodeElement> instructions, Consumer<CodeBuilder> call) {
    return new Insertion(Set.of(type), Place.INSTEAD, method -> true, instructions, call);
  }

  /** In one method only. */
  static Insertion instead(
      String type,
      String inMethod,
      Predicate<CodeElement> instructions,
      Consumer<CodeBuilder> call) {
    return new Insertion(Set.of(type), Place.INSTEAD, named(inMethod), instructions, call);
  }

  /** In one method only. */
  static Insertion instead(
      String type, String inMethod, String owner, String method, Consumer<CodeBuilder> call) {
    return new Insertion(
        Set.of(type),
        Place.INSTEAD,
        named(inMethod),
        element -> isCall(element, Set.of(owner), method),
        call);
  }

  /** What is called may look at, or change, what the method is about to return. */
  static Insertion beforeReturn(String type, String method, Consumer<CodeBuilder> call) {
    return new Insertion(
        Set.of(type), Place.BEFORE, named(method), ReturnInstruction.class::isInstance, call);
  }

  static Insertion atStart(String type, String method, Consumer<CodeBuilder> call) {
    return new Insertion(Set.of(type), Place.AT_START, named(method), element -> false, call);
  }

  /** Into the functions that a class has written where they are used, without names. */
  static Insertion atStartOfLambdas(String type, Consumer<CodeBuilder> call) {
    return new Insertion(
        Set.of(type),
        Place.AT_START,
        method -> method.methodName().stringValue().startsWith("lambda$"),
        element -> false,
        call);
  }

  private static Predicate<MethodModel> named(String name) {
    return method -> method.methodName().equalsString(name);
  }

  /** Reports whether it is a call of a method of one of these classes. */
  static boolean isCall(CodeElement element, Set<String> owners, String method) {
    return element instanceof InvokeInstruction invoked
        && owners.contains(invoked.owner().asInternalName())
        && invoked.name().equalsString(method);
  }

  @Override
  public Set<String> classes() {
    return classes;
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    Inserting inserting = new Inserting();
    byte[] changed =
        classFile.transformClass(
            classFile.parse(bytes), ClassTransform.transformingMethodBodies(methods, inserting));
    if (inserting.count == 0) {
      throw new IllegalStateException("nothing found in " + name + " where a call should go");
    }
    return changed;
  }

  private final class Inserting implements CodeTransform {
    private int count;

    @Override
    public void atStart(CodeBuilder code) {
      if (place == Place.AT_START) {
        put(code);
      }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (!instructions.test(element)) {
        code.with(element);
        return;
      }
      switch (place) {
        case BEFORE -> {
          put(code);
          code.with(element);
        }
        case AFTER -> {
          code.with(element);
          put(code);
        }
        case INSTEAD -> put(code);
        case AT_START -> code.with(element);
      }
    }

    private void put(CodeBuilder code) {
      count++;
      call.accept(code);
    }
  }
}
