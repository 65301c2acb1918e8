package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A process in a container that runc makes: no network, no files but those that Java needs and they
 * can't be written, no rights, no system calls but those that Java makes, and limits on memory,
 * threads and descriptors that the kernel keeps.
 *
 * @param process runc, which ends when the container does
 * @param directory of the bundle
 */
record Container(Process process, String name, Path directory) implements CellProcess {
  /** How long runc may take to notice the end of what it started. */
  private static final int SECONDS_TO_END = 10;

  private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(Runc::remove)));
  }

  /**
   * Starts the process of a cell.
   *
   * @param directory an empty one, for the bundle
   * @throws CellException if there can't be containers here; it says what to do
   */
  static Container start(CellOptions options, Path directory) throws IOException {
    Runc.demand();
    Runc.removeOrphans();
    return start(ContainerBundle.of(options), Runc.newName(), directory);
  }

  /** Starts a bundle under a name. */
  static Container start(ContainerBundle bundle, String name, Path directory) throws IOException {
    bundle.write(directory);
    ALL.add(name);
    return new Container(
        new ProcessBuilder(
                Runc.command(
                    ImmutableList.of(
                        "--log",
                        log(directory).toString(),
                        "--log-format",
                        "json",
                        "run",
                        "--bundle",
                        directory.toString(),
                        "--pid-file",
                        number(directory).toString(),
                        name)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start(),
        name,
        directory);
  }

  private static Path log(Path directory) {
    return directory.resolve("runc.log");
  }

  private static Path number(Path directory) {
    return directory.resolve("pid");
  }

  @Override
  public long number() {
    try {
      return Long.parseLong(Files.readString(number(directory)).strip());
    } catch (IOException e) {
      throw new CellException("the container is gone", e);
    }
  }

  @Override
  public void pause() throws IOException {
    Finished _ = Runc.run("pause", name).orThrow("a container can't be paused");
  }

  @Override
  public void resume() throws IOException {
    Finished _ = Runc.run("resume", name).orThrow("a container can't be resumed");
  }

  @Override
  public void kill() throws InterruptedException {
    Runc.remove(name);
    ALL.remove(name);
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  @Override
  public Optional<String> complaint() {
    return Runc.lastError(log(directory))
        .map(
            error ->
                "runc made no container: "
                    + error
                    + " (it needs all rights of root, and cgroups that it may write to)");
  }
}
