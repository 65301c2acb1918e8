package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on several things at a time, and gives the results in the order of the things. */
final class InOrder {
  /** A deeply nested program takes more stack than a thread has by default. */
  private static final long STACK_BYTES = 16L << 20;

  private InOrder() {}

  /**
   * Applies the function to every item. What it throws first, in the order of the items, is thrown
   * here.
   */
  static <T, R> ImmutableList<R> map(
      List<T> items, int jobs, Progress progress, Function<T, R> function) {
    int threads = Math.max(1, Math.min(jobs, items.size()));
    try (progress;
        ExecutorService executor =
            Executors.newFixedThreadPool(
                threads, work -> new Thread(null, work, "work", STACK_BYTES))) {
      ImmutableList<Future<R>> futures =
          items.stream()
              .map(
                  item ->
                      executor.submit(
                          () -> {
                            R result = function.apply(item);
                            progress.step();
                            return result;
                          }))
              .collect(ImmutableList.toImmutableList());
      return futures.stream().map(InOrder::get).collect(ImmutableList.toImmutableList());
    }
  }

  private static <R> R get(Future<R> future) {
    try {
      return Uninterruptibles.getUninterruptibly(future);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
