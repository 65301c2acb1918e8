package dev.pyrestrict.runtime;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.oracle.truffle.api.TruffleContext;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Program;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * One guest: one GraalPy context, run by one thread at a time. A guest that was stopped by a limit,
 * or that met a fault, can't be run again.
 */
public final class Guest implements AutoCloseable {
  /** How long a cancelled guest may take to come to its end before it is given up. */
  private static final Duration GRACE = Duration.ofMillis(220);

  /** How long a guest over its limit may take to show where it is, before it is cancelled. */
  private static final Duration LOCATING = Duration.ofMillis(100);

  /** How often a running guest is looked at, whether a limit has struck it. */
  private static final Duration POLL = Duration.ofMillis(10);

  private final GuestSide side;
  private final Context context;
  private final Limits limits;
  private final Watchdog watchdog;
  private final Executor threads;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean stopped;
  private final SafepointInstrument safepoints;
  private final TruffleContext instrumented;
  private final AtomicLong written = new AtomicLong();
  private final NativeMemory nativeMemory = new NativeMemory();
  private final AtomicReference<Watchdog.Run> current = new AtomicReference<>();
  private String fileName = "";

  Guest(GuestSide side, Limits limits, GuestOptions options, Watchdog watchdog, Executor threads) {
    this.side = side;
    this.threads = threads;
    this.limits = limits;
    this.watchdog = watchdog;
    context = side.context();
    safepoints = SafepointInstrument.of(context.getEngine());
    instrumented = safepoints.contextOf(context);
    side.writesTo(
        new BoundedOutput(options.output(), written, limits.outputBytes(), this::flooded),
        new BoundedOutput(options.errors(), written, limits.outputBytes(), this::flooded));
    side.give(options);
    prepareJail(options.prologue());
  }

  /** What comes after this is not trusted. */
  private void prepareJail(String prologue) {
    try {
      side.shutJail(prologue);
    } catch (PolyglotException e) {
      context.close(true);
      throw new IllegalArgumentException("the prologue failed: " + e.getMessage(), e);
    }
  }

  /**
   * Lets the guest import a module of its own program; it runs when it is first imported.
   *
   * @param name dotted; a package's own module is named {@code package.__init__}
   * @param source the guest's own text, for tracebacks
   * @throws IllegalArgumentException if Python's library has a module of that name
   */
  public void add(String name, CompiledModule module, String source) {
    checkArgument(
        Program.of(ImmutableList.of(name)).contains(name), "the name '%s' is taken", name);
    side.add(name, module, source);
  }

  /**
   * Runs a compiled module as {@code __main__} and waits for its end, but no longer than the limits
   * allow.
   *
   * @param source the guest's own text, for tracebacks
   * @throws IllegalStateException if the guest runs already, or was stopped
   */
  public GuestResult run(CompiledModule module, String source) {
    return run(module, source, limits);
  }

  /**
   * Runs a compiled module as {@code __main__}, with limits of its own for this one run; that of
   * output stays the guest's.
   *
   * @throws IllegalStateException if the guest runs already, or was stopped
   */
  public GuestResult run(CompiledModule module, String source, Limits ownLimits) {
    Source code = KeptSources.ofMain(module);
    return underLimits(
        ownLimits,
        () -> {
          fileName = module.fileName();
          side.prepare(module, source);
          runToTheEnd(code);
          side.flush();
          return Optional.empty();
        });
  }

  /** As in Python, threads go on when the main module was left by an exception. */
  private void runToTheEnd(Source code) {
    try {
      context.eval(code);
    } catch (PolyglotException e) {
      if (e.isGuestException() && !e.isCancelled()) {
        side.finish();
      }
      throw e;
    }
    side.finish();
  }

  /**
   * Calls a function that the guest's module defines, with limits of its own, and waits for its
   * end. Arguments and the result are copied, see {@link HostFunction} for what can cross.
   *
   * @param function a name that the guest's module binds; if it does not, the guest raised a {@code
   *     NameError}
   * @throws IllegalStateException if the guest runs already, or was stopped
   */
  public GuestResult call(String function, List<?> arguments) {
    return underLimits(limits, () -> Optional.ofNullable(side.call(function, arguments)));
  }

  /** What a guest is asked to do; its value goes to the host. */
  @FunctionalInterface
  private interface Work {
    Optional<Object> perform();
  }

  private GuestResult underLimits(Limits ownLimits, Work work) {
    checkState(!stopped, "this guest was stopped: make a new one");
    checkState(busy.compareAndSet(false, true), "this guest runs already");
    AtomicReference<Watchdog.Run> started = new AtomicReference<>();
    CompletableFuture<GuestResult> result = new CompletableFuture<>();
    threads.execute(
        () -> {
          Watchdog.Run run = watchdog.start(ownLimits, this::cancel);
          written.set(0);
          side.startCounting(ownLimits, () -> run.exceed(Limits.Kind.STEPS));
          if (Thread.currentThread() instanceof GuestThread thread) {
            // What the guest may not hold it can't be given at once either.
            thread.resultBytes = Math.min(ownLimits.resultBytes(), ownLimits.memoryBytes());
            thread.nativeMemory = nativeMemory;
          }
          current.set(run);
          started.set(run);
          try {
            result.complete(execute(work, run));
          } catch (Throwable e) {
            result.complete(fault(e, run));
          } finally {
            watchdog.stop(run);
          }
        });
    GuestThreads.lookOut(() -> !result.isDone());
    while (!finished(result, POLL)) {
      Watchdog.Run run = started.get();
      if (run != null && run.exceeded().isPresent() && !finished(result, GRACE)) {
        watchdog.stop(run);
        stopped = true;
        return exceeded(run.exceeded().get(), false, run);
      }
    }
    GuestResult outcome = result.join();
    stopped = outcome instanceof GuestResult.LimitExceeded || outcome instanceof GuestResult.Fault;
    busy.set(false);
    return outcome;
  }

  private void cancel(Watchdog.Run run) {
    safepoints
        .ask(instrumented, run.guestThread(), LOCATING, side::currentLine)
        .ifPresent(run::exceededAt);
    context.close(true);
  }

  private static boolean finished(CompletableFuture<GuestResult> result, Duration patience) {
    try {
      result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a guest runs", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private GuestResult execute(Work work, Watchdog.Run run) {
    try {
      Optional<Object> value;
      context.enter();
      try {
        value = work.perform();
      } catch (PolyglotException e) {
        return failed(e, run);
      } finally {
        context.leave();
      }
      return run.exceeded().isPresent()
          ? exceeded(run.exceeded().get(), true, run)
          : new GuestResult.Completed(0, "", value, usage(run));
    } catch (PolyglotException e) {
      return ended(e, run);
    } catch (RuntimeException | Error e) {
      return run.exceeded().map(kind -> exceeded(kind, true, run)).orElseGet(() -> fault(e, run));
    }
  }

  /**
   * What an exception out of the guest means; a Python exception is put into words by the guest's
   * side.
   */
  private GuestResult failed(PolyglotException e, Watchdog.Run run) {
    if (run.exceeded().isPresent()
        || e.isCancelled()
        || e.isInternalError()
        || e.getGuestObject() == null) {
      return ended(e, run);
    }
    if (e.isExit()) {
      side.flush();
      return new GuestResult.Completed(e.getExitStatus() & 0xff, "", Optional.empty(), usage(run));
    }
    Value words;
    try {
      words = side.report(e.getGuestObject());
    } catch (PolyglotException unspeakable) {
      // What an exception says of itself is the guest's doing.
      if (run.exceeded().isPresent() || unspeakable.isCancelled()) {
        return ended(unspeakable, run);
      }
      side.flush();
      return runtimeFailure(e, run);
    }
    side.flush();
    if (run.exceeded().isPresent()) {
      return exceeded(run.exceeded().get(), true, run);
    }
    String text = words.getArrayElement(1).asString();
    int number = words.getArrayElement(2).asInt();
    return words.getArrayElement(0).asString().equals("exit")
        ? new GuestResult.Completed(number, text, Optional.empty(), usage(run))
        : new GuestResult.Raised(text, number, usage(run));
  }

  private GuestResult ended(PolyglotException e, Watchdog.Run run) {
    if (run.exceeded().isPresent()) {
      return exceeded(run.exceeded().get(), true, run);
    }
    if (e.isResourceExhausted()) {
      // The words are Truffle's.
      boolean memory = String.valueOf(e.getMessage()).endsWith("Out of memory");
      return exceeded(memory ? Limits.Kind.MEMORY : Limits.Kind.STACK, true, run);
    }
    return e.isInternalError() && !isOurs(e) ? runtimeFailure(e, run) : fault(e, run);
  }

  /**
   * Reports whether code of this module was running when something broke, not only GraalPy's. What
   * has no place, because GraalPy throws it to end a specialization of its own, is GraalPy's.
   */
  private static boolean isOurs(PolyglotException e) {
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      if (frame.isGuestFrame()) {
        return false;
      }
      String className = frame.toHostFrame().getClassName();
      // The second one is ours, and called by GraalPy.
      if (className.startsWith("com.oracle.graal.python.")
          || className.equals(OperandSizes.class.getName())) {
        return false;
      }
      if (className.startsWith("dev.pyrestrict.")) {
        return true;
      }
    }
    return e.getPolyglotStackTrace().iterator().hasNext();
  }

  /**
   * GraalPy has defects that a guest can run into: an operation for which CPython raises an
   * exception, or none, ends in an internal error there. It is the guest that fails, at its own
   * line, and nobody else.
   */
  private GuestResult runtimeFailure(PolyglotException e, Watchdog.Run run) {
    int line = 0;
    for (PolyglotException.StackFrame frame : e.getPolyglotStackTrace()) {
      if (frame.isGuestFrame()
          && frame.getSourceLocation() != null
          && fileName.equals(frame.getSourceLocation().getSource().getName())) {
        line = frame.getSourceLocation().getStartLine();
        break;
      }
    }
    String where = line == 0 ? "" : "  File \"" + fileName + "\", line " + line + "\n";
    return new GuestResult.Raised(
        "Traceback (most recent call last):\n"
            + where
            + "SystemError: the Python runtime can not do this operation\n",
        line,
        usage(run));
  }

  private GuestResult fault(Throwable e, Watchdog.Run run) {
    StringWriter detail = new StringWriter();
    e.printStackTrace(new PrintWriter(detail));
    return new GuestResult.Fault(
        "the runtime failed while it ran the guest; the guest is closed",
        detail.toString(),
        usage(run));
  }

  private GuestResult exceeded(Limits.Kind kind, boolean stopped, Watchdog.Run run) {
    return new GuestResult.LimitExceeded(
        kind, run.limits().exceeded(kind), run.exceededLine(), stopped, usage(run));
  }

  /** Returns what the run that goes on has used until now; nothing before the first one. */
  public Optional<Usage> usage() {
    return Optional.ofNullable(current.get()).map(this::usage);
  }

  private Usage usage(Watchdog.Run run) {
    return new Usage(
        Duration.ofNanos(run.cpuNanos()),
        Duration.ofNanos(run.wallNanos()),
        run.allocatedBytes(),
        written.get(),
        run.limits().steps().map(_ -> side.steps()));
  }

  private void flooded() {
    Watchdog.Run run = current.get();
    if (run != null) {
      run.exceed(Limits.Kind.OUTPUT);
    }
  }

  /**
   * Reports whether the guest's module has the name bound to something other than None. Not after a
   * limit struck.
   */
  public boolean isBound(String name) {
    return side.isBound(name);
  }

  /** Closes the context. Code that still runs in it is cancelled; does not wait for it. */
  @Override
  public void close() {
    CompletableFuture<Void> _ = side.close();
  }
}
