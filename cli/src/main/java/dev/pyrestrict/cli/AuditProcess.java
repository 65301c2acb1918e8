package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

  /** How often the process says what its running cases have left of their time. */
  static final Duration HEARTBEAT = Duration.ofMillis(25);

  /**
   * How long the process is believed to look after its cases by itself: its own watchdog is faster
   * as long as it gets to run at all.
   */
  private static final Duration TRUST = Duration.ofMillis(150);

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

  /**
   * A line between the processes: of a case's number and, on the way in, its file, on the way out
   * its result or a heartbeat.
   */
  record Line(int number, String content) {
    private static final String HEARTBEAT_MARK = "~";

    static Line parse(String text) {
      int tab = text.indexOf('\t');
      return new Line(Integer.parseInt(text.substring(0, tab)), text.substring(tab + 1));
    }

    static Line of(int number, CaseRunner.TimeLeft left) {
      return new Line(
          number, HEARTBEAT_MARK + left.cpu().toMillis() + " " + left.wall().toMillis());
    }

    /** Returns what the case has left, when the line is a heartbeat. */
    Optional<CaseRunner.TimeLeft> timeLeft() {
      if (!content.startsWith(HEARTBEAT_MARK)) {
        return Optional.empty();
      }
      List<String> numbers = Splitter.on(' ').splitToList(content.substring(1));
      return Optional.of(
          new CaseRunner.TimeLeft(
              Duration.ofMillis(Long.parseLong(numbers.get(0))),
              Duration.ofMillis(Long.parseLong(numbers.get(1)))));
    }

    @Override
    public String toString() {
      return number + "\t" + content;
    }
  }

  /** When a case has to be over, as its last heartbeat told. */
  private record Deadline(Instant started, Instant heard, CaseRunner.TimeLeft left) {
    boolean isMissed(Instant now) {
      Duration silence = Duration.between(heard, now);
      Duration latest = silence.minus(CaseRunner.TOLERANCE.dividedBy(2));
      return silence.compareTo(TRUST) > 0
          && (latest.compareTo(left.cpu()) > 0 || latest.compareTo(left.wall()) > 0);
    }
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
          input.write(new Line(file.getKey(), file.getValue()) + "\n");
        }
      }
      BlockingQueue<Optional<String>> lines = lines(process);
      Map<Integer, Deadline> deadlines = new HashMap<>();
      Instant lastHeard = Instant.now();
      boolean progress = false;
      while (true) {
        Optional<Optional<String>> heard =
            Optional.ofNullable(lines.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS));
        Instant now = Instant.now();
        if (heard.isEmpty()) {
          Optional<CaseResult> overdue = overdue(files, deadlines, now, results);
          if (overdue.isPresent()) {
            process.destroyForcibly();
            known.accept(overdue.get());
            return true;
          }
          if (Duration.between(lastHeard, now).compareTo(patience) < 0) {
            continue;
          }
        }
        if (heard.isEmpty() || heard.get().isEmpty()) {
          process.destroyForcibly();
          return process.waitFor() == GIVEN_UP || progress;
        }
        lastHeard = now;
        Line line = Line.parse(heard.get().get());
        Optional<CaseRunner.TimeLeft> left = line.timeLeft();
        if (left.isPresent()) {
          if (results.containsKey(line.number())) {
            // It was on its way when the case came to its end.
            continue;
          }
          Instant started =
              Optional.ofNullable(deadlines.get(line.number())).map(Deadline::started).orElse(now);
          deadlines.put(line.number(), new Deadline(started, now, left.get()));
          continue;
        }
        CaseResult result = CaseResult.fromJson(line.content());
        deadlines.remove(line.number());
        results.put(line.number(), result);
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

  /** Takes down a case whose time is over although its process does not say so. */
  private static Optional<CaseResult> overdue(
      ImmutableSortedMap<Integer, String> files,
      Map<Integer, Deadline> deadlines,
      Instant now,
      Map<Integer, CaseResult> results) {
    for (Map.Entry<Integer, Deadline> entry : deadlines.entrySet()) {
      Deadline deadline = entry.getValue();
      if (deadline.isMissed(now)) {
        CaseResult result =
            CaseResult.killed(files.get(entry.getKey()), Duration.between(deadline.started(), now));
        results.put(entry.getKey(), result);
        return Optional.of(result);
      }
    }
    return Optional.empty();
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
