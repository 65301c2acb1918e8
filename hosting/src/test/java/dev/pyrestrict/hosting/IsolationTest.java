package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Applications of one server whose guests live in different places. */
final class IsolationTest {
  @Test
  void eachApplicationSaysWhereItsGuestsLive() throws Exception {
    SilentLog log = new SilentLog();
    try (ApplicationServer server = server(log);
        HttpClient client = HttpClient.newHttpClient()) {
      server.deploy(
          new ApplicationDirectory(Path.of("../testdata/hosting/isolated")).read().applications());
      while (!server.isReady()) {
        Thread.sleep(10);
      }
      String base = "http://127.0.0.1:" + server.start();
      assertThat(ask(client, base + "/here").body()).isEqualTo("here I am");
      assertWithMessage("%s", log.endings)
          .that(ask(client, base + "/apart").body())
          .isEqualTo("here I am");
      ImmutableList<ProcessHandle> cells = Cells.ofThisProcess();
      assertThat(cells).hasSize(1);
      cells.forEach(ProcessHandle::destroyForcibly);
      assertThat(ask(client, base + "/here").body()).isEqualTo("here I am");
      assertThat(ask(client, base + "/apart").statusCode()).isEqualTo(503);
      assertThat(ask(client, base + "/apart").body()).isEqualTo("here I am");
      server.deploy(ImmutableList.of());
      assertThat(Cells.ofThisProcess()).isEmpty();
    }
  }

  @Test
  void guestsOfAPausedProcessStopWhereTheyAre() throws Exception {
    SilentLog log = new SilentLog();
    try (HttpClient client = HttpClient.newHttpClient();
        ApplicationServer server = server(log)) {
      server.deploy(
          new ApplicationDirectory(Path.of("../testdata/hosting/paused")).read().applications());
      String base = "http://127.0.0.1:" + server.start() + "/counting";
      assertWithMessage("%s", log.endings).that(ask(client, base).body()).isEqualTo("counted");
      CompletableFuture<HttpResponse<String>> begun =
          client.sendAsync(
              HttpRequest.newBuilder(URI.create(base)).build(),
              HttpResponse.BodyHandlers.ofString());
      while (server.states().values().asList().get(0).busy() == 0) {
        Thread.sleep(1);
      }
      assertThat(server.pause("counting")).isTrue();
      ProcessHandle cell = Iterables.getOnlyElement(Cells.ofThisProcess());
      // Its threads stop one after another.
      for (int i = 0; i < 1000 && !Cells.state(cell).equals("T"); i++) {
        Thread.sleep(10);
      }
      assertThat(Cells.state(cell)).isEqualTo("T");
      assertThat(ask(client, base).statusCode()).isEqualTo(503);
      assertThat(begun.isDone()).isFalse();
      assertThat(server.resume("counting")).isTrue();
      assertThat(begun.get().body()).isEqualTo("counted");
      assertThat(ask(client, base).body()).isEqualTo("counted");
      // One that is paused can be killed, and what takes its place is not paused.
      assertThat(server.pause("counting")).isTrue();
      assertThat(server.kill("counting")).isTrue();
      assertThat(cell.isAlive()).isFalse();
      assertThat(server.resume("counting")).isTrue();
      assertWithMessage("%s", log.endings).that(ask(client, base).body()).isEqualTo("counted");
    }
  }

  /** Its process was there until the server ended when the answer came after the deployment. */
  @Test
  void aRequestThatOutlivesItsApplicationLeavesNoProcess() throws Exception {
    SilentLog log = new SilentLog();
    try (HttpClient client = HttpClient.newHttpClient();
        ApplicationServer server = server(log)) {
      server.deploy(
          new ApplicationDirectory(Path.of("../testdata/hosting/paused")).read().applications());
      int port = server.start();
      // Its process starts before the slow one comes, whose connection may idle half a minute.
      assertWithMessage("%s", log.endings)
          .that(ask(client, "http://127.0.0.1:" + port + "/counting").body())
          .isEqualTo("counted");
      try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
        // Routed with its head, answered when its body is there.
        slow.getOutputStream()
            .write(
                "POST /counting HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(ask(client, "http://127.0.0.1:" + port + "/counting").body())
            .isEqualTo("counted");
        server.deploy(ImmutableList.of());
        assertThat(ask(client, "http://127.0.0.1:" + port + "/counting").statusCode())
            .isEqualTo(404);
        slow.getOutputStream().write('x');
        BufferedReader answer =
            new BufferedReader(
                new InputStreamReader(slow.getInputStream(), StandardCharsets.US_ASCII));
        String status = answer.readLine();
        assertWithMessage("%s", log.endings).that(status).isEqualTo("HTTP/1.1 200 OK");
      }
      for (int i = 0; i < 1000 && !Cells.ofThisProcess().isEmpty(); i++) {
        Thread.sleep(10);
      }
      assertThat(Cells.ofThisProcess()).isEmpty();
    }
  }

  @Test
  void aConnectionTooManyWaitsForTheEndOfAnother() throws Exception {
    try (ApplicationServer server =
        new ApplicationServer(
            new Listener("127.0.0.1", 0, 2),
            ServerConfiguration.EMBEDDED.services(),
            ImmutableMap.of(),
            Isolation.IN_PROCESS,
            new SilentLog())) {
      int port = server.start();
      try (Socket first = healthAsked(port);
          Socket second = healthAsked(port)) {
        assertThat(first.getInputStream().read()).isEqualTo('H');
        assertThat(second.getInputStream().read()).isEqualTo('H');
        try (Socket third = healthAsked(port)) {
          third.setSoTimeout(2000);
          assertThrows(SocketTimeoutException.class, () -> third.getInputStream().read());
          first.shutdownOutput();
          third.setSoTimeout(20_000);
          assertThat(third.getInputStream().read()).isEqualTo('H');
        }
      }
    }
  }

  private static Socket healthAsked(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket
        .getOutputStream()
        .write("GET /-/health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static ApplicationServer server(SilentLog log) {
    return new ApplicationServer(
        Listener.local(0),
        ServerConfiguration.EMBEDDED.services(),
        ImmutableMap.of(),
        Isolation.IN_PROCESS,
        log);
  }

  @Test
  void whatFailsInTheServerIsNoBusinessOfBrowsers() throws Exception {
    SilentLog log = new SilentLog();
    try (ApplicationServer server =
            new ApplicationServer(
                Listener.local(0),
                ServerConfiguration.EMBEDDED.services(),
                ImmutableMap.of(
                    "passport",
                    application -> {
                      throw new IllegalStateException("the secret of " + application);
                    }),
                Isolation.IN_PROCESS,
                log);
        HttpClient client = HttpClient.newHttpClient()) {
      server.deploy(
          new ApplicationDirectory(Path.of("../testdata/hosting/interfaces"))
              .read()
              .applications());
      HttpResponse<String> answer =
          ask(client, "http://127.0.0.1:" + server.start() + "/shop?ticket=t1");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEqualTo("the server failed\n");
      assertThat(log.endings.toString()).contains("the secret of shop");
    }
  }

  @Test
  void whoeverMisspellsOneIsTold() {
    assertThat(Isolation.named("container")).isEqualTo(Isolation.CONTAINER);
    assertThat(assertThrows(IllegalArgumentException.class, () -> Isolation.named("containers")))
        .hasMessageThat()
        .isEqualTo("there is no isolation 'containers'; did you mean 'container'?");
    assertThat(assertThrows(IllegalArgumentException.class, () -> Isolation.named("vm")))
        .hasMessageThat()
        .isEqualTo("there is no isolation 'vm'; known: in-process, process, container");
  }

  private static HttpResponse<String> ask(HttpClient client, String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
