package dev.pyrestrict.hosting;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableListMultimap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The applications that a server has from one deployment to the next, each with its guests.
 *
 * @param byHost under the names of hosts, and under none; those at a longer route first
 */
record Deployment(ImmutableListMultimap<Optional<String>, GuestPool> byHost) {
  static final Deployment EMPTY = of(List.of());

  static Deployment of(List<GuestPool> pools) {
    return new Deployment(
        pools.stream()
            .sorted(
                Comparator.comparingInt((GuestPool pool) -> address(pool).route().length())
                    .reversed())
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(
                    pool -> address(pool).host(), pool -> pool)));
  }

  /** Returns the guests of all applications. */
  ImmutableCollection<GuestPool> pools() {
    return byHost.values();
  }

  /** Reports whether a guest of every application has been made, or could not be made. */
  boolean isReady() {
    return pools().stream().allMatch(GuestPool::isWarmed);
  }

  /** Returns the guests of the application that a path leads to, on a host of that name. */
  Optional<GuestPool> at(String host, String path) {
    Optional<String> name = Optional.of(Ascii.toLowerCase(host)).filter(this::isSomebodys);
    return byHost.get(name).stream().filter(pool -> address(pool).isAbove(path)).findFirst();
  }

  private boolean isSomebodys(String host) {
    return byHost.containsKey(Optional.of(host));
  }

  /** Returns the guests of the application of a name. */
  Optional<GuestPool> named(String name) {
    return pools().stream().filter(pool -> pool.application().name().equals(name)).findFirst();
  }

  private static Address address(GuestPool pool) {
    return pool.application().settings().address();
  }
}
