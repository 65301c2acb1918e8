package dev.pyrestrict.runtime;

import com.oracle.truffle.api.nodes.Node;

/**
 * Bounds the trees of nodes that GraalPy makes of builtins that call each other for what an object
 * holds, as a list's {@code ==} does for lists in it: they are shared by the guests of an engine
 * and stay when a guest ends, so they may not be as deep as its data.
 *
 * <p>The call is in GraalPy's code, put there by {@code build-tools/safepoints}.
 */
public final class NestedBuiltins {
  /**
   * The nodes above one that may remember builtins below it; a builtin in another takes about six.
   * Lists of dicts of tuples are compared as fast as they can be.
   */
  private static final int MOST_ABOVE = 24;

  private NestedBuiltins() {}

  /**
   * Returns how many builtins a node may remember.
   *
   * @param most the number elsewhere
   */
  public static int remembered(int most, Node node) {
    Node above = node;
    for (int i = 0; i < MOST_ABOVE; i++) {
      above = above.getParent();
      if (above == null) {
        return most;
      }
    }
    return 0;
  }
}
