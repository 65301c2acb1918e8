package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.ast.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what the policy refuses in one module. Not thread-safe. */
final class Refusals {
  /** What no policy can allow: names of guards, and imports from outside of a program. */
  private static final ImmutableSet<String> ALWAYS_REFUSED = ImmutableSet.of("PR0101", "PR0303");

  /** What RestrictedPython leaves to its host's guards: ours say no when the program runs. */
  private static final ImmutableSet<String> LEFT_TO_GUARDS =
      ImmutableSet.of("PR0103", "PR0301", "PR0601");

  /** To find what is nearest to a name takes as many steps as there are others. */
  private static final int MOST_HINTS = 50;

  private static final int MOST_CANDIDATES = 10_000;

  private final Policy policy;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private int hints;

  Refusals(Policy policy) {
    this.policy = policy;
  }

  /** Returns all of them, in source order. */
  ImmutableList<Diagnostic> inOrder() {
    return ImmutableList.sortedCopyOf(
        Comparator.<Diagnostic>comparingInt(d -> d.span().line())
            .thenComparingInt(d -> d.span().column()),
        diagnostics);
  }

  /**
   * Refuses something, unless the policy leaves it to whoever runs the program.
   *
   * @return whether it did
   */
  boolean refuse(String rule, Span span, String message, String hint) {
    return !isLeftAlone(rule) && diagnostics.add(Diagnostic.error(rule, span, message, hint));
  }

  /** Reports whether the policy leaves what the rule is about to whoever runs the program. */
  boolean isLeftAlone(String rule) {
    return policy.allowsEverything() && !ALWAYS_REFUSED.contains(rule)
        || policy.judgesAsZope() && LEFT_TO_GUARDS.contains(rule);
  }

  void warn(String rule, Span span, String message, String hint) {
    diagnostics.add(Diagnostic.warning(rule, span, message, hint));
  }

  /** Refuses a feature of the language that the policy does not allow. */
  void uses(LanguageFeature feature, Span span) {
    if (!policy.allows(feature)) {
      refuse("PR0401", span, "the policy allows no " + feature.words(), feature.instead());
    }
  }

  /**
   * Asks what may have been meant by a word; in a module with many mistakes not for each of them.
   */
  Optional<String> question(String word, Supplier<Iterable<String>> candidates) {
    if (hints == MOST_HINTS) {
      return Optional.empty();
    }
    hints++;
    return Spelling.question(word, Iterables.limit(candidates.get(), MOST_CANDIDATES));
  }
}
