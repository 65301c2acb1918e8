package dev.pyrestrict.hosting;

import java.io.IOException;
import java.util.Optional;

/** The process of a cell, whose standard input and output lead to the host. */
sealed interface CellProcess permits PlainProcess, Container {
  /** Returns what the host reads from, writes to and waits for. */
  Process process();

  /** Returns the number by which the host knows the process that guests live in. */
  long number();

  /** Stops it where it is. */
  void pause() throws IOException;

  /** Lets it go on. */
  void resume() throws IOException;

  /** Ends it and all that it started, whatever it does. */
  void kill() throws InterruptedException;

  /** Does the same, and returns its exit status; -1 if this thread was interrupted. */
  default int end() {
    try {
      kill();
      return process().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Returns why it was never there, if that is known. */
  Optional<String> complaint();
}
