package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pyrestrict.rewriter.LanguageFeature;
import dev.pyrestrict.rewriter.ModuleTable;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that a policy says, as a policy file that says the same, with a comment on where each
 * line comes from.
 */
final class PolicyListing {
  private final Policies.Found found;
  private final Policy policy;
  private final Policy profile;
  private final StringBuilder out = new StringBuilder();

  private PolicyListing(Policies.Found found) {
    this.found = found;
    policy = found.policy();
    profile = Policy.profile(policy.name());
  }

  static String of(Policies.Found found) {
    PolicyListing listing = new PolicyListing(found);
    listing.write();
    return listing.out.toString();
  }

  private void write() {
    out.append("# digest ").append(policy.digest()).append('\n');
    if (policy.allowsEverything()) {
      out.append("# REFUSES NOTHING and protects from nothing: for tests of the rewriting only\n");
    }
    line("extends", "extends", quoted(policy.name()));
    line("standard_input", "standard_input", String.valueOf(policy.standardInput()));
    out.append("\n[language]\n");
    for (LanguageFeature feature : LanguageFeature.values()) {
      line(feature.key(), "language." + feature.key(), String.valueOf(policy.allows(feature)));
    }
    out.append("\n[names]\n");
    list("predeclared", "names.predeclared", policy.predeclared());
    list("refuse", "names.refuse", policy.refusedNames());
    out.append("\n[attributes]\n");
    list("allow", "attributes.allow", policy.allowedAttributes());
    list("refuse", "attributes.refuse", policy.refusedAttributes());
    out.append("\n[builtins]\n");
    list(
        "allow",
        "builtins.allow",
        Sets.union(
            policy.allowedBuiltins(),
            Sets.difference(profile.refusedBuiltins(), policy.refusedBuiltins())));
    list("refuse", "builtins.refuse", policy.refusedBuiltins());
    modules();
    policy
        .services()
        .ifPresent(
            kinds -> {
              out.append("\n[services]\n");
              list("allow", "services.allow", kinds);
            });
    out.append("\n[limits]\n");
    Limits limits = Limits.of(policy);
    line("cpu", "limits.cpu", quoted(seconds(limits.cpu())));
    line("wall", "limits.wall", quoted(seconds(limits.wall())));
    line("memory", "limits.memory", quoted(limits.memoryBytes() + "B"));
    line("output", "limits.output", quoted(limits.outputBytes() + "B"));
    line("recursion", "limits.recursion", Integer.toString(limits.recursionDepth()));
    line("result", "limits.result", quoted(limits.resultBytes() + "B"));
    limits.steps().ifPresent(steps -> line("steps", "limits.steps", steps.toString()));
  }

  private void modules() {
    Set<String> allowed = new TreeSet<>();
    Set<String> refused = new TreeSet<>(Sets.difference(profile.modules(), policy.modules()));
    for (String module : policy.modules()) {
      Optional<? extends Set<String>> some = Optional.ofNullable(policy.members().get(module));
      if (some.isPresent() && !profile.modules().contains(module)) {
        some.get().forEach(member -> allowed.add(module + "." + member));
      } else {
        allowed.add(module);
        some.ifPresent(
            members ->
                Sets.difference(ModuleTable.memberNames(module), members)
                    .forEach(member -> refused.add(module + "." + member)));
      }
    }
    out.append("\n[modules]\n");
    list("allow", "modules.allow", allowed);
    list("refuse", "modules.refuse", refused);
  }

  private void line(String key, String path, String value) {
    out.append(key).append(" = ").append(value).append("  # ").append(origin(path)).append('\n');
  }

  private void list(String key, String path, Set<String> values) {
    out.append(key).append(" = [");
    for (String value : ImmutableSet.copyOf(values)) {
      out.append("\n  ").append(quoted(value)).append(",  # ").append(origin(path + " " + value));
    }
    out.append(values.isEmpty() ? "]\n" : "\n]\n");
  }

  private String origin(String key) {
    Integer line = found.lines().get(key);
    if (line != null && found.file().isPresent()) {
      return found.file().get() + ":" + line;
    }
    return key.startsWith("limits.") ? "default" : "profile " + profile.name();
  }

  private static String seconds(Duration duration) {
    return java.math.BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString()
        + "s";
  }

  /** Names of Python need no escapes; what is none gets them. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
