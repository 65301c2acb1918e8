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
import java.util.Optional;
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
  /** Makes a guest in which nothing has run yet. */
  @FunctionalInterface
  interface Maker {
    HostedGuest make(GuestOptions.Builder options);
  }

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
  public record State(int idle, int busy, int waiting, boolean paused) {
    /** Reports whether there are requests that are not answered yet. */
    boolean isWorking() {
      return busy + waiting > 0;
    }
  }

  private final Application application;
  private final java.util.function.Supplier<Grant> grants;
  private final Maker maker;
  private final java.util.function.Supplier<OutputStream> log;
  private final Semaphore free;
  private final int mostWaiting;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Deque<Member> idle = new ArrayDeque<>();
  private final Set<Member> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean paused;
  private volatile boolean warmed;
  private boolean closed;

  GuestPool(
      Application application,
      java.util.function.Supplier<Grant> grants,
      Maker maker,
      java.util.function.Supplier<OutputStream> log,
      int mostWaiting) {
    this.application = application;
    this.grants = grants;
    this.maker = maker;
    this.log = log;
    this.mostWaiting = mostWaiting;
    free = new Semaphore(application.guests(), true);
  }

  Application application() {
    return application;
  }

  /**
   * Lets a guest answer a request.
   *
   * @param response where it may send an answer bit by bit
   * @return empty when the application is paused, or all guests are busy and as many requests wait
   *     as may, or one waited too long
   */
  Optional<GuestResult> answer(Object request, StreamedResponse response, Duration patience)
      throws InterruptedException {
    if (paused) {
      return Optional.empty();
    }
    if (!free.tryAcquire()) {
      if (waiting.incrementAndGet() > mostWaiting) {
        waiting.decrementAndGet();
        return Optional.empty();
      }
      try {
        if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          return Optional.empty();
        }
      } finally {
        waiting.decrementAndGet();
      }
    }
    try {
      return Optional.of(answerNow(request, response));
    } finally {
      free.release();
    }
  }

  private GuestResult answerNow(Object request, StreamedResponse response) {
    Member member = take();
    if (member == null) {
      member = make();
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
          "a guest could not be asked",
          e.toString(),
          new Usage(Duration.ZERO, Duration.ZERO, 0, 0));
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
    return new GuestResult.Lost(
        "the guest was ended by the host", new Usage(Duration.ZERO, Duration.ZERO, 0, 0));
  }

  private Member make() {
    Grant grant = grants.get();
    OutputStream output = log.get();
    GuestOptions.Builder options =
        GuestOptions.builder()
            .output(output)
            .errors(output)
            .function(ServiceClients.CALL, grant.function())
            .lent("open", "hosted_files");
    Member member = new Member(maker.make(options), grant);
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
                application.startLimits());
    member.grant().requestEnded();
    return result;
  }

  private static boolean isReady(GuestResult result) {
    return result instanceof GuestResult.Completed completed && completed.exitStatus() == 0;
  }

  /** Makes a guest ready before the first request asks for one. */
  void warm() {
    if (!isClosed() && free.tryAcquire()) {
      try {
        Member member = make();
        if (isReady(ready(member))) {
          giveBack(member);
        } else {
          discard(member);
        }
      } finally {
        free.release();
      }
    }
  }

  /** Returns what the guests are doing. */
  State state() {
    int ready;
    synchronized (this) {
      ready = idle.size();
    }
    int working = application.guests() - free.availablePermits();
    return new State(ready, Math.max(working, 0), waiting.get(), paused);
  }

  /** Says that the first guest has been made, or could not be made. */
  void warmed() {
    warmed = true;
  }

  boolean isWarmed() {
    return warmed;
  }

  /** Turns requests away from now on, or no more. */
  void pause(boolean value) {
    paused = value;
  }

  /** Ends all guests, and the requests that they answer; the next request gets a new one. */
  void kill() {
    List<Member> all;
    synchronized (this) {
      all = new ArrayList<>(idle);
      idle.clear();
    }
    all.addAll(busy);
    for (Member member : all) {
      member.killed = true;
      discard(member);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
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

  /** Closes the guests; one that answers a request is closed when it has. */
  @Override
  public void close() {
    List<Member> members;
    synchronized (this) {
      closed = true;
      members = List.copyOf(idle);
      idle.clear();
    }
    members.forEach(GuestPool::discard);
  }
}
