package safepoints;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;

/**
 * Has patterns see what CPython's see in three collections written in Java: a deque is a sequence,
 * an OrderedDict a mapping, and both kinds of dict may be captured as {@code defaultdict(d)}.
 * GraalPy says none of it of these types, and nobody can register them later, as they are
 * immutable.
 */
final class CollectionPatterns {
  private static final long SEQUENCE = 1L << 5;
  private static final long MAPPING = 1L << 6;
  private static final long MATCH_SELF = 1L << 22;

  static final Change CHANGE =
      Insertion.beforeReturn(
          GraalPy.OBJECTS + "type/TypeNodes$GetTypeFlagsNode.class",
          "defaultBuiltinFlags",
          CollectionPatterns::addFlags);

  private CollectionPatterns() {}

  private static void addFlags(CodeBuilder code) {
    addFlags(code, "PDeque", SEQUENCE);
    addFlags(code, "POrderedDict", MAPPING | MATCH_SELF);
    addFlags(code, "PDefaultDict", MATCH_SELF);
  }

  /** The type is the method's only parameter; the flags are on the stack. */
  private static void addFlags(CodeBuilder code, String type, long flags) {
    code.aload(0)
        .getstatic(GraalPy.TYPES, type, GraalPy.TYPES)
        .ifThen(Opcode.IF_ACMPEQ, then -> then.loadConstant(flags).lor());
  }
}
