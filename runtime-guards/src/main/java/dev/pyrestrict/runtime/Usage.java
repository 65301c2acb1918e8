package dev.pyrestrict.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * What a run used of each limit.
 *
 * @param cpu processor time of the guest's thread
 * @param wall time on the clock
 * @param allocatedBytes all that the guest's thread allocated, garbage included
 * @param outputBytes what it wrote
 * @param steps how many steps it took, where they are limited: see {@link Limits}
 */
public record Usage(
    Duration cpu, Duration wall, long allocatedBytes, long outputBytes, Optional<Long> steps) {
  /** A run of which no more is known than how long it took. */
  public static Usage ofLost(Duration wall) {
    return new Usage(Duration.ZERO, wall, 0, 0, Optional.empty());
  }
}
