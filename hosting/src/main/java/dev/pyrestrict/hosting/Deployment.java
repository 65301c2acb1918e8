package dev.pyrestrict.hosting;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The applications that a server has from one deployment to the next, each with its guests.
 *
 * @param pools those at a longer route first
 */
record Deployment(ImmutableList<GuestPool> pools) {
  static final Deployment EMPTY = new Deployment(ImmutableList.of());

  static Deployment of(List<GuestPool> pools) {
    return new Deployment(
        ImmutableList.sortedCopyOf(
            Comparator.comparingInt((GuestPool pool) -> address(pool).route().length()).reversed(),
            pools));
  }

  /** Reports whether a guest of every application has been made, or could not be made. */
  boolean isReady() {
    return pools.stream().allMatch(GuestPool::isWarmed);
  }

  /** Returns the guests of the application that a path leads to, on a host of that name. */
  Optional<GuestPool> at(String host, String path) {
    Optional<String> name =
        Optional.of(Ascii.toLowerCase(host))
            .filter(
                given ->
                    pools.stream()
                        .anyMatch(pool -> address(pool).host().equals(Optional.of(given))));
    return pools.stream()
        .filter(pool -> address(pool).host().equals(name) && address(pool).isAbove(path))
        .findFirst();
  }

  /** Returns the guests of the application of a name. */
  Optional<GuestPool> named(String name) {
    return pools.stream().filter(pool -> pool.application().name().equals(name)).findFirst();
  }

  private static Address address(GuestPool pool) {
    return pool.application().address();
  }
}
