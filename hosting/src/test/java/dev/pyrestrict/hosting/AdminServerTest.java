package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableMap;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators can see and do. */
final class AdminServerTest {
  private static final String TOKEN = "a token of some length";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path directory;

  private ApplicationServer server;
  private AdminServer admin;
  private String base;
  private String adminBase;

  @BeforeEach
  void start() throws Exception {
    write("calm", "def handle(request):\n    print('seen')\n    return 'calm'\n");
    write(
        "long",
        "import gateway\nimport time\ndef handle(request):\n"
            + "    if request.query:\n        return gateway.token('none')\n"
            + "    end = time.time() + 25\n    while time.time() < end:\n"
            + "        time.sleep(0.05)\n    return 'late'\n");
    ServerRecord events = new ServerRecord(new SilentLog());
    server =
        new ApplicationServer(
            Listener.local(0),
            ServerConfiguration.EMBEDDED.services(),
            ImmutableMap.of(),
            Isolation.IN_PROCESS,
            events);
    server.deploy(new ApplicationDirectory(directory).read().applications());
    base = "http://127.0.0.1:" + server.start();
    admin =
        new AdminServer("127.0.0.1", 0, TOKEN, server, events, new ApplicationDirectory(directory));
    adminBase = "http://127.0.0.1:" + admin.start();
  }

  @AfterEach
  void stop() {
    admin.close();
    server.close();
  }

  private void write(String name, String program) throws Exception {
    write(name, "", program);
  }

  private void write(String name, String settings, String program) throws Exception {
    Files.createDirectories(directory.resolve(name));
    Files.writeString(
        directory.resolve(name).resolve("app.toml"),
        settings + "entry = \"a:handle\"\n[limits]\ncpu = 30\nwall = 30\n");
    Files.writeString(directory.resolve(name).resolve("a.py"), program);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(adminBase + path))
            .header("Authorization", "Bearer " + TOKEN)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whoeverHasNoTokenIsTurnedAway() throws Exception {
    for (String given : new String[] {"", "Bearer", "Bearer ", "Bearer wrong", TOKEN}) {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(adminBase + "/apps"));
      HttpResponse<String> answer = send(request.header("Authorization", given));
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).doesNotContain("calm");
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new AdminServer(
                "127.0.0.1",
                0,
                "short",
                server,
                new ServerRecord(new SilentLog()),
                new ApplicationDirectory(directory)));
  }

  @Test
  void whatHappenedCanBeSeen() throws Exception {
    assertThat(get("/calm").body()).isEqualTo("calm");
    assertThat(get("/long?a").statusCode()).isEqualTo(500);
    assertThat(ask("GET", "/apps").body()).contains("\"name\" : \"calm\"");
    String calm = ask("GET", "/apps/calm").body();
    assertThat(calm).contains("\"requests\" : 1");
    assertThat(calm).contains("\"message\" : \"seen\"");
    String longer = ask("GET", "/apps/long").body();
    assertThat(longer).contains("gateway.token: the host gives this guest no service of that name");
    assertThat(longer).contains("\"refused\" : 1");
    assertThat(longer).contains("a.py\\\", line 5");
    String figures = ask("GET", "/metrics").body();
    assertThat(figures)
        .contains("pyrestrict_requests_seconds_count{app=\"calm\",status=\"200\"} 1");
    assertThat(figures).contains("pyrestrict_refusals_total{app=\"long\",operation=\"gateway\"} 1");
    assertThat(ask("GET", "/apps/none").statusCode()).isEqualTo(404);
    assertThat(ask("POST", "/apps/calm/explode").statusCode()).isEqualTo(404);
  }

  @Test
  void whatGuardsRefuseCanBeSeen() throws Exception {
    write(
        "curious", "def handle(request):\n    return getattr(handle, '__globals__', 'nothing')\n");
    write(
        "apart",
        "isolation = \"process\"\n",
        "def handle(request):\n    return getattr(handle, '__globals__', 'nothing')\n");
    server.deploy(new ApplicationDirectory(directory).read().applications());
    for (String name : new String[] {"curious", "apart"}) {
      assertThat(get("/" + name).body()).isEqualTo("nothing");
      assertThat(ask("GET", "/apps/" + name).body())
          .contains("guard _getattr_ function.__globals__ at a.py:2: ");
      assertThat(ask("GET", "/metrics").body())
          .contains("pyrestrict_refusals_total{app=\"" + name + "\",operation=\"guard\"} 1");
    }
  }

  @Test
  void aPausedApplicationAnswersNothing() throws Exception {
    assertThat(ask("POST", "/apps/calm/pause").body()).contains("\"paused\" : true");
    HttpResponse<String> answer = get("/calm");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("the application is paused\n");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
    assertThat(ask("POST", "/apps/calm/resume").body()).contains("\"paused\" : false");
    assertThat(get("/calm").statusCode()).isEqualTo(200);
  }

  @Test
  void aKilledGuestIsReplaced() throws Exception {
    CompletableFuture<HttpResponse<String>> late =
        CLIENT.sendAsync(
            HttpRequest.newBuilder(URI.create(base + "/long")).build(),
            HttpResponse.BodyHandlers.ofString());
    while (!late.isDone()) {
      Thread.sleep(200);
      assertThat(ask("POST", "/apps/long/kill").statusCode()).isEqualTo(200);
    }
    assertThat(late.get().statusCode()).isEqualTo(503);
    assertThat(get("/long?a").statusCode()).isEqualTo(500);
  }

  @Test
  void deployingIsAllOrNothing() throws Exception {
    assertThat(get("/calm").body()).isEqualTo("calm");
    write("calm", "import os\n");
    write("new", "def handle(request):\n    return 'new'\n");
    HttpResponse<String> refused = ask("POST", "/deploy");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("calm/a.py:1:8: PR0301");
    assertThat(get("/calm").body()).isEqualTo("calm");
    assertThat(get("/new").statusCode()).isEqualTo(404);
    write("calm", "def handle(request):\n    return 'calmer'\n");
    assertThat(ask("POST", "/deploy").statusCode()).isEqualTo(200);
    assertThat(get("/calm").body()).isEqualTo("calmer");
    assertThat(get("/new").body()).isEqualTo("new");
  }
}
