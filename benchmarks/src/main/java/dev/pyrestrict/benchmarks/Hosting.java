package dev.pyrestrict.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.pyrestrict.hosting.Application;
import dev.pyrestrict.hosting.ApplicationDirectory;
import dev.pyrestrict.hosting.ApplicationServer;
import dev.pyrestrict.hosting.Isolation;
import dev.pyrestrict.hosting.Listener;
import dev.pyrestrict.hosting.ServerConfiguration;
import dev.pyrestrict.hosting.ServerLog;
import dev.pyrestrict.runtime.GuestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Many applications in one server: what an idle one costs, how long their requests take, and what
 * that becomes when a hostile one of each family is among them. The arguments say how many (200),
 * and where the hostile ones live ({@code process}).
 *
 * <p>Requests come at a fixed rate, whatever becomes of those before, and are timed from the moment
 * at which they were due.
 */
final class Hosting {
  private static final int RATE_PER_SECOND = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PROGRAM =
      """
      import json

      def handle(request):
          numbers = [int(part) for part in request.args.get("n", "3,1,2").split(",")]
          return json.dumps({"sorted": sorted(numbers), "sum": sum(numbers)})
      """;

  private final Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, AtomicInteger> endings = new ConcurrentHashMap<>();

  private Hosting(Path directory) {
    this.directory = directory;
  }

  public static void main(String... arguments) throws Exception {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    Isolation isolation = arguments.length > 1 ? Isolation.named(arguments[1]) : Isolation.PROCESS;
    Path directory = Files.createTempDirectory("pyrestrict-hosting");
    try {
      new Hosting(directory).compare(count, isolation);
    } finally {
      MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    System.exit(0);
  }

  private void compare(int count, Isolation isolation) throws Exception {
    ImmutableList<Application> one = applications("first", ImmutableMap.of("first", PROGRAM), "");
    Map<String, String> programs = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      programs.put("app" + i, PROGRAM);
    }
    ImmutableList<Application> small = applications("small", programs, "guests = 1\n");
    ImmutableList<Application> hostile =
        applications(
            "hostile",
            hostilePrograms(),
            "guests = 1\nisolation = \""
                + isolation
                + "\"\n[limits]\ncpu = 2\nwall = 5\nmemory = 64\n");
    try (ApplicationServer server =
        new ApplicationServer(
            Listener.local(0),
            ServerConfiguration.EMBEDDED.services(),
            ImmutableMap.of(),
            Isolation.IN_PROCESS,
            new Endings())) {
      // What the first application brings with it is the server's.
      deploy(server, one);
      String base = "http://127.0.0.1:" + server.start() + "/";
      double heap = Density.heapInMegabytes();
      double resident = residentInMegabytes();
      System.out.println("| what | figure |");
      System.out.println("|---|---:|");
      say("server with one application, MB of heap", heap);
      say("the same, MB resident", resident);
      deploy(server, plus(one, small));
      say(count + " applications, MB of heap each", (Density.heapInMegabytes() - heap) / count);
      say("the same, MB resident each", (residentInMegabytes() - resident) / count);
      List<String> addresses =
          small.stream().map(application -> base + application.name() + "?n=7,5,6").toList();
      Latencies _ = ask(addresses, WARM_UP);
      Latencies alone = ask(addresses, MEASURED);
      alone.say("");
      deploy(server, plus(one, plus(small, hostile)));
      List<Thread> attackers =
          hostile.stream()
              .map(application -> Thread.ofVirtual().start(() -> attack(base, application.name())))
              .toList();
      Latencies _ = ask(addresses, WARM_UP);
      endings.clear();
      Latencies beside = ask(addresses, MEASURED);
      attackers.forEach(Thread::interrupt);
      beside.say(", " + hostile.size() + " hostile ones beside them (" + isolation + ")");
      say("p99 is longer by a factor of", beside.at(0.99) / alone.at(0.99));
      endings.forEach(
          (ending, times) -> System.out.println("| " + ending + " | " + times + " times |"));
    }
  }

  private static ImmutableMap<String, String> hostilePrograms() throws IOException {
    ImmutableMap.Builder<String, String> programs = ImmutableMap.builder();
    Path hostile = Path.of(System.getProperty("pyrestrict.benchmarks"), "hostile");
    try (Stream<Path> files = Files.list(hostile)) {
      for (Path file : files.sorted().toList()) {
        programs.put(MoreFiles.getNameWithoutExtension(file), Files.readString(file));
      }
    }
    return programs.build();
  }

  private ImmutableList<Application> applications(
      String parent, Map<String, String> programs, String settings) throws IOException {
    for (Map.Entry<String, String> program : programs.entrySet()) {
      Path at = Files.createDirectories(directory.resolve(parent).resolve(program.getKey()));
      Files.writeString(at.resolve("app.py"), program.getValue());
      Files.writeString(at.resolve("app.toml"), "entry = \"app:handle\"\n" + settings);
    }
    ApplicationDirectory.Found found = new ApplicationDirectory(directory.resolve(parent)).read();
    if (!found.problems().isEmpty()) {
      throw new IllegalStateException(found.problems().toString());
    }
    return found.applications();
  }

  private static ImmutableList<Application> plus(
      ImmutableList<Application> these, ImmutableList<Application> those) {
    return ImmutableList.<Application>builder().addAll(these).addAll(those).build();
  }

  private static void deploy(ApplicationServer server, ImmutableList<Application> applications)
      throws InterruptedException {
    server.deploy(applications);
    while (!server.isReady()) {
      Thread.sleep(50);
    }
  }

  /** How long requests took in milliseconds, and how many were not answered with 200. */
  private record Latencies(ImmutableList<Double> sorted, int lost) {
    double at(double part) {
      return sorted.get((int) (sorted.size() * part));
    }

    void say(String beside) {
      Hosting.say("requests answered" + beside, sorted.size());
      Hosting.say("requests lost" + beside, lost);
      Hosting.say("a request, ms, median" + beside, at(0.5));
      Hosting.say("the same, 99 of 100 are faster" + beside, at(0.99));
    }
  }

  private Latencies ask(List<String> addresses, Duration time) throws InterruptedException {
    int requests = (int) (RATE_PER_SECOND * time.toSeconds());
    long step = TimeUnit.SECONDS.toNanos(1) / RATE_PER_SECOND;
    List<Double> taken = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger lost = new AtomicInteger();
    CountDownLatch open = new CountDownLatch(requests);
    long start = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      long due = start + i * step;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      HttpRequest request = request(addresses.get(i % addresses.size()));
      var _ =
          client
              .sendAsync(request, HttpResponse.BodyHandlers.ofString())
              .whenComplete(
                  (answer, failure) -> {
                    if (failure == null && answer.statusCode() == 200) {
                      taken.add((System.nanoTime() - due) / 1e6);
                    } else {
                      lost.incrementAndGet();
                    }
                    open.countDown();
                  });
    }
    open.await();
    return new Latencies(ImmutableList.sortedCopyOf(taken), lost.get());
  }

  private static HttpRequest request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
  }

  /** Asks one hostile application again and again. */
  private void attack(String base, String name) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        int status =
            client.send(request(base + name), HttpResponse.BodyHandlers.discarding()).statusCode();
        count(name + ": status " + status);
      } catch (IOException e) {
        count(name + ": no answer");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void count(String ending) {
    endings.computeIfAbsent(ending, ignored -> new AtomicInteger()).incrementAndGet();
  }

  /** Counts how guests end that do not end well. */
  private final class Endings implements ServerLog {
    @Override
    public void answered(String application, String method, String path, int status, long nanos) {}

    @Override
    public void used(String application, GuestResult result) {}

    @Override
    public void ended(String application, String words) {
      count(application + ": " + words.strip().lines().reduce((a, b) -> b).orElse(""));
    }

    @Override
    public void refused(String application, String what, String reason) {
      count(application + ": refused " + what);
    }

    @Override
    public void failed(String application, String what, Exception reason) {
      count(application + ": failed " + what + " " + reason);
    }

    @Override
    public OutputStream output(String application) {
      return OutputStream.nullOutputStream();
    }
  }

  private static void say(String what, double figure) {
    System.out.printf(Locale.ROOT, "| %s | %.2f |%n", what, figure);
  }

  private static double residentInMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(Double.NaN);
  }
}
