package dev.pyrestrict.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.Optional;

/**
 * A process that does one piece of work again and again: for each line it reads it works, once or
 * for a while, and writes how many milliseconds each time took. Between its turns it waits, so
 * contenders can take turns on one machine.
 */
final class Contender implements AutoCloseable {
  private final String name;
  private final boolean compiles;
  private final Process process;
  private final Writer input;
  private final BufferedReader output;

  private Contender(String name, boolean compiles, Process process) {
    this.name = name;
    this.compiles = compiles;
    this.process = process;
    input = process.outputWriter(UTF_8);
    output = process.inputReader(UTF_8);
  }

  /** Starts one; empty when it says that it can't take part here. */
  static Optional<Contender> start(String name, boolean compiles, ImmutableList<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      Contender contender = new Contender(name, compiles, process);
      if ("ready".equals(contender.output.readLine())) {
        return Optional.of(contender);
      }
      contender.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return name;
  }

  /** Reports whether it becomes faster while it works. */
  boolean compiles() {
    return compiles;
  }

  /** Returns what its process has had of the processors. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Has the work done; returns the milliseconds of one time. */
  double work() {
    try {
      input.write("\n");
      input.flush();
      return Double.parseDouble(
          Optional.ofNullable(output.readLine())
              .orElseThrow(() -> new IllegalStateException(name + " ended in the middle")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
