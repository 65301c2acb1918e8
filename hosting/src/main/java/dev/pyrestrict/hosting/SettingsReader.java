package dev.pyrestrict.hosting;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.math.LongMath;
import com.google.common.primitives.Ints;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Program;
import dev.pyrestrict.rewriter.Spelling;
import dev.pyrestrict.rewriter.TomlReader;
import dev.pyrestrict.runtime.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/** Reads an {@code app.toml} with all its mistakes. */
final class SettingsReader {
  private static final ImmutableSet<String> KEYS =
      Stream.concat(
              Stream.of(
                  "entry",
                  "kind",
                  "host",
                  "route",
                  "guests",
                  "isolation",
                  "policy",
                  "services.sql",
                  "services.memcache",
                  "services.session",
                  "services.fetch",
                  "services.interfaces",
                  "limits.cpu",
                  "limits.wall",
                  "limits.memory",
                  "limits.output",
                  "limits.recursion",
                  "limits.result",
                  "limits.steps",
                  "limits.start",
                  "limits.calls",
                  "limits.transfer",
                  "limits.connections"),
              ServiceLimits.KINDS.stream()
                  .flatMap(kind -> Stream.of(share(kind, "calls"), share(kind, "transfer"))))
          .collect(ImmutableSet.toImmutableSet());

  /** What importing may leave to be collected, in bytes. */
  private static final long START_MEMORY = 128L << 20;

  private final Path directory;
  private final ImmutableSet<String> modules;
  private final Function<String, Optional<String>> files;
  private final Path file;
  private final List<String> problems = new ArrayList<>();

  SettingsReader(
      Path directory, ImmutableSet<String> modules, Function<String, Optional<String>> files) {
    this.directory = directory;
    this.modules = modules;
    this.files = files;
    file = directory.resolve(ApplicationSettings.FILE);
  }

  static boolean mayBe(String text) {
    return TomlReader.read(text)
        .map(
            toml ->
                toml.hasErrors()
                    || toml.isEmpty()
                    || toml.dottedKeySet().stream().anyMatch(KEYS::contains))
        .orElse(true);
  }

  ApplicationSettings.Result read() {
    Optional<String> text = files.apply(ApplicationSettings.FILE);
    if (text.isEmpty()) {
      problems.add(file + ": can't be read");
    }
    Optional<TomlParseResult> toml = text.flatMap(TomlReader::read);
    if (text.isPresent() && toml.isEmpty()) {
      problem(file, 1, "it is nested too deeply");
    }
    Optional<ApplicationSettings> settings = toml.flatMap(this::settings);
    return new ApplicationSettings.Result(
        problems.isEmpty() ? settings : Optional.empty(), ImmutableList.copyOf(problems));
  }

  private Optional<ApplicationSettings> settings(TomlParseResult toml) {
    toml.errors().forEach(error -> problem(file, error.position().line(), error.getMessage()));
    for (String key : toml.dottedKeySet()) {
      if (!KEYS.contains(key)) {
        int line = toml.inputPositionOf(key).line();
        String hint = Spelling.question(key, KEYS).orElse("known: " + String.join(", ", KEYS));
        problem(file, line, "unknown key '" + key + "'; " + hint);
      }
    }
    Optional<Isolation> isolation = problems.isEmpty() ? isolation(toml) : Optional.empty();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(settings(toml, isolation));
    } catch (org.tomlj.TomlInvalidTypeException | IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      problem(file, lineOfFirstKey(toml, message), message);
      return Optional.empty();
    }
  }

  /** The line of the key that a message begins with, or talks of first. */
  private static int lineOfFirstKey(TomlParseResult toml, String message) {
    return Splitter.on('\'')
        .splitToStream(message)
        .filter(word -> KEYS.contains(word) && toml.contains(word))
        .findFirst()
        .map(key -> toml.inputPositionOf(key).line())
        .orElse(1);
  }

  private Optional<Isolation> isolation(TomlParseResult toml) {
    String key = "isolation";
    if (!toml.contains(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Isolation.named(String.valueOf(toml.get(key))));
    } catch (IllegalArgumentException e) {
      problem(file, toml.inputPositionOf(key).line(), "'isolation': " + e.getMessage());
      return Optional.empty();
    }
  }

  private ApplicationSettings settings(TomlParseResult toml, Optional<Isolation> isolation) {
    Address address =
        address(toml, directory.toAbsolutePath().normalize().getFileName().toString());
    long guests = toml.getLong("guests", () -> 2);
    if (guests < 1 || guests > 1000) {
      throw new IllegalArgumentException("'guests' is a number from 1 to 1000");
    }
    ImmutableSetMultimap<String, String> services = services(toml);
    Policy written = policy(toml);
    for (String service : services.keySet()) {
      if (!written.allowsService(service)) {
        throw new IllegalArgumentException(
            "'services."
                + service
                + "' is not for these guests: the policy's 'services.allow' does not have it");
      }
    }
    return new ApplicationSettings(
        entry(toml),
        address,
        ApplicationSettings.given(written, services),
        isolation,
        (int) guests,
        services,
        limits(toml),
        serviceLimits(toml),
        startLimits(toml));
  }

  private ApplicationSettings.Entry entry(TomlParseResult toml) {
    List<String> entry =
        Splitter.on(':').splitToList(toml.getString("entry", () -> "app:application"));
    if (entry.size() != 2 || !isDotted(entry.get(0)) || !isDotted(entry.get(1))) {
      throw new IllegalArgumentException(
          "'entry' names a module and a function: \"app:application\"");
    }
    String kind =
        toml.getString("kind", () -> entry.get(1).equals("application") ? "wsgi" : "handle");
    if (!kind.equals("wsgi") && !kind.equals("handle")) {
      throw new IllegalArgumentException("'kind' is \"wsgi\" or \"handle\"");
    }
    for (String module : modules) {
      if (ServiceClients.NAMES.contains(Program.imported(module))) {
        throw new IllegalArgumentException(
            "the module '" + module + "' has the name of a service's client: rename it");
      }
    }
    if (!Program.of(modules).contains(entry.get(0))) {
      throw new IllegalArgumentException(
          "'entry' names the module '" + entry.get(0) + "', and there is no such file");
    }
    return new ApplicationSettings.Entry(entry.get(0), entry.get(1), kind);
  }

  private Policy policy(TomlParseResult toml) {
    String name = toml.getString("policy", () -> "");
    if (name.isEmpty()) {
      return Policy.profile("default");
    }
    Path path = directory.resolve(name).normalize();
    String text =
        files
            .apply(directory.relativize(path).toString())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'policy' names " + path + ", which can't be read"));
    Policy.Loaded loaded = Policy.parse(text);
    loaded.diagnostics().forEach(d -> problem(path, d.span().line(), d.message()));
    if (loaded.policy().filter(Policy::allowsEverything).isPresent()) {
      throw new IllegalArgumentException(
          "'policy' names " + path + ", which refuses nothing: that is for tests of the rewriting");
    }
    return loaded.policy().orElse(Policy.profile("strict"));
  }

  private static Address address(TomlParseResult toml, String name) {
    Optional<String> host = Optional.ofNullable(toml.getString("host"));
    if (!host.map(given -> given.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?")).orElse(true)) {
      throw new IllegalArgumentException(
          "'host' is a name in lower case, without a port: \"books.example.org\"");
    }
    String usual = host.isPresent() ? "" : "/" + name;
    String route = CharMatcher.is('/').trimTrailingFrom(toml.getString("route", () -> usual));
    if (!route.isEmpty() && !route.matches("(/[A-Za-z0-9._~-]+)+")) {
      throw new IllegalArgumentException("'route' is a path: \"/" + name + "\"");
    }
    return new Address(host, route);
  }

  private static boolean isDotted(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");
  }

  private static ImmutableSetMultimap<String, String> services(TomlParseResult toml) {
    ImmutableSetMultimap.Builder<String, String> services = ImmutableSetMultimap.builder();
    for (String kind : List.of("sql", "memcache", "fetch", "interfaces")) {
      TomlArray names = toml.getArray("services." + kind);
      for (int i = 0; names != null && i < names.size(); i++) {
        String name = names.getString(i);
        if (kind.equals("fetch") && !FetchService.isPrefix(name)) {
          throw new IllegalArgumentException(
              "'services.fetch' holds addresses, like \"https://api.example.com/v1/\"");
        }
        if (kind.equals("interfaces") && !isDotted(name)) {
          throw new IllegalArgumentException("'services.interfaces' holds names, like \"pay\"");
        }
        services.put(kind, name);
      }
    }
    if (Boolean.TRUE.equals(toml.getBoolean("services.session"))) {
      services.put("session", "session");
    }
    return services.build();
  }

  private static Limits limits(TomlParseResult toml) {
    return new Limits(
        seconds(toml, "limits.cpu", Duration.ofSeconds(5)),
        seconds(toml, "limits.wall", Duration.ofSeconds(10)),
        mebibytes(toml.getLong("limits.memory", () -> 128)),
        mebibytes(toml.getLong("limits.output", () -> 1)),
        Ints.saturatedCast(toml.getLong("limits.recursion", Limits.DEFAULT::recursionDepth)),
        mebibytes(toml.getLong("limits.result", () -> Limits.DEFAULT.resultBytes() >> 20)),
        Optional.ofNullable(toml.getLong("limits.steps")));
  }

  private static ServiceLimits serviceLimits(TomlParseResult toml) {
    ServiceLimits usual = ServiceLimits.DEFAULT;
    long calls = toml.getLong("limits.calls", usual::calls);
    long transfer = toml.getLong("limits.transfer", () -> usual.bytes() >> 20);
    ImmutableMap.Builder<String, ServiceLimits.Share> shares = ImmutableMap.builder();
    for (String kind : ServiceLimits.KINDS) {
      if (toml.contains("limits." + kind)) {
        shares.put(
            kind,
            new ServiceLimits.Share(
                toml.getLong(share(kind, "calls"), () -> calls),
                mebibytes(toml.getLong(share(kind, "transfer"), () -> transfer))));
      }
    }
    return new ServiceLimits(
        calls,
        mebibytes(transfer),
        toml.getLong("limits.connections", usual::connections),
        shares.build());
  }

  private static String share(String kind, String key) {
    return "limits." + kind + "." + key;
  }

  /** Imports are paid once, on a machine that may be busy: they get more than a request. */
  private static Limits startLimits(TomlParseResult toml) {
    Limits limits = limits(toml);
    Duration cpu = seconds(toml, "limits.start", Duration.ofSeconds(10));
    return limits
        .withCpu(cpu.compareTo(limits.cpu()) > 0 ? cpu : limits.cpu())
        .withWall(limits.wall().plus(cpu.multipliedBy(3)))
        .withMemoryBytes(Math.max(limits.memoryBytes(), START_MEMORY))
        .withSteps(Optional.empty());
  }

  /** As many as a long holds when there are more. */
  private static long mebibytes(long number) {
    return LongMath.saturatedMultiply(number, 1 << 20);
  }

  private static Duration seconds(TomlParseResult toml, String key, Duration usual) {
    Object value = toml.get(key);
    if (value == null) {
      return usual;
    }
    if (!(value instanceof Number number) || !(number.doubleValue() > 0)) {
      throw new IllegalArgumentException("'" + key + "' is a number of seconds");
    }
    return Duration.ofNanos((long) (number.doubleValue() * 1e9));
  }

  private void problem(Path file, int line, String message) {
    problems.add(file + ":" + line + ": " + message);
  }
}
