package dev.pyrestrict.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same work, done by several contenders that take turns, so that what else happens on the
 * machine meets them all.
 *
 * @param warmUp how long each that compiles what it runs works before the race
 * @param rounds how often each is measured
 */
record Race(Duration warmUp, int rounds) {
  /** An interpreter that compiles nothing while it runs is as fast at once as it gets. */
  private static final Duration INTERPRETED = Duration.ofSeconds(2);

  /**
   * What a contender needed.
   *
   * @param median milliseconds
   * @param spread distance of the quartiles, as a part of the median
   */
  record Measure(double median, double spread) {
    static Measure of(List<Double> times) {
      List<Double> sorted = times.stream().sorted().toList();
      double median = sorted.get(sorted.size() / 2);
      double quartiles = sorted.get(sorted.size() * 3 / 4) - sorted.get(sorted.size() / 4);
      return new Measure(median, quartiles / median);
    }
  }

  /** Runs the race; the result is in the contenders' order. */
  ImmutableMap<String, Measure> run(ImmutableList<Contender> contenders) {
    for (Contender contender : contenders) {
      long end = System.nanoTime() + (contender.compiles() ? warmUp : INTERPRETED).toNanos();
      do {
        contender.work();
      } while (System.nanoTime() < end);
    }
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : contenders) {
        times.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(contender.work());
      }
    }
    ImmutableMap.Builder<String, Measure> measures = ImmutableMap.builder();
    times.forEach((name, values) -> measures.put(name, Measure.of(values)));
    return measures.buildOrThrow();
  }
}
