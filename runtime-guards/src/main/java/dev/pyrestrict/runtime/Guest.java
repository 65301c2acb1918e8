package dev.pyrestrict.runtime;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.oracle.truffle.api.TruffleContext;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.AttributeTable;
import dev.pyrestrict.rewriter.BuiltinTable;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Program;
import dev.pyrestrict.rewriter.SourceMap;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;

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

  private final Context context;
  private final Limits limits;
  private final Watchdog watchdog;
  private final Executor threads;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean stopped;
  private volatile int recursionLimit = RecursionDepth.USUAL;
  private final SafepointInstrument safepoints;
  private final TruffleContext instrumented;
  private final AtomicLong written = new AtomicLong();
  private final AtomicReference<Watchdog.Run> current = new AtomicReference<>();
  private final HostCalls calls = new HostCalls();
  private String fileName = "";
  private final Set<String> added = ConcurrentHashMap.newKeySet();
  private final Map<String, SourceMap> sourceMaps = new ConcurrentHashMap<>();
  private final Value report;
  private final Value flush;
  private final Value prepare;
  private final Value isBound;
  private final Value currentLine;
  private final Value call;
  private final Value addModule;

  Guest(
      Engine engine,
      PreparedContext prepared,
      Policy policy,
      Limits limits,
      GuestOptions options,
      Watchdog watchdog,
      Executor threads) {
    this.threads = threads;
    safepoints = SafepointInstrument.of(engine);
    this.limits = limits;
    this.watchdog = watchdog;
    context =
        prepared.take(
            new BoundedOutput(options.output(), written, limits.outputBytes(), this::flooded),
            new BoundedOutput(options.errors(), written, limits.outputBytes(), this::flooded));
    instrumented = safepoints.contextOf(context);
    ImmutableMap<String, ProxyExecutable> host = hostFunctions(policy);
    Value room =
        context
            .getBindings("python")
            .getMember("start")
            .execute(
                ProxyArray.fromArray(host.keySet().toArray()),
                ProxyArray.fromArray(host.values().toArray()),
                ProxyArray.fromArray(options.arguments().toArray()));
    report = room.getArrayElement(0);
    flush = room.getArrayElement(1);
    Value define = room.getArrayElement(2);
    prepare = room.getArrayElement(3);
    isBound = room.getArrayElement(4);
    calls.callBack(room.getArrayElement(5));
    currentLine = room.getArrayElement(6);
    call = room.getArrayElement(7);
    addModule = room.getArrayElement(8);
    Value lend = room.getArrayElement(9);
    for (Map.Entry<String, Object> entry : options.predeclared().entrySet()) {
      switch (entry.getValue()) {
        case GuestOptions.Lent lent -> lend.execute(entry.getKey(), lent.module());
        case HostFunction function ->
            define.execute(entry.getKey(), calls.data().function(entry.getKey(), function));
        case GuestOptions.Signal signal ->
            define.execute(entry.getKey(), calls.data().signal(entry.getKey(), signal));
        case Object other -> define.execute(entry.getKey(), calls.data().toGuest(other, false));
      }
    }
    prepareJail(options.prologue(), room.getArrayElement(10));
  }

  /** What comes after this is not trusted. */
  private void prepareJail(String prologue, Value run) {
    if (!prologue.isEmpty()) {
      try {
        run.execute(prologue);
      } catch (PolyglotException e) {
        context.close(true);
        throw new IllegalArgumentException("the prologue failed: " + e.getMessage(), e);
      }
    }
    calls.enterJail();
  }

  private ImmutableMap<String, ProxyExecutable> hostFunctions(Policy policy) {
    return ImmutableMap.<String, ProxyExecutable>builder()
        .put("classify_name", arguments -> classify(policy, arguments[0].asString()))
        .put("classify_store", arguments -> policy.storeRefusal(arguments[0].asString()).orElse(""))
        .put(
            "special_method_refusal",
            arguments -> policy.definitionRefusal(arguments[0].asString()).orElse(""))
        .put(
            "decide_attribute",
            arguments ->
                AttributeGuard.decide(
                        policy,
                        arguments[0].asString(),
                        arguments[1].asString(),
                        arguments[2].asBoolean(),
                        arguments[3].asString(),
                        arguments[4].asBoolean())
                    .wireForm())
        .put(
            "decide_write",
            arguments ->
                switch (AttributeGuard.decideWrite(
                    arguments[0].asString(), arguments[1].asString())) {
                  case Decision.Refused(String reason) -> reason;
                  case Decision.Plain() -> "";
                  case Decision.Handled(String handler) -> handler;
                })
        .put("module_members", arguments -> policy.members(arguments[0].asString()).orElse(null))
        .put(
            "library_module",
            arguments ->
                LibraryModule.named(arguments[0].asString())
                    .map(
                        module ->
                            ProxyArray.fromArray(
                                module.fileName(),
                                module.guardedSource(),
                                module.manifest().sites()))
                    .orElse(null))
        .put("is_allowed", arguments -> policy.allowsModule(arguments[0].asString()))
        .put("allows_everything", arguments -> policy.allowsEverything())
        .put("compile_text", arguments -> compileText(policy, arguments))
        .put("compile_expression", arguments -> compileExpression(policy, arguments))
        .put("character", CharacterProperties::of)
        .put("zone_exists", TimeZones::exists)
        .put("zone_keys", TimeZones::keys)
        .put("zone_at_local_time", TimeZones::atLocalTime)
        .put("zone_at_instant", TimeZones::atInstant)
        .put("builtin_decision", arguments -> builtinDecision(policy, arguments[0].asString()))
        .put(
            "origin",
            arguments ->
                origin(
                    arguments[0].asString(),
                    arguments[1].asInt(),
                    arguments[2].asInt(),
                    arguments[3].asInt()))
        .put("set_recursion_limit", arguments -> setRecursionLimit(arguments[0].asInt()))
        .put("call", calls::call)
        .put("next", calls::next)
        .put("enter_jail", arguments -> calls.enterJail())
        .buildOrThrow();
  }

  /**
   * Takes the text of an expression and the names that it may use, set apart by spaces; returns its
   * guarded source, or "" and what is wrong with it.
   */
  private static ProxyArray compileExpression(Policy policy, Value... arguments) {
    Policy here =
        policy.withPredeclared(Splitter.on(' ').omitEmptyStrings().split(arguments[1].asString()));
    CompileResult result =
        new Compiler(here, GuardMode.FULL)
            .compileExpression(new SourceFile("<annotation>", arguments[0].asString()));
    return result
        .module()
        .map(module -> ProxyArray.fromArray(module.guardedSource(), ""))
        .orElseGet(() -> ProxyArray.fromArray("", result.diagnostics().get(0).message()));
  }

  /**
   * Takes text that a guest wants to run, the name of its file, {@code exec} or {@code eval}, and
   * the builtins' names that the guest has bound to something else, set apart by spaces. Returns
   * its guarded source, or "" and what is wrong, with line and column.
   */
  private ProxyArray compileText(Policy policy, Value... arguments) {
    Policy here =
        policy.withPredeclared(Splitter.on(' ').omitEmptyStrings().split(arguments[3].asString()));
    SourceFile source = new SourceFile(arguments[1].asString(), arguments[0].asString());
    Compiler compiler = new Compiler(here, GuardMode.FULL);
    CompileResult result =
        arguments[2].asString().equals("eval")
            ? compiler.compileTextOfExpression(source)
            : compiler.compileText(source, Program.of(ImmutableList.copyOf(added)));
    if (result.module().isPresent()) {
      sourceMaps.put(source.name(), result.module().get().sourceMap());
      return ProxyArray.fromArray(result.module().get().guardedSource(), "", 0, 0);
    }
    Diagnostic problem = result.diagnostics().getFirst();
    return ProxyArray.fromArray(
        "", problem.message(), problem.span().line(), problem.span().column() + 1);
  }

  /**
   * Returns 0 for a name that every object may be asked for, 1 for one that depends on the type,
   * else the reason.
   */
  private static Object classify(Policy policy, String name) {
    return switch (policy.load(name)) {
      case AttributeTable.Plain() -> 0;
      case AttributeTable.ByType() -> 1;
      case AttributeTable.Refused(String reason) -> reason;
    };
  }

  /**
   * Returns where the guest's author wrote what stands at a place of the guarded source; a column
   * below 0 stands for all of the line.
   */
  private ProxyArray origin(String file, int line, int column, int endColumn) {
    return Optional.ofNullable(sourceMaps.get(file))
        .flatMap(map -> column < 0 ? map.widest(line) : map.origin(line, column, endColumn))
        .map(
            span ->
                ProxyArray.fromArray(span.line(), span.column(), span.endLine(), span.endColumn()))
        .orElseGet(ProxyArray::fromArray);
  }

  /** Returns the depth at which the guest is if it is too deep for the limit already, else 0. */
  private int setRecursionLimit(int wanted) {
    int limit = Math.min(wanted, RecursionDepth.DEEPEST);
    int depth = RecursionDepth.limit(limit);
    if (depth >= limit) {
      return depth;
    }
    recursionLimit = limit;
    return 0;
  }

  private static String builtinDecision(Policy policy, String name) {
    return switch (policy.builtin(name)) {
      case BuiltinTable.AsIs() -> "as-is";
      case BuiltinTable.Guarded() -> "guarded";
      case BuiltinTable.OnRequest(String reason) -> reason;
      case BuiltinTable.Refused(String reason) -> reason;
    };
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
    sourceMaps.put(module.fileName(), module.sourceMap());
    added.add(name);
    addModule.execute(
        Program.imported(name),
        module.fileName(),
        source,
        module.guardedSource(),
        module.manifest().sites());
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
    Source code =
        Source.newBuilder("python", module.guardedSource(), module.fileName()).buildLiteral();
    return underLimits(
        ownLimits,
        () -> {
          fileName = module.fileName();
          sourceMaps.put(fileName, module.sourceMap());
          prepare.execute(fileName, source, module.manifest().sites());
          context.eval(code);
          flush.execute();
          return Optional.empty();
        });
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
    return underLimits(
        limits,
        () -> {
          Object data = calls.data().toGuest(arguments, false);
          return Optional.ofNullable(calls.data().toHost(call.execute(function, data)));
        });
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
          RecursionDepth.start(recursionLimit);
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
        .ask(instrumented, run.guestThread(), LOCATING, () -> currentLine.execute().asInt())
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
      flush.execute();
      return new GuestResult.Completed(e.getExitStatus() & 0xff, "", Optional.empty(), usage(run));
    }
    Value words;
    try {
      words = report.execute(e.getGuestObject());
    } catch (PolyglotException unspeakable) {
      // What an exception says of itself is the guest's doing.
      return run.exceeded().isPresent() || unspeakable.isCancelled()
          ? ended(unspeakable, run)
          : runtimeFailure(e, run);
    }
    flush.execute();
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
      return exceeded(Limits.Kind.STACK, true, run);
    }
    return e.isInternalError() && !isOurs(e) ? runtimeFailure(e, run) : fault(e, run);
  }

  /** Reports whether code of this module was running when something broke, not only GraalPy's. */
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
    return true;
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
        written.get());
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
    return isBound.execute(name).asBoolean();
  }

  /** Closes the context. Code that still runs in it is cancelled; does not wait for it. */
  @Override
  public void close() {
    Thread.ofPlatform().daemon().name("pyrestrict-close").start(() -> context.close(true));
  }
}
