package dev.pyrestrict.rewriter;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a policy says about how much a run of a guest may use; where it says nothing, whoever runs
 * the guest decides.
 *
 * @param cpu processor time
 * @param wall time on the clock
 * @param memoryBytes what the guest may hold
 * @param outputBytes what it may write
 * @param recursionDepth how deep its calls may go, from {@link #SHALLOWEST} to {@link #DEEPEST}
 * @param resultBytes what one int, text or list may take, from {@link #SMALLEST_RESULT} to {@link
 *     #LARGEST_RESULT}
 * @param steps how many calls of functions written in Python and turns of their loops there may be
 */
public record PolicyLimits(
    Optional<Duration> cpu,
    Optional<Duration> wall,
    Optional<Long> memoryBytes,
    Optional<Long> outputBytes,
    Optional<Integer> recursionDepth,
    Optional<Long> resultBytes,
    Optional<Long> steps) {
  /** Guards call functions too: with less, no guest would come far. */
  public static final int SHALLOWEST = 100;

  /** For so many calls guests' threads have the stack. */
  public static final int DEEPEST = 5000;

  /** The library has texts and tables of its own that are nearly as large. */
  public static final long SMALLEST_RESULT = 1L << 20;

  /** What is larger could not be stopped while it is made. */
  public static final long LARGEST_RESULT = 1L << 30;

  /** Says nothing. */
  public static final PolicyLimits NONE =
      new PolicyLimits(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
  private static final ImmutableMap<String, Duration> UNITS =
      ImmutableMap.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1));
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s?([kmgt]?)(?:i?b)?");
  private static final ImmutableMap<String, Integer> SHIFTS =
      ImmutableMap.of("", 0, "k", 10, "m", 20, "g", 30, "t", 40);

  public PolicyLimits {
    checkArgument(cpu.isEmpty() || cpu.get().isPositive(), "cpu must be positive");
    checkArgument(wall.isEmpty() || wall.get().isPositive(), "wall must be positive");
    checkArgument(memoryBytes.isEmpty() || memoryBytes.get() > 0, "memory must be positive");
    checkArgument(outputBytes.isEmpty() || outputBytes.get() > 0, "output must be positive");
    checkArgument(
        recursionDepth.isEmpty() || isDepth(recursionDepth.get()),
        "recursion must be from %s to %s",
        SHALLOWEST,
        DEEPEST);
    checkArgument(
        resultBytes.isEmpty() || isResult(resultBytes.get()),
        "result must be from %s to %s bytes",
        SMALLEST_RESULT,
        LARGEST_RESULT);
    checkArgument(steps.isEmpty() || steps.get() > 0, "steps must be positive");
  }

  /** Reports whether calls can be limited to that depth. */
  public static boolean isDepth(long calls) {
    return SHALLOWEST <= calls && calls <= DEEPEST;
  }

  /** Reports whether one result can be limited to so many bytes. */
  public static boolean isResult(long bytes) {
    return SMALLEST_RESULT <= bytes && bytes <= LARGEST_RESULT;
  }

  /** Reads {@code 2s}, {@code 500ms}, {@code 1.5m}; nothing when it is not a time above 0. */
  public static Optional<Duration> time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal nanos =
        new BigDecimal(matcher.group(1))
            .multiply(BigDecimal.valueOf(UNITS.get(matcher.group(2)).toNanos()));
    return whole(nanos.toBigInteger()).map(Duration::ofNanos);
  }

  /**
   * Reads {@code 256MB}, {@code 64KiB}, {@code 1000}: units are powers of 1024; nothing when it is
   * not a size above 0.
   */
  public static Optional<Long> size(String text) {
    Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? whole(new BigInteger(matcher.group(1)).shiftLeft(SHIFTS.get(matcher.group(2))))
        : Optional.empty();
  }

  /** Returns a number above 0 that a long holds. */
  private static Optional<Long> whole(BigInteger number) {
    return Optional.of(number)
        .filter(n -> n.signum() > 0 && n.bitLength() < Long.SIZE)
        .map(BigInteger::longValue);
  }
}
