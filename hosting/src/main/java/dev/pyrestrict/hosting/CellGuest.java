package dev.pyrestrict.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.HostException;
import dev.pyrestrict.runtime.HostFunction;
import dev.pyrestrict.runtime.HostObject;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A guest in a cell, in the hands of the host. The host's functions and objects stay here; the cell
 * asks for them by number.
 */
public final class CellGuest implements AutoCloseable {
  /** What a guest may write beyond its limit before its cell is taken for an enemy's. */
  private static final long SLACK = 1 << 20;

  /** Characters of what a cell says of a guest's end: as many as the runtime itself would say. */
  private static final int LONGEST_WORDS = 1 << 17;

  /** Answers that were not sent yet: one to what is asked now, one to what was asked before. */
  private static final int MOST_UNSENT = 2;

  /** Objects of the host that one guest may hold: each answer may bring a new one. */
  private static final int MOST_OBJECTS = 100_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Cell cell;
  private final long number;
  private final GuestOptions options;
  private final Limits limits;
  private final Map<Long, Object> offered = new ConcurrentHashMap<>();
  private final AtomicLong lastOffered = new AtomicLong();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final AtomicInteger unsent = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();
  private volatile boolean begun;

  CellGuest(Cell cell, long number, GuestOptions options, Limits limits) {
    this.cell = cell;
    this.number = number;
    this.options = options;
    this.limits = limits;
  }

  /**
   * Lets the guest import a module of its own program.
   *
   * @param name dotted; a package's own module is named {@code package.__init__}
   * @param source the guest's own text, for tracebacks
   */
  public void add(String name, CompiledModule module, String source) {
    cell.tell(new Message.Add(number, name, module.toJson(), source));
  }

  /**
   * Runs a compiled module as {@code __main__} and waits for its end.
   *
   * @param source the guest's own text, for tracebacks
   */
  public GuestResult run(CompiledModule module, String source) {
    return run(module, source, limits);
  }

  /**
   * Runs a compiled module as {@code __main__}, with limits of its own for this one run; that of
   * output stays the guest's.
   */
  public GuestResult run(CompiledModule module, String source, Limits ownLimits) {
    Message.LimitsForm form = Message.LimitsForm.of(ownLimits);
    return ask(
        ownLimits, request -> new Message.Run(request, number, module.toJson(), source, form));
  }

  /** Calls a function that the guest's module defines, with limits of its own. */
  public GuestResult call(String function, List<?> arguments) {
    JsonNode data = WireData.toNode(arguments, this::offer);
    return ask(limits, request -> new Message.Call(request, number, function, data));
  }

  private GuestResult ask(Limits ownLimits, Cell.RequestForm form) {
    written.set(0);
    begun = true;
    return cell.ask(this, ownLimits, form);
  }

  /** Tells the cell that the guest is not needed any more. */
  @Override
  public void close() {
    cell.forget(this);
  }

  long number() {
    return number;
  }

  Message opening() {
    Map<String, JsonNode> predeclared = new LinkedHashMap<>();
    Map<String, String> lent = new LinkedHashMap<>();
    options
        .predeclared()
        .forEach(
            (name, value) -> {
              switch (value) {
                case GuestOptions.Lent function -> lent.put(name, function.module());
                case GuestOptions.FrozenData data ->
                    predeclared.put(name, WireData.toNode(data.value(), this::offer));
                case Object other -> predeclared.put(name, WireData.toNode(other, this::offer));
              }
            });
    return new Message.Open(
        number,
        Message.LimitsForm.of(limits),
        options.arguments(),
        predeclared,
        lent,
        options.prologue());
  }

  private long offer(Object object) {
    if (offered.size() >= MOST_OBJECTS) {
      throw new IllegalArgumentException("the guest holds too many objects of the host");
    }
    long name = lastOffered.incrementAndGet();
    offered.put(name, object);
    return name;
  }

  void wrote(boolean errors, byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      throw new IOException("an output of nothing");
    }
    if (written.addAndGet(bytes.length) > limits.outputBytes() + SLACK) {
      throw new IOException("the cell does not keep to the limit on output");
    }
    OutputStream stream = errors ? options.errors() : options.output();
    stream.write(bytes);
    // What has come this far was flushed by the guest, or fills its buffer.
    stream.flush();
  }

  /** Reports whether it was ever asked for something: before that, its prologue may ask. */
  boolean hasBegun() {
    return begun;
  }

  /** Reports whether it may: it asks one thing at a time, and reads what it is answered. */
  boolean startsAsking() {
    return unsent.incrementAndGet() <= MOST_UNSENT && asking.compareAndSet(false, true);
  }

  boolean isAsking() {
    return asking.get();
  }

  void stopsAsking() {
    asking.set(false);
  }

  /** An answer is on its way. */
  void wasAnswered() {
    unsent.decrementAndGet();
  }

  /** Does what the cell asks for; nothing that goes wrong here says anything about the host. */
  Message.Answer answer(Message.Ask ask) {
    try {
      List<?> arguments = (List<?>) WireData.fromNode(ask.arguments(), Nothing.INSTANCE);
      Map<?, ?> keywords = (Map<?, ?>) WireData.fromNode(ask.keywords(), Nothing.INSTANCE);
      Map<String, Object> named = new LinkedHashMap<>();
      keywords.forEach((key, value) -> named.put((String) key, value));
      Object value = perform(ask, new ArrayList<>(arguments), named);
      return new Message.Answer(ask.question(), WireData.toNode(value, this::offer), "", "");
    } catch (HostException e) {
      return refusal(ask, e.type(), e.getMessage());
    } catch (Exception | Error e) {
      return refusal(ask, "RuntimeError", "a function of the host failed");
    }
  }

  private Object perform(Message.Ask ask, List<Object> arguments, Map<String, Object> keywords)
      throws Exception {
    return switch (offered.get(ask.target())) {
      case HostFunction function when ask.member().isEmpty() ->
          inJail(function).call(arguments, keywords);
      case Iterator<?> iterator when ask.member().equals("next") ->
          iterator.hasNext() ? Collections.singletonList(iterator.next()) : List.of();
      case HostObject object -> {
        HostFunction method = object.methods().get(ask.member());
        if (method != null) {
          yield inJail(method).call(arguments, keywords);
        }
        Supplier<?> attribute = object.attributes().get(ask.member());
        if (attribute != null) {
          yield attribute.get();
        }
        throw new HostException("AttributeError", "there is no such member");
      }
      case null, default -> throw new HostException("RuntimeError", "there is no such object");
    };
  }

  /** A cell may be an enemy's from the start: to it all guests are in jail, their prologues too. */
  private static HostFunction inJail(HostFunction function) throws HostException {
    if (function instanceof HostFunction.BeforeJail) {
      throw new HostException("PermissionError", "not available in jail");
    }
    return function;
  }

  private static Message.Answer refusal(Message.Ask ask, String type, String message) {
    return new Message.Answer(ask.question(), NODES.nullNode(), type, message);
  }

  /** The result that a cell reports. */
  GuestResult result(Message.Ended ended, Limits limits) throws IOException {
    Usage usage =
        new Usage(
            Duration.ofNanos(Math.max(0, ended.usage().cpu())),
            Duration.ofNanos(Math.max(0, ended.usage().wall())),
            Math.max(0, ended.usage().allocatedBytes()),
            Math.max(0, ended.usage().outputBytes()),
            Message.counted(ended.usage().steps()));
    String text = cut(ended.text());
    return switch (ended.kind()) {
      case COMPLETED ->
          new GuestResult.Completed(
              ended.number(),
              text,
              Optional.ofNullable(WireData.fromNode(ended.value(), Nothing.INSTANCE)),
              usage);
      case RAISED -> new GuestResult.Raised(text, ended.number(), usage);
      case FAULT -> new GuestResult.Fault(text, cut(ended.detail()), usage);
      case CPU -> exceeded(limits, Limits.Kind.CPU, ended, usage);
      case WALL -> exceeded(limits, Limits.Kind.WALL, ended, usage);
      case MEMORY -> exceeded(limits, Limits.Kind.MEMORY, ended, usage);
      case OUTPUT -> exceeded(limits, Limits.Kind.OUTPUT, ended, usage);
      case STEPS -> exceeded(limits, Limits.Kind.STEPS, ended, usage);
      case STACK -> exceeded(limits, Limits.Kind.STACK, ended, usage);
    };
  }

  private static String cut(String words) {
    return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
  }

  private static GuestResult exceeded(
      Limits limits, Limits.Kind kind, Message.Ended ended, Usage usage) {
    return new GuestResult.LimitExceeded(
        kind, limits.exceeded(kind), ended.number(), ended.stopped(), usage);
  }

  /** The result of a guest whose cell had to be killed. */
  static GuestResult overdue(Limits limits, Limits.Kind kind, Duration elapsed) {
    return new GuestResult.LimitExceeded(
        kind, limits.exceeded(kind), 0, true, Usage.ofLost(elapsed));
  }

  /** A cell has no objects of its own to offer. */
  private enum Nothing implements WireData.Remote {
    INSTANCE;

    @Override
    public HostFunction function(long target) {
      throw new IllegalArgumentException("a cell offers no functions");
    }

    @Override
    public Iterator<?> iterator(long target) {
      throw new IllegalArgumentException("a cell offers no iterators");
    }

    @Override
    public HostObject object(
        long target, String name, List<String> attributes, List<String> methods) {
      throw new IllegalArgumentException("a cell offers no objects");
    }
  }
}
