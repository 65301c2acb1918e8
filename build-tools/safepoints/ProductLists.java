package safepoints;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Has {@code itertools.product()} go on with a copy of its first tuple's list. GraalPy changes that
 * very list with each step, and with it the tuple that a guest may have kept.
 */
final class ProductLists {
  private static final ClassDesc OBJECT = ClassDesc.of("java.lang.Object");

  static final Change CHANGE =
      Insertion.before(
          GraalPy.OBJECTS + "itertools/ProductBuiltins$NextNode.class",
          "next",
          element ->
              Insertion.isCall(element, Set.of(GraalPy.OBJECTS + "itertools/PProduct"), "setLst"),
          code ->
              code.invokevirtual(OBJECT.arrayType(), "clone", MethodTypeDesc.of(OBJECT))
                  .checkcast(OBJECT.arrayType()));

  private ProductLists() {}
}
