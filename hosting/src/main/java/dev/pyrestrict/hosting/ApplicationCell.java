package dev.pyrestrict.hosting;

import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.Limits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The cell of one application, replaced when it is gone, if that does not happen too often. Whoever
 * asks while one is started, which takes seconds, waits for it; nobody else does. Thread-safe.
 */
final class ApplicationCell implements GuestHome {
  private final Supplier<Cell> start;
  private final StartBudget starts;
  private Optional<Cell> current = Optional.empty();
  private boolean paused;

  /** Its clock says nanoseconds, as {@link System#nanoTime}. */
  ApplicationCell(Supplier<Cell> start, LongSupplier clock) {
    this.start = start;
    starts = new StartBudget(clock);
  }

  @Override
  public HostedGuest newGuest(GuestOptions options, Limits limits) {
    return new HostedGuest.InCell(alive().newGuest(options, limits));
  }

  /** Returns a cell in which guests can live. */
  private synchronized Cell alive() {
    Optional<Cell> alive = current.filter(Cell::isAlive);
    if (alive.isEmpty()) {
      starts.take();
      alive = Optional.of(start.get());
      current = alive;
      if (paused) {
        alive.get().pause();
      }
    }
    return alive.get();
  }

  @Override
  public synchronized Duration rest() {
    return current.filter(Cell::isAlive).isPresent() ? Duration.ZERO : starts.rest();
  }

  @Override
  public synchronized void pause() {
    paused = true;
    current.ifPresent(Cell::pause);
  }

  @Override
  public synchronized void resume() {
    paused = false;
    current.ifPresent(Cell::resume);
  }

  @Override
  public synchronized void restart() {
    starts.refill();
    current.ifPresent(Cell::close);
    current = Optional.empty();
  }

  @Override
  public void close() {
    restart();
  }
}
