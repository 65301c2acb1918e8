package dev.pyrestrict.cli;

import java.io.PrintStream;
import java.time.Duration;

/**
 * A line that tells how far long work is: on terminals only, and only when it takes long enough for
 * somebody to wonder. Thread-safe.
 */
final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final int WIDTH = 30;
  private static final String ERASE = "\r\033[K";

  /** Shows nothing. */
  static final Progress NONE = over(Console.silent(), "", 0);

  private final PrintStream terminal;
  private final boolean shown;
  private final String work;
  private final int total;
  private long next = System.nanoTime() + PATIENCE.toNanos();
  private int done;
  private boolean drawn;

  private Progress(PrintStream terminal, boolean shown, String work, int total) {
    this.terminal = terminal;
    this.shown = shown;
    this.work = work;
    this.total = total;
  }

  /** Begins to count work on so many things. */
  static Progress over(Console console, String work, int total) {
    return new Progress(console.err(), console.interactive(), work, total);
  }

  /** Counts one thing as done. */
  synchronized void step() {
    done++;
    long now = System.nanoTime();
    if (shown && now - next >= 0) {
      next = now + EVERY.toNanos();
      int filled = done * WIDTH / total;
      terminal.print(
          ERASE
              + work
              + " ["
              + "#".repeat(filled)
              + " ".repeat(WIDTH - filled)
              + "] "
              + done
              + "/"
              + total);
      terminal.flush();
      drawn = true;
    }
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (drawn) {
      terminal.print(ERASE);
      terminal.flush();
      drawn = false;
    }
  }
}
