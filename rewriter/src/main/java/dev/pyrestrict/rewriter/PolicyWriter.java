package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes policies as TOML: in what they differ from the profile that they extend. */
final class PolicyWriter {
  private final StringBuilder out = new StringBuilder();

  private PolicyWriter() {}

  static String difference(Policy policy) {
    PolicyWriter writer = new PolicyWriter();
    Policy profile = Policy.profile(policy.name());
    writer.out.append("extends = ").append(quoted(policy.name())).append('\n');
    if (policy.standardInput() != profile.standardInput()) {
      writer.out.append("standard_input = ").append(policy.standardInput()).append('\n');
    }
    Map<String, String> features = new LinkedHashMap<>();
    for (LanguageFeature feature : LanguageFeature.values()) {
      if (policy.allows(feature) != profile.allows(feature)) {
        features.put(feature.key(), String.valueOf(policy.allows(feature)));
      }
    }
    writer.table("language", features);
    writer.lists("names", "predeclared", policy.predeclared(), "refuse", policy.refusedNames());
    writer.lists(
        "attributes", "allow", policy.allowedAttributes(), "refuse", policy.refusedAttributes());
    writer.lists(
        "builtins",
        "allow",
        Sets.union(
            policy.allowedBuiltins(),
            Sets.difference(profile.refusedBuiltins(), policy.refusedBuiltins())),
        "refuse",
        Sets.difference(policy.refusedBuiltins(), profile.refusedBuiltins()));
    writer.modules(policy, profile);
    policy.services().ifPresent(kinds -> writer.table("services", Map.of("allow", array(kinds))));
    writer.table("limits", limits(policy.limits()));
    return writer.out.toString();
  }

  private void modules(Policy policy, Policy profile) {
    Set<String> allowed = new TreeSet<>(Sets.difference(policy.modules(), profile.modules()));
    Set<String> refused = new TreeSet<>(Sets.difference(profile.modules(), policy.modules()));
    policy
        .members()
        .forEach(
            (module, members) -> {
              if (allowed.remove(module)) {
                members.forEach(member -> allowed.add(module + "." + member));
              } else {
                Sets.difference(ModuleTable.memberNames(module), members)
                    .forEach(member -> refused.add(module + "." + member));
              }
            });
    lists("modules", "allow", allowed, "refuse", refused);
  }

  private static Map<String, String> limits(PolicyLimits limits) {
    Map<String, String> lines = new LinkedHashMap<>();
    limits.cpu().ifPresent(cpu -> lines.put("cpu", time(cpu)));
    limits.wall().ifPresent(wall -> lines.put("wall", time(wall)));
    limits.memoryBytes().ifPresent(bytes -> lines.put("memory", quoted(bytes + "B")));
    limits.outputBytes().ifPresent(bytes -> lines.put("output", quoted(bytes + "B")));
    limits.recursionDepth().ifPresent(calls -> lines.put("recursion", calls.toString()));
    limits.resultBytes().ifPresent(bytes -> lines.put("result", quoted(bytes + "B")));
    limits.steps().ifPresent(steps -> lines.put("steps", steps.toString()));
    return lines;
  }

  private static String time(Duration duration) {
    return quoted(
        java.math.BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString()
            + "s");
  }

  private void lists(
      String table, String key, Set<String> values, String other, Set<String> otherValues) {
    Map<String, String> lines = new LinkedHashMap<>();
    if (!values.isEmpty()) {
      lines.put(key, array(ImmutableSortedSet.copyOf(values)));
    }
    if (!otherValues.isEmpty()) {
      lines.put(other, array(ImmutableSortedSet.copyOf(otherValues)));
    }
    table(table, lines);
  }

  private void table(String name, Map<String, String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    out.append("\n[").append(name).append("]\n");
    lines.forEach((key, value) -> out.append(key).append(" = ").append(value).append('\n'));
  }

  private static String array(ImmutableSortedSet<String> values) {
    List<String> quoted = new ArrayList<>();
    values.forEach(value -> quoted.add(quoted(value)));
    return quoted.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  /** Names of Python and numbers need no escapes; what is neither gets them. */
  private static String quoted(String text) {
    return '"' + org.tomlj.Toml.tomlEscape(text).toString() + '"';
  }
}
