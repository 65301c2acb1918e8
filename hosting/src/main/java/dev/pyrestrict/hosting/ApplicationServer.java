package dev.pyrestrict.hosting;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.HostObject;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
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
  private static final int MOST_WAITING = 100;

  /** What the first guest of a new process may take, on a machine that is busy. */
  private static final Limits FIRST_RUN =
      Limits.DEFAULT.withCpu(Duration.ofMinutes(1)).withWall(Duration.ofMinutes(2));

  private final HostServices services;
  private final ImmutableMap<String, Function<String, HostObject>> interfaces;
  private final Isolation isolation;
  private final ServerLog log;
  private final Server server;
  private final ServerConnector connector;
  private final Map<Policy, Sandbox> sandboxes = new ConcurrentHashMap<>();
  private volatile Deployment deployment = Deployment.EMPTY;

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
    http.setMaxResponseHeaderSize(Answer.LONGEST_HEAD + (8 << 10));
    // Both are read once, by us: "100%25", and "//" in an address within an address.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "applications",
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(listener.address());
    connector.setPort(listener.port());
    connector.setIdleTimeout(30_000);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(listener.connections(), connector));
    server.setHandler(new ApplicationHandler(() -> deployment, services.sessions(), log));
    server.setErrorHandler(ApplicationServer::answerError);
    server.setStopTimeout(10_000);
  }

  /** Jetty's own page would tell what it failed on inside of itself, by the names of Java. */
  static boolean answerError(Request request, Response response, Callback callback) {
    String words = HttpStatus.getMessage(response.getStatus()) + "\n";
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
    response.write(true, UTF_8.encode(words), callback);
    return true;
  }

  /**
   * Puts applications in the place of those that were there, all at once. Requests that are being
   * answered are answered by those that were there; an application that is as it was keeps its
   * guests.
   *
   * @throws IllegalArgumentException if two have one name or one address, or one wants an interface
   *     that is not there
   * @throws CellException if the isolation of one can't be had here
   */
  public synchronized void deploy(List<Application> applications) {
    demandSound(applications);
    Deployment old = deployment;
    Deployment fresh =
        Deployment.of(
            applications.stream()
                .map(
                    application ->
                        old.pools().stream()
                            .filter(pool -> pool.application().equals(application))
                            .findFirst()
                            .orElseGet(() -> pool(application)))
                .toList());
    deployment = fresh;
    retired.removeIf(GuestPool::isGone);
    List<GuestPool> replaced =
        old.pools().stream().filter(pool -> !fresh.pools().contains(pool)).toList();
    retired.addAll(replaced);
    replaced.forEach(GuestPool::close);
    closeUnusedSandboxes();
    List<GuestPool> cold =
        fresh.pools().stream().filter(pool -> !old.pools().contains(pool)).toList();
    Thread.ofPlatform().daemon().name("pyrestrict-warming").start(() -> cold.forEach(this::warm));
  }

  /** Gives back what guests of one policy share, when there are none of it any more. */
  private void closeUnusedSandboxes() {
    Set<Policy> used =
        Stream.concat(deployment.pools().stream(), retired.stream())
            .map(pool -> pool.application().settings().policy())
            .collect(toImmutableSet());
    sandboxes.keySet().stream()
        .filter(policy -> !used.contains(policy))
        .forEach(policy -> sandboxes.remove(policy).close());
  }

  /**
   * Looks whether this server could serve the applications together.
   *
   * @throws IllegalArgumentException if two have one name or one address, or one wants an interface
   *     that is not there
   * @throws CellException if the isolation of one can't be had here
   */
  public void demandSound(List<Application> applications) {
    Set<String> names = new HashSet<>();
    Map<Address, String> addresses = new HashMap<>();
    for (Application application : applications) {
      String name = application.name();
      if (!names.add(name)) {
        throw new IllegalArgumentException("two applications have the name '" + name + "'");
      }
      String other = addresses.put(application.settings().address(), name);
      if (other != null) {
        throw new IllegalArgumentException(
            "'"
                + other
                + "' and '"
                + name
                + "' have the same address, "
                + application.settings().address());
      }
      isolation(application).demand();
      for (String wanted : application.settings().services().get("interfaces")) {
        if (!interfaces.containsKey(wanted)) {
          throw new IllegalArgumentException(
              "'"
                  + name
                  + "' wants the interface '"
                  + wanted
                  + "', and this server has none of that name");
        }
      }
    }
  }

  private GuestPool pool(Application application) {
    return new GuestPool(
        application,
        () ->
            new Grant(
                application.name(),
                application.directory(),
                application.settings().services(),
                services.byName(),
                application.settings().serviceLimits(),
                log),
        home(application),
        options -> addInterfaces(application, options),
        () -> log.output(application.name()),
        MOST_WAITING);
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
    return deployment.isReady();
  }

  /** Returns the applications, and what their guests are doing. */
  public ImmutableMap<Application, GuestPool.State> states() {
    return deployment.pools().stream()
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
    return with(name, GuestPool::pause);
  }

  /**
   * Lets an application's guests go on where they were, and takes its requests again.
   *
   * @return whether there is such an application
   * @throws CellException if the system refuses
   */
  public boolean resume(String name) {
    return with(name, GuestPool::resume);
  }

  /**
   * Ends an application's guests, and the requests that they answer; its next request gets a new
   * guest.
   *
   * @return whether there is such an application
   */
  public boolean kill(String name) {
    return with(name, GuestPool::kill);
  }

  private boolean with(String name, Consumer<GuestPool> action) {
    Optional<GuestPool> pool = deployment.named(name);
    pool.ifPresent(action);
    return pool.isPresent();
  }

  private void addInterfaces(Application application, GuestOptions.Builder options) {
    for (String name : application.settings().services().get("interfaces")) {
      options.object(name, interfaces.get(name).apply(application.name()));
    }
  }

  private Isolation isolation(Application application) {
    return application.settings().isolation().orElse(isolation);
  }

  private GuestHome home(Application application) {
    Policy policy = application.settings().policy();
    return isolation(application)
        .cell(
            policy, application.settings().guests() * application.settings().limits().memoryBytes())
        .<GuestHome>map(options -> new ApplicationCell(() -> start(options), System::nanoTime))
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
      Deployment last = deployment;
      // A request that is late finds none, and does not look for what took the place of a closed
      // one.
      deployment = Deployment.EMPTY;
      last.pools().forEach(GuestPool::end);
      retired.forEach(GuestPool::end);
    }
    sandboxes.values().forEach(Sandbox::close);
    services.close();
  }
}
