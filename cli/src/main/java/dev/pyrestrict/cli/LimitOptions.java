package dev.pyrestrict.cli;

import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.PolicyLimits;
import dev.pyrestrict.runtime.Limits;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The limits that a run of a guest is given. */
final class LimitOptions {
  @Option(
      names = "--cpu",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Processor time the guest may use, as in 2s (default: the policy's, else 10s).")
  private Optional<Duration> cpu = Optional.empty();

  @Option(
      names = "--wall",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Time on the clock the guest may take (default: the policy's, else 30s).")
  private Optional<Duration> wall = Optional.empty();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = ByteSizes.class,
      description = "Memory the guest may hold, as in 256MB (default: the policy's, else 512MB).")
  private Optional<Long> memory = Optional.empty();

  @Option(
      names = "--output",
      paramLabel = "SIZE",
      converter = ByteSizes.class,
      description = "What the guest may write (default: the policy's, else 8MB).")
  private Optional<Long> output = Optional.empty();

  @Option(
      names = "--recursion",
      paramLabel = "CALLS",
      converter = Depths.class,
      description =
          "How deep calls may go, 100 to 5000; sys.setrecursionlimit() gets the guest no further"
              + " (default: the policy's, else 5000).")
  private Optional<Integer> recursion = Optional.empty();

  @Option(
      names = "--result",
      paramLabel = "SIZE",
      converter = ByteSizes.class,
      description =
          "What one text, list, tuple, set or dict may take, 1MB to 1GB; beyond it the guest gets"
              + " a MemoryError (default: the policy's, else 1GB).")
  private Optional<Long> result = Optional.empty();

  @Option(
      names = "--steps",
      paramLabel = "COUNT",
      converter = Counts.class,
      description =
          "How many calls of functions and turns of loops the guest may take, together; counting"
              + " makes it slower (default: the policy's, else they are not counted).")
  private Optional<Long> steps = Optional.empty();

  /** Returns the limits that were asked for, the policy's and the library's where none was. */
  Limits limits(Policy policy) {
    if (!result.map(PolicyLimits::isResult).orElse(true)) {
      throw new UsageException("--result is a size from 1MB to 1GB");
    }
    Limits usual = Limits.of(policy);
    return new Limits(
        cpu.orElse(usual.cpu()),
        wall.orElse(usual.wall()),
        memory.orElse(usual.memoryBytes()),
        output.orElse(usual.outputBytes()),
        recursion.orElse(usual.recursionDepth()),
        result.orElse(usual.resultBytes()),
        steps.or(usual::steps));
  }
}
