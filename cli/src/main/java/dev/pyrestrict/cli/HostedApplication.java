package dev.pyrestrict.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import dev.pyrestrict.hosting.ApplicationSettings;
import dev.pyrestrict.rewriter.Artifact;
import dev.pyrestrict.rewriter.ArtifactDirectory;
import dev.pyrestrict.rewriter.ArtifactTree;
import dev.pyrestrict.rewriter.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An application that {@code serve} serves, among what another command was given: a directory with
 * an {@code app.toml}. Its modules are judged as {@code serve} judges them: they may import the
 * clients of services, and what they import of each other lies below that directory.
 *
 * @param modules by their dotted names
 */
record HostedApplication(
    Path directory, ImmutableSet<String> modules, ApplicationSettings settings) {
  private static final long LARGEST = 1 << 20;

  /**
   * Returns the files, those of applications with the application and what they may import.
   *
   * @param root the directory that they were found below
   * @throws UsageException when an {@code app.toml} can't be used
   */
  static ImmutableList<Input> among(ImmutableList<Input> inputs, Path root) {
    Map<Path, Boolean> known = new HashMap<>();
    Map<Path, List<Input>> byDirectory = new LinkedHashMap<>();
    for (Input input : inputs) {
      nearest(input.path().orElseThrow(), root, known)
          .ifPresent(
              directory ->
                  byDirectory.computeIfAbsent(directory, d -> new ArrayList<>()).add(input));
    }
    Map<Path, Input> modules = new HashMap<>();
    byDirectory.forEach(
        (directory, files) ->
            modules(directory, files)
                .forEach(module -> modules.put(module.path().orElseThrow(), module)));
    return inputs.stream()
        .map(input -> modules.getOrDefault(input.path().orElseThrow(), input))
        .collect(toImmutableList());
  }

  /**
   * Returns the nearest directory above a file, up to the root, that is an application's.
   *
   * @param known what is known of directories, to be added to
   */
  private static Optional<Path> nearest(Path file, Path root, Map<Path, Boolean> known) {
    for (Path above = file.getParent();
        above != null && above.startsWith(root);
        above = above.getParent()) {
      if (known.computeIfAbsent(above, HostedApplication::isAt)) {
        return Optional.of(above);
      }
    }
    return Optional.empty();
  }

  /** A link is no application's, as it is no program: it may lead to what is not the author's. */
  private static boolean isAt(Path directory) {
    return Files.isRegularFile(
            directory.resolve(ApplicationSettings.FILE), LinkOption.NOFOLLOW_LINKS)
        && text(directory, ApplicationSettings.FILE).map(ApplicationSettings::mayBe).orElse(true);
  }

  private static ImmutableList<Input> modules(Path directory, List<Input> files) {
    ImmutableList<Input> modules =
        files.stream()
            .map(file -> file.at(directory.relativize(file.path().orElseThrow())))
            .collect(toImmutableList());
    ImmutableSet<String> names = modules.stream().map(Input::module).collect(toImmutableSet());
    HostedApplication application =
        new HostedApplication(
            directory, names, settings(directory, names, name -> text(directory, name)));
    Program program = ApplicationSettings.program(names).withSources(Inputs.texts(modules));
    return modules.stream()
        .map(module -> module.in(program).of(application))
        .collect(toImmutableList());
  }

  /**
   * Returns what the application of a tree of artifacts says, where the tree is one's.
   *
   * @throws UsageException when its {@code app.toml} can't be used
   */
  static Optional<ApplicationSettings> settings(Path tree, ArtifactDirectory artifacts) {
    return artifacts.text(ApplicationSettings.FILE).isPresent()
        ? Optional.of(settings(tree, artifacts.modules(), artifacts::text))
        : Optional.empty();
  }

  private static ApplicationSettings settings(
      Path directory, ImmutableSet<String> modules, Function<String, Optional<String>> files) {
    ApplicationSettings.Result result = ApplicationSettings.read(directory, modules, files);
    return result
        .settings()
        .orElseThrow(() -> new UsageException(String.join("\npyrestrict: ", result.problems())));
  }

  /**
   * Returns the files that belong to the application beside its modules, by their names: its {@code
   * app.toml}, the policy, what its guests read.
   *
   * @param exclude as in {@link Inputs#find}
   * @throws UsageException when the policy is not among them
   */
  ImmutableSortedMap<String, ByteSource> files(List<String> exclude) {
    ImmutableSortedMap.Builder<String, ByteSource> found = ImmutableSortedMap.naturalOrder();
    for (Path file : Inputs.others(directory, exclude)) {
      String name = directory.relativize(file).toString();
      if (!name.endsWith(Artifact.SUFFIX) && !name.equals(ArtifactTree.SIGNATURE)) {
        found.put(name, MoreFiles.asByteSource(file));
      }
    }
    ImmutableSortedMap<String, ByteSource> files = found.buildOrThrow();
    settings(
        directory,
        modules,
        name -> Optional.ofNullable(files.get(name)).flatMap(HostedApplication::text));
    return files;
  }

  /**
   * Returns the text of a file of the application's. Whoever wrote the directory may have named
   * another's file, or a device, and what is wrong with a file is quoted.
   */
  private static Optional<String> text(Path directory, String name) {
    try {
      Path file = directory.resolve(name).toRealPath();
      return file.startsWith(directory.toRealPath()) && Files.isRegularFile(file)
          ? text(MoreFiles.asByteSource(file))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Returns the text of a file, unless it is far larger than settings and policies are. */
  private static Optional<String> text(ByteSource file) {
    try {
      byte[] bytes = file.slice(0, LARGEST + 1).read();
      return bytes.length > LARGEST ? Optional.empty() : Optional.of(new String(bytes, UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
