package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory of applications, or of one.
 *
 * @param key with one, an application is an artifact that is signed with its other half, or none
 */
public record ApplicationDirectory(Path path, Optional<PublicKey> key) {

  /** A directory of sources, or of artifacts that nobody has to have signed. */
  public ApplicationDirectory(Path path) {
    this(path, Optional.empty());
  }

  /**
   * The applications that are sound, and what is wrong with the others.
   *
   * @param problems each begins with the file
   */
  public record Found(ImmutableList<Application> applications, ImmutableList<String> problems) {}

  /**
   * Reads and compiles all of them.
   *
   * @throws IOException if a file can't be read
   */
  public Found read() throws IOException {
    ImmutableList.Builder<Application> applications = ImmutableList.builder();
    List<String> problems = new ArrayList<>();
    for (Path directory : directories()) {
      ApplicationReader.Result result = ApplicationReader.read(directory, key);
      problems.addAll(result.problems());
      result.application().ifPresent(applications::add);
    }
    return new Found(applications.build(), ImmutableList.copyOf(problems));
  }

  /**
   * Reports whether a file is in the directory of an application and can be read by its guests.
   *
   * @throws IOException if there is no such file
   */
  public static boolean isGuests(Path file) throws IOException {
    Path real = file.toRealPath();
    for (Path part = real; part.getParent() != null; part = part.getParent()) {
      if (part.getFileName().toString().startsWith(".")) {
        return false;
      }
      if (Files.exists(part.resolveSibling(ApplicationSettings.FILE))) {
        return !FileService.isForTheHost(part.getParent(), real);
      }
    }
    return false;
  }

  private ImmutableList<Path> directories() throws IOException {
    if (ApplicationSettings.isAt(path)) {
      return ImmutableList.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(ApplicationSettings::isAt)
          .sorted()
          .collect(ImmutableList.toImmutableList());
    }
  }
}
