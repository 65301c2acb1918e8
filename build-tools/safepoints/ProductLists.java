package safepoints;

import static java.lang.constant.ConstantDescs.CD_Object;

import java.lang.constant.MethodTypeDesc;
import java.util.Set;

/**
 * Has {@code itertools.product()} go on with a copy of its first tuple's list. GraalPy changes that
 * very list with each step, and with it the tuple that a guest may have kept.
 */
final class ProductLists {
  static final Change CHANGE =
      Insertion.before(
          GraalPy.OBJECTS + "itertools/ProductBuiltins$NextNode.class",
          "next",
          element ->
              Insertion.isCall(element, Set.of(GraalPy.OBJECTS + "itertools/PProduct"), "setLst"),
          code ->
              code.invokevirtual(CD_Object.arrayType(), "clone", MethodTypeDesc.of(CD_Object))
                  .checkcast(CD_Object.arrayType()));

  private ProductLists() {}
}
