package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * A rule of the host's own, in Java: it refuses guests attributes that the policy lets them read.
 * No rule allows what is refused without it.
 *
 * <p>A rule is one of three kinds, by the stage at which it can decide; the earlier, the cheaper.
 * Types are told as policies name them: the library class, or the host's interface, that defines
 * the attribute, as in {@code decimal.Context}; empty where a guest's own class does, or nobody.
 *
 * <p>Implementations must be thread-safe. A rule that throws is a fault of the run.
 */
public sealed interface AttributeRule {
  /**
   * Tells this rule from all others, and from itself when it decided otherwise: it is part of the
   * policy's digest, and programs compiled under other rules are not run.
   */
  String id();

  /** Stage NAME: asked by the compiler, and once for each name that a program computes. */
  non-sealed interface ByName extends AttributeRule {
    /** Returns why no object may be asked for the attribute, if so. */
    Optional<String> refusal(String attribute);
  }

  /** A rule that wants to know of which type an attribute is read. */
  sealed interface Later extends AttributeRule {
    /** Returns the attributes it is asked about. */
    ImmutableSet<String> attributes();

    /** Returns why the attribute may not be read of that type, if so. */
    Optional<String> refusal(String type, String attribute);
  }

  /** Stage TYPE: asked once for each type; the guest's side remembers. */
  non-sealed interface ByType extends Later {}

  /** Stage OBJECT: asked at every read, for some tens of nanoseconds. */
  non-sealed interface ByObject extends Later {}
}
