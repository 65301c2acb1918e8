package dev.pyrestrict.hosting;

import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Usage;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
    HostedGuest make(GuestOptions options);
  }

  /** A guest and what it was given. */
  private record Member(HostedGuest guest, Grant grant) {}

  private final Application application;
  private final java.util.function.Supplier<Grant> grants;
  private final Maker maker;
  private final java.util.function.Supplier<OutputStream> log;
  private final Semaphore free;
  private final int mostWaiting;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Deque<Member> idle = new ArrayDeque<>();
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
   * @return empty when all guests are busy and as many requests wait as may, or one waited too long
   */
  Optional<GuestResult> answer(Object request, Duration patience) throws InterruptedException {
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
      return Optional.of(answerNow(request));
    } finally {
      free.release();
    }
  }

  private GuestResult answerNow(Object request) {
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
    try {
      result = member.guest().call("answer", List.of(request));
    } catch (RuntimeException e) {
      discard(member);
      return new GuestResult.Fault(
          "a guest could not be asked",
          e.toString(),
          new Usage(Duration.ZERO, Duration.ZERO, 0, 0));
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

  private Member make() {
    Grant grant = grants.get();
    OutputStream output = log.get();
    GuestOptions options =
        GuestOptions.builder()
            .output(output)
            .errors(output)
            .function(ServiceClients.CALL, grant.function())
            .lent("open", "hosted_files")
            .build();
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
