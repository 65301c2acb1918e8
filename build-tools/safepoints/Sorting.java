package safepoints;

import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/**
 * Has many numbers be sorted in steps, between which a guest can be stopped: all of a list is one
 * operation of Java's otherwise. And looks whether to stop when texts, or what a key function says
 * of them, are compared to be sorted: the loop around is Java's own, and texts that begin alike for
 * a million characters take long.
 */
final class Sorting {
  private static final String SORT = GraalPy.OBJECTS + "common/SortNodes$SortSequenceStorageNode";
  private static final String KEYS = SORT + "$KeySortComparator.class";

  static final List<Change> CHANGES =
      List.of(
          numbersInSteps("[I"),
          numbersInSteps("[J"),
          numbersInSteps("[D"),
          Insertion.atStart(
              GraalPy.OBJECTS + "str/StringUtils.class",
              "compareStringsUncached",
              Safepoints::poll),
          Insertion.atStartOfLambdas(KEYS, Safepoints::poll));

  private Sorting() {}

  private static Change numbersInSteps(String numbers) {
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor("(" + numbers + "II)V");
    return Insertion.instead(
        SORT + ".class",
        element ->
            Insertion.isCall(element, Set.of("java/util/Arrays"), "sort")
                && ((InvokeInstruction) element).typeSymbol().equals(type),
        code -> code.invokestatic(GraalPy.ours("SortSteps"), "sort", type));
  }
}
