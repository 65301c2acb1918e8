package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.hash.Hashing;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.ast.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/**
 * What guests may do. Immutable.
 *
 * @param name the profile it is, or extends
 * @param modules modules that may be imported
 * @param refusedBuiltins builtins refused in addition to the table's
 * @param predeclared names the host gives to guests
 * @param classes whether guests may define classes
 * @param standardInput whether {@code pyrestrict run} hands its standard input on to the guest
 */
public record Policy(
    String name,
    ImmutableSortedSet<String> modules,
    ImmutableSortedSet<String> refusedBuiltins,
    ImmutableSortedSet<String> predeclared,
    boolean classes,
    boolean standardInput) {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of(
          "extends",
          "modules.allow",
          "modules.refuse",
          "builtins.refuse",
          "names.predeclared",
          "language.classes",
          "standard_input");

  /** The profiles that are built in. */
  public static final ImmutableSet<String> PROFILES = ImmutableSet.of("default", "strict");

  /**
   * Returns a built-in profile.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Policy profile(String name) {
    ImmutableSortedSet<String> none = ImmutableSortedSet.of();
    return switch (name) {
      case "default" ->
          new Policy(
              name, ImmutableSortedSet.copyOf(ModuleTable.modules()), none, none, true, false);
      case "strict" ->
          new Policy(name, none, ImmutableSortedSet.of("open", "input"), none, false, false);
      default -> throw new IllegalArgumentException("there is no profile '" + name + "'");
    };
  }

  /** Either the policy or what is wrong with its file. */
  public record Loaded(Optional<Policy> policy, ImmutableList<Diagnostic> diagnostics) {}

  /**
   * Reads a policy from TOML; unknown keys and values of the wrong kind are errors with their line.
   */
  public static Loaded parse(String toml) {
    TomlParseResult result = Toml.parse(toml);
    ImmutableList.Builder<Diagnostic> diagnostics = ImmutableList.builder();
    for (TomlParseError error : result.errors()) {
      diagnostics.add(Diagnostic.error("PR0901", span(error.position()), error.getMessage()));
    }
    if (result.hasErrors()) {
      return new Loaded(Optional.empty(), diagnostics.build());
    }
    boolean valid = true;
    for (String key : result.dottedKeySet()) {
      if (!KEYS.contains(key)) {
        valid = false;
        String hint =
            Spelling.nearest(key, KEYS)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("known keys: " + String.join(", ", KEYS));
        diagnostics.add(
            Diagnostic.error(
                "PR0902", span(result.inputPositionOf(key)), "unknown key '" + key + "'", hint));
      } else if (!hasRightKind(result, key)) {
        valid = false;
        diagnostics.add(
            Diagnostic.error(
                "PR0903",
                span(result.inputPositionOf(key)),
                "'" + key + "' must be " + kindOf(key)));
      }
    }
    if (!valid) {
      return new Loaded(Optional.empty(), diagnostics.build());
    }
    String base = Optional.ofNullable(result.getString("extends")).orElse("default");
    if (!PROFILES.contains(base)) {
      diagnostics.add(
          Diagnostic.error(
              "PR0904",
              span(result.inputPositionOf("extends")),
              "there is no profile '" + base + "'",
              "profiles: default, strict"));
      return new Loaded(Optional.empty(), diagnostics.build());
    }
    Policy profile = profile(base);
    ImmutableSortedSet.Builder<String> modules = ImmutableSortedSet.naturalOrder();
    List<String> refused = strings(result, "modules.refuse");
    profile.modules.stream().filter(module -> !refused.contains(module)).forEach(modules::add);
    for (String module : strings(result, "modules.allow")) {
      if (refused.contains(module)) {
        diagnostics.add(
            Diagnostic.error(
                "PR0905",
                span(result.inputPositionOf("modules.allow")),
                "module '" + module + "' is both allowed and refused"));
      }
      modules.add(module);
    }
    ImmutableList<Diagnostic> found = diagnostics.build();
    Policy policy =
        new Policy(
            base,
            modules.build(),
            ImmutableSortedSet.<String>naturalOrder()
                .addAll(profile.refusedBuiltins)
                .addAll(strings(result, "builtins.refuse"))
                .build(),
            ImmutableSortedSet.copyOf(strings(result, "names.predeclared")),
            Optional.ofNullable(result.getBoolean("language.classes")).orElse(profile.classes),
            Optional.ofNullable(result.getBoolean("standard_input")).orElse(false));
    return new Loaded(found.isEmpty() ? Optional.of(policy) : Optional.empty(), found);
  }

  private static boolean hasRightKind(TomlParseResult result, String key) {
    return switch (key) {
      case "extends" -> result.isString(key);
      case "language.classes", "standard_input" -> result.isBoolean(key);
      default -> {
        TomlArray array = result.isArray(key) ? result.getArray(key) : null;
        yield array != null
            && (array.isEmpty() || array.toList().stream().allMatch(String.class::isInstance));
      }
    };
  }

  private static String kindOf(String key) {
    return switch (key) {
      case "extends" -> "a string";
      case "language.classes", "standard_input" -> "true or false";
      default -> "an array of strings";
    };
  }

  private static ImmutableList<String> strings(TomlParseResult result, String key) {
    TomlArray array = result.getArray(key);
    return array == null
        ? ImmutableList.of()
        : array.toList().stream().map(String.class::cast).collect(ImmutableList.toImmutableList());
  }

  private static Span span(TomlPosition position) {
    int line = position == null ? 1 : position.line();
    int column = position == null ? 0 : position.column() - 1;
    return new Span(line, column, line, column + 1);
  }

  /** Reports whether guests may import the module. */
  public boolean allowsModule(String module) {
    return modules.contains(module);
  }

  /** Returns this policy with further names that the host gives to guests. */
  public Policy withPredeclared(Iterable<String> names) {
    return new Policy(
        name,
        modules,
        refusedBuiltins,
        ImmutableSortedSet.<String>naturalOrder().addAll(predeclared).addAll(names).build(),
        classes,
        standardInput);
  }

  /** Returns SHA-256 of everything the policy says, in hexadecimal. */
  public String digest() {
    return Hashing.sha256().hashString(toString(), StandardCharsets.UTF_8).toString();
  }
}
