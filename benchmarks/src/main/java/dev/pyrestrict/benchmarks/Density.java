package dev.pyrestrict.benchmarks;

import com.google.common.base.CharMatcher;
import com.google.common.base.Stopwatch;
import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.hosting.Cell;
import dev.pyrestrict.hosting.CellGuest;
import dev.pyrestrict.hosting.CellOptions;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How many guests one process has room for, and how soon a new one answers: 500 that are idle, 100
 * with ten modules, 100 in each of four cells, 10,000 one after another (or as many as the argument
 * says). What processes take beside their heaps is read from Linux's {@code /proc}.
 */
final class Density {
  private static final String IDLE = "def handle(request):\n    return request\n";
  private static final String IMPORTING =
      "import collections, dataclasses, datetime, functools, itertools, json, math, random, re,"
          + " string\n"
          + IDLE;
  private static final int WARM_UP = 50;
  private static final int SAMPLES = 100;

  private final Sandbox sandbox = Sandbox.builder().build();

  private Density() {}

  public static void main(String... arguments) {
    int turns = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    Density density = new Density();
    density.warmUp();
    System.out.println("| what | guests | figure |");
    System.out.println("|---|---:|---:|");
    density.latency();
    density.alive("idle", IDLE, 500);
    density.alive("ten modules imported", IMPORTING, 100);
    inCells(4, 100);
    density.oneAfterAnother(turns);
    System.exit(0);
  }

  private void warmUp() {
    for (int i = 0; i < WARM_UP; i++) {
      started(IDLE).close();
      started(IMPORTING).close();
    }
  }

  private static CompiledModule compiled(String program) {
    return new Compiler(Policy.profile("default"), GuardMode.FAST)
        .compile(new SourceFile("app.py", program))
        .module()
        .orElseThrow();
  }

  private Guest started(String program) {
    Guest guest = sandbox.newGuest(GuestOptions.builder().build());
    expectEnd(guest.run(compiled(program), program));
    return guest;
  }

  private static void expectEnd(GuestResult result) {
    if (!(result instanceof GuestResult.Completed)) {
      throw new IllegalStateException(result.toString());
    }
  }

  /** From asking for a guest to its first answer; with the pool warm, and without one. */
  private void latency() {
    List<Double> pooled = new ArrayList<>();
    List<Double> fresh = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      sandbox.warm(1);
      sleep(200);
      pooled.add(firstAnswer());
      fresh.add(firstAnswer());
    }
    say("first answer of a guest from the warm pool, ms, median", SAMPLES, at(pooled, 0.5));
    say("the same, 99 of 100 are faster", SAMPLES, at(pooled, 0.99));
    say("first answer of a guest in a fresh context, ms, median", SAMPLES, at(fresh, 0.5));
  }

  private double firstAnswer() {
    Stopwatch watch = Stopwatch.createStarted();
    Guest guest = started(IDLE);
    expectEnd(guest.call("handle", List.of("x")));
    double milliseconds = watch.elapsed(TimeUnit.MICROSECONDS) / 1000.0;
    guest.close();
    return milliseconds;
  }

  /** What guests cost that live at the same time, each of which can still answer. */
  private void alive(String what, String program, int count) {
    double before = heapInMegabytes();
    List<Guest> guests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      guests.add(started(program));
    }
    double each = (heapInMegabytes() - before) / count;
    guests.forEach(guest -> expectEnd(guest.call("handle", List.of("x"))));
    guests.forEach(Guest::close);
    say(what + ", MB of heap each", count, each);
  }

  /** What processes take in which guests live, each of which can still answer. */
  private static void inCells(int cells, int guests) {
    CompiledModule module = compiled(IDLE);
    List<Cell> started = new ArrayList<>();
    List<CellGuest> alive = new ArrayList<>();
    Stopwatch watch = Stopwatch.createStarted();
    for (int cell = 0; cell < cells; cell++) {
      started.add(Cell.start(CellOptions.builder().build()));
      for (int i = 0; i < guests; i++) {
        CellGuest guest =
            started.getLast().newGuest(GuestOptions.builder().build(), Limits.DEFAULT);
        expectEnd(guest.run(module, IDLE));
        alive.add(guest);
      }
    }
    double milliseconds = (double) watch.elapsed(TimeUnit.MILLISECONDS) / alive.size();
    alive.forEach(guest -> expectEnd(guest.call("handle", List.of("x"))));
    double resident =
        started.stream().mapToDouble(cell -> residentMegabytes(cell.processId())).sum();
    started.forEach(Cell::close);
    say("in " + cells + " cells, started with them, ms each", alive.size(), milliseconds);
    say("in " + cells + " cells, MB resident a cell", alive.size(), resident / cells);
  }

  private void oneAfterAnother(int count) {
    double before = heapInMegabytes();
    double residentBefore = residentMegabytes(ProcessHandle.current().pid());
    Stopwatch watch = Stopwatch.createStarted();
    for (int i = 0; i < count; i++) {
      Guest guest = started(IDLE);
      expectEnd(guest.call("handle", List.of("x")));
      guest.close();
    }
    double milliseconds = (double) watch.elapsed(TimeUnit.MILLISECONDS) / count;
    say("one after another, ms each", count, milliseconds);
    say("MB of heap more after all of them", count, heapInMegabytes() - before);
    double resident = residentMegabytes(ProcessHandle.current().pid());
    say("MB resident more after all of them, heap included", count, resident - residentBefore);
  }

  private static void say(String what, int guests, double figure) {
    System.out.printf(Locale.ROOT, "| %s | %d | %.2f |%n", what, guests, figure);
  }

  private static double at(List<Double> samples, double part) {
    return ImmutableList.sortedCopyOf(samples).get((int) (samples.size() * part));
  }

  private static double residentMegabytes(long process) {
    try (Stream<String> status = Files.lines(Path.of("/proc/" + process + "/status"))) {
      String line = status.filter(found -> found.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(CharMatcher.inRange('0', '9').retainFrom(line)) / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double heapInMegabytes() {
    // Closing a guest goes on for a while after close(); garbage may hold garbage.
    for (int i = 0; i < 3; i++) {
      sleep(300);
      System.gc();
    }
    Runtime java = Runtime.getRuntime();
    return (java.totalMemory() - java.freeMemory()) / (double) (1 << 20);
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
