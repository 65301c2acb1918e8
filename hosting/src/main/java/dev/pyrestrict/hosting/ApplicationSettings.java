package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Program;
import dev.pyrestrict.runtime.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an application's {@code app.toml} says.
 *
 * @param policy that its modules are compiled under, with what the host gives them by name
 * @param isolation where its guests live; empty for where those of the server do
 * @param guests how many there are at most, each answers one request at a time
 * @param services names of services by kind
 * @param limits of each request
 * @param serviceLimits what a request may ask of services
 * @param startLimits of the run that makes a guest ready
 */
public record ApplicationSettings(
    Entry entry,
    Address address,
    Policy policy,
    Optional<Isolation> isolation,
    int guests,
    ImmutableSetMultimap<String, String> services,
    Limits limits,
    ServiceLimits serviceLimits,
    Limits startLimits) {
  /** The file that makes a directory an application. */
  public static final String FILE = "app.toml";

  /**
   * What answers a request.
   *
   * @param kind {@code "wsgi"} or {@code "handle"}
   */
  public record Entry(String module, String function, String kind) {}

  /**
   * The settings, or what is wrong, each problem in a line of its own that begins with the file.
   */
  public record Result(Optional<ApplicationSettings> settings, ImmutableList<String> problems) {}

  /**
   * Reports whether a file of that name may be an application's: one that speaks of nothing but
   * other things is some other program's.
   */
  public static boolean mayBe(String toml) {
    return SettingsReader.mayBe(toml);
  }

  /** Reports whether a directory is that of an application. */
  public static boolean isAt(Path directory) {
    return Files.isRegularFile(directory.resolve(FILE));
  }

  /** Returns another policy as it is for this application: with what the host gives it by name. */
  public Policy given(Policy other) {
    return given(other, services);
  }

  static Policy given(Policy policy, ImmutableSetMultimap<String, String> services) {
    return policy
        .withPredeclared(ServiceClients.PREDECLARED)
        .withPredeclared(services.get("interfaces"));
  }

  /** Returns what modules of an application may import besides Python's library. */
  public static Program program(ImmutableSet<String> modules) {
    return Program.of(
        ImmutableSet.<String>builder().addAll(modules).addAll(ServiceClients.NAMES).build());
  }

  /**
   * Reads the settings of an application.
   *
   * @param directory its own, to name its files by
   * @param modules that it has, in the form that {@link Program#of} takes
   * @param files the texts of its files, by their names from the directory on
   */
  public static Result read(
      Path directory, ImmutableSet<String> modules, Function<String, Optional<String>> files) {
    return new SettingsReader(directory, modules, files).read();
  }
}
