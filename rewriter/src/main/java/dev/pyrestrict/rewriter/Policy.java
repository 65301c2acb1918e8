package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.hash.Hashing;
import dev.pyrestrict.grammar.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What guests may do. Immutable. The one authority on names: the tables say what is decided about
 * them in general, the policy what these guests get of it.
 *
 * @param name the profile it is, or extends
 * @param refusedFeatures parts of the language that guests do without
 * @param modules modules that may be imported
 * @param members of the modules that guests don't get whole, what they get of each
 * @param allowedBuiltins of the builtins that a policy has to name, those it names
 * @param refusedBuiltins builtins refused in addition to the table's
 * @param predeclared names the host gives to guests
 * @param refusedNames names that guests may neither bind nor use
 * @param allowedAttributes private attributes of library types, as {@code module.Type._name}
 * @param refusedAttributes attributes refused in addition to the table's: {@code name} for every
 *     object, {@code module.Type.name} where that type has it
 * @param services kinds of services that guests may be granted; all that the host has where it is
 *     empty
 * @param limits what a run may use
 * @param standardInput whether {@code pyrestrict run} hands its standard input on to the guest
 * @param rules what the host refuses in Java besides
 */
public record Policy(
    String name,
    ImmutableSortedSet<LanguageFeature> refusedFeatures,
    ImmutableSortedSet<String> modules,
    ImmutableSortedMap<String, ImmutableSortedSet<String>> members,
    ImmutableSortedSet<String> allowedBuiltins,
    ImmutableSortedSet<String> refusedBuiltins,
    ImmutableSortedSet<String> predeclared,
    ImmutableSortedSet<String> refusedNames,
    ImmutableSortedSet<String> allowedAttributes,
    ImmutableSortedSet<String> refusedAttributes,
    Optional<ImmutableSortedSet<String>> services,
    PolicyLimits limits,
    boolean standardInput,
    AttributeRules rules) {
  /**
   * The profile that allows everything: no program is refused, every guard is called and lets
   * everything pass. It shows that rewriting changes nothing; it protects from nothing.
   */
  public static final String EVERYTHING = "everything";

  /** The profile that judges programs as RestrictedPython does. */
  public static final String ZOPE = "zope";

  /** The profiles that are built in. */
  public static final ImmutableSet<String> PROFILES =
      ImmutableSet.of("default", "strict", ZOPE, EVERYTHING);

  private static final AttributeTable.Load PLAIN = new AttributeTable.Plain();
  private static final AttributeTable.Load BY_TYPE = new AttributeTable.ByType();
  private static final AttributeTable.Load REFUSED =
      new AttributeTable.Refused("the policy refuses it");

  /**
   * Returns a built-in profile.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Policy profile(String name) {
    ImmutableSortedSet<String> none = ImmutableSortedSet.of();
    return switch (name) {
      case "default", ZOPE, EVERYTHING ->
          new Policy(
              name,
              ImmutableSortedSet.of(),
              ImmutableSortedSet.copyOf(ModuleTable.modules()),
              ImmutableSortedMap.of(),
              none,
              none,
              none,
              none,
              none,
              none,
              Optional.empty(),
              PolicyLimits.NONE,
              false,
              AttributeRules.NONE);
      case "strict" ->
          new Policy(
              name,
              ImmutableSortedSet.of(LanguageFeature.CLASSES),
              none,
              ImmutableSortedMap.of(),
              none,
              ImmutableSortedSet.of("open", "input"),
              none,
              none,
              none,
              none,
              Optional.empty(),
              PolicyLimits.NONE,
              false,
              AttributeRules.NONE);
      default -> throw new IllegalArgumentException("there is no profile '" + name + "'");
    };
  }

  /**
   * Either the policy or what is wrong with its file.
   *
   * @param lines where the file says what, by key and value as in {@code modules.allow json}
   */
  public record Loaded(
      Optional<Policy> policy,
      ImmutableList<Diagnostic> diagnostics,
      ImmutableMap<String, Integer> lines) {
    /** What is wrong with a file that could not be read. */
    public Loaded(ImmutableList<Diagnostic> diagnostics) {
      this(Optional.empty(), diagnostics, ImmutableMap.of());
    }
  }

  /**
   * Reads a policy from TOML; unknown keys, values of the wrong kind and contradictions are errors
   * with their line.
   */
  public static Loaded parse(String toml) {
    return PolicyReader.read(toml, "");
  }

  /**
   * Reads a policy from the table {@code [tool.pyrestrict]} of a {@code pyproject.toml}.
   *
   * @return nothing when the file has no such table
   */
  public static Optional<Loaded> parseProject(String toml) {
    return PolicyReader.hasTable(toml, "tool.pyrestrict")
        ? Optional.of(PolicyReader.read(toml, "tool.pyrestrict"))
        : Optional.empty();
  }

  /** Returns a policy file that says the same, no more than needed. */
  public String toToml() {
    return PolicyWriter.difference(this);
  }

  /** Reports whether this is the profile {@link #EVERYTHING}, which protects from nothing. */
  public boolean allowsEverything() {
    return name.equals(EVERYTHING);
  }

  /** Reports whether programs are judged by RestrictedPython's rules before all others. */
  public boolean judgesAsZope() {
    return name.equals(ZOPE);
  }

  /** Reports whether guests may use a part of the language. */
  public boolean allows(LanguageFeature feature) {
    return !refusedFeatures.contains(feature);
  }

  /** Reports whether guests may import the module. */
  public boolean allowsModule(String module) {
    return allowsEverything() || modules.contains(module);
  }

  /**
   * Returns the members of a module's facade that guests get, separated by spaces; nothing when
   * there is no such facade.
   */
  public Optional<String> members(String module) {
    ImmutableSortedSet<String> some = members.get(module);
    return some == null
        ? ModuleTable.members(module)
        : ModuleTable.members(module).map(all -> String.join(" ", some));
  }

  /** Reports whether guests get that member of a module; what is no member they don't. */
  boolean allowsMember(String module, String member) {
    ImmutableSortedSet<String> some = members.get(module);
    return some == null || some.contains(member);
  }

  /**
   * Returns what {@code from module import *} binds; nothing when that is not known. It may bind a
   * name more than CPython, where a module's {@code __all__} leaves out a public one.
   */
  Optional<ImmutableList<String>> publicMembers(String module) {
    return members(module)
        .map(
            members ->
                Splitter.on(' ')
                    .omitEmptyStrings()
                    .splitToStream(members)
                    .filter(member -> !member.startsWith("_"))
                    .filter(member -> load(member) instanceof AttributeTable.Plain)
                    .collect(ImmutableList.toImmutableList()));
  }

  /** Decides how a builtin reaches guests; never {@link BuiltinTable.OnRequest}. */
  public BuiltinTable.Decision builtin(String builtin) {
    if (allowsEverything()) {
      return new BuiltinTable.AsIs();
    }
    if (refusedBuiltins.contains(builtin)) {
      return new BuiltinTable.Refused("the policy refuses it");
    }
    BuiltinTable.Decision decision = BuiltinTable.decision(builtin);
    if (decision instanceof BuiltinTable.OnRequest(String reason)) {
      return allowedBuiltins.contains(builtin)
          ? new BuiltinTable.Guarded()
          : new BuiltinTable.Refused(reason);
    }
    return decision;
  }

  /** Decides a read of an attribute by its name. */
  public AttributeTable.Load load(String attribute) {
    if (allowsEverything()) {
      return PLAIN;
    }
    AttributeTable.Load decided = AttributeTable.load(attribute);
    boolean isAll = refusedAttributes.isEmpty() && rules.all().isEmpty();
    if (isAll || decided instanceof AttributeTable.Refused) {
      return decided;
    }
    if (refusedAttributes.contains(attribute)) {
      return REFUSED;
    }
    Optional<String> refusal = rules.refusalByName(attribute);
    if (refusal.isPresent()) {
      return new AttributeTable.Refused(refusal.get());
    }
    return rules.asksLater(attribute)
            || refusedAttributes.stream().anyMatch(refused -> refused.endsWith("." + attribute))
        ? BY_TYPE
        : decided;
  }

  /**
   * Reports whether an object's type may settle whether one of its private names is refused, beside
   * whose type it is.
   */
  public boolean judgesPrivateNamesByType() {
    return rules.all().stream().anyMatch(AttributeRule.Later.class::isInstance)
        || refusedAttributes.stream().anyMatch(refused -> refused.contains("._"));
  }

  /** Returns why an attribute of that name can't be set or deleted on an object, if so. */
  public Optional<String> storeRefusal(String attribute) {
    if (allowsEverything()) {
      return Optional.empty();
    }
    return refusedAttributes.contains(attribute)
        ? Optional.of("the policy refuses it")
        : rules.refusalByName(attribute).or(() -> AttributeTable.storeRefusal(attribute));
  }

  /** Returns why a class body can't bind that name, if so. */
  public Optional<String> definitionRefusal(String attribute) {
    return allowsEverything() ? Optional.empty() : AttributeTable.definitionRefusal(attribute);
  }

  /** Reports whether the policy refuses an attribute where a library's type defines it. */
  public boolean refusesAttribute(String type, String attribute) {
    return refusedAttributes.contains(type + "." + attribute);
  }

  /** Reports whether the policy allows a private attribute that a library's type defines. */
  public boolean allowsAttribute(String type, String attribute) {
    return allowedAttributes.contains(type + "." + attribute);
  }

  /** Reports whether guests may be granted services of a kind. */
  public boolean allowsService(String kind) {
    return services.isEmpty() || services.get().contains(kind);
  }

  /** Returns this policy with further names that the host gives to guests. */
  public Policy withPredeclared(Iterable<String> names) {
    return with(
        ImmutableSortedSet.<String>naturalOrder().addAll(predeclared).addAll(names).build(), rules);
  }

  /** Returns this policy with further rules of the host's. */
  public Policy withRules(AttributeRule... further) {
    return with(
        predeclared,
        new AttributeRules(
            ImmutableList.<AttributeRule>builder().addAll(rules.all()).add(further).build()));
  }

  private Policy with(ImmutableSortedSet<String> newPredeclared, AttributeRules newRules) {
    return new Policy(
        name,
        refusedFeatures,
        modules,
        members,
        allowedBuiltins,
        refusedBuiltins,
        newPredeclared,
        refusedNames,
        allowedAttributes,
        refusedAttributes,
        services,
        limits,
        standardInput,
        newRules);
  }

  /** Returns SHA-256 of everything the policy says, in hexadecimal. */
  public String digest() {
    return Hashing.sha256().hashString(toString(), StandardCharsets.UTF_8).toString();
  }

  static ImmutableSortedSet<String> without(
      ImmutableSortedSet<String> names, Predicate<String> which) {
    return names.stream()
        .filter(which.negate())
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }
}
