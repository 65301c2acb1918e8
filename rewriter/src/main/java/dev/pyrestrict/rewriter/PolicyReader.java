package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.collect.ImmutableSortedSet.toImmutableSortedSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.Identifiers;
import dev.pyrestrict.grammar.ast.Span;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads policy files, with all the mistakes in one. */
final class PolicyReader {
  /** What a key's value has to be. */
  private enum Kind {
    STRING("a string"),
    BOOLEAN("true or false"),
    STRINGS("an array of strings"),
    TIME("a time above 0, as in \"500ms\" or \"2s\""),
    SIZE("a size above 0, as in \"256MB\""),
    DEPTH("a number from " + PolicyLimits.SHALLOWEST + " to " + PolicyLimits.DEEPEST),
    RESULT("a size from \"1MB\" to \"1GB\""),
    COUNT("a number above 0");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    boolean fits(Object value) {
      return switch (this) {
        case STRING -> value instanceof String;
        case BOOLEAN -> value instanceof Boolean;
        case STRINGS ->
            value instanceof TomlArray array
                && array.toList().stream().allMatch(String.class::isInstance);
        case TIME -> value instanceof String text && PolicyLimits.time(text).isPresent();
        case SIZE -> value instanceof String text && PolicyLimits.size(text).isPresent();
        case DEPTH -> value instanceof Long calls && PolicyLimits.isDepth(calls);
        case RESULT ->
            value instanceof String text
                && PolicyLimits.size(text).filter(PolicyLimits::isResult).isPresent();
        case COUNT -> value instanceof Long number && number > 0;
      };
    }
  }

  private static final ImmutableMap<String, Kind> KEYS = keys();

  private static final ImmutableSet<String> TABLES =
      KEYS.keySet().stream()
          .filter(key -> key.contains("."))
          .map(key -> key.substring(0, key.indexOf('.')))
          .collect(toImmutableSet());

  private final String prefix;
  private final TomlParseResult file;
  private final ImmutableList.Builder<Diagnostic> problems = ImmutableList.builder();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  private PolicyReader(TomlParseResult file, String prefix) {
    this.file = file;
    this.prefix = prefix;
  }

  private static ImmutableMap<String, Kind> keys() {
    ImmutableMap.Builder<String, Kind> keys = ImmutableMap.builder();
    keys.put("extends", Kind.STRING);
    keys.put("standard_input", Kind.BOOLEAN);
    for (LanguageFeature feature : LanguageFeature.values()) {
      keys.put("language." + feature.key(), Kind.BOOLEAN);
    }
    for (String key :
        new String[] {
          "names.predeclared",
          "names.refuse",
          "attributes.allow",
          "attributes.refuse",
          "builtins.allow",
          "builtins.refuse",
          "modules.allow",
          "modules.refuse",
          "services.allow"
        }) {
      keys.put(key, Kind.STRINGS);
    }
    keys.put("limits.cpu", Kind.TIME);
    keys.put("limits.wall", Kind.TIME);
    keys.put("limits.memory", Kind.SIZE);
    keys.put("limits.output", Kind.SIZE);
    keys.put("limits.recursion", Kind.DEPTH);
    keys.put("limits.result", Kind.RESULT);
    keys.put("limits.steps", Kind.COUNT);
    return keys.buildOrThrow();
  }

  /**
   * Reports whether the file has the table, or may have it: whoever reads it says what is wrong.
   */
  static boolean hasTable(String toml, String table) {
    return TomlReader.read(toml).map(file -> file.hasErrors() || file.contains(table)).orElse(true);
  }

  /**
   * Reads the policy in a table of a file.
   *
   * @param table dotted, "" for all of the file
   */
  static Policy.Loaded read(String toml, String table) {
    Optional<TomlParseResult> file = TomlReader.read(toml);
    if (file.isEmpty()) {
      return new Policy.Loaded(
          ImmutableList.of(
              Diagnostic.error("PR0901", new Span(1, 0, 1, 0), "the file is nested too deeply")));
    }
    PolicyReader reader = new PolicyReader(file.get(), table.isEmpty() ? "" : table + ".");
    Optional<Policy> policy = reader.read();
    ImmutableList<Diagnostic> problems =
        ImmutableList.sortedCopyOf(
            Comparator.<Diagnostic>comparingInt(d -> d.span().line())
                .thenComparingInt(d -> d.span().column()),
            reader.problems.build());
    return new Policy.Loaded(
        problems.isEmpty() ? policy : Optional.empty(),
        problems,
        ImmutableMap.copyOf(reader.lines));
  }

  private Optional<Policy> read() {
    for (TomlParseError error : file.errors()) {
      problems.add(Diagnostic.error("PR0901", span(error.position()), error.getMessage()));
    }
    if (file.hasErrors()) {
      return Optional.empty();
    }
    if (!prefix.isEmpty() && !file.isTable(table())) {
      problems.add(
          Diagnostic.error(
              "PR0903", span(file.inputPositionOf(table())), "'" + table() + "' must be a table"));
      return Optional.empty();
    }
    boolean valid = true;
    for (String key : written()) {
      valid &= checkKey(key);
    }
    String base = text("extends").orElse("default");
    if (!Policy.PROFILES.contains(base)) {
      valid = false;
      problem(
          "PR0904",
          "extends",
          "there is no profile '" + base + "'",
          Spelling.question(base, Policy.PROFILES)
              .orElse("profiles: " + String.join(", ", Policy.PROFILES)));
    }
    checkEntries();
    return valid ? Optional.of(policy(Policy.profile(base))) : Optional.empty();
  }

  /** The name of the table that is read, of those that are not all of a file. */
  private String table() {
    return prefix.substring(0, prefix.length() - 1);
  }

  /** The keys that the file has, without the prefix; a key that holds a table counts as well. */
  private ImmutableList<String> written() {
    TomlTable table = prefix.isEmpty() ? file : file.getTable(table());
    ImmutableList.Builder<String> keys = ImmutableList.builder();
    for (String top : table.keySet()) {
      Object value = table.get(ImmutableList.of(top));
      if (value instanceof TomlTable inner && TABLES.contains(top)) {
        inner.keySet().forEach(key -> keys.add(top + "." + key));
      } else {
        keys.add(top);
      }
    }
    return keys.build();
  }

  private boolean checkKey(String key) {
    Kind kind = KEYS.get(key);
    if (kind == null) {
      problem(
          "PR0902",
          key,
          "unknown key '" + key + "'",
          Spelling.question(key, Iterables.concat(KEYS.keySet(), TABLES))
              .orElse("known keys: " + String.join(", ", KEYS.keySet())));
      return false;
    }
    if (!kind.fits(value(key))) {
      problem("PR0903", key, "'" + key + "' must be " + kind.words, "");
      return false;
    }
    if (kind == Kind.STRINGS) {
      TomlArray array = (TomlArray) value(key);
      for (int i = 0; i < array.size(); i++) {
        lines.put(key + " " + array.getString(i), array.inputPositionOf(i).line());
      }
    } else {
      lines.put(key, position(key).line());
    }
    return true;
  }

  private Policy policy(Policy profile) {
    ImmutableList<String> allowedModules = strings("modules.allow");
    ImmutableList<String> refusedModules = strings("modules.refuse");
    ImmutableList<String> allowedBuiltins = strings("builtins.allow");
    ImmutableList<String> refusedBuiltins = strings("builtins.refuse");
    Modules modules = modules(profile, allowedModules, refusedModules);
    return new Policy(
        profile.name(),
        features(profile),
        modules.whole,
        modules.members,
        sorted(
            Iterables.filter(
                allowedBuiltins,
                name -> BuiltinTable.decision(name) instanceof BuiltinTable.OnRequest)),
        sorted(
            Sets.union(
                Sets.difference(profile.refusedBuiltins(), Set.copyOf(allowedBuiltins)),
                Set.copyOf(refusedBuiltins))),
        sorted(strings("names.predeclared")),
        sorted(strings("names.refuse")),
        sorted(strings("attributes.allow")),
        sorted(strings("attributes.refuse")),
        value("services.allow") == null
            ? Optional.empty()
            : Optional.of(sorted(strings("services.allow"))),
        new PolicyLimits(
            time("limits.cpu"),
            time("limits.wall"),
            size("limits.memory"),
            size("limits.output"),
            number("limits.recursion").map(Math::toIntExact),
            size("limits.result"),
            number("limits.steps")),
        truth("standard_input").orElse(profile.standardInput()),
        profile.rules());
  }

  private ImmutableSortedSet<LanguageFeature> features(Policy profile) {
    return Arrays.stream(LanguageFeature.values())
        .filter(feature -> !truth("language." + feature.key()).orElse(profile.allows(feature)))
        .collect(toImmutableSortedSet(Comparator.naturalOrder()));
  }

  // --- modules and their members
  // -----------------------------------------------------------------------------------------

  private record Modules(
      ImmutableSortedSet<String> whole,
      ImmutableSortedMap<String, ImmutableSortedSet<String>> members) {}

  /** An entry is a module, or a member of one: {@code "time"}, {@code "time.sleep"}. */
  private Modules modules(
      Policy profile, ImmutableList<String> allowed, ImmutableList<String> refused) {
    TreeSet<String> modules = new TreeSet<>(profile.modules());
    TreeMap<String, TreeSet<String>> members = new TreeMap<>();
    for (String entry : allowed) {
      Optional<String> module = moduleOfMember(entry);
      if (module.isEmpty()) {
        modules.add(entry);
      } else if (!modules.contains(module.get()) || members.containsKey(module.get())) {
        modules.add(module.get());
        members.computeIfAbsent(module.get(), ignored -> new TreeSet<>()).add(member(entry));
      }
    }
    for (String entry : refused) {
      Optional<String> module = moduleOfMember(entry);
      if (module.isEmpty()) {
        modules.remove(entry);
        members.remove(entry);
      } else if (modules.contains(module.get())) {
        members
            .computeIfAbsent(module.get(), name -> new TreeSet<>(ModuleTable.memberNames(name)))
            .remove(member(entry));
      }
    }
    ImmutableSortedMap.Builder<String, ImmutableSortedSet<String>> parts =
        ImmutableSortedMap.naturalOrder();
    members.forEach((module, names) -> parts.put(module, ImmutableSortedSet.copyOf(names)));
    return new Modules(ImmutableSortedSet.copyOf(modules), parts.buildOrThrow());
  }

  /** The module that an entry names a member of; nothing when the entry is no member's. */
  private static Optional<String> moduleOfMember(String entry) {
    int dot = entry.lastIndexOf('.');
    return dot < 0 || ModuleTable.modules().contains(entry)
        ? Optional.empty()
        : Optional.of(entry.substring(0, dot))
            .filter(module -> ModuleTable.memberNames(module).contains(member(entry)));
  }

  private static String member(String entry) {
    return entry.substring(entry.lastIndexOf('.') + 1);
  }

  private void checkRefusedModules(ImmutableList<String> refused) {
    for (String entry : refused) {
      if (ModuleTable.modules().contains(entry) || moduleOfMember(entry).isPresent()) {
        continue;
      }
      int dot = entry.lastIndexOf('.');
      String module = dot < 0 ? "" : entry.substring(0, dot);
      if (ModuleTable.isGuestCode(module)) {
        unknown(
            "modules.refuse",
            entry,
            "members of '" + module + "' can't be refused one by one",
            "refuse \"" + module + "\"");
        continue;
      }
      unknown(
          "modules.refuse",
          entry,
          "guests have no module '" + entry + "' that could be refused",
          nearest(
              entry,
              ModuleTable.modules().contains(module)
                  ? Iterables.transform(
                      ModuleTable.memberNames(module), name -> module + "." + name)
                  : ModuleTable.modules()));
    }
  }

  // --- names that do not exist, and contradictions
  // -----------------------------------------------------------------------------------------

  /** Of the keys that hold what they have to, whatever the others do. */
  private void checkEntries() {
    checkBoth("modules", "module");
    checkBoth("builtins", "builtin");
    checkBoth("attributes", "attribute");
    checkBuiltins("builtins.allow");
    checkBuiltins("builtins.refuse");
    checkRefusedModules(strings("modules.refuse"));
    checkPredeclared(strings("names.predeclared"));
    checkSpelling("names.refuse", "name", 1);
    checkSpelling("attributes.refuse", "attribute", Integer.MAX_VALUE);
    checkAttributes();
  }

  /** What can't be written in a program can't be refused to it either. */
  private void checkSpelling(String key, String what, int mostParts) {
    for (String entry : strings(key)) {
      List<String> parts = Splitter.on('.').splitToList(entry);
      if (parts.size() > mostParts || !parts.stream().allMatch(Identifiers::isIdentifier)) {
        unknown(
            key, entry, "'" + entry + "' is no " + what + " that guests could use", "remove it");
      }
    }
  }

  private void checkBoth(String table, String what) {
    ImmutableList<String> allowed = strings(table + ".allow");
    for (String name : strings(table + ".refuse")) {
      if (allowed.contains(name)) {
        unknownOr(
            "PR0905",
            table + ".allow",
            name,
            what + " '" + name + "' is both allowed and refused",
            "remove it from one of them");
      }
    }
  }

  private void checkBuiltins(String key) {
    for (String name : strings(key)) {
      if (!BuiltinTable.contains(name)) {
        unknown(
            key, name, "there is no builtin '" + name + "'", nearest(name, BuiltinTable.names()));
      } else if (key.equals("builtins.allow")
          && BuiltinTable.decision(name) instanceof BuiltinTable.Refused(String reason)) {
        unknown(
            key, name, "no policy can allow the builtin '" + name + "': " + reason, "remove it");
      }
    }
  }

  private void checkPredeclared(ImmutableList<String> predeclared) {
    for (String name : predeclared) {
      if (strings("names.refuse").contains(name)) {
        unknownOr(
            "PR0905",
            "names.predeclared",
            name,
            "name '" + name + "' is both predeclared and refused",
            "remove it from one of them");
      }
      if (!Identifiers.isIdentifier(name)
          || AttributeTable.isReserved(name)
          || AttributeTable.isSpecial(name)) {
        unknown(
            "names.predeclared",
            name,
            "'" + name + "' is no name that guests could use",
            "predeclare a name without underscores at its ends");
      }
    }
  }

  private void checkAttributes() {
    for (String entry : strings("attributes.allow")) {
      String attribute = member(entry);
      if (!entry.contains(".")) {
        unknown(
            "attributes.allow",
            entry,
            "an attribute is allowed for one type, not for all objects",
            "write module.Type." + entry);
      } else if (AttributeTable.load(attribute) instanceof AttributeTable.Refused(String reason)) {
        unknown(
            "attributes.allow",
            entry,
            "no policy can allow the attribute '" + attribute + "': " + reason,
            "remove it");
      } else if (AttributeTable.isSpecial(attribute) || !attribute.startsWith("_")) {
        unknown(
            "attributes.allow",
            entry,
            "'" + attribute + "' is not private: nothing has to allow it",
            "remove it");
      }
    }
  }

  private static String nearest(String name, Iterable<String> candidates) {
    return Spelling.question(name, candidates).orElse("remove it");
  }

  private void unknown(String key, String entry, String message, String hint) {
    unknownOr("PR0906", key, entry, message, hint);
  }

  private void unknownOr(String rule, String key, String entry, String message, String hint) {
    TomlArray array = (TomlArray) value(key);
    TomlPosition at = position(key);
    for (int i = 0; i < array.size(); i++) {
      if (array.getString(i).equals(entry)) {
        at = array.inputPositionOf(i);
      }
    }
    problems.add(Diagnostic.error(rule, span(at), message, hint));
  }

  private void problem(String rule, String key, String message, String hint) {
    problems.add(
        hint.isEmpty()
            ? Diagnostic.error(rule, span(position(key)), message)
            : Diagnostic.error(rule, span(position(key)), message, hint));
  }

  // --- values
  // -----------------------------------------------------------------------------------------

  /** A key as the file has it: the table's name, and its own, which may hold dots. */
  private ImmutableList<String> path(String key) {
    ImmutableList.Builder<String> path = ImmutableList.builder();
    if (!prefix.isEmpty()) {
      path.addAll(Splitter.on('.').omitEmptyStrings().split(prefix));
    }
    int dot = key.indexOf('.');
    if (dot < 0) {
      return path.add(key).build();
    }
    return path.add(key.substring(0, dot), key.substring(dot + 1)).build();
  }

  private Object value(String key) {
    return file.get(path(key));
  }

  private TomlPosition position(String key) {
    return file.inputPositionOf(path(key));
  }

  private Optional<String> text(String key) {
    return value(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private Optional<Boolean> truth(String key) {
    return value(key) instanceof Boolean truth ? Optional.of(truth) : Optional.empty();
  }

  private Optional<Duration> time(String key) {
    return text(key).flatMap(PolicyLimits::time);
  }

  private Optional<Long> size(String key) {
    return text(key).flatMap(PolicyLimits::size);
  }

  private Optional<Long> number(String key) {
    return value(key) instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  private ImmutableList<String> strings(String key) {
    return value(key) instanceof TomlArray array && Kind.STRINGS.fits(array)
        ? array.toList().stream().map(String.class::cast).collect(toImmutableList())
        : ImmutableList.of();
  }

  private static ImmutableSortedSet<String> sorted(Iterable<String> names) {
    return ImmutableSortedSet.copyOf(names);
  }

  private static Span span(TomlPosition position) {
    int line = position == null ? 1 : position.line();
    int column = position == null ? 0 : position.column() - 1;
    return new Span(line, column, line, column + 1);
  }

  /** Returns the keys of policy files. */
  static ImmutableSet<String> known() {
    return KEYS.keySet();
  }
}
