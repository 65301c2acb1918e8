package safepoints;

/** Has a list that is made of a guest's kind of list be a list, as in CPython. */
final class NewLists {
  static final Change CHANGE =
      Insertion.beforeReturn(
          GraalPy.NODES + "builtins/ListNodes$GetClassForNewListNode.class",
          "doPList",
          code -> code.pop().getstatic(GraalPy.TYPES, "PList", GraalPy.TYPES));

  private NewLists() {}
}
