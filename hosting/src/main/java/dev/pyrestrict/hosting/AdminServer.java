package dev.pyrestrict.hosting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.runtime.Limits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * What operators of a server ask and tell it, on a port of its own: whoever knows the token may.
 * Applications, what they used and were refused, their latest events; pause, resume, kill, deploy;
 * figures for Prometheus.
 */
public final class AdminServer implements AutoCloseable {
  /** The shortest token, in characters. */
  public static final int SHORTEST_TOKEN = 16;

  /** Terminals obey some characters beyond ASCII, and guests choose words that are shown here. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final ApplicationServer applications;
  private final ServerRecord events;
  private final ApplicationDirectory directory;
  private final byte[] authorization;
  private final Server server = new Server();
  private final ServerConnector connector;

  /**
   * Creates a server that does not listen yet.
   *
   * @param directory where applications are deployed from
   * @param token what a request has to bring: {@code Authorization: Bearer TOKEN}
   * @throws IllegalArgumentException if the token is short
   */
  public AdminServer(
      String address,
      int port,
      String token,
      ApplicationServer applications,
      ServerRecord events,
      ApplicationDirectory directory) {
    if (token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "the token of the admin port has fewer than " + SHORTEST_TOKEN + " characters");
    }
    this.applications = applications;
    this.events = events;
    this.directory = directory;
    authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(address);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new Desk());
    server.setErrorHandler(ApplicationServer::answerError);
  }

  /**
   * Begins to listen.
   *
   * @return the port
   * @throws IOException if the port can't be had
   */
  public int start() throws IOException {
    return ApplicationServer.listen(server, connector);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      events.failed("admin", "stop", e);
    }
  }

  /** What an operator gets: JSON, or text for Prometheus. */
  private record Answer(int status, String type, String body) {
    static Answer json(int status, Object value) {
      try {
        return new Answer(
            status,
            "application/json",
            JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }

    static Answer error(int status, String message) {
      return json(status, ImmutableMap.of("error", message));
    }
  }

  private final class Desk extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Answer answer = isAllowed(request) ? answer(request) : Answer.error(401, "not authorized");
      response.setStatus(answer.status());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
      if (answer.status() == 401) {
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      response.write(true, ByteBuffer.wrap(body), callback);
      return true;
    }
  }

  private boolean isAllowed(Request request) {
    String given =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)).orElse("");
    return MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8));
  }

  private Answer answer(Request request) {
    String path = Optional.ofNullable(request.getHttpURI().getDecodedPath()).orElse("/");
    List<String> parts = Splitter.on('/').omitEmptyStrings().splitToList(path);
    String what = request.getMethod() + " " + (parts.isEmpty() ? "" : parts.get(0));
    try {
      if (what.equals("GET metrics") && parts.size() == 1) {
        return new Answer(
            200, "text/plain; version=0.0.4; charset=utf-8", events.metrics(applications.states()));
      }
      if (what.equals("GET apps") && parts.size() == 1) {
        return Answer.json(
            200,
            applications.states().entrySet().stream()
                .map(entry -> described(entry.getKey(), entry.getValue()))
                .toList());
      }
      if (what.equals("GET apps") && parts.size() == 2) {
        return application(parts.get(1));
      }
      if (what.equals("POST apps") && parts.size() == 3) {
        return told(parts.get(1), parts.get(2));
      }
      if (what.equals("POST deploy") && parts.size() == 1) {
        return deploy();
      }
    } catch (IOException e) {
      return Answer.error(500, "a file can't be read: " + e.getMessage());
    } catch (CellException e) {
      return Answer.error(500, e.getMessage());
    }
    return Answer.error(
        404,
        "there is: GET /apps, GET /apps/NAME, GET /metrics, POST /apps/NAME/pause,"
            + " POST /apps/NAME/resume, POST /apps/NAME/kill, POST /deploy");
  }

  private Answer application(String name) {
    return applications.states().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .findFirst()
        .map(
            entry -> {
              Map<String, Object> all = described(entry.getKey(), entry.getValue());
              all.put("events", events.events(name).stream().map(AdminServer::described).toList());
              return Answer.json(200, all);
            })
        .orElseGet(() -> unknown(name));
  }

  private static Answer unknown(String name) {
    return Answer.error(404, "there is no application '" + name + "'");
  }

  private Answer told(String name, String order) {
    boolean known =
        switch (order) {
          case "pause" -> applications.pause(name);
          case "resume" -> applications.resume(name);
          case "kill" -> applications.kill(name);
          default -> false;
        };
    return known ? application(name) : unknown(name);
  }

  private Answer deploy() throws IOException {
    ApplicationDirectory.Found found = directory.read();
    if (!found.problems().isEmpty()) {
      return Answer.json(
          409, ImmutableMap.of("error", "nothing was deployed", "problems", found.problems()));
    }
    try {
      applications.deploy(found.applications());
    } catch (IllegalArgumentException | CellException e) {
      return Answer.error(409, e.getMessage());
    }
    ImmutableList<String> names =
        found.applications().stream()
            .map(Application::name)
            .collect(ImmutableList.toImmutableList());
    return Answer.json(200, ImmutableMap.of("deployed", names));
  }

  private static Map<String, Object> described(ServerRecord.Event event) {
    return ImmutableMap.of(
        "time", event.time().toString(), "event", event.kind(), "message", event.message());
  }

  private Map<String, Object> described(Application application, GuestPool.State state) {
    ServerRecord.Totals totals = events.totals(application.name());
    Limits limits = application.settings().limits();
    Map<String, Object> limited = new LinkedHashMap<>();
    totals
        .limited()
        .forEach((kind, count) -> limited.put(kind.name().toLowerCase(Locale.ROOT), count));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", application.name());
    application.settings().address().host().ifPresent(host -> all.put("host", host));
    all.put("route", application.settings().address().route());
    all.put("paused", state.paused());
    all.put(
        "guests",
        ImmutableMap.of(
            "most", application.settings().guests(), "idle", state.idle(), "busy", state.busy()));
    all.put("waiting", state.waiting());
    all.put("services", application.settings().services().asMap());
    all.put(
        "limits",
        ImmutableMap.of(
            "cpu_seconds",
            limits.cpu().toMillis() / 1e3,
            "wall_seconds",
            limits.wall().toMillis() / 1e3,
            "memory_bytes",
            limits.memoryBytes(),
            "output_bytes",
            limits.outputBytes()));
    all.put("requests", totals.requests());
    all.put("failures", totals.failures());
    all.put("refused", totals.refused());
    all.put("limited", limited);
    all.put(
        "used",
        ImmutableMap.of(
            "cpu_seconds", totals.cpu().toMillis() / 1e3,
            "allocated_bytes", totals.allocatedBytes(),
            "output_bytes", totals.outputBytes()));
    return all;
  }
}
