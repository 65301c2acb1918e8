package dev.pyrestrict.hosting;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Where a server listens, and for how many.
 *
 * @param port 0 for any that is free
 * @param connections how many there may be at the same time; more wait until others end
 */
public record Listener(String address, int port, int connections) {
  /** Connections that there may be, where nobody says it. */
  public static final int USUAL_CONNECTIONS = 2000;

  public Listener {
    checkArgument(connections > 0, "there must be room for a connection");
  }

  /** Returns one for this machine only. */
  public static Listener local(int port) {
    return new Listener("127.0.0.1", port, USUAL_CONNECTIONS);
  }
}
