package dev.pyrestrict.runtime;

import java.time.Duration;

/**
 * What a run used of each limit.
 *
 * @param cpu processor time of the guest's thread
 * @param wall time on the clock
 * @param allocatedBytes all that the guest's thread allocated, garbage included
 * @param outputBytes what it wrote
 */
public record Usage(Duration cpu, Duration wall, long allocatedBytes, long outputBytes) {}
