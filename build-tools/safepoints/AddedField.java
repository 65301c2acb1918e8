package safepoints;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.util.Set;

/**
 * A public field that a class has beside its own.
 *
 * @param owner the class, as an entry of a jar
 * @param flags more of a class file's flags for the field, 0 for none
 */
record AddedField(String owner, String field, ClassDesc type, int flags) implements Change {
  @Override
  public Set<String> classes() {
    return Set.of(owner);
  }

  @Override
  public byte[] apply(ClassFile classFile, byte[] bytes, String name) {
    return classFile.transformClass(
        classFile.parse(bytes),
        ClassTransform.endHandler(end -> end.withField(field, type, ClassFile.ACC_PUBLIC | flags)));
  }
}
