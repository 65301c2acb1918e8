package dev.pyrestrict.hosting;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The cell of one application, replaced when it is gone. Whoever asks while one is started, which
 * takes seconds, waits for it; nobody else does. Thread-safe.
 */
final class ApplicationCell implements AutoCloseable {
  private final Supplier<Cell> start;
  private Optional<Cell> current = Optional.empty();

  ApplicationCell(Supplier<Cell> start) {
    this.start = start;
  }

  /** Returns a cell in which guests can live. */
  synchronized Cell alive() {
    Cell cell = current.filter(Cell::isAlive).orElseGet(start);
    current = Optional.of(cell);
    return cell;
  }

  @Override
  public synchronized void close() {
    current.ifPresent(Cell::close);
    current = Optional.empty();
  }
}
