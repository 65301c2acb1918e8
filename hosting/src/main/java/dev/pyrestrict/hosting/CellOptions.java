package dev.pyrestrict.hosting;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Engines;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * How a cell is made.
 *
 * @param policy of all its guests
 * @param engines whether its guests share an engine
 * @param heapBytes the largest heap of its process; what guests may hold, and about 300 MiB for the
 *     runtime itself
 * @param openFiles how many file descriptors its process may have
 * @param java the Java command with its flags, without class path and main class
 * @param container what it may take, if it shall be in a container
 */
public record CellOptions(
    Policy policy,
    Engines engines,
    long heapBytes,
    int openFiles,
    ImmutableList<String> java,
    Optional<ContainerLimits> container) {

  /** What the runtime needs beside its guests. */
  public static final long RUNTIME_BYTES = 320L << 20;

  /** Returns the whole command of the process. */
  ImmutableList<String> command() {
    return ImmutableList.<String>builder()
        .addAll(java)
        .add(
            "-Xmx" + heapBytes,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            CellWorker.class.getName())
        .build();
  }

  CellOptions withoutContainer() {
    return new CellOptions(policy, engines, heapBytes, openFiles, java, Optional.empty());
  }

  /** Returns the same with another use of engines. */
  public CellOptions withEngines(Engines value) {
    return new CellOptions(policy, value, heapBytes, openFiles, java, container);
  }

  /**
   * Returns a builder: the profile {@code default}, a shared engine, a heap of 1 GiB, 256
   * descriptors, and the Java of this process with the flags that turn its compiler for guests on;
   * no container.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Flags of this process that are its own: its heap, its agents, what it was told to print. */
  private static boolean isShared(String flag) {
    return flag.startsWith("-XX:+EnableJVMCI")
        || flag.startsWith("-XX:+UnlockExperimentalVMOptions")
        || flag.startsWith("--upgrade-module-path")
        || flag.startsWith("--module-path")
        || flag.startsWith("--add-modules")
        || flag.startsWith("-XX:AOTCache=")
        || flag.startsWith("--enable-native-access")
        || flag.startsWith("--sun-misc-unsafe-memory-access")
        || flag.startsWith("-Dpolyglot.")
        || flag.startsWith("-Xss");
  }

  /** Builds options; not thread-safe. */
  public static final class Builder {
    private Policy policy = Policy.profile("default");
    private long heapBytes = 1L << 30;
    private int openFiles = 256;
    private ImmutableList<String> java =
        ImmutableList.<String>builder()
            .add(System.getProperty("java.home") + "/bin/java")
            .addAll(
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(CellOptions::isShared)
                    .collect(toImmutableList()))
            .build();

    private Optional<ContainerLimits> container = Optional.empty();

    private Builder() {}

    /**
     * Sets the policy of the guests.
     *
     * @throws IllegalArgumentException if it has rules in Java, which stay in this process
     */
    @CanIgnoreReturnValue
    public Builder policy(Policy value) {
      checkArgument(
          value.rules().all().isEmpty(), "rules in Java can't be taken to another process");
      policy = value;
      return this;
    }

    /** Sets the largest heap of the process. */
    @CanIgnoreReturnValue
    public Builder heapBytes(long value) {
      heapBytes = value;
      return this;
    }

    /** Sets how many file descriptors the process may have. */
    @CanIgnoreReturnValue
    public Builder openFiles(int value) {
      openFiles = value;
      return this;
    }

    /** Sets the Java command with its flags. */
    @CanIgnoreReturnValue
    public Builder java(ImmutableList<String> value) {
      java = value;
      return this;
    }

    /** Puts the process into a container, which needs {@code runc} and root's rights. */
    @CanIgnoreReturnValue
    public Builder container(ContainerLimits value) {
      container = Optional.of(value);
      return this;
    }

    /** Returns the options. */
    public CellOptions build() {
      return new CellOptions(policy, Engines.SHARED, heapBytes, openFiles, java, container);
    }
  }
}
