package dev.pyrestrict.hosting;

/**
 * What a cell in a container may take of the machine, all its guests together.
 *
 * @param threads how many threads its process may have, Java's own among them, which are about 40
 * @param nativeBytes what the process may hold beside its heap: compiled code, stacks, classes
 * @param processors how many processors' time it may take
 */
public record ContainerLimits(int threads, long nativeBytes, int processors) {
  /** 256 threads, 512 MiB, all processors. */
  public static final ContainerLimits DEFAULT =
      new ContainerLimits(256, 512L << 20, Runtime.getRuntime().availableProcessors());
}
