package safepoints;

import java.lang.classfile.ClassFile;
import java.util.Set;

/** A change to some of GraalPy's classes, beside the safepoints in all of them. */
interface Change {
  /** The classes, as entries of a jar; each of them has to be there. */
  Set<String> classes();

  /**
   * Returns one of them, changed.
   *
   * @throws IllegalStateException when what should be changed is not in it
   */
  byte[] apply(ClassFile classFile, byte[] bytes, String name);
}
