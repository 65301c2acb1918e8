package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * The process of an application's guests is killed again and again while they answer: each request
 * is answered or reported lost, none is worked on twice, and none hangs.
 */
final class KilledCellTest {
  private static final int CLIENTS = 8;

  /** {@code -Dpyrestrict.kills} tries more: each costs the start of a process. */
  private static final int KILLS = Integer.getInteger("pyrestrict.kills", 2);

  private static final int REQUESTS = 150 * KILLS;
  private static final int PENDING = 0;

  private final int[] statuses = new int[REQUESTS];

  @Test
  void everyRequestIsAnsweredOrReportedLostAndNoneIsWorkedOnTwice() throws Exception {
    try (ApplicationServer server =
            new ApplicationServer(
                Listener.local(0),
                ServerConfiguration.EMBEDDED.services(),
                ImmutableMap.of(),
                Isolation.PROCESS,
                new SilentLog());
        HttpClient client = HttpClient.newHttpClient()) {
      server.deploy(
          ImmutableList.of(
              ApplicationReader.read(Path.of("../testdata/hosting/mortal/tally"), Optional.empty())
                  .application()
                  .orElseThrow()));
      String base = "http://127.0.0.1:" + server.start() + "/tally?";
      AtomicInteger next = new AtomicInteger();
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(Thread.ofVirtual().start(() -> askAll(client, base, next)));
      }
      int kills = 0;
      while (kills < KILLS) {
        // Each time somewhere else: between requests, in one, while the next process starts.
        int reached = REQUESTS * (kills + 1) / (KILLS + 1);
        while (next.get() < reached) {
          Thread.sleep(1);
        }
        kills += killCells();
      }
      for (Thread each : clients) {
        each.join();
      }
      List<String> worked =
          Splitter.on(',').splitToList(answered(client, base + "read=" + REQUESTS).body());
      for (int i = 0; i < REQUESTS; i++) {
        int times = Integer.parseInt(worked.get(i));
        assertWithMessage("request %s, answered with %s", i, statuses[i])
            .that(times)
            .isIn(statuses[i] == 200 ? List.of(1) : List.of(0, 1));
      }
      assertThat(Arrays.stream(statuses).boxed().distinct().toList()).containsExactly(200, 503);
    }
  }

  private void askAll(HttpClient client, String base, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < REQUESTS; i = next.getAndIncrement()) {
      try {
        HttpResponse<String> response = status(client, base + "count=" + i);
        statuses[i] = response.statusCode();
        comeLater(response);
      } catch (Exception e) {
        // It hangs, or its connection broke.
        statuses[i] = PENDING;
      }
    }
  }

  /** Asks until there is an answer. */
  private static HttpResponse<String> answered(HttpClient client, String address) throws Exception {
    HttpResponse<String> response = status(client, address);
    while (response.statusCode() == 503) {
      comeLater(response);
      response = status(client, address);
    }
    return response;
  }

  private static void comeLater(HttpResponse<String> response) throws InterruptedException {
    Thread.sleep(Duration.ofSeconds(response.headers().firstValueAsLong("Retry-After").orElse(0)));
  }

  private static HttpResponse<String> status(HttpClient client, String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Kills as {@code kill -9} does; returns how many there were. */
  private static int killCells() {
    ImmutableList<ProcessHandle> cells = Cells.ofThisProcess();
    cells.forEach(ProcessHandle::destroyForcibly);
    return cells.size();
  }
}
