package dev.pyrestrict.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import dev.pyrestrict.hosting.Application;
import dev.pyrestrict.hosting.ApplicationReader;
import dev.pyrestrict.hosting.ApplicationServer;
import dev.pyrestrict.hosting.ServerConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Serves applications until the process is told to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Serves applications over HTTP: every directory in DIR that has an app.toml, or DIR itself.",
      "What happens is written to standard output, a JSON object in each line."
    },
    footer = {
      "",
      "Example:",
      "  pyrestrict serve --port 8080 examples/apps",
      "  curl http://127.0.0.1:8080/guestbook"
    })
final class ServeCommand implements Callable<Integer> {
  private static final String CONFIGURATION = "server.toml";

  private final Console console;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description = "The address to listen on (default: 127.0.0.1).")
  private String address = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on, 0 for any that is free (default: 8080).")
  private int port = 8080;

  @Option(
      names = "--isolate",
      paramLabel = "HOW",
      description =
          "none, or process: the guests of each application in a process of their own (default:"
              + " none).")
  private RunCommand.Isolation isolation = RunCommand.Isolation.NONE;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Addresses and credentials of services (default: DIR/server.toml, if there is one).")
  private Optional<Path> configuration = Optional.empty();

  @Option(
      names = "--check",
      description = "Read and compile everything, say what is wrong, serve nothing.")
  private boolean check;

  @Parameters(paramLabel = "DIR", description = "Where the applications are.")
  private Path directory;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    ImmutableList.Builder<Application> found = ImmutableList.builder();
    boolean sound = true;
    try {
      for (Path path : directories()) {
        ApplicationReader.Result result = ApplicationReader.read(path);
        result.problems().forEach(problem -> console.err().println(Printable.text(problem)));
        result.application().ifPresent(found::add);
        sound &= result.application().isPresent();
      }
    } catch (IOException e) {
      throw new UsageException(directory + ": " + Input.reason(e, Optional.empty()));
    }
    if (!sound) {
      return ExitStatus.REFUSED;
    }
    return check ? ExitStatus.DONE : serve(found.build());
  }

  private ImmutableList<Path> directories() throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new UsageException(directory + ": is no directory");
    }
    if (Files.exists(directory.resolve(ApplicationReader.FILE))) {
      return ImmutableList.of(directory);
    }
    try (Stream<Path> entries = Files.list(directory)) {
      ImmutableList<Path> all =
          entries
              .filter(path -> Files.exists(path.resolve(ApplicationReader.FILE)))
              .sorted()
              .collect(ImmutableList.toImmutableList());
      if (all.isEmpty()) {
        throw new UsageException(directory + ": no directory in it has an app.toml");
      }
      return all;
    }
  }

  private int serve(ImmutableList<Application> applications) throws InterruptedException {
    ApplicationServer server;
    try {
      server =
          new ApplicationServer(
              address,
              port,
              services(applications),
              switch (isolation) {
                case NONE -> ApplicationServer.Isolation.NONE;
                case PROCESS -> ApplicationServer.Isolation.PROCESS;
              },
              new JsonLines());
      server.deploy(applications);
    } catch (IllegalArgumentException | SQLException e) {
      throw new UsageException(e.getMessage());
    }
    try {
      int listening = server.start();
      for (Application application : applications) {
        console
            .err()
            .println(
                application.name()
                    + ": http://"
                    + address
                    + ":"
                    + listening
                    + (application.route().isEmpty() ? "/" : application.route()));
      }
    } catch (IOException e) {
      throw new UsageException(
          "port " + port + " of " + address + " can't be listened on: is it taken?");
    }
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  end.countDown();
                }));
    end.await();
    return ExitStatus.DONE;
  }

  private com.google.common.collect.ImmutableMap<String, dev.pyrestrict.hosting.Service> services(
      List<Application> applications) throws SQLException {
    Path file = configuration.orElse(directory.resolve(CONFIGURATION));
    if (configuration.isEmpty() && !Files.exists(file)) {
      return ServerConfiguration.EMBEDDED.services(applications);
    }
    try {
      return ServerConfiguration.read(file).services(applications);
    } catch (IOException e) {
      throw new UsageException(file + ": " + Input.reason(e, Optional.empty()));
    }
  }

  /** One JSON object per line on standard output. */
  private final class JsonLines implements ApplicationServer.ServerLog {
    private final ObjectMapper mapper = new ObjectMapper();

    private void write(String kind, String application, Map<String, Object> more) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("time", Instant.now().toString());
      entry.put("event", kind);
      entry.put("app", application);
      entry.putAll(more);
      try {
        String line = mapper.writeValueAsString(entry);
        synchronized (this) {
          console.out().println(line);
          console.out().flush();
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void answered(String application, String method, String path, int status, long nanos) {
      write(
          "request",
          application,
          Map.of(
              "method",
              method,
              "path",
              path,
              "status",
              status,
              "ms",
              Math.round(nanos / 1e5) / 10.0));
    }

    @Override
    public void ended(String application, String words) {
      write("error", application, Map.of("message", words));
    }

    @Override
    public void refused(String application, String what, String reason) {
      write("refused", application, Map.of("operation", what, "reason", reason));
    }

    @Override
    public void failed(String application, String what, Exception reason) {
      write("failure", application, Map.of("operation", what, "reason", reason.toString()));
    }

    @Override
    public OutputStream output(String application) {
      return ApplicationServer.lines(line -> write("output", application, Map.of("line", line)));
    }
  }
}
