package dev.pyrestrict.hosting;

import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Usage;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The guests of one application: made when they are needed, kept for its next request, replaced
 * when a limit struck them. Thread-safe.
 */
final class GuestPool implements AutoCloseable {
  /** A guest and what it was given. */
  private static final class Member {
    private final HostedGuest guest;
    private final Grant grant;
    private volatile boolean killed;

    Member(HostedGuest guest, Grant grant) {
      this.guest = guest;
      this.grant = grant;
    }

    HostedGuest guest() {
      return guest;
    }

    Grant grant() {
      return grant;
    }
  }

  /**
   * What the guests are doing.
   *
   * @param idle guests that are ready for a request
   * @param busy guests that answer one, or are being made ready
   * @param waiting requests that wait for a guest
   * @param paused whether requests are turned away
   */
  public record State(int idle, int busy, int waiting, boolean paused) {}

  /** What becomes of a request. */
  sealed interface Outcome {
    /** A guest was asked. */
    record Asked(GuestResult result) implements Outcome {}

    /** All guests are busy and as many requests wait as may, or it waited too long. */
    record Busy() implements Outcome {}

    /** The application is paused. */
    record Paused() implements Outcome {}

    /** Its process has ended too often: there is a new one after a while. */
    record Resting(Duration rest) implements Outcome {}
  }

  private final Application application;
  private final java.util.function.Supplier<Grant> grants;
  private final GuestHome home;
  private final java.util.function.Consumer<GuestOptions.Builder> interfaces;
  private final java.util.function.Supplier<OutputStream> log;
  private final Semaphore free;
  private final int mostWaiting;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Deque<Member> idle = new ArrayDeque<>();
  private final Set<Member> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean paused;
  private volatile boolean warmed;
  private int inside;
  private boolean closed;

  /**
   * Creates a pool without guests.
   *
   * @param home theirs alone; closed with the pool
   * @param interfaces gives a guest what else of the host it may use
   */
  GuestPool(
      Application application,
      java.util.function.Supplier<Grant> grants,
      GuestHome home,
      java.util.function.Consumer<GuestOptions.Builder> interfaces,
      java.util.function.Supplier<OutputStream> log,
      int mostWaiting) {
    this.application = application;
    this.grants = grants;
    this.home = home;
    this.interfaces = interfaces;
    this.log = log;
    this.mostWaiting = mostWaiting;
    free = new Semaphore(application.settings().guests(), true);
  }

  Application application() {
    return application;
  }

  /**
   * Begins with something that may need a guest, which {@link #leave} ends: the guests' home is
   * there until then.
   *
   * @return false if the pool is closed
   */
  synchronized boolean enter() {
    if (!closed) {
      inside++;
    }
    return !closed;
  }

  /** Ends what {@link #enter} began. */
  void leave() {
    boolean last;
    synchronized (this) {
      inside--;
      last = closed && inside == 0;
    }
    if (last) {
      home.close();
    }
  }

  /**
   * Lets a guest answer a request, for one who has entered.
   *
   * @param response where it may send an answer bit by bit
   */
  Outcome answer(Object request, StreamedResponse response, Duration patience)
      throws InterruptedException {
    if (paused) {
      return new Outcome.Paused();
    }
    if (!free.tryAcquire()) {
      if (waiting.incrementAndGet() > mostWaiting) {
        waiting.decrementAndGet();
        return new Outcome.Busy();
      }
      try {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          return paused ? new Outcome.Paused() : new Outcome.Busy();
        }
      } finally {
        waiting.decrementAndGet();
      }
    }
    try {
      if (paused) {
        return new Outcome.Paused();
      }
      // Not before: while a process starts it has to be waited for.
      Duration rest = home.rest();
      return rest.isZero()
          ? new Outcome.Asked(answerNow(request, response))
          : new Outcome.Resting(rest);
    } finally {
      free.release();
    }
  }

  private GuestResult answerNow(Object request, StreamedResponse response) {
    Member member = take();
    if (member == null) {
      try {
        member = make();
      } catch (CellException e) {
        return lost(e.getMessage());
      }
      GuestResult ready = ready(member);
      if (!isReady(ready)) {
        discard(member);
        return ready;
      }
    }
    GuestResult result;
    busy.add(member);
    try {
      member.grant().requestBegins(response);
      result = member.guest().call("answer", List.of(request));
    } catch (RuntimeException e) {
      discard(member);
      if (member.killed) {
        return killed();
      }
      return new GuestResult.Fault(
          "a guest could not be asked", e.toString(), Usage.ofLost(Duration.ZERO));
    } finally {
      busy.remove(member);
    }
    if (member.killed) {
      return killed();
    }
    member.grant().requestEnded();
    switch (result) {
      case GuestResult.Completed completed -> giveBack(member);
      case GuestResult.Raised raised -> giveBack(member);
      case GuestResult.LimitExceeded exceeded -> replace(member);
      case GuestResult.Fault fault -> replace(member);
      case GuestResult.Lost lost -> replace(member);
    }
    return result;
  }

  private static GuestResult killed() {
    return lost("the guest was ended by the host");
  }

  private static GuestResult lost(String message) {
    return new GuestResult.Lost(message, Usage.ofLost(Duration.ZERO));
  }

  private Member make() {
    Grant grant = grants.get();
    OutputStream output = log.get();
    GuestOptions.Builder options =
        GuestOptions.builder()
            .output(output)
            .errors(output)
            .function(ServiceClients.CALL, grant.function())
            .refusals(grant::refusedByGuard)
            .lent("open", "hosted_files");
    interfaces.accept(options);
    Member member =
        new Member(home.newGuest(options.build(), application.settings().limits()), grant);
    for (Application.Part part : application.modules()) {
      member.guest().add(part.name(), part.module(), part.source());
    }
    return member;
  }

  private GuestResult ready(Member member) {
    GuestResult result =
        member
            .guest()
            .run(
                application.main().module(),
                application.main().source(),
                application.settings().startLimits());
    member.grant().requestEnded();
    return result;
  }

  private static boolean isReady(GuestResult result) {
    return result instanceof GuestResult.Completed completed && completed.exitStatus() == 0;
  }

  /** Makes a guest ready before the first request asks for one. */
  void warm() {
    if (!enter()) {
      return;
    }
    try {
      if (free.tryAcquire()) {
        try {
          if (home.rest().isZero()) {
            makeReady();
          }
        } finally {
          free.release();
        }
      }
    } finally {
      leave();
    }
  }

  private void makeReady() {
    Member member = make();
    if (isReady(ready(member))) {
      giveBack(member);
    } else {
      discard(member);
    }
  }

  /** Returns what the guests are doing. */
  State state() {
    int ready;
    synchronized (this) {
      ready = idle.size();
    }
    int working = application.settings().guests() - free.availablePermits();
    return new State(ready, Math.max(working, 0), waiting.get(), paused);
  }

  /** Says that the first guest has been made, or could not be made. */
  void warmed() {
    warmed = true;
  }

  boolean isWarmed() {
    return warmed;
  }

  /**
   * Turns requests away from now on, and stops guests where they are if they can be.
   *
   * @throws CellException if they could be and the system refuses
   */
  void pause() {
    paused = true;
    home.pause();
  }

  /** Lets guests go on where they were, and takes requests again. */
  void resume() {
    home.resume();
    paused = false;
  }

  /** Ends all guests, and the requests that they answer; the next request gets a new one. */
  void kill() {
    List<Member> all;
    synchronized (this) {
      all = new ArrayList<>(idle);
      idle.clear();
    }
    all.addAll(busy);
    all.forEach(member -> member.killed = true);
    // What a guest made of its process ends with it, and one that is paused ends at all.
    home.restart();
    all.forEach(GuestPool::discard);
  }

  /** Reports whether it is closed, and nobody is inside any more. */
  synchronized boolean isGone() {
    return closed && inside == 0;
  }

  private synchronized Member take() {
    return idle.pollFirst();
  }

  private void giveBack(Member member) {
    synchronized (this) {
      if (!closed) {
        idle.addFirst(member);
        return;
      }
    }
    discard(member);
  }

  private void replace(Member member) {
    discard(member);
    Thread.ofVirtual().start(this::warm);
  }

  private static void discard(Member member) {
    member.grant().close();
    member.guest().close();
  }

  /** Closes the guests and their home; one that answers a request is closed when it has. */
  @Override
  public void close() {
    List<Member> members;
    synchronized (this) {
      closed = true;
      members = List.copyOf(idle);
      idle.clear();
    }
    members.forEach(GuestPool::discard);
    if (isGone()) {
      home.close();
    }
  }

  /** Closes all, whoever is inside. */
  void end() {
    close();
    home.close();
  }
}
