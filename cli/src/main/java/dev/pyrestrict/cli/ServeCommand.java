package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.hosting.AdminServer;
import dev.pyrestrict.hosting.Application;
import dev.pyrestrict.hosting.ApplicationDirectory;
import dev.pyrestrict.hosting.ApplicationServer;
import dev.pyrestrict.hosting.CellException;
import dev.pyrestrict.hosting.HostServices;
import dev.pyrestrict.hosting.Isolation;
import dev.pyrestrict.hosting.LineStream;
import dev.pyrestrict.hosting.Listener;
import dev.pyrestrict.hosting.ServerConfiguration;
import dev.pyrestrict.hosting.ServerLog;
import dev.pyrestrict.hosting.ServerRecord;
import dev.pyrestrict.runtime.GuestResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
      names = "--connections",
      paramLabel = "NUMBER",
      description = "Connections that there may be at the same time, others wait (default: 2000).")
  private int connections = Listener.USUAL_CONNECTIONS;

  @Option(
      names = "--isolate",
      paramLabel = "HOW",
      converter = Isolations.class,
      description =
          "Where guests live whose app.toml does not say it: in-process, or process: those of each"
              + " application in a process of their own, or container: that process in a container"
              + " made by runc, as root (default: in-process).")
  private Isolation isolation = Isolation.IN_PROCESS;

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

  @Option(
      names = "--verify",
      paramLabel = "KEY",
      description =
          "Serve nothing but what 'compile -o DIR --sign' wrote, signed with the other half of this"
              + " public Ed25519 key in PEM.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      description = "The port for operators, on the same address (default: none).")
  private Optional<Integer> adminPort = Optional.empty();

  @Option(
      names = "--admin-token",
      paramLabel = "FILE",
      description = "What an operator has to know: the text of this file, 16 characters or more.")
  private Optional<Path> adminToken = Optional.empty();

  @Parameters(paramLabel = "DIR", description = "Where the applications are.")
  private Path directory;

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isDirectory(directory)) {
      throw new UsageException(directory + ": is no directory");
    }
    if (adminPort.isPresent() != adminToken.isPresent()) {
      throw new UsageException("--admin-port and --admin-token belong together");
    }
    if (!isPort(port) || !adminPort.map(ServeCommand::isPort).orElse(true)) {
      throw new UsageException("a port is a number from 0 to 65535");
    }
    if (connections < 1) {
      throw new UsageException("--connections is a number above 0");
    }
    ApplicationDirectory served = new ApplicationDirectory(directory, key.map(Keys::readPublic));
    ApplicationDirectory.Found found;
    try {
      found = served.read();
    } catch (IOException e) {
      throw new UsageException(directory + ": " + Input.reason(e, Optional.empty()));
    }
    found.problems().forEach(problem -> console.err().println(Printable.text(problem)));
    if (!found.problems().isEmpty()) {
      return ExitStatus.REFUSED;
    }
    if (found.applications().isEmpty()) {
      throw new UsageException(directory + ": no directory in it has an app.toml");
    }
    return serve(served, found.applications());
  }

  private int serve(ApplicationDirectory served, ImmutableList<Application> applications)
      throws InterruptedException {
    ServerRecord events = new ServerRecord(new JsonLines());
    ApplicationServer server;
    Optional<AdminServer> admin;
    try {
      server =
          new ApplicationServer(
              new Listener(address, port, connections),
              services(),
              ImmutableMap.of(),
              isolation,
              events);
      if (check) {
        server.demandSound(applications);
        return ExitStatus.DONE;
      }
      server.deploy(applications);
      admin = admin(server, events, served);
    } catch (IllegalArgumentException | CellException e) {
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
                    + application.settings().address().host().orElse(address)
                    + ":"
                    + listening
                    + application.settings().address().path());
      }
    } catch (IOException e) {
      throw unavailable(port);
    }
    if (admin.isPresent()) {
      try {
        console.err().println("operators: http://" + address + ":" + admin.get().start() + "/apps");
      } catch (IOException e) {
        server.close();
        throw unavailable(adminPort.get());
      }
    }
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  admin.ifPresent(AdminServer::close);
                  server.close();
                  end.countDown();
                }));
    end.await();
    return ExitStatus.DONE;
  }

  private static boolean isPort(int number) {
    return number >= 0 && number <= 65_535;
  }

  private UsageException unavailable(int wanted) {
    return new UsageException(
        "port " + wanted + " of " + address + " can't be listened on: is it taken?");
  }

  private Optional<AdminServer> admin(
      ApplicationServer server, ServerRecord events, ApplicationDirectory served) {
    if (adminPort.isEmpty()) {
      return Optional.empty();
    }
    String token;
    try {
      if (ApplicationDirectory.isGuests(adminToken.orElseThrow())) {
        throw new UsageException(
            adminToken.get() + ": can be read by an application's guests: keep it elsewhere");
      }
      token = new String(Input.whole(adminToken.get()), UTF_8).strip();
    } catch (IOException e) {
      throw new UsageException(adminToken.get() + ": " + Input.reason(e, Optional.empty()));
    }
    return Optional.of(new AdminServer(address, adminPort.get(), token, server, events, served));
  }

  private HostServices services() {
    Path file = configuration.orElse(directory.resolve(CONFIGURATION));
    if (configuration.isEmpty() && !Files.exists(file)) {
      return ServerConfiguration.EMBEDDED.services();
    }
    try {
      return ServerConfiguration.read(file).services();
    } catch (IOException e) {
      throw new UsageException(file + ": " + Input.reason(e, Optional.empty()));
    }
  }

  /** One JSON object per line on standard output. */
  private final class JsonLines implements ServerLog {
    /** Terminals obey some characters beyond ASCII, and others read them as the end of a line. */
    private final ObjectMapper mapper =
        JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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
    public void used(String application, GuestResult result) {}

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
      return new LineStream(line -> write("output", application, Map.of("line", line)));
    }
  }
}
