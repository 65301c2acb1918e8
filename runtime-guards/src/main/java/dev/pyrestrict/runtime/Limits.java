package dev.pyrestrict.runtime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Comparators;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.PolicyLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * What one run of a guest may use.
 *
 * @param cpu processor time of the guest's thread
 * @param wall time on the clock, waiting included
 * @param memoryBytes growth of the heap while the guest runs, garbage not counted
 * @param outputBytes standard output and standard error together
 * @param recursionDepth how deep calls may go, whatever {@code sys.setrecursionlimit} is told; the
 *     guest gets a {@code RecursionError}
 * @param resultBytes what one text, list, tuple, set or dict may take, from 1 MiB to 1 GiB, and
 *     never more than it may hold; the guest gets a {@code MemoryError}. A character counts as one
 *     to four bytes, an element as eight, and so does the room that something growing keeps free.
 *     An int never has more than four million bits
 * @param steps how many functions written in Python may be called and how many turns their loops
 *     may take, together, the library's included; not counted if there is no such limit. Counting
 *     makes all guests of the process slower, short loops up to twice. A few of a function's first
 *     turns may be missed, so two runs of a program don't differ by much, but may differ
 */
public record Limits(
    Duration cpu,
    Duration wall,
    long memoryBytes,
    long outputBytes,
    int recursionDepth,
    long resultBytes,
    Optional<Long> steps) {

  /** Longer times are as good as this one, and longs don't hold them in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /**
   * Ten seconds of processor, thirty on the clock, 512 MiB, 8 MiB of output, 5,000 calls, 1 GiB in
   * one result.
   */
  public static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          512L << 20,
          8L << 20,
          PolicyLimits.DEEPEST,
          PolicyLimits.LARGEST_RESULT,
          Optional.empty());

  public Limits {
    checkArgument(cpu.isPositive(), "cpu limit must be positive, got %s", cpu);
    checkArgument(wall.isPositive(), "wall limit must be positive, got %s", wall);
    cpu = Comparators.min(cpu, LONGEST);
    wall = Comparators.min(wall, LONGEST);
    checkArgument(memoryBytes > 0, "memory limit must be positive, got %s", memoryBytes);
    checkArgument(outputBytes > 0, "output limit must be positive, got %s", outputBytes);
    checkArgument(
        PolicyLimits.isDepth(recursionDepth),
        "recursion limit must be from %s to %s, got %s",
        PolicyLimits.SHALLOWEST,
        PolicyLimits.DEEPEST,
        recursionDepth);
    checkArgument(
        PolicyLimits.isResult(resultBytes),
        "result limit must be from %s to %s bytes, got %s",
        PolicyLimits.SMALLEST_RESULT,
        PolicyLimits.LARGEST_RESULT,
        resultBytes);
    checkArgument(steps.orElse(1L) > 0, "steps limit must be positive, got %s", steps);
  }

  /** Returns what a policy says, and {@link #DEFAULT} where it says nothing. */
  public static Limits of(Policy policy) {
    PolicyLimits said = policy.limits();
    return new Limits(
        said.cpu().orElse(DEFAULT.cpu),
        said.wall().orElse(DEFAULT.wall),
        said.memoryBytes().orElse(DEFAULT.memoryBytes),
        said.outputBytes().orElse(DEFAULT.outputBytes),
        said.recursionDepth().orElse(DEFAULT.recursionDepth),
        said.resultBytes().orElse(DEFAULT.resultBytes),
        said.steps());
  }

  /** Returns these limits with another one for processor time. */
  public Limits withCpu(Duration limit) {
    return new Limits(limit, wall, memoryBytes, outputBytes, recursionDepth, resultBytes, steps);
  }

  /** Returns these limits with another one for time on the clock. */
  public Limits withWall(Duration limit) {
    return new Limits(cpu, limit, memoryBytes, outputBytes, recursionDepth, resultBytes, steps);
  }

  /** Returns these limits with another one for memory. */
  public Limits withMemoryBytes(long limit) {
    return new Limits(cpu, wall, limit, outputBytes, recursionDepth, resultBytes, steps);
  }

  /** Returns these limits with another one for output. */
  public Limits withOutputBytes(long limit) {
    return new Limits(cpu, wall, memoryBytes, limit, recursionDepth, resultBytes, steps);
  }

  /** Returns these limits with another one for the depth of calls. */
  public Limits withRecursionDepth(int limit) {
    return new Limits(cpu, wall, memoryBytes, outputBytes, limit, resultBytes, steps);
  }

  /** Returns these limits with another one for the size of one result. */
  public Limits withResultBytes(long limit) {
    return new Limits(cpu, wall, memoryBytes, outputBytes, recursionDepth, limit, steps);
  }

  /** Returns these limits with another one for steps, or with none. */
  public Limits withSteps(Optional<Long> limit) {
    return new Limits(cpu, wall, memoryBytes, outputBytes, recursionDepth, resultBytes, limit);
  }

  /** Returns in words that a guest went over a limit. */
  public String exceeded(Kind kind) {
    return switch (kind) {
      case CPU -> "the guest used more than " + seconds(cpu) + " of processor time";
      case WALL -> "the guest took longer than " + seconds(wall);
      case MEMORY -> "the guest held more than " + memoryBytes + " bytes of memory";
      case OUTPUT -> "the guest wrote more than " + outputBytes + " bytes";
      case STEPS -> "the guest took more than " + steps.orElse(0L) + " steps";
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
    STEPS,
    STACK
  }
}
