package dev.pyrestrict.hosting;

import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.time.Duration;
import java.util.function.Supplier;

/** Where the guests of one application live. Thread-safe. */
sealed interface GuestHome extends AutoCloseable permits GuestHome.ServersProcess, ApplicationCell {
  /** Makes a guest in which nothing has run yet. */
  HostedGuest newGuest(GuestOptions options, Limits limits);

  /** Returns after which time there may be a new guest; zero if now. */
  Duration rest();

  /** Stops guests where they are, until {@link #resume}, if they share no process with others. */
  void pause();

  /** Lets guests go on where they were. */
  void resume();

  /** Ends the process of the guests if it is theirs alone; the next one gets a new process. */
  void restart();

  /** Ends what no other application has a part in. */
  @Override
  void close();

  /** The server's own process, with a sandbox that applications of the same policy share. */
  record ServersProcess(Supplier<Sandbox> sandbox) implements GuestHome {
    @Override
    public HostedGuest newGuest(GuestOptions options, Limits limits) {
      return new HostedGuest.Here(sandbox.get().newGuest(options, limits));
    }

    @Override
    public Duration rest() {
      return Duration.ZERO;
    }

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void restart() {}

    @Override
    public void close() {}
  }
}
