package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableMap;

/**
 * What a server does for its applications.
 *
 * @param byName services that guests ask by these names
 */
public record HostServices(ImmutableMap<String, Service> byName, Sessions sessions)
    implements AutoCloseable {

  /** Returns these and one more, or another in its place. */
  public HostServices with(String name, Service service) {
    return new HostServices(
        ImmutableMap.<String, Service>builder()
            .putAll(byName)
            .put(name, service)
            .buildKeepingLast(),
        sessions);
  }

  /** Closes all of them. */
  @Override
  public void close() {
    byName.values().forEach(Service::close);
    sessions.close();
  }
}
