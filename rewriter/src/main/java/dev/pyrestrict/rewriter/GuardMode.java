package dev.pyrestrict.rewriter;

/**
 * How many guard calls the guarded source holds. Both modes decide the same; only the cost differs.
 */
public enum GuardMode {
  /**
   * Every guard call is written out: the reference semantics, and what a reader of the rewriting
   * expects.
   */
  FULL,
  /** What the policy already decided from a name alone is left as the plain operation. */
  FAST
}
