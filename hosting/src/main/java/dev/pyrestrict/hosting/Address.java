package dev.pyrestrict.hosting;

import java.util.Optional;

/**
 * Where an application's requests come from.
 *
 * @param host a name in lower case, which no other application answers to then; empty for all names
 *     that no application has for itself
 * @param route where its requests begin, {@code "/guestbook"}; {@code ""} for all that is left
 */
public record Address(Optional<String> host, String route) {

  /** Reports whether a path is below the route. */
  boolean isAbove(String path) {
    return path.equals(route) || path.startsWith(route + "/");
  }

  /** Returns the path to a path below the route, from the route on. */
  String rest(String path) {
    return path.substring(route.length());
  }

  /** Returns the path of cookies that are the application's alone. */
  public String path() {
    return route.isEmpty() ? "/" : route;
  }

  /** Returns it as browsers write it, {@code "books.example.org/"}. */
  @Override
  public String toString() {
    return host.orElse("") + (route.isEmpty() ? "/" : route);
  }
}
