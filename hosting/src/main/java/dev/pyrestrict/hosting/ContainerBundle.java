package dev.pyrestrict.hosting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * A directory from which runc makes the container of a cell: an empty root into which files of the
 * machine are bound under their own names, and {@code config.json}. What is the same for all cells
 * stands in the resources {@code container/config.json} and {@code container/seccomp.json}.
 */
final class ContainerBundle {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<PosixFilePermission> FOR_ALL =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private static final Path SWAP_LIMIT =
      Path.of("/sys/fs/cgroup/memory/memory.memsw.limit_in_bytes");
  private static final Path ONE_HIERARCHY = Path.of("/sys/fs/cgroup/cgroup.controllers");

  /** Where GraalPy finds what it unpacked on its first start; if nothing says so, with the user. */
  private static final String UNPACKED = "-Dpolyglot.engine.userResourceCache=";

  /** An eighth of what a thread outside weighs, for each processor: the server goes first. */
  private static final int SHARES_OF_A_THREAD = 128;

  private static final int PERIOD_MICROSECONDS = 100_000;

  private final ObjectNode config;

  /**
   * Describes a container.
   *
   * @param memoryBytes what everything in it may hold
   */
  ContainerBundle(List<String> command, int openFiles, ContainerLimits limits, long memoryBytes)
      throws IOException {
    config = resource("config.json");
    command.forEach(config.withArray("/process/args")::add);
    limit("RLIMIT_NOFILE", openFiles);
    limit("RLIMIT_CORE", 0);
    ObjectNode resources = config.withObject("/linux/resources");
    resources.withObject("/pids").put("limit", limits.threads());
    resources
        .withObject("/cpu")
        .put("shares", limits.processors() * SHARES_OF_A_THREAD)
        .put("period", PERIOD_MICROSECONDS)
        .put("quota", (long) limits.processors() * PERIOD_MICROSECONDS);
    resources.withObject("/memory").put("limit", memoryBytes);
    if (Files.exists(SWAP_LIMIT) || Files.exists(ONE_HIERARCHY)) {
      // Swap and memory together: so there is no swap.
      resources.withObject("/memory").put("swap", memoryBytes);
    }
    config.withObject("/linux").set("seccomp", resource("seccomp.json"));
  }

  /** Describes the container of a cell, with the files that its command names. */
  static ContainerBundle of(CellOptions options) throws IOException {
    ImmutableList<String> command = command(options);
    ContainerLimits limits = options.container().orElseThrow();
    ContainerBundle bundle =
        new ContainerBundle(
            command, options.openFiles(), limits, options.heapBytes() + limits.nativeBytes());
    Path home = Path.of(command.getFirst()).getParent().getParent();
    bundle.bind(home);
    for (Path library : SharedLibraries.ofJava(home)) {
      bundle.bind(library);
    }
    for (String word : command) {
      for (String part : Splitter.on(':').split(word.substring(word.indexOf('=') + 1))) {
        Path path = Path.of(part);
        if (path.isAbsolute() && !path.startsWith(home) && Files.exists(path)) {
          bundle.bind(path);
        }
      }
    }
    return bundle;
  }

  /** There is no home directory and there are no cgroups for Java to look at. */
  private static ImmutableList<String> command(CellOptions options) {
    ImmutableList<String> command = options.command();
    ImmutableList.Builder<String> more = ImmutableList.builder();
    more.add(command.getFirst(), "-XX:-UseContainerSupport");
    if (command.stream().noneMatch(word -> word.startsWith(UNPACKED))) {
      more.add(UNPACKED + System.getProperty("user.home") + "/.cache/org.graalvm.polyglot");
    }
    return more.addAll(command.subList(1, command.size())).build();
  }

  private static ObjectNode resource(String name) throws IOException {
    try (InputStream text = ContainerBundle.class.getResourceAsStream("container/" + name)) {
      return (ObjectNode) JSON.readTree(text);
    }
  }

  private void limit(String type, int value) {
    config
        .withArray("/process/rlimits")
        .addObject()
        .put("type", type)
        .put("soft", value)
        .put("hard", value);
  }

  /** Returns what will be written; whoever changes it answers for it. */
  ObjectNode config() {
    return config;
  }

  /**
   * Lets the container read a file or directory. Its user is nobody: of a directory that others may
   * not enter, what is in it is bound.
   *
   * @throws CellException if that can't be read by everybody
   */
  void bind(Path path) throws IOException {
    if (isOpen(path)) {
      mount(path);
    } else if (Files.isDirectory(path)) {
      for (Path entry : entries(path)) {
        bind(entry);
      }
    } else {
      throw new CellException(path + " has to be readable by everybody to be used in a container");
    }
  }

  /** Reports whether others may read a file, or enter a directory and all directories in it. */
  private static boolean isOpen(Path path) throws IOException {
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    if (!permissions.contains(PosixFilePermission.OTHERS_READ)) {
      return false;
    }
    if (!Files.isDirectory(path)) {
      return true;
    }
    if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
      return false;
    }
    for (Path entry : entries(path)) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) && !isOpen(entry)) {
        return false;
      }
    }
    return true;
  }

  private static ImmutableList<Path> entries(Path directory) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      return ImmutableList.copyOf(entries);
    }
  }

  private void mount(Path path) {
    ObjectNode mount =
        ((ArrayNode) config.get("mounts"))
            .addObject()
            .put("destination", path.toString())
            .put("source", path.toString())
            .put("type", "bind");
    ImmutableList.of("bind", "ro", "nosuid", "nodev", "private")
        .forEach(mount.withArray("/options")::add);
  }

  /** Writes it. */
  void write(Path directory) throws IOException {
    Path root = Files.createDirectory(directory.resolve("rootfs"));
    Path own = Files.createDirectory(root.resolve("cell"));
    Files.setPosixFilePermissions(root, FOR_ALL);
    Files.setPosixFilePermissions(own, FOR_ALL);
    JSON.writeValue(directory.resolve("config.json").toFile(), config);
  }
}
