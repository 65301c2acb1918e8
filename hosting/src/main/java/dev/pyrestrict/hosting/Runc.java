package dev.pyrestrict.hosting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The command {@code runc}, which makes containers and ends them. */
final class Runc {
  /** Where it keeps what it knows of our containers, away from those of others. */
  private static final Path STATE = Path.of("/run/pyrestrict");

  private static final String PREFIX = "cell-";
  private static final AtomicLong LAST = new AtomicLong();

  private Runc() {}

  /**
   * Makes sure that containers can be made here, as far as that can be known beforehand.
   *
   * @throws CellException if not; it says what to do
   */
  static void demand() {
    demand(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  /** The same, for what the variable {@code PATH} says. */
  static void demand(String path) {
    boolean found =
        Splitter.on(File.pathSeparatorChar)
            .omitEmptyStrings()
            .splitToStream(path)
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, "runc")));
    if (!found) {
      throw new CellException(
          "containers need runc, which is not in PATH: install it (Debian: apt-get install runc)");
    }
    if (!isRoot()) {
      throw new CellException(
          "containers need root's rights, for their limits of memory and processes: start the"
              + " host as root, or isolate guests in processes");
    }
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Returns a name that tells whose container it is. */
  static String newName() {
    return PREFIX + ProcessHandle.current().pid() + "-" + LAST.incrementAndGet();
  }

  /** Returns the words of a command. */
  static ImmutableList<String> command(List<String> words) {
    return ImmutableList.<String>builder()
        .add("runc", "--root", STATE.toString())
        .addAll(words)
        .build();
  }

  static Finished run(String... words) throws IOException {
    return Finished.command(command(ImmutableList.copyOf(words)));
  }

  /** Ends what is in a container, even if it is paused, and forgets it. */
  static void remove(String name) {
    try {
      Finished _ = run("delete", "--force", name);
    } catch (IOException e) {
      throw new CellException("runc can't be started: " + e.getMessage(), e);
    }
  }

  /** Removes containers whose host ended without doing so. */
  static void removeOrphans() {
    if (!Files.isDirectory(STATE)) {
      return;
    }
    try (DirectoryStream<Path> containers = Files.newDirectoryStream(STATE, PREFIX + "*")) {
      for (Path container : containers) {
        String name = container.getFileName().toString();
        String host = name.substring(PREFIX.length(), name.lastIndexOf('-'));
        if (ProcessHandle.of(Long.parseLong(host)).isEmpty()) {
          remove(name);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new CellException(STATE + " can't be read: " + e.getMessage(), e);
    }
  }

  /** Returns the last error of a log that runc wrote, in one line. */
  static Optional<String> lastError(Path log) {
    Optional<String> last = Optional.empty();
    ObjectMapper mapper = new ObjectMapper();
    try {
      for (String line : Files.isReadable(log) ? Files.readAllLines(log) : List.<String>of()) {
        if (mapper.readTree(line).path("level").asText().equals("error")) {
          last = Optional.of(mapper.readTree(line).path("msg").asText());
        }
      }
    } catch (IOException e) {
      return Optional.of("its log can't be read");
    }
    return last.map(message -> message.replaceAll("\\s+", " ").strip());
  }
}
