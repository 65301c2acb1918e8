package dev.pyrestrict.cli;

import dev.pyrestrict.runtime.HostException;
import dev.pyrestrict.runtime.HostFunction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;

/**
 * The command's standard input, line by line, for a guest. Read by a thread of its own: a guest
 * that waits for a line can be stopped, a thread that waits for a terminal can't.
 */
final class StandardInput implements HostFunction {
  private static final int LONGEST_LINE = 1 << 23;
  private static final String TOO_LONG = "\n\n";

  private final BufferedReader reader;
  private final SynchronousQueue<String> lines = new SynchronousQueue<>();
  private boolean started;

  StandardInput(InputStream in) {
    reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  @Override
  public synchronized Object call(List<Object> arguments, Map<String, Object> keywords)
      throws HostException, InterruptedException {
    if (!started) {
      started = true;
      Thread.ofPlatform().daemon().name("standard input").start(this::readAll);
    }
    String line = lines.take();
    if (line.equals(TOO_LONG)) {
      throw new HostException("OSError", "a line of standard input is too long");
    }
    return line;
  }

  /** Offers line after line, and then their end for ever. */
  private void readAll() {
    try {
      while (true) {
        lines.put(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The next line with its end as {@code \n}, as text files are read by Python. */
  private String next() {
    StringBuilder line = new StringBuilder();
    try {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\r') {
          reader.mark(1);
          if (reader.read() != '\n') {
            reader.reset();
          }
          c = '\n';
        }
        line.append((char) c);
        if (c == '\n') {
          break;
        }
        if (line.length() > LONGEST_LINE) {
          return TOO_LONG;
        }
      }
    } catch (IOException e) {
      // What can't be read any more has ended.
      return line.toString();
    }
    return line.toString();
  }
}
