package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A thousand browsers sign a guestbook at the same time: MariaDB, memcached, sessions in it. */
final class CrowdTest {
  private static final int BROWSERS = 1000;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aThousandAtOnceLoseNothingAndSeeNobodyElse() throws Exception {
    try (RealServers servers = RealServers.start()) {
      SilentLog log = new SilentLog();
      try (ApplicationServer server =
          new ApplicationServer(
              Listener.local(0),
              servers.configuration("guestbook").services(),
              ImmutableMap.of(),
              Isolation.IN_PROCESS,
              log)) {
        server.deploy(
            ImmutableList.of(
                ApplicationReader.read(Path.of("../testdata/hosting/real/crowd"), Optional.empty())
                    .application()
                    .orElseThrow()));
        String base = "http://127.0.0.1:" + server.start() + "/crowd";
        HttpClient client = HttpClient.newHttpClient();
        assertThat(ask(client, HttpRequest.newBuilder(URI.create(base + "/prepare"))).isNull())
            .isTrue();
        signAndRead(base);
        JsonNode last = ask(client, HttpRequest.newBuilder(URI.create(base + "/?id=1")));
        assertThat(last.get("count").asInt()).isEqualTo(BROWSERS);
        assertThat(last.get("signed").asInt()).isEqualTo(BROWSERS);
        assertThat(log.refusals).isEmpty();
        assertThat(log.endings).isEmpty();
        assertThat(connections(servers)).isAtMost(20);
      }
      // What was lent has been given back and is closed: the database sees nobody of ours.
      for (int i = 0; i < 100 && connections(servers) > 0; i++) {
        Thread.sleep(50);
      }
      assertThat(connections(servers)).isEqualTo(0);
    }
  }

  private static void signAndRead(String base) throws InterruptedException {
    Set<String> wrong = ConcurrentHashMap.newKeySet();
    Set<Integer> numbers = ConcurrentHashMap.newKeySet();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    try (HttpClient shared = HttpClient.newHttpClient()) {
      for (int i = 0; i < BROWSERS; i++) {
        String author = "author-" + i;
        threads.add(
            Thread.ofVirtual()
                .start(
                    () -> {
                      try {
                        start.await();
                        browse(base, shared, author, wrong, numbers);
                      } catch (Exception e) {
                        wrong.add(author + ": " + e);
                      }
                    }));
      }
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(numbers).hasSize(BROWSERS);
  }

  private static void browse(
      String base, HttpClient client, String author, Set<String> wrong, Set<Integer> numbers)
      throws Exception {
    String words = "words of " + author;
    Cookies cookies = new Cookies();
    JsonNode signed =
        cookies.ask(
            client,
            HttpRequest.newBuilder(URI.create(base + "/?author=" + author))
                .POST(HttpRequest.BodyPublishers.ofString(words)));
    int number = signed.get("id").asInt();
    numbers.add(number);
    if (!signed.get("row").toString().equals("[\"" + author + "\",\"" + words + "\"]")) {
      wrong.add(author + " wrote " + signed);
    }
    JsonNode read =
        cookies.ask(client, HttpRequest.newBuilder(URI.create(base + "/?id=" + number)));
    boolean own =
        read.at("/session/author").asText().equals(author)
            && read.at("/session/signed").asInt() == 1
            && read.at("/cached/author").asText().equals(author)
            && read.at("/cached/words").asText().equals(words)
            && read.get("count").asInt() >= 1;
    if (!own) {
      wrong.add(author + " read " + read);
    }
  }

  /** One browser's cookie; the connections are shared by all. */
  private static final class Cookies {
    private String cookie = "";

    JsonNode ask(HttpClient client, HttpRequest.Builder request) throws Exception {
      if (!cookie.isEmpty()) {
        request.header("Cookie", cookie);
      }
      HttpResponse<String> response = send(client, request.build());
      response
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(value -> cookie = value.split(";", 2)[0]);
      return JSON.readTree(response.body());
    }
  }

  private static JsonNode ask(HttpClient client, HttpRequest.Builder request) throws Exception {
    return JSON.readTree(send(client, request.build()).body());
  }

  /** What is turned away with 503 comes again, as the server asks it to. */
  private static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(4).toNanos();
    while (true) {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 200) {
        return response;
      }
      boolean busy =
          response.statusCode() == 503
              && response.headers().firstValue("Retry-After").isPresent()
              && response.body().contains("busy");
      if (!busy || System.nanoTime() > end) {
        throw new AssertionError(response.statusCode() + " " + response.body());
      }
      Thread.sleep(200 + (long) (Math.random() * 800));
    }
  }

  private static int connections(RealServers servers) throws Exception {
    try (Connection root = servers.root();
        Statement statement = root.createStatement();
        ResultSet count =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist WHERE user = '"
                    + RealServers.USER
                    + "'")) {
      count.next();
      return count.getInt(1);
    }
  }
}
