package dev.pyrestrict.runtime;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.annotations.VisibleForTesting;
import com.google.common.collect.MapMaker;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.oracle.truffle.api.Truffle;
import dev.pyrestrict.rewriter.Policy;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.SandboxPolicy;

/**
 * One policy, and the guests that run under it.
 *
 * <p>Thread-safe: guests may be made and run from any threads, each guest by one thread at a time.
 */
public final class Sandbox implements AutoCloseable {
  /**
   * Contexts of one engine must have equal host access: this is the only one. It exports nothing.
   */
  static final HostAccess HOST_ACCESS = HostAccess.newBuilder(HostAccess.CONSTRAINED).build();

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static final String WARN_INTERPRETER_ONLY = "engine.WarnInterpreterOnly";

  @VisibleForTesting final Optional<Engine> engine;
  private final Policy policy;
  private final Limits limits;
  private final Watchdog watchdog = new Watchdog();
  private final GuestThreads threads = new GuestThreads();
  private final Queue<CompletableFuture<GuestSide>> prepared = new ConcurrentLinkedQueue<>();

  /** Those whose contexts may be open, and no longer held by this than by their guests. */
  private final Set<GuestSide> sides =
      Collections.newSetFromMap(new MapMaker().weakKeys().makeMap());

  /** Whoever makes a context reads, whoever closes all of them writes. */
  private final ReadWriteLock making = new ReentrantReadWriteLock();

  private volatile boolean closed;

  private Sandbox(Builder builder) {
    policy = builder.policy;
    limits = builder.limits.orElseGet(() -> Limits.of(policy));
    engine =
        switch (builder.engines) {
          case SHARED -> Optional.of(sharedEngine());
          case ONE_EACH -> Optional.empty();
        };
  }

  private static Engine sharedEngine() {
    return Engine.newBuilder("python")
        .sandbox(SandboxPolicy.CONSTRAINED)
        .in(InputStream.nullInputStream())
        .out(OutputStream.nullOutputStream())
        .err(OutputStream.nullOutputStream())
        .option(WARN_INTERPRETER_ONLY, "false")
        .build();
  }

  /** Returns a builder with the profile {@code default}. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Reports whether guests are compiled to machine code; without that they run ten to a hundred
   * times slower.
   */
  public boolean compilesGuests() {
    return !Truffle.getRuntime().getName().equals("Interpreted");
  }

  /**
   * Makes a guest with the sandbox's limits.
   *
   * @throws IllegalStateException if the sandbox is closed
   */
  public Guest newGuest(GuestOptions options) {
    return newGuest(options, limits);
  }

  /**
   * Makes a guest with limits of its own.
   *
   * @throws IllegalStateException if the sandbox is closed
   */
  public Guest newGuest(GuestOptions options, Limits guestLimits) {
    return new Guest(nextSide(), guestLimits, options, watchdog, threads);
  }

  /**
   * Makes ready, in the background, what the next guests need, so that each of them is there in a
   * fraction of the time. A guest that is asked for too early waits for what is being made.
   *
   * @param guests how many; they cost memory (a few megabytes each) until they are used
   */
  public void warm(int guests) {
    for (int i = 0; i < guests; i++) {
      prepared.add(CompletableFuture.supplyAsync(this::newSide, threads));
    }
  }

  private GuestSide nextSide() {
    checkOpen();
    CompletableFuture<GuestSide> next = prepared.poll();
    return next == null ? newSide() : next.join();
  }

  private GuestSide newSide() {
    making.readLock().lock();
    try {
      checkOpen();
      GuestSide side = new GuestSide(engine, policy);
      sides.add(side);
      return side;
    } finally {
      making.readLock().unlock();
    }
  }

  private void checkOpen() {
    checkState(!closed, "the sandbox is closed");
  }

  /**
   * Cancels the guests that still run, and closes their engines. A guest that can't be cancelled is
   * waited for, for some seconds, and then left to the end of the process.
   *
   * <p>Contexts go before a shared engine: an engine that closes them holds a lock for which a
   * guest waits that uses another language for the first time, such as that of regular expressions,
   * and so never ends (Truffle 25.0, {@code PolyglotEngineImpl.ensureClosed}).
   */
  @Override
  public void close() {
    making.writeLock().lock();
    try {
      closed = true;
    } finally {
      making.writeLock().unlock();
    }
    watchdog.close();
    threads.close();
    List<CompletableFuture<Void>> closing = new ArrayList<>();
    for (GuestSide side : sides) {
      closing.add(side.close());
    }
    CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new))
        .thenRun(() -> engine.ifPresent(shared -> shared.close(true)))
        .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  /** Builds a sandbox; not thread-safe. */
  public static final class Builder {
    private Policy policy = Policy.profile("default");
    private Optional<Limits> limits = Optional.empty();
    private Engines engines = Engines.SHARED;

    private Builder() {}

    /** Sets the policy: what guests may import and which names they may use. */
    @CanIgnoreReturnValue
    public Builder policy(Policy value) {
      policy = value;
      return this;
    }

    /**
     * Sets the limits of guests that are made without their own; else they are the policy's, see
     * {@link Limits#of}.
     */
    @CanIgnoreReturnValue
    public Builder limits(Limits value) {
      limits = Optional.of(value);
      return this;
    }

    /** Sets whether guests share an engine; they do when nothing is said. */
    @CanIgnoreReturnValue
    public Builder engines(Engines value) {
      engines = value;
      return this;
    }

    /** Starts what guests share. */
    public Sandbox build() {
      return new Sandbox(this);
    }
  }
}
