package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.HostObject;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Serves applications over HTTP: each request goes to the application whose route it is below, is
 * answered by one of its guests, and never by another's. Thread-safe.
 */
public final class ApplicationServer implements AutoCloseable {
  private static final int LARGEST_REQUEST = 4 << 20;
  private static final Duration TIME_FOR_REQUEST = Duration.ofMinutes(1);
  private static final int MOST_WAITING = 100;

  /** After which those who come to a paused application may ask again; nobody knows. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** What the first guest of a new process may take, on a machine that is busy. */
  private static final Limits FIRST_RUN =
      Limits.DEFAULT.withCpu(Duration.ofMinutes(1)).withWall(Duration.ofMinutes(2));

  /** Headers of a connection, which are the server's own to set. */
  private static final ImmutableSet<String> SERVER_HEADERS =
      ImmutableSet.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length",
          "server");

  private final HostServices services;
  private final ImmutableMap<String, Function<String, HostObject>> interfaces;
  private final Isolation isolation;
  private final ServerLog log;
  private final Server server;
  private final ServerConnector connector;
  private final Map<Policy, Sandbox> sandboxes = new ConcurrentHashMap<>();
  private volatile ImmutableList<GuestPool> pools = ImmutableList.of();

  /** Those that may still have requests to answer although others took their place. */
  private final List<GuestPool> retired = new ArrayList<>();

  /**
   * Creates a server that has no applications and does not listen yet.
   *
   * @param interfaces what else of the host applications may be granted, by name; made for each
   *     application, which it is told by name
   * @param isolation of applications that say nothing of it
   */
  public ApplicationServer(
      Listener listener,
      HostServices services,
      ImmutableMap<String, Function<String, HostObject>> interfaces,
      Isolation isolation,
      ServerLog log) {
    isolation.demand();
    this.services = services;
    this.interfaces = interfaces;
    this.isolation = isolation;
    this.log = log;
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(16 << 10);
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(listener.address());
    connector.setPort(listener.port());
    connector.setIdleTimeout(30_000);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(listener.connections(), connector));
    server.setHandler(new Front());
    server.setStopTimeout(10_000);
  }

  /**
   * Puts applications in the place of those that were there, all at once. Requests that are being
   * answered are answered by those that were there; an application that is as it was keeps its
   * guests.
   *
   * @throws IllegalArgumentException if two have one route, or one wants an interface that is not
   *     there
   * @throws CellException if the isolation of one can't be had here
   */
  public synchronized void deploy(List<Application> applications) {
    List<GuestPool> fresh = new ArrayList<>();
    Map<String, String> routes = new LinkedHashMap<>();
    for (Application application : applications) {
      String other = routes.put(application.route(), application.name());
      if (other != null) {
        throw new IllegalArgumentException(
            "'" + other + "' and '" + application.name() + "' have the same route");
      }
      isolation(application).demand();
      for (String wanted : application.services().get("interfaces")) {
        if (!interfaces.containsKey(wanted)) {
          throw new IllegalArgumentException(
              "'"
                  + application.name()
                  + "' wants the interface '"
                  + wanted
                  + "', and this server has none of that name");
        }
      }
      Optional<GuestPool> same =
          pools.stream().filter(pool -> pool.application().equals(application)).findFirst();
      fresh.add(
          same.orElseGet(
              () ->
                  new GuestPool(
                      application,
                      () ->
                          new Grant(
                              application.name(),
                              application.directory(),
                              application.services(),
                              services.byName(),
                              application.serviceLimits(),
                              log),
                      home(application),
                      options -> addInterfaces(application, options),
                      () -> log.output(application.name()),
                      MOST_WAITING)));
    }
    fresh.sort(
        Comparator.comparingInt((GuestPool pool) -> pool.application().route().length())
            .reversed());
    ImmutableList<GuestPool> old = pools;
    pools = ImmutableList.copyOf(fresh);
    retired.removeIf(GuestPool::isGone);
    List<GuestPool> replaced = old.stream().filter(pool -> !fresh.contains(pool)).toList();
    retired.addAll(replaced);
    replaced.forEach(GuestPool::close);
    List<GuestPool> cold = fresh.stream().filter(pool -> !old.contains(pool)).toList();
    Thread.ofPlatform().daemon().name("pyrestrict-warming").start(() -> cold.forEach(this::warm));
  }

  private void warm(GuestPool pool) {
    try {
      pool.warm();
    } catch (RuntimeException e) {
      log.failed(pool.application().name(), "start", e);
    } finally {
      pool.warmed();
    }
  }

  /** Reports whether a guest of every application has been made, or could not be made. */
  public boolean isReady() {
    return pools.stream().allMatch(GuestPool::isWarmed);
  }

  /** Returns the applications, and what their guests are doing. */
  public ImmutableMap<Application, GuestPool.State> states() {
    return pools.stream()
        .collect(ImmutableMap.toImmutableMap(GuestPool::application, GuestPool::state));
  }

  /**
   * Turns an application's requests away with 503 from now on. Its guests stop where they are if
   * they have a process of their own; others answer the requests that they have.
   *
   * @return whether there is such an application
   * @throws CellException if its guests could be stopped and the system refuses; requests are
   *     turned away all the same
   */
  public boolean pause(String name) {
    return each(name, GuestPool::pause);
  }

  /**
   * Lets an application's guests go on where they were, and takes its requests again.
   *
   * @return whether there is such an application
   * @throws CellException if the system refuses
   */
  public boolean resume(String name) {
    return each(name, GuestPool::resume);
  }

  /**
   * Ends an application's guests, and the requests that they answer; its next request gets a new
   * guest.
   *
   * @return whether there is such an application
   */
  public boolean kill(String name) {
    return each(name, GuestPool::kill);
  }

  private boolean each(String name, java.util.function.Consumer<GuestPool> action) {
    List<GuestPool> found =
        pools.stream().filter(pool -> pool.application().name().equals(name)).toList();
    found.forEach(action);
    return !found.isEmpty();
  }

  private void addInterfaces(Application application, GuestOptions.Builder options) {
    for (String name : application.services().get("interfaces")) {
      options.object(name, interfaces.get(name).apply(application.name()));
    }
  }

  private Isolation isolation(Application application) {
    return application.isolation().orElse(isolation);
  }

  private GuestHome home(Application application) {
    Policy policy = application.policy();
    return isolation(application)
        .cell(policy, application.guests() * application.limits().memoryBytes())
        .<GuestHome>map(options -> new ApplicationCell(() -> start(options)))
        .orElseGet(
            () ->
                new GuestHome.ServersProcess(
                    () ->
                        sandboxes.computeIfAbsent(
                            policy, key -> Sandbox.builder().policy(key).build())));
  }

  private static Cell start(CellOptions options) {
    Cell fresh = Cell.start(options);
    // What a new process needs to get going is not on the application's account.
    try (CellGuest guest = fresh.newGuest(GuestOptions.builder().build(), FIRST_RUN)) {
      ServiceClients.all().forEach(part -> guest.add(part.name(), part.module(), part.source()));
      Application.Part all = ServiceClients.importingAll();
      GuestResult _ = guest.run(all.module(), all.source());
    }
    return fresh;
  }

  /**
   * Begins to listen.
   *
   * @return the port
   * @throws IOException if the port can't be had
   */
  public int start() throws IOException {
    return listen(server, connector);
  }

  /** Starts a server and returns the port that its connector has. */
  static int listen(Server server, ServerConnector connector) throws IOException {
    try {
      server.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException("the server can't start: " + e.getMessage(), e);
    }
    return connector.getLocalPort();
  }

  /** Answers what is being answered, and ends. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      log.failed("server", "stop", e);
    }
    synchronized (this) {
      List<GuestPool> last = pools;
      // A request that is late finds none, and does not look for what took the place of a closed
      // one.
      pools = ImmutableList.of();
      last.forEach(GuestPool::end);
      retired.forEach(GuestPool::end);
    }
    sandboxes.values().forEach(Sandbox::close);
    services.close();
  }

  /** Takes requests to their applications. */
  private final class Front extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String path = request.getHttpURI().getDecodedPath();
      Optional<GuestPool> pool = entered(path == null ? "/" : path);
      try {
        handle(pool, path, request, response, callback);
      } finally {
        pool.ifPresent(GuestPool::leave);
      }
      return true;
    }

    private void handle(
        Optional<GuestPool> pool,
        String path,
        Request request,
        Response response,
        Callback callback)
        throws Exception {
      long began = System.nanoTime();
      Answer answer;
      if (path != null && path.equals("/-/health")) {
        answer = Answer.text(200, "ok\n");
      } else if (path != null && path.equals("/-/ready")) {
        answer = isReady() ? Answer.text(200, "ready\n") : Answer.text(503, "starting\n");
      } else if (pool.isEmpty()) {
        answer = Answer.text(404, "there is no application at this address\n");
      } else {
        answer = guarded(pool.get(), request, response, path);
      }
      if (!answer.isSent()) {
        answer.begin(response);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().remaining());
      }
      log.answered(
          pool.map(p -> p.application().name()).orElse("-"),
          request.getMethod(),
          request.getHttpURI().getPath(),
          answer.status(),
          System.nanoTime() - began);
      if (answer.delivery() == Delivery.BROKEN_OFF) {
        callback.failed(new IOException("the answer was broken off"));
      } else {
        response.write(true, answer.body(), callback);
      }
    }
  }

  /** How far an answer has got. */
  private enum Delivery {
    TO_BE_SENT,
    SENT,
    /** It began, and its guest did not bring it to an end. */
    BROKEN_OFF
  }

  /** What a browser gets. */
  private record Answer(int status, List<HttpField> headers, ByteBuffer body, Delivery delivery) {
    static Answer text(int status, String text) {
      return new Answer(
          status,
          List.of(new HttpField(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")),
          ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
          Delivery.TO_BE_SENT);
    }

    static Answer streamed(int status, Delivery delivery) {
      return new Answer(status, List.of(), ByteBuffer.allocate(0), delivery);
    }

    boolean isSent() {
      return delivery != Delivery.TO_BE_SENT;
    }

    void begin(Response response) {
      response.setStatus(status);
      headers.forEach(response.getHeaders()::add);
    }

    Answer with(HttpField field) {
      List<HttpField> all = new ArrayList<>(headers);
      all.add(field);
      return new Answer(status, all, body, delivery);
    }
  }

  /** Enters the pool that a path leads to; one that is closed has one in its place by then. */
  private Optional<GuestPool> entered(String path) {
    Optional<GuestPool> pool = pool(path);
    while (pool.isPresent() && !pool.get().enter()) {
      pool = pool(path);
    }
    return pool;
  }

  private Optional<GuestPool> pool(String path) {
    return pools.stream()
        .filter(
            pool -> {
              String route = pool.application().route();
              return path.equals(route) || path.startsWith(route + "/");
            })
        .findFirst();
  }

  /** What fails in the server itself is told to nobody but its log. */
  private Answer guarded(GuestPool pool, Request request, Response response, String path)
      throws IOException, InterruptedException {
    try {
      return answer(pool, request, response, path);
    } catch (RuntimeException e) {
      log.failed(pool.application().name(), "answer", e);
      return response.isCommitted()
          ? Answer.streamed(response.getStatus(), Delivery.BROKEN_OFF)
          : Answer.text(500, "the server failed\n");
    }
  }

  private Answer answer(GuestPool pool, Request request, Response response, String path)
      throws IOException, InterruptedException {
    Application application = pool.application();
    byte[] body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      switch (RequestBody.read(in, LARGEST_REQUEST, TIME_FOR_REQUEST)) {
        case RequestBody.Whole(ByteSource bytes) -> body = bytes.read();
        case RequestBody.TooLarge() -> {
          return Answer.text(413, "the request is too large\n");
        }
        case RequestBody.TooSlow() -> {
          return Answer.text(408, "the request came too slowly\n");
        }
      }
    }
    String cookieName = "session-" + application.name();
    Optional<String> known =
        Request.getCookies(request).stream()
            .filter(cookie -> cookie.getName().equals(cookieName))
            .flatMap(
                cookie ->
                    services.sessions().number(application.name(), cookie.getValue()).stream())
            .findFirst();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("method", request.getMethod());
    data.put("route", application.route());
    data.put("path", path.substring(application.route().length()));
    data.put("query", Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""));
    data.put("host", Request.getServerName(request));
    data.put("port", Integer.toString(Request.getServerPort(request)));
    data.put("scheme", request.getHttpURI().getScheme());
    data.put("remote", Request.getRemoteAddr(request));
    data.put("headers", headers(request));
    data.put("body", body);
    try {
      data.put(
          "session",
          known.isPresent() ? services.sessions().get(application.name(), known.get()) : "");
    } catch (IOException e) {
      return sessionsAway(application, e);
    }
    Visitor visitor = new Visitor(application, request, known);
    StreamedResponse stream =
        new StreamedResponse(
            Content.Sink.asOutputStream(response),
            head -> {
              Answer beginning =
                  answer(head)
                      .orElseThrow(
                          () ->
                              ServiceException.refused(
                                  "these are no status and headers that can be sent"));
              keeping(visitor, head, beginning).begin(response);
            });
    return switch (pool.answer(data, stream, application.limits().wall())) {
      case GuestPool.Outcome.Paused() -> later("the application is paused", PAUSE);
      case GuestPool.Outcome.Busy() -> later("the application is busy", Duration.ofSeconds(1));
      case GuestPool.Outcome.Asked(GuestResult result) -> {
        log.used(application.name(), result);
        Answer answer = answer(visitor, result);
        if (!stream.isStarted()) {
          yield answer;
        }
        boolean whole = stream.finish() && result instanceof GuestResult.Completed;
        yield Answer.streamed(response.getStatus(), whole ? Delivery.SENT : Delivery.BROKEN_OFF);
      }
    };
  }

  /** Says that a request may be made again, and when. */
  private static Answer later(String words, Duration when) {
    return Answer.text(503, words + "\n")
        .with(new HttpField(HttpHeader.RETRY_AFTER, Long.toString(when.toSeconds())));
  }

  private Answer answer(Visitor visitor, GuestResult result) {
    Application application = visitor.application();
    return switch (result) {
      case GuestResult.Completed completed -> {
        Optional<Answer> answer = completed.value().flatMap(ApplicationServer::answer);
        if (answer.isEmpty()) {
          log.ended(application.name(), "its answer is none that can be sent");
          yield Answer.text(500, "the application failed\n");
        }
        yield keeping(visitor, (Map<?, ?>) completed.value().get(), answer.get());
      }
      case GuestResult.Raised raised -> {
        log.ended(application.name(), raised.traceback());
        yield Answer.text(500, "the application failed\n");
      }
      case GuestResult.LimitExceeded exceeded -> {
        log.ended(application.name(), exceeded.message());
        yield later("the application took too much", Duration.ofSeconds(5));
      }
      case GuestResult.Fault fault -> {
        log.ended(application.name(), fault.message());
        yield Answer.text(500, "the application failed\n");
      }
      case GuestResult.Lost lost -> {
        log.ended(application.name(), lost.message());
        yield later("the application was restarted", Duration.ofSeconds(1));
      }
    };
  }

  /** Who a request comes from, as far as an application remembers. */
  private record Visitor(Application application, Request request, Optional<String> known) {
    boolean isRemembered() {
      return application.services().containsKey("session");
    }

    String cookieName() {
      return "session-" + application.name();
    }
  }

  private Answer sessionsAway(Application application, IOException e) {
    log.failed(application.name(), "session", e);
    return later("sessions can't be kept now", Duration.ofSeconds(5));
  }

  /**
   * Keeps what the guest says of its visitor; one that is new gets a cookie with the answer. What
   * changes after an answer has begun is kept for visitors that had a cookie.
   */
  private Answer keeping(Visitor visitor, Map<?, ?> said, Answer answer) {
    Application application = visitor.application();
    if (!visitor.isRemembered() || !(said.get("session") instanceof String value)) {
      return answer;
    }
    String number = visitor.known().orElseGet(Sessions::newNumber);
    try {
      if (!services.sessions().put(application.name(), number, value)) {
        log.ended(application.name(), "a session is too large to be kept");
        return Answer.text(500, "the application failed\n");
      }
    } catch (IOException e) {
      return sessionsAway(application, e);
    }
    if (visitor.known().isPresent()) {
      return answer;
    }
    String cookie =
        visitor.cookieName()
            + "="
            + services.sessions().cookie(application.name(), number)
            + "; Path="
            + (application.route().isEmpty() ? "/" : application.route())
            + "; HttpOnly; SameSite=Lax"
            + (visitor.request().isSecure() ? "; Secure" : "");
    return answer.with(new HttpField(HttpHeader.SET_COOKIE, cookie));
  }

  /** The request's headers; what belongs to sessions, of any application, stays here. */
  private static List<List<String>> headers(Request request) {
    List<List<String>> headers = new ArrayList<>();
    for (HttpField field : request.getHeaders()) {
      String value = Optional.ofNullable(field.getValue()).orElse("");
      if (field.is(HttpHeader.COOKIE.asString())) {
        value =
            com.google.common.base.Splitter.on(';')
                .trimResults()
                .splitToStream(value)
                .filter(cookie -> !cookie.startsWith("session-"))
                .collect(java.util.stream.Collectors.joining("; "));
      }
      if (!field.is("Proxy")) {
        headers.add(List.of(field.getName(), value));
      }
    }
    return headers;
  }

  /** Makes an answer of what the guest returned, if every part of it is what it should be. */
  private static Optional<Answer> answer(Object value) {
    if (!(value instanceof Map<?, ?> map)
        || !(map.get("status") instanceof String status)
        || !status.matches("(?s)[1-5][0-9][0-9]( .*)?")
        || !(map.get("headers") instanceof List<?> given)
        || !(map.get("body") instanceof byte[] body)) {
      return Optional.empty();
    }
    int code = Integer.parseInt(status.substring(0, 3));
    if (code < 200 || given.size() > 200) {
      return Optional.empty();
    }
    List<HttpField> headers = new ArrayList<>();
    for (Object pair : given) {
      if (!(pair instanceof List<?> parts)
          || parts.size() != 2
          || !(parts.get(0) instanceof String name)
          || !(parts.get(1) instanceof String text)
          || !name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")
          || text.length() > 8000
          || text.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127 || c > 255)) {
        return Optional.empty();
      }
      boolean forgesSession =
          name.equalsIgnoreCase("Set-Cookie") && text.strip().startsWith("session-");
      if (!SERVER_HEADERS.contains(name.toLowerCase(Locale.ROOT)) && !forgesSession) {
        headers.add(new HttpField(name, text));
      }
    }
    return Optional.of(new Answer(code, headers, ByteBuffer.wrap(body), Delivery.TO_BE_SENT));
  }

  /** What a server says of what happens in it. Thread-safe. */
  public interface ServerLog extends AuditLog {
    /** A request was answered. */
    void answered(String application, String method, String path, int status, long nanos);

    /** A guest was asked to answer a request: how that ended, and what it used. */
    void used(String application, GuestResult result);

    /** A guest did not come to a good end; the words are the application's author's to read. */
    void ended(String application, String words);

    /** Returns where a guest's standard output and standard error go. */
    OutputStream output(String application);
  }

  /** Makes a stream that hands on whole lines, cut where they are too long. */
  public static OutputStream lines(java.util.function.Consumer<String> each) {
    Supplier<java.io.ByteArrayOutputStream> fresh = java.io.ByteArrayOutputStream::new;
    return new OutputStream() {
      private final java.io.ByteArrayOutputStream line = fresh.get();

      @Override
      public synchronized void write(int b) {
        if (b == '\n' || line.size() >= 4000) {
          each.accept(line.toString(StandardCharsets.UTF_8));
          line.reset();
        }
        if (b != '\n') {
          line.write(b);
        }
      }

      @Override
      public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
          write(bytes[i]);
        }
      }
    };
  }
}
