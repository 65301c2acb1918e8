package dev.pyrestrict.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.HostException;
import dev.pyrestrict.runtime.HostFunction;
import dev.pyrestrict.runtime.HostObject;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import dev.pyrestrict.runtime.Usage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The process of a cell: does what its host says over standard input, and knows nothing of the host
 * but what it is told.
 */
final class CellWorker {
  /** How often it says what running guests have left of their time. */
  static final Duration HEARTBEAT = Duration.ofMillis(25);

  private static final long STACK_BYTES = 16L << 20;

  private final Wire wire;
  private final Sandbox sandbox;
  private final Executor threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(null, work, "pyrestrict-cell", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
          });
  private final Map<Long, Tenant> tenants = new ConcurrentHashMap<>();
  private final Map<Long, Running> running = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<Message.Answer>> questions = new ConcurrentHashMap<>();
  private final AtomicLong lastQuestion = new AtomicLong();

  private CellWorker(Wire wire, Sandbox sandbox) {
    this.wire = wire;
    this.sandbox = sandbox;
  }

  /** A guest; what it is asked for happens in that order. */
  private record Tenant(CompletableFuture<Guest> guest, Limits limits, Executor turn) {}

  private record Running(Guest guest, Limits limits) {}

  public static void main(String[] arguments) throws IOException {
    Wire wire = Wire.trusting(System.in, System.out);
    System.setOut(System.err);
    if (!(wire.receive() instanceof Message.Begin begin)) {
      throw new IOException("a cell has to be told its policy first");
    }
    Policy policy =
        Policy.parse(begin.policy())
            .policy()
            .orElseThrow(() -> new IOException("the cell does not understand its policy"));
    Sandbox sandbox = Sandbox.builder().policy(policy).engines(begin.engines()).build();
    // The first guest takes seconds: nobody shall wait for it.
    sandbox.newGuest(GuestOptions.builder().build()).close();
    wire.send(new Message.Ready());
    CellWorker worker = new CellWorker(wire, sandbox);
    Thread.ofPlatform().daemon().name("pyrestrict-heartbeat").start(worker::beat);
    try {
      while (true) {
        worker.obey(wire.receive());
      }
    } catch (IOException e) {
      // The host is gone, and with it the reason to live.
      Runtime.getRuntime().halt(0);
    }
  }

  private void obey(Message message) throws IOException {
    switch (message) {
      case Message.Open open -> open(open);
      case Message.Add add -> {
        CompiledModule module = module(add.artifact());
        Tenant tenant = tenants.get(add.guest());
        tenant.turn().execute(() -> tenant.guest().join().add(add.name(), module, add.source()));
      }
      case Message.Run run -> {
        CompiledModule module = module(run.artifact());
        Limits limits = run.limits().limits();
        work(
            tenants.get(run.guest()),
            limits,
            run.request(),
            guest -> guest.run(module, run.source(), limits));
      }
      case Message.Call call -> {
        Tenant tenant = tenants.get(call.guest());
        work(
            tenant,
            tenant.limits(),
            call.request(),
            guest -> guest.call(call.function(), list(call.arguments(), call.guest())));
      }
      case Message.Close close ->
          Optional.ofNullable(tenants.remove(close.guest()))
              .ifPresent(tenant -> tenant.turn().execute(() -> tenant.guest().join().close()));
      case Message.Answer answer ->
          Optional.ofNullable(questions.remove(answer.question()))
              .ifPresent(question -> question.complete(answer));
      case Message.Begin begin -> throw new IOException("the cell has begun already");
      case Message.Ready ready -> throw new IOException("only a cell says this");
      case Message.Output output -> throw new IOException("only a cell says this");
      case Message.TimeLeft left -> throw new IOException("only a cell says this");
      case Message.Ended ended -> throw new IOException("only a cell says this");
      case Message.Ask ask -> throw new IOException("only a cell says this");
    }
  }

  private static CompiledModule module(String artifact) throws IOException {
    return CompiledModule.fromJson(artifact)
        .orElseThrow(() -> new IOException("the module is damaged"));
  }

  private void open(Message.Open open) {
    Limits limits = open.limits().limits();
    Tenant tenant =
        new Tenant(new CompletableFuture<>(), limits, MoreExecutors.newSequentialExecutor(threads));
    tenants.put(open.guest(), tenant);
    tenant.turn().execute(() -> tenant.guest().complete(sandbox.newGuest(options(open), limits)));
  }

  private GuestOptions options(Message.Open open) {
    GuestOptions.Builder options =
        GuestOptions.builder()
            .arguments(ImmutableList.copyOf(open.arguments()))
            .output(new Output(open.guest(), false))
            .errors(new Output(open.guest(), true));
    open.predeclared()
        .forEach(
            (name, node) -> {
              switch (value(node, open.guest())) {
                case HostFunction function -> options.function(name, function);
                case HostObject object -> options.object(name, object);
                case null -> options.data(name, null);
                case Object data -> options.data(name, data);
              }
            });
    open.lent().forEach(options::lent);
    return options.prologue(open.prologue()).build();
  }

  private void work(Tenant tenant, Limits limits, long request, Function<Guest, GuestResult> work) {
    tenant
        .turn()
        .execute(
            () -> {
              Guest guest = tenant.guest().join();
              running.put(request, new Running(guest, limits));
              GuestResult result;
              try {
                result = work.apply(guest);
              } finally {
                running.remove(request);
              }
              say(ended(request, result));
            });
  }

  private Message ended(long request, GuestResult result) {
    return switch (result) {
      case GuestResult.Completed completed ->
          ended(
              request,
              Message.Ended.Kind.COMPLETED,
              completed.exitStatus(),
              completed.message(),
              "",
              WireData.toNode(completed.value().orElse(null), object -> 0),
              result);
      case GuestResult.Raised raised ->
          ended(
              request,
              Message.Ended.Kind.RAISED,
              raised.line(),
              raised.traceback(),
              "",
              nothing(),
              result);
      case GuestResult.LimitExceeded exceeded ->
          new Message.Ended(
              request,
              Message.Ended.Kind.valueOf(exceeded.limit().name()),
              exceeded.line(),
              exceeded.message(),
              "",
              exceeded.stopped(),
              nothing(),
              form(result.usage()));
      case GuestResult.Fault fault ->
          ended(
              request,
              Message.Ended.Kind.FAULT,
              0,
              fault.message(),
              fault.detail(),
              nothing(),
              result);
      case GuestResult.Lost lost ->
          ended(request, Message.Ended.Kind.FAULT, 0, lost.message(), "", nothing(), result);
    };
  }

  private static Message ended(
      long request,
      Message.Ended.Kind kind,
      int number,
      String text,
      String detail,
      JsonNode value,
      GuestResult result) {
    return new Message.Ended(
        request, kind, number, text, detail, true, value, form(result.usage()));
  }

  private static JsonNode nothing() {
    return JsonNodeFactory.instance.nullNode();
  }

  private static Message.UsageForm form(Usage usage) {
    return new Message.UsageForm(
        usage.cpu().toNanos(),
        usage.wall().toNanos(),
        usage.allocatedBytes(),
        usage.outputBytes(),
        usage.steps().orElse(Message.UNCOUNTED));
  }

  private void beat() {
    while (true) {
      running.forEach(
          (request, now) ->
              now.guest()
                  .usage()
                  .ifPresent(
                      usage ->
                          say(
                              new Message.TimeLeft(
                                  request,
                                  now.limits().cpu().minus(usage.cpu()).toMillis(),
                                  now.limits().wall().minus(usage.wall()).toMillis()))));
      Uninterruptibles.sleepUninterruptibly(HEARTBEAT);
    }
  }

  private void say(Message message) {
    try {
      wire.send(message);
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private Object value(JsonNode node, long guest) {
    try {
      return WireData.fromNode(node, new HostObjects(guest));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private List<?> list(JsonNode node, long guest) {
    return (List<?>) value(node, guest);
  }

  /** Asks the host for what only it has, and waits. */
  private Object ask(
      long guest, long target, String member, List<Object> arguments, Map<String, Object> keywords)
      throws HostException {
    long number = lastQuestion.incrementAndGet();
    CompletableFuture<Message.Answer> question = new CompletableFuture<>();
    questions.put(number, question);
    try {
      say(
          new Message.Ask(
              number,
              guest,
              target,
              member,
              WireData.toNode(arguments, CellWorker::refuse),
              WireData.toNode(keywords, CellWorker::refuse)));
      Message.Answer answer = question.get();
      if (!answer.errorType().isEmpty()) {
        throw new HostException(answer.errorType(), answer.errorMessage());
      }
      return value(answer.value(), guest);
    } catch (IllegalArgumentException e) {
      throw new HostException("TypeError", "only data can be handed to the host: no functions");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostException("RuntimeError", "interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      questions.remove(number);
    }
  }

  private static long refuse(Object object) {
    throw new IllegalArgumentException("an object of the host comes from there");
  }

  /** What stands here for objects of the host. */
  private final class HostObjects implements WireData.Remote {
    private final long guest;

    HostObjects(long guest) {
      this.guest = guest;
    }

    @Override
    public HostFunction function(long target) {
      return (arguments, keywords) -> ask(guest, target, "", arguments, keywords);
    }

    @Override
    public Iterator<?> iterator(long target) {
      return new RemoteIterator(guest, target);
    }

    @Override
    public HostObject object(
        long target, String name, List<String> attributes, List<String> methods) {
      return new HostObject(
          name,
          attributes.stream()
              .collect(
                  ImmutableMap.toImmutableMap(
                      attribute -> attribute, attribute -> () -> read(target, attribute))),
          methods.stream()
              .collect(
                  ImmutableMap.toImmutableMap(
                      method -> method,
                      method ->
                          (arguments, keywords) ->
                              ask(guest, target, method, arguments, keywords))));
    }

    private Object read(long target, String attribute) {
      try {
        return ask(guest, target, attribute, List.of(), Map.of());
      } catch (HostException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Asks for one element after another; each answer is a list of one, or of none at the end. */
  private final class RemoteIterator implements Iterator<Object> {
    private final long guest;
    private final long target;
    private List<?> next = List.of();
    private boolean over;

    RemoteIterator(long guest, long target) {
      this.guest = guest;
      this.target = target;
    }

    @Override
    public boolean hasNext() {
      if (next.isEmpty() && !over) {
        try {
          next = (List<?>) ask(guest, target, "next", List.of(), Map.of());
        } catch (HostException e) {
          throw new IllegalStateException(e);
        }
        over = next.isEmpty();
      }
      return !next.isEmpty();
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      Object element = next.getFirst();
      next = List.of();
      return element;
    }
  }

  /** A guest's output on its way to the host. */
  private final class Output extends OutputStream {
    private final long guest;
    private final boolean errors;

    Output(long guest, boolean errors) {
      this.guest = guest;
      this.errors = errors;
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (length > 0) {
        say(
            new Message.Output(
                guest, errors, JsonNodeFactory.instance.binaryNode(bytes, offset, length)));
      }
    }
  }
}
