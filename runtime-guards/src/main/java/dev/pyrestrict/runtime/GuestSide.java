package dev.pyrestrict.runtime;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.AttributeTable;
import dev.pyrestrict.rewriter.BuiltinTable;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.Docstrings;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.PolicyLimits;
import dev.pyrestrict.rewriter.Program;
import dev.pyrestrict.rewriter.SourceMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/**
 * The guest's side: a context with the trusted code in it, and the functions through which host and
 * guest reach one another. Until it is given options it is no guest's yet: what takes most of the
 * time to make a guest is done before, and depends on nothing that is the guest's own.
 */
final class GuestSide {
  /** How the names of the trusted files begin. */
  static final String DIRECTORY = "pyrestrict/";

  /** What the source of a prologue is called, in {@code guest/jail.py}. */
  private static final String PROLOGUE = "prologue.py";

  private static final Executor CLOSING =
      task -> Thread.ofPlatform().daemon().name("pyrestrict-close").start(task);

  private static final Compiler LITERALS = new Compiler(Policy.profile("default"), GuardMode.FAST);

  private static final ImmutableList<Source> TRUSTED =
      ImmutableList.of(
          trusted("patterns"),
          trusted("operands"),
          trusted("arguments"),
          trusted("errors"),
          trusted("facts"),
          trusted("classes"),
          trusted("attributes"),
          trusted("matching"),
          trusted("guards"),
          trusted("builtins"),
          trusted("format"),
          trusted("sizes"),
          trusted("texts"),
          trusted("everything"),
          trusted("outcome"),
          trusted("streams"),
          trusted("library"),
          trusted("lent"),
          trusted("library_builtins"),
          trusted("signatures"),
          trusted("facades"),
          trusted("host"),
          trusted("groups"),
          trusted("trace"),
          trusted("refusals"),
          trusted("jail"),
          trusted("boot"));

  private static final ImmutableSet<String> TRUSTED_NAMES =
      TRUSTED.stream().map(Source::getName).collect(ImmutableSet.toImmutableSet());

  /** What is run when the guest imports a module that has members of ours, by the module's name. */
  private static final Map<String, Source> MEMBERS = new ConcurrentHashMap<>();

  private final Policy policy;
  private final Output output = new Output();
  private final Output errors = new Output();
  private final HostCalls calls = new HostCalls();
  private final Set<String> added = ConcurrentHashMap.newKeySet();
  private final Map<String, SourceMap> sourceMaps = new ConcurrentHashMap<>();
  private final List<CompiledModule> program = new CopyOnWriteArrayList<>();
  private volatile int recursionLimit = RecursionDepth.USUAL;
  private final AtomicInteger texts = new AtomicInteger();
  private final Context context;
  private final RecursionDepth recursionDepth;
  private final Value report;
  private final Value flush;
  private final Value finish;
  private final Value define;
  private final Value prepare;
  private final Value isBound;
  private final Value currentLine;
  private final Value call;
  private final Value addModule;
  private final Value lend;
  private final Value prologue;
  private Value fail;

  /**
   * @param shared the engine that it uses together with others; else it has its own, which is
   *     closed with its context
   */
  GuestSide(Optional<Engine> shared, Policy policy) {
    this.policy = policy;
    Context.Builder builder = Context.newBuilder("python");
    shared.ifPresentOrElse(
        builder::engine,
        () ->
            builder
                .in(InputStream.nullInputStream())
                .option(Sandbox.WARN_INTERPRETER_ONLY, "false"));
    context =
        builder
            .sandbox(SandboxPolicy.CONSTRAINED)
            .allowHostAccess(Sandbox.HOST_ACCESS)
            .out(output)
            .err(errors)
            .build();
    context.initialize("python");
    recursionDepth = RecursionDepth.ofNewContext(this::isGuestsOwn);
    for (Source source : TRUSTED) {
      context.eval(source);
    }
    ImmutableMap<String, ProxyExecutable> host =
        ImmutableMap.copyOf(Maps.transformValues(hostFunctions(), this::contained));
    Value room =
        context
            .getBindings("python")
            .getMember("start")
            .execute(
                ProxyArray.fromArray(host.keySet().toArray()),
                ProxyArray.fromArray(host.values().toArray()));
    report = room.getArrayElement(0);
    flush = room.getArrayElement(1);
    define = room.getArrayElement(2);
    prepare = room.getArrayElement(3);
    isBound = room.getArrayElement(4);
    calls.callBack(room.getArrayElement(5));
    currentLine = room.getArrayElement(6);
    call = room.getArrayElement(7);
    addModule = room.getArrayElement(8);
    lend = room.getArrayElement(9);
    prologue = room.getArrayElement(10);
    fail = room.getArrayElement(11);
    finish = room.getArrayElement(12);
    CompilerStart.guestIsReady();
  }

  Context context() {
    return context;
  }

  /** Closes the context, on a thread of its own: code that still runs in it is cancelled first. */
  CompletableFuture<Void> close() {
    return CompletableFuture.runAsync(() -> context.close(true), CLOSING);
  }

  /** Sets the streams that the guest writes to. */
  void writesTo(OutputStream guestOutput, OutputStream guestErrors) {
    output.target = guestOutput;
    errors.target = guestErrors;
  }

  /** Makes it a guest's own: its arguments, and what the host gives it. */
  void give(GuestOptions options) {
    define.execute("sys.argv", calls.data().toGuest(options.arguments(), false));
    options
        .predeclared()
        .forEach(
            (name, value) -> {
              switch (value) {
                case GuestOptions.Lent lent -> lend.execute(name, lent.module());
                case HostFunction function ->
                    define.execute(name, calls.data().function(name, function));
                case GuestOptions.Signal signal ->
                    define.execute(name, calls.data().signal(name, signal));
                case Object other -> define.execute(name, calls.data().toGuest(other, false));
              }
            });
  }

  /**
   * Runs what the host trusts, if there is something; after it, functions that are not for guests
   * can't be called.
   */
  void shutJail(String text) {
    if (!text.isEmpty()) {
      prologue.execute(text);
    }
    calls.enterJail();
  }

  /** Makes ready for the main module: its source for tracebacks, the namespace. */
  void prepare(CompiledModule module, String source) {
    sourceMaps.put(module.fileName(), module.sourceMap());
    program.add(module);
    prepare.execute(module.fileName(), source);
  }

  /** Lets the guest import a module of its own. */
  void add(String name, CompiledModule module, String source) {
    sourceMaps.put(module.fileName(), module.sourceMap());
    program.add(module);
    added.add(name);
    KeptSources.keepImported(module);
    addModule.execute(Program.imported(name), module.fileName(), source, module.guardedSource());
  }

  /** Calls a function that the guest's module binds, with data, for data; null is Python's None. */
  Object call(String function, List<?> arguments) {
    return calls.data().toHost(call.execute(function, calls.data().toGuest(arguments, false)));
  }

  /** Puts an exception of the guest's into words: what it is, the text, and a number. */
  Value report(Value exception) {
    // The words take calls, however few the guest left itself.
    recursionDepth.limit(RecursionDepth.USUAL);
    return report.execute(exception);
  }

  /** Runs what the main module has started and not waited for. */
  void finish() {
    finish.execute();
  }

  /** Writes out what the guest's streams hold. */
  void flush() {
    flush.execute();
  }

  boolean isBound(String name) {
    return isBound.execute(name).asBoolean();
  }

  /** Returns the line that the guest's main module is at, 0 when there is none. */
  int currentLine() {
    return currentLine.execute().asInt();
  }

  /**
   * A run begins: it may go as deep as its limits and the guest itself say.
   *
   * @param tooManySteps what ends it when it takes more than its limits let it
   */
  void startCounting(Limits limits, Runnable tooManySteps) {
    recursionDepth.start(recursionLimit, limits.recursionDepth());
    limits
        .steps()
        .ifPresentOrElse(
            most -> recursionDepth.taken.start(most, tooManySteps), recursionDepth.taken::start);
  }

  /** Returns how many steps the run has taken; what that is if they aren't limited is undefined. */
  long steps() {
    return recursionDepth.taken.count();
  }

  /**
   * Returns the function with what fails in it put as an exception of Python's: one of Java's would
   * be the guest's to catch and to look at.
   */
  private ProxyExecutable contained(ProxyExecutable function) {
    return arguments -> {
      try {
        return function.execute(arguments);
      } catch (PolyglotException e) {
        throw e;
      } catch (RuntimeException | Error e) {
        if (fail == null) {
          throw e;
        }
        return fail.execute();
      }
    };
  }

  private ImmutableMap<String, ProxyExecutable> hostFunctions() {
    return ImmutableMap.<String, ProxyExecutable>builder()
        .put("classify_name", arguments -> classify(arguments[0].asString()))
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
            "refused_attributes",
            arguments -> ProxyArray.fromArray(policy.refusedAttributes().toArray()))
        .put("judges_private_names_by_type", arguments -> policy.judgesPrivateNamesByType())
        .put("asks_always", arguments -> policy.rules().asksAlways(arguments[0].asString()))
        .put(
            "ask_rules",
            arguments ->
                policy
                    .rules()
                    .refusalByObject(arguments[0].asString(), arguments[1].asString())
                    .orElse(""))
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
                    .map(GuestSide::kept)
                    .map(module -> ProxyArray.fromArray(module.fileName(), module.guardedSource()))
                    .orElse(null))
        .put("run_members", arguments -> context.eval(membersOf(arguments[0].asString())))
        .put("is_allowed", arguments -> policy.allowsModule(arguments[0].asString()))
        .put("allows_everything", arguments -> policy.allowsEverything())
        .put("judges_as_zope", arguments -> policy.judgesAsZope())
        .put("compile_text", this::compileText)
        .put("compile_expression", this::compileExpression)
        .put("compile_literal", GuestSide::compileLiteral)
        .put("docstrings", arguments -> docstrings())
        .put("character", CharacterProperties::of)
        .put("zone_exists", TimeZones::exists)
        .put("zone_keys", TimeZones::keys)
        .put("zone_at_local_time", TimeZones::atLocalTime)
        .put("zone_at_instant", TimeZones::atInstant)
        .put("builtin_decision", arguments -> builtinDecision(arguments[0].asString()))
        .put(
            "origin",
            arguments ->
                origin(
                    arguments[0].asString(),
                    arguments[1].asInt(),
                    arguments[2].asInt(),
                    arguments[3].asInt()))
        .put("recursion_limit", arguments -> recursionDepth.limit())
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
  private ProxyArray compileExpression(Value... arguments) {
    Policy here =
        policy.withPredeclared(Splitter.on(' ').omitEmptyStrings().split(arguments[1].asString()));
    CompileResult result =
        new Compiler(here, GuardMode.FULL)
            .compileExpression(new SourceFile("<annotation>", arguments[0].asString()));
    // A name that nothing binds is looked up nowhere: the host's own are not for texts.
    return result
        .module()
        .filter(module -> result.diagnostics().isEmpty())
        .map(module -> ProxyArray.fromArray(module.guardedSource(), ""))
        .orElseGet(() -> ProxyArray.fromArray("", result.diagnostics().get(0).message()));
  }

  /**
   * Takes text that a guest wants to run, the name of its file, {@code exec} or {@code eval}, and
   * the builtins' names that the guest has bound to something else, set apart by spaces. Returns
   * its guarded source, or "" and what is wrong, with line and column.
   */
  private ProxyArray compileText(Value... arguments) {
    Policy here =
        policy.withPredeclared(Splitter.on(' ').omitEmptyStrings().split(arguments[3].asString()));
    SourceFile source = new SourceFile(arguments[1].asString(), arguments[0].asString());
    Compiler compiler = new Compiler(here, GuardMode.FULL);
    int number = texts.incrementAndGet();
    CompileResult result =
        arguments[2].asString().equals("eval")
            ? compiler.compileTextOfExpression(source, number)
            : compiler.compileText(source, Program.of(ImmutableList.copyOf(added)), number);
    if (result.module().isPresent()) {
      sourceMaps.put(source.name(), result.module().get().sourceMap());
    }
    return answer(result);
  }

  /** Returns the guarded source, or "", what is wrong with the text, its line and column. */
  private static ProxyArray answer(CompileResult result) {
    if (result.module().isPresent()) {
      return ProxyArray.fromArray(result.module().get().guardedSource(), "", 0, 0);
    }
    Diagnostic problem = result.diagnostics().getFirst();
    return ProxyArray.fromArray(
        "", problem.message(), problem.span().line(), problem.span().column() + 1);
  }

  /**
   * Takes text; returns the source of the data that it is, or "", what is wrong with it, and where.
   */
  private static ProxyArray compileLiteral(Value... arguments) {
    CompileResult result =
        LITERALS.compileLiteral(new SourceFile("<unknown>", arguments[0].asString()));
    return answer(result);
  }

  /** Returns the docstrings of the program's modules, each followed by its line. */
  private ProxyArray docstrings() {
    List<Object> found = new ArrayList<>();
    for (CompiledModule module : program) {
      Docstrings.of(new SourceFile(module.fileName(), module.guardedSource()))
          .forEach(
              (text, line) -> {
                found.add(text);
                found.add(line);
              });
    }
    return ProxyArray.fromList(found);
  }

  /**
   * Returns 0 for a name that every object may be asked for, 1 for one that depends on the type,
   * else the reason.
   */
  private Object classify(String name) {
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

  /**
   * Reports whether a source is the guest's own, by its name. What calls itself as trusted code,
   * the library's or texts are called is not.
   */
  private boolean isGuestsOwn(String source) {
    return sourceMaps.containsKey(source)
        && !source.startsWith(DIRECTORY)
        && !source.startsWith("<")
        && !source.equals(PROLOGUE);
  }

  /** Returns the depth at which the guest is if it is too deep for the limit already, else 0. */
  private int setRecursionLimit(int wanted) {
    int limit = Math.min(wanted, PolicyLimits.DEEPEST);
    int depth = recursionDepth.limit(limit);
    if (depth >= limit) {
      return depth;
    }
    recursionLimit = limit;
    return 0;
  }

  private String builtinDecision(String name) {
    return switch (policy.builtin(name)) {
      case BuiltinTable.AsIs() -> "as-is";
      case BuiltinTable.Guarded() -> "guarded";
      case BuiltinTable.OnRequest(String reason) -> reason;
      case BuiltinTable.Refused(String reason) -> reason;
    };
  }

  /**
   * Reports whether a function, by the place that it is written in, is one that makes a part of the
   * guest's side: it runs once for each guest.
   */
  static boolean isRoom(String source, int column) {
    return column == 1 && TRUSTED_NAMES.contains(source);
  }

  private static CompiledModule kept(CompiledModule module) {
    KeptSources.keepImported(module);
    return module;
  }

  private static Source membersOf(String module) {
    return MEMBERS.computeIfAbsent(module, name -> trusted("members/" + name));
  }

  private static Source trusted(String name) {
    return Source.newBuilder(
            "python", Resource.text("guest/" + name + ".py"), DIRECTORY + name + ".py")
        .cached(true)
        .buildLiteral();
  }

  /** A stream that leads nowhere until the context is a guest's. */
  private static final class Output extends OutputStream {
    private volatile OutputStream target = OutputStream.nullOutputStream();

    @Override
    public void write(int value) throws IOException {
      target.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      target.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      target.flush();
    }
  }
}
