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
 * @param warmUp how long each that compiles what it runs works before the race at least; it goes
 *     on, up to four times as long, until its compilers have come to rest: they would take the
 *     processors from the others in their turns
 * @param rounds how often each is measured
 */
record Race(Duration warmUp, int rounds) {
  /** An interpreter that compiles nothing while it runs is as fast at once as it gets. */
  private static final Duration INTERPRETED = Duration.ofSeconds(2);

  /** In which it is seen whether a contender's compilers rest. */
  private static final Duration WINDOW = Duration.ofSeconds(3);

  /** Of the time on the clock; collecting garbage takes some. */
  private static final double RESTING = 0.15;

  private static final int PATIENCE = 4;

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
    contenders.forEach(this::warmUp);
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

  private void warmUp(Contender contender) {
    work(contender, contender.compiles() ? warmUp : INTERPRETED);
    Duration most = contender.compiles() ? warmUp.multipliedBy(PATIENCE - 1) : Duration.ZERO;
    for (Duration spent = Duration.ZERO;
        spent.compareTo(most) < 0 && work(contender, WINDOW) > RESTING;
        spent = spent.plus(WINDOW)) {}
  }

  /** Has work done for so long; returns how much more than one processor it took, as a part. */
  private static double work(Contender contender, Duration time) {
    long start = System.nanoTime();
    Duration used = contender.processorTime();
    do {
      contender.work();
    } while (System.nanoTime() - start < time.toNanos());
    double passed = System.nanoTime() - start;
    return contender.processorTime().minus(used).toNanos() / passed - 1;
  }
}
