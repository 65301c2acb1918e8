package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import dev.pyrestrict.runtime.Usage;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the cases of an audit, each in guests of its own, and lives through whatever they do. */
final class CaseRunner {
  /** How long a guest may outlive its limit. */
  static final Duration TOLERANCE = Duration.ofMillis(250);

  /** What making a guest and compiling may take on a busy machine, beside the run's own limits. */
  static final Duration PREPARATION = Duration.ofSeconds(60);

  private static final Duration SOFT_LIMIT = Duration.ofSeconds(1);
  private static final long STACK_BYTES = 16L << 20;

  private final Sandbox sandbox;
  private final Policy policy;
  private final GuardMode mode;
  private final Limits limits;
  private final Map<AuditCase, Running> running = new ConcurrentHashMap<>();

  CaseRunner(Sandbox sandbox, Policy policy, GuardMode mode, Limits limits) {
    this.sandbox = sandbox;
    this.policy = policy;
    this.mode = mode;
    this.limits = limits;
  }

  /** A case whose guest runs now. */
  private record Running(Guest guest, Limits limits) {}

  /** What a running case has left of its limits. */
  record TimeLeft(Duration cpu, Duration wall) {}

  /** Returns what each running case has left. */
  Map<AuditCase, TimeLeft> timeLeft() {
    ImmutableMap.Builder<AuditCase, TimeLeft> left = ImmutableMap.builder();
    running.forEach(
        (subject, now) ->
            now.guest()
                .usage()
                .ifPresent(
                    usage ->
                        left.put(
                            subject,
                            new TimeLeft(
                                now.limits().cpu().minus(usage.cpu()),
                                now.limits().wall().minus(usage.wall())))));
    return left.buildOrThrow();
  }

  /** Runs a case and returns what became of it; comes back even when the case never ends. */
  CaseResult run(AuditCase subject) {
    BlockingQueue<CaseResult> result = new ArrayBlockingQueue<>(1);
    Thread thread =
        new Thread(null, () -> result.add(runSafely(subject)), "pyrestrict-case", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    Duration longest = PREPARATION.plus(limits.wall()).multipliedBy(subject.runs());
    try {
      return Optional.ofNullable(result.poll(longest.toMillis(), TimeUnit.MILLISECONDS))
          .orElseGet(
              () ->
                  CaseResult.fault(
                      subject.name(), "did not come to its end in " + longest.toSeconds() + " s"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CaseResult.fault(subject.name(), "the audit was interrupted");
    }
  }

  private CaseResult runSafely(AuditCase subject) {
    try {
      return compileAndRun(subject);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return CaseResult.fault(subject.name(), firstLines(trace.toString()));
    }
  }

  private CaseResult compileAndRun(AuditCase subject) {
    long start = System.nanoTime();
    SourceFile.Decoded decoded = SourceFile.decode(subject.name(), subject.bytes());
    if (!decoded.diagnostics().isEmpty()) {
      return refused(subject, decoded.diagnostics(), start);
    }
    CompileResult compiled = compile(subject, decoded.source(), policy, mode);
    if (compiled.module().isEmpty()) {
      return refused(subject, compiled.diagnostics(), start);
    }
    return runAll(subject, compiled.module().get(), decoded.source());
  }

  /** Compiles a case for guests that get what it wants from the host. */
  static CompileResult compile(
      AuditCase subject, SourceFile source, Policy policy, GuardMode mode) {
    ImmutableSet<String> names =
        ImmutableSet.<String>builder()
            .addAll(HostFixtures.names(subject.needs()))
            .add("escaped")
            .build();
    return new Compiler(policy.withPredeclared(names), mode).compile(source);
  }

  private static CaseResult refused(
      AuditCase subject, ImmutableList<Diagnostic> diagnostics, long start) {
    Diagnostic first = diagnostics.getFirst();
    return new CaseResult(
        subject.name(),
        CaseResult.Outcome.REFUSED,
        false,
        subject.expectedOutput().map(expected -> false),
        first.rule() + " line " + first.span().line() + ": " + first.message(),
        (System.nanoTime() - start) / 1_000_000,
        false);
  }

  /** The last run's end is the case's; one escape of any run is an escape. */
  private CaseResult runAll(AuditCase subject, CompiledModule module, SourceFile source) {
    CaseResult result = runOnce(subject, module, source);
    for (int run = 1; run < subject.runs() && !result.failed() && !result.runaway(); run++) {
      CaseResult next = runOnce(subject, module, source);
      result =
          new CaseResult(
              next.file(),
              next.outcome(),
              next.escaped(),
              next.outputMatches(),
              next.detail(),
              result.milliseconds() + next.milliseconds(),
              next.runaway());
    }
    return result;
  }

  private CaseResult runOnce(AuditCase subject, CompiledModule module, SourceFile source) {
    Limits applied = subject.needs().contains("soft-limit") ? limits.withCpu(SOFT_LIMIT) : limits;
    AtomicBoolean called = new AtomicBoolean();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    GuestOptions.Builder options =
        GuestOptions.builder()
            .arguments(ImmutableList.of(subject.name()))
            .output(output)
            .signal("escaped", () -> called.set(true));
    HostFixtures.offer(subject.needs(), options);
    try (Guest guest = sandbox.newGuest(options.build(), applied)) {
      running.put(subject, new Running(guest, applied));
      GuestResult result = guest.run(module, source.text());
      boolean escaped =
          called.get()
              || isMarked(guest, result)
              || outlived(result, applied)
              || output.size() > applied.outputBytes();
      return new CaseResult(
          subject.name(),
          outcome(result),
          escaped,
          subject.expectedOutput().map(expected -> expected.equals(output.toString(ISO_8859_1))),
          detail(subject, result),
          result.usage().wall().toMillis(),
          result instanceof GuestResult.LimitExceeded exceeded && !exceeded.stopped());
    } finally {
      running.remove(subject);
    }
  }

  private static CaseResult.Outcome outcome(GuestResult result) {
    return switch (result) {
      case GuestResult.Completed completed -> CaseResult.Outcome.COMPLETED;
      case GuestResult.Raised raised -> CaseResult.Outcome.RAISED;
      case GuestResult.LimitExceeded exceeded -> CaseResult.Outcome.LIMIT;
      case GuestResult.Fault fault -> CaseResult.Outcome.FAULT;
      case GuestResult.Lost lost -> CaseResult.Outcome.FAULT;
    };
  }

  private static boolean isMarked(Guest guest, GuestResult result) {
    return switch (result) {
      case GuestResult.Completed completed -> guest.isBound("ESCAPED");
      case GuestResult.Raised raised -> guest.isBound("ESCAPED");
      case GuestResult.LimitExceeded exceeded -> false;
      case GuestResult.Fault fault -> false;
      case GuestResult.Lost lost -> false;
    };
  }

  /**
   * Reports whether a guest ran longer than it may. One that can't be stopped in its process ends
   * with it, see {@link CaseResult#runaway}; that is a limit which holds.
   */
  private static boolean outlived(GuestResult result, Limits limits) {
    Usage usage = result.usage();
    return usage.cpu().compareTo(limits.cpu().plus(TOLERANCE)) > 0
        || usage.wall().compareTo(limits.wall().plus(TOLERANCE)) > 0;
  }

  private static String detail(AuditCase subject, GuestResult result) {
    String ending =
        switch (result) {
          case GuestResult.Completed completed -> completed.message().strip();
          case GuestResult.Raised raised -> lastLine(raised.traceback());
          case GuestResult.LimitExceeded exceeded ->
              exceeded.message() + (exceeded.stopped() ? "" : "; its process was ended");
          case GuestResult.Fault fault -> fault.message() + ": " + firstLines(fault.detail());
          case GuestResult.Lost lost -> lost.message();
        };
    ImmutableSet<String> unknown = HostFixtures.unknown(subject.needs());
    return unknown.isEmpty() ? ending : ending + " [there is no fixture " + unknown + "]";
  }

  private static String lastLine(String traceback) {
    return Iterables.getLast(Splitter.on('\n').omitEmptyStrings().split(traceback), "");
  }

  private static String firstLines(String trace) {
    return String.join(" ", Iterables.limit(Splitter.on('\n').trimResults().split(trace), 4));
  }
}
