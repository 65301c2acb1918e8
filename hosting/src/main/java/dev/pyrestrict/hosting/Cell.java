package dev.pyrestrict.hosting;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process in which guests of one trust group live. Its environment is empty, its working
 * directory is its own, it inherits no file descriptor but its pipe, and it is killed when a guest
 * in it outlives its limits. It may be in a container besides, and reach nothing but that pipe.
 * What it says is never trusted: a guest may have taken it over.
 *
 * <p>Thread-safe. A guest of a cell that is gone answers every request with {@link
 * GuestResult.Lost}.
 */
public final class Cell implements AutoCloseable {
  /** How long a request may be overdue, by what the cell itself last said about its time. */
  private static final Duration TOLERANCE = Duration.ofMillis(125);

  /** A cell that speaks of its guests at least this often is believed to look after them. */
  private static final Duration TRUST = Duration.ofMillis(150);

  /** Whatever a cell says, a request is over this long after its time on the clock. */
  private static final Duration BEYOND_BELIEF = Duration.ofSeconds(1);

  /** How long a cell may take to be ready; making one takes seconds. */
  private static final Duration START = Duration.ofSeconds(60);

  /** How long a cell may take to read what it is told. */
  private static final Duration READING = Duration.ofSeconds(5);

  /** What a cell may say of requests that are over, beside what is on its way when one ends. */
  private static final int MOST_LATE = 100;

  /** How a JVM ends that was told to end when its heap is full. */
  private static final int OUT_OF_MEMORY = 3;

  private final CellProcess process;
  private final Path directory;
  private final Wire wire;
  private final AtomicLong lastGuest = new AtomicLong();
  private final AtomicLong lastRequest = new AtomicLong();
  private final Map<Long, CellGuest> guests = new ConcurrentHashMap<>();
  private final Map<Long, Request> requests = new ConcurrentHashMap<>();
  private final ExecutorService services = Executors.newVirtualThreadPerTaskExecutor();
  private long saidTooLate;
  private volatile boolean late;
  private volatile boolean gone;
  private volatile Optional<Long> pausedSince = Optional.empty();
  private volatile long resumedAt = System.nanoTime();

  private Cell(CellProcess process, Path directory) {
    this.process = process;
    this.directory = directory;
    wire = new Wire(process.process().getInputStream(), process.process().getOutputStream());
  }

  /**
   * Starts a cell and waits until guests can live in it, which takes seconds: keep some ready.
   *
   * @throws CellException if its process can't be started; it says what to do
   */
  public static Cell start(CellOptions options) {
    try {
      return begin(options);
    } catch (CellException e) {
      if (options.container().isEmpty() || !(e.getCause() instanceof IOException)) {
        throw e;
      }
      // GraalPy unpacks files on its first start, for which it needs more than a container has.
      begin(options.withoutContainer()).close();
      return begin(options);
    }
  }

  private static Cell begin(CellOptions options) {
    Cell cell;
    try {
      Path directory = Files.createTempDirectory("pyrestrict-cell");
      cell = new Cell(process(options, directory), directory);
    } catch (IOException e) {
      throw new CellException("the process of a cell can't be started: " + e.getMessage(), e);
    }
    Thread deadline = Thread.ofVirtual().start(cell::killIfNotReady);
    try {
      cell.wire.send(new Message.Begin(options.policy().toToml(), options.engines()));
      if (!(cell.wire.receive() instanceof Message.Ready)) {
        throw new IOException("it does not say that it is ready");
      }
    } catch (IOException e) {
      Optional<String> complaint =
          cell.late
              ? Optional.of("a cell was not ready after " + START.toSeconds() + " seconds")
              : cell.process.complaint();
      cell.close();
      throw complaint
          .map(CellException::new)
          .orElseGet(() -> new CellException("a cell did not start: " + e.getMessage(), e));
    } finally {
      deadline.interrupt();
    }
    Thread.ofPlatform().daemon().name("pyrestrict-cell-listener").start(cell::listen);
    Thread.ofPlatform().daemon().name("pyrestrict-cell-deadlines").start(cell::watch);
    return cell;
  }

  private static CellProcess process(CellOptions options, Path directory) throws IOException {
    try {
      return options.container().isPresent()
          ? Container.start(options, directory)
          : PlainProcess.start(options.command(), options.openFiles(), directory);
    } catch (IOException | CellException e) {
      delete(directory);
      throw e;
    }
  }

  private void killIfNotReady() {
    try {
      Thread.sleep(START);
      late = true;
      int _ = process.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Makes a guest; its module is run and its functions are called as those of a {@link
   * dev.pyrestrict.runtime.Guest}.
   */
  public CellGuest newGuest(GuestOptions options, Limits limits) {
    CellGuest guest = new CellGuest(this, lastGuest.incrementAndGet(), options, limits);
    guests.put(guest.number(), guest);
    tell(guest.opening());
    return guest;
  }

  /** Sends what needs no answer. */
  void tell(Message message) {
    try {
      wire.send(message);
    } catch (IOException e) {
      kill();
    }
  }

  /** Reports whether guests can live here. */
  public boolean isAlive() {
    return !gone && process.process().isAlive();
  }

  /** Returns the number of the process. */
  public long processId() {
    return process.number();
  }

  /** Stops all guests where they are, until {@link #resume}. That time is none of their time. */
  public synchronized void pause() {
    if (gone || pausedSince.isPresent()) {
      return;
    }
    pausedSince = Optional.of(System.nanoTime());
    try {
      process.pause();
    } catch (IOException e) {
      pausedSince = Optional.empty();
      throw new CellException("a cell can't be paused: " + e.getMessage(), e);
    }
  }

  /** Lets guests go on where they were. */
  public synchronized void resume() {
    if (gone || pausedSince.isEmpty()) {
      return;
    }
    try {
      process.resume();
    } catch (IOException e) {
      throw new CellException("a cell can't be resumed: " + e.getMessage(), e);
    }
    long pause = System.nanoTime() - pausedSince.get();
    requests.values().forEach(request -> request.slept(pause));
    resumedAt = System.nanoTime();
    pausedSince = Optional.empty();
  }

  /** Sends a request that the guest made, and waits for its end, or that of the cell. */
  GuestResult ask(CellGuest guest, Limits limits, RequestForm form) {
    long number = lastRequest.incrementAndGet();
    Request request = new Request(guest, limits);
    requests.put(number, request);
    tell(form.message(number));
    if (gone) {
      lose(request, "the cell of the guest is gone");
    }
    try {
      return request.result().join();
    } finally {
      requests.remove(number);
    }
  }

  /** A message about a request of that number. */
  @FunctionalInterface
  interface RequestForm {
    Message message(long request);
  }

  void forget(CellGuest guest) {
    if (guests.remove(guest.number()) != null && !gone) {
      tell(new Message.Close(guest.number()));
    }
  }

  private void listen() {
    try {
      while (true) {
        hear(wire.receive());
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      // It ended, or what it says is nothing that a cell of ours would say.
      kill();
    }
  }

  private void hear(Message message) throws IOException {
    switch (message) {
      case Message.Output output ->
          guest(output.guest()).wrote(output.errors(), output.bytes().binaryValue());
      case Message.TimeLeft left -> {
        Request request = requests.get(left.request());
        if (request != null) {
          request.heard(left.cpu(), left.wall());
        } else if (++saidTooLate > MOST_LATE + 2 * lastRequest.get()) {
          throw new IOException("it speaks of requests that are over");
        }
      }
      case Message.Ended ended -> {
        Request request = request(ended.request());
        GuestResult result = request.guest().result(ended, request.limits());
        boolean finished =
            result instanceof GuestResult.Completed || result instanceof GuestResult.Raised;
        if (finished && request.guest().isAsking()) {
          throw new IOException("a guest that waits for an answer has not finished");
        }
        request.result().complete(result);
        if (result instanceof GuestResult.LimitExceeded exceeded && !exceeded.stopped()) {
          kill();
        }
      }
      case Message.Ask ask -> {
        CellGuest guest = guest(ask.guest());
        if (guest.hasBegun() && isIdle(guest)) {
          throw new IOException("a guest asks while it is asked for something");
        }
        if (!guest.startsAsking()) {
          throw new IOException("a guest asks one thing at a time, and reads the answer");
        }
        services.execute(() -> answer(guest, ask));
      }
      case Message.Ready ready -> throw new IOException("it said so before");
      case Message.Begin begin -> throw new IOException("only a host says this");
      case Message.Open open -> throw new IOException("only a host says this");
      case Message.Add add -> throw new IOException("only a host says this");
      case Message.Run run -> throw new IOException("only a host says this");
      case Message.Call call -> throw new IOException("only a host says this");
      case Message.Close close -> throw new IOException("only a host says this");
      case Message.Answer answer -> throw new IOException("only a host says this");
    }
  }

  private void answer(CellGuest guest, Message.Ask ask) {
    Message.Answer answer = guest.answer(ask);
    guest.stopsAsking();
    tell(answer);
    guest.wasAnswered();
  }

  private boolean isIdle(CellGuest guest) {
    return requests.values().stream()
        .noneMatch(request -> request.guest() == guest && request.isOpen());
  }

  private CellGuest guest(long number) throws IOException {
    return Optional.ofNullable(guests.get(number))
        .orElseThrow(() -> new IOException("there is no such guest"));
  }

  private Request request(long number) throws IOException {
    return Optional.ofNullable(requests.get(number))
        .orElseThrow(() -> new IOException("there is no such request"));
  }

  /** Kills the cell when a guest in it is overdue, or when it does not listen. */
  private void watch() {
    while (!gone) {
      if (pausedSince.isEmpty()) {
        killIfOverdue();
      }
      Uninterruptibles.sleepUninterruptibly(CellWorker.HEARTBEAT);
    }
  }

  private void killIfOverdue() {
    if (wire.isStuck(READING) && System.nanoTime() - resumedAt > READING.toNanos()) {
      kill();
    }
    for (Request request : requests.values()) {
      request
          .missed()
          .ifPresent(
              kind -> {
                request.result().complete(request.overdue(kind));
                kill();
              });
    }
  }

  private synchronized void kill() {
    if (gone) {
      return;
    }
    gone = true;
    boolean outOfMemory = process.end() == OUT_OF_MEMORY;
    List<Request> open = requests.values().stream().filter(Request::isOpen).toList();
    for (Request request : open) {
      if (outOfMemory && open.size() == 1) {
        request.result().complete(request.overdue(Limits.Kind.MEMORY));
      } else {
        lose(request, "the process in which the guest lived ended");
      }
    }
    services.shutdown();
    delete(directory);
  }

  private static void delete(Path directory) {
    try {
      MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      // A directory of nothing that matters stays behind.
      directory.toFile().deleteOnExit();
    }
  }

  private static void lose(Request request, String message) {
    request.result().complete(new GuestResult.Lost(message, Usage.ofLost(request.elapsed())));
  }

  /** Kills the process and all guests in it. */
  @Override
  public void close() {
    kill();
  }

  /** Something a guest was asked to do. */
  private static final class Request {
    private final CellGuest guest;
    private final Limits limits;
    private final java.util.concurrent.CompletableFuture<GuestResult> result =
        new java.util.concurrent.CompletableFuture<>();
    private final AtomicLong sent = new AtomicLong(System.nanoTime());
    private volatile Heard last = new Heard(System.nanoTime(), Long.MAX_VALUE, Long.MAX_VALUE);

    Request(CellGuest guest, Limits limits) {
      this.guest = guest;
      this.limits = limits;
    }

    /** What the cell said is left, in milliseconds, and when. */
    private record Heard(long nanos, long cpu, long wall) {}

    CellGuest guest() {
      return guest;
    }

    Limits limits() {
      return limits;
    }

    GuestResult overdue(Limits.Kind kind) {
      return CellGuest.overdue(limits, kind, elapsed());
    }

    java.util.concurrent.CompletableFuture<GuestResult> result() {
      return result;
    }

    boolean isOpen() {
      return !result.isDone();
    }

    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - sent.get());
    }

    void heard(long cpu, long wall) {
      last = new Heard(System.nanoTime(), cpu, wall);
    }

    /** A pause of so long is over. */
    void slept(long nanos) {
      sent.addAndGet(nanos);
      last = new Heard(last.nanos() + nanos, last.cpu(), last.wall());
    }

    /** Returns the limit that must have struck by now although the cell does not say so. */
    Optional<Limits.Kind> missed() {
      Heard heard = last;
      boolean begun = heard.wall() != Long.MAX_VALUE;
      Duration patience = limits.wall().plus(begun ? BEYOND_BELIEF : START);
      if (!isOpen()) {
        return Optional.empty();
      }
      if (elapsed().compareTo(patience) > 0) {
        return Optional.of(Limits.Kind.WALL);
      }
      long silence = (System.nanoTime() - heard.nanos()) / 1_000_000;
      if (!begun || silence < TRUST.toMillis()) {
        return Optional.empty();
      }
      long overdue = silence - TOLERANCE.toMillis();
      return overdue > heard.cpu()
          ? Optional.of(Limits.Kind.CPU)
          : overdue > heard.wall() ? Optional.of(Limits.Kind.WALL) : Optional.empty();
    }
  }
}
