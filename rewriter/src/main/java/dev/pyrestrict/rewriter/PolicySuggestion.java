package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.pyrestrict.grammar.Diagnostic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least policy that lets programs through: the modules that they import, the parts of the
 * language that they use, the builtins that only some policies give, and for names that nobody
 * defines that the host gives them.
 *
 * @param results what became of each program under that policy: what it still refuses, no policy
 *     can allow
 */
public record PolicySuggestion(Policy policy, ImmutableList<CompileResult> results) {
  private static final Pattern SUBJECT = Pattern.compile("'([^']*)'");

  /** What the policy has to allow, as far as is known. */
  private static final class Needs {
    private final Set<LanguageFeature> features = EnumSet.noneOf(LanguageFeature.class);
    private final Set<String> modules = new TreeSet<>();
    private final Set<String> builtins = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();

    /** Adds what would make a refusal go away; reports whether that is something new. */
    boolean add(Diagnostic refusal) {
      Matcher matcher = SUBJECT.matcher(refusal.message());
      String subject = matcher.find() ? matcher.group(1) : "";
      return switch (refusal.rule()) {
        case "PR0103" -> names.add(subject);
        case "PR0301" -> ModuleTable.modules().contains(subject) && modules.add(subject);
        case "PR0401" -> features.addAll(features(refusal));
        case "PR0601" ->
            !(BuiltinTable.decision(subject) instanceof BuiltinTable.Refused)
                && builtins.add(subject);
        default -> false;
      };
    }

    private static ImmutableList<LanguageFeature> features(Diagnostic refusal) {
      return Arrays.stream(LanguageFeature.values())
          .filter(feature -> refusal.message().endsWith(" " + feature.words()))
          .collect(ImmutableList.toImmutableList());
    }

    Policy policy() {
      Policy strict = Policy.profile("strict");
      return new Policy(
          strict.name(),
          Arrays.stream(LanguageFeature.values())
              .filter(feature -> !features.contains(feature))
              .collect(toImmutableSortedSet(Comparator.naturalOrder())),
          ImmutableSortedSet.copyOf(modules),
          ImmutableSortedMap.of(),
          ImmutableSortedSet.copyOf(
              builtins.stream()
                  .filter(name -> BuiltinTable.decision(name) instanceof BuiltinTable.OnRequest)
                  .iterator()),
          Policy.without(strict.refusedBuiltins(), builtins::contains),
          ImmutableSortedSet.copyOf(names),
          ImmutableSortedSet.of(),
          ImmutableSortedSet.of(),
          ImmutableSortedSet.of(),
          Optional.empty(),
          PolicyLimits.NONE,
          false,
          AttributeRules.NONE);
    }
  }

  /**
   * Finds the policy.
   *
   * @param programs compiles all programs, always the same in the same order
   */
  public static PolicySuggestion of(Function<Compiler, ImmutableList<CompileResult>> programs) {
    Needs needs = new Needs();
    while (true) {
      Policy policy = needs.policy();
      ImmutableList<CompileResult> results = programs.apply(new Compiler(policy, GuardMode.FAST));
      boolean more = false;
      for (CompileResult result : results) {
        for (Diagnostic refusal : result.diagnostics()) {
          more |= needs.add(refusal);
        }
      }
      if (!more) {
        return new PolicySuggestion(policy, results);
      }
    }
  }
}
