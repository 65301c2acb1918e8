package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The process in which the cases of an audit run, seen from outside. A guest that nothing can stop
 * would slow down every case after it, and one that exhausts the heap would end them all: then the
 * process is ended, and the rest of the cases go to a new one.
 */
final class AuditProcess {
  /** The status of a process that ended itself because a guest in it could not be stopped. */
  static final int GIVEN_UP = 75;

  private final ImmutableList<String> arguments;
  private final Duration patience;

  /**
   * Creates one.
   *
   * @param arguments of the command that runs cases in its own process
   * @param patience how long it may be silent
   */
  AuditProcess(ImmutableList<String> arguments, Duration patience) {
    this.arguments = arguments;
    this.patience = patience;
  }

  /** Runs the cases; each result is handed on as soon as it is known. */
  ImmutableList<CaseResult> run(ImmutableList<String> files, Consumer<CaseResult> known) {
    TreeMap<Integer, CaseResult> results = new TreeMap<>();
    while (results.size() < files.size()) {
      TreeMap<Integer, String> left = new TreeMap<>();
      for (int i = 0; i < files.size(); i++) {
        if (!results.containsKey(i)) {
          left.put(i, files.get(i));
        }
      }
      boolean orderly = runOnce(ImmutableSortedMap.copyOf(left), results, known);
      if (!orderly && !results.containsKey(left.firstKey())) {
        CaseResult culprit =
            CaseResult.fault(
                left.firstEntry().getValue(), "the process of the audit ended or hung");
        results.put(left.firstKey(), culprit);
        known.accept(culprit);
      }
    }
    return ImmutableList.copyOf(results.values());
  }

  /** Returns whether the process ended as it should, or made any progress. */
  private boolean runOnce(
      ImmutableSortedMap<Integer, String> files,
      Map<Integer, CaseResult> results,
      Consumer<CaseResult> known) {
    try {
      Process process =
          new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (Writer input = process.outputWriter(UTF_8)) {
        for (Map.Entry<Integer, String> file : files.entrySet()) {
          input.write(file.getKey() + "\t" + file.getValue() + "\n");
        }
      }
      BlockingQueue<Optional<String>> lines = lines(process);
      boolean progress = false;
      while (true) {
        Optional<String> line =
            Optional.ofNullable(lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS))
                .flatMap(given -> given);
        if (line.isEmpty()) {
          process.destroyForcibly();
          return process.waitFor() == GIVEN_UP || progress;
        }
        int tab = line.get().indexOf('\t');
        CaseResult result = CaseResult.fromJson(line.get().substring(tab + 1));
        results.put(Integer.valueOf(line.get().substring(0, tab)), result);
        known.accept(result);
        progress = true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during an audit", e);
    }
  }

  /** The lines of a process's output; an empty one is the end. */
  private static BlockingQueue<Optional<String>> lines(Process process) {
    BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (BufferedReader reader = process.inputReader(UTF_8)) {
                reader.lines().forEach(line -> lines.add(Optional.of(line)));
              } catch (IOException | UncheckedIOException e) {
                process.destroyForcibly();
              }
              lines.add(Optional.empty());
            });
    return lines;
  }

  /** The same Java, with the same flags. */
  private ImmutableList<String> command() {
    return ImmutableList.<String>builder()
        .add(System.getProperty("java.home") + "/bin/java")
        .addAll(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .add("-cp", System.getProperty("java.class.path"), Main.class.getName())
        .addAll(arguments)
        .build();
  }
}
