package dev.pyrestrict.runtime;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.PolicyLimits;
import java.time.Duration;

/**
 * What one run of a guest may use.
 *
 * @param cpu processor time of the guest's thread
 * @param wall time on the clock, waiting included
 * @param memoryBytes growth of the heap while the guest runs, garbage not counted
 * @param outputBytes standard output and standard error together
 */
public record Limits(Duration cpu, Duration wall, long memoryBytes, long outputBytes) {

  /** Ten seconds of processor, thirty on the clock, 512 MiB, 8 MiB of output. */
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), 512L << 20, 8L << 20);

  public Limits {
    checkArgument(cpu.isPositive(), "cpu limit must be positive, got %s", cpu);
    checkArgument(wall.isPositive(), "wall limit must be positive, got %s", wall);
    checkArgument(memoryBytes > 0, "memory limit must be positive, got %s", memoryBytes);
    checkArgument(outputBytes > 0, "output limit must be positive, got %s", outputBytes);
  }

  /** Returns what a policy says, and {@link #DEFAULT} where it says nothing. */
  public static Limits of(Policy policy) {
    PolicyLimits said = policy.limits();
    return new Limits(
        said.cpu().orElse(DEFAULT.cpu),
        said.wall().orElse(DEFAULT.wall),
        said.memoryBytes().orElse(DEFAULT.memoryBytes),
        said.outputBytes().orElse(DEFAULT.outputBytes));
  }

  /** Returns these limits with another one for processor time. */
  public Limits withCpu(Duration limit) {
    return new Limits(limit, wall, memoryBytes, outputBytes);
  }

  /** Returns these limits with another one for time on the clock. */
  public Limits withWall(Duration limit) {
    return new Limits(cpu, limit, memoryBytes, outputBytes);
  }

  /** Returns these limits with another one for memory. */
  public Limits withMemoryBytes(long limit) {
    return new Limits(cpu, wall, limit, outputBytes);
  }

  /** Returns these limits with another one for output. */
  public Limits withOutputBytes(long limit) {
    return new Limits(cpu, wall, memoryBytes, limit);
  }

  /** Returns in words that a guest went over a limit. */
  public String exceeded(Kind kind) {
    return switch (kind) {
      case CPU -> "the guest used more than " + seconds(cpu) + " of processor time";
      case WALL -> "the guest took longer than " + seconds(wall);
      case MEMORY -> "the guest held more than " + memoryBytes + " bytes of memory";
      case OUTPUT -> "the guest wrote more than " + outputBytes + " bytes";
      case STACK -> "the guest's code is nested too deeply";
    };
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() / 1000.0 + " s";
  }

  /** Which limit it was. */
  public enum Kind {
    CPU,
    WALL,
    MEMORY,
    OUTPUT,
    STACK
  }
}
