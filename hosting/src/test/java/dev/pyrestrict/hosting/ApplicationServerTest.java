package dev.pyrestrict.hosting;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.runtime.GuestExport;
import dev.pyrestrict.runtime.GuestService;
import dev.pyrestrict.runtime.HostInterface;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The applications of examples/ and testdata/hosting in one server. */
final class ApplicationServerTest {
  private static final SilentLog LOG = new SilentLog();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** Something that only this host has. */
  @GuestService("Passport")
  public interface Passport {
    @GuestExport("ticket")
    String user(String ticket);
  }

  private static ApplicationServer server;
  private static String base;

  @BeforeAll
  static void start() throws Exception {
    ImmutableList<Application> applications =
        Stream.of("../examples/apps", "../testdata/hosting/apps", "../testdata/hosting/interfaces")
            .flatMap(ApplicationServerTest::directories)
            .map(ApplicationServerTest::application)
            .collect(toImmutableList());
    server =
        new ApplicationServer(
            Listener.local(0),
            ServerConfiguration.EMBEDDED.services(),
            ImmutableMap.of(
                "passport",
                application ->
                    HostInterface.of(Passport.class, ticket -> application + ":" + ticket)),
            Isolation.IN_PROCESS,
            LOG);
    server.deploy(applications);
    base = "http://127.0.0.1:" + server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Stream<Path> directories(String parent) {
    try (Stream<Path> entries = Files.list(Path.of(parent))) {
      return entries.sorted().toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Application application(Path directory) {
    try {
      ApplicationReader.Result result = ApplicationReader.read(directory, Optional.empty());
      assertThat(result.problems()).isEmpty();
      return result.application().orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(CLIENT, HttpRequest.newBuilder(URI.create(base + path)).build());
  }

  private static HttpResponse<String> post(HttpClient client, String path, String body)
      throws Exception {
    return send(
        client,
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Test", "tested")
            .header("Cookie", "session-wsgi=stolen; other=1")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aFunctionOfTheRequest() throws Exception {
    HttpResponse<String> answer = get("/hello?name=Ada%20L");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"hello\": \"Ada L\", \"method\": \"GET\"}");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void databaseCacheAndSession() throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpRequest sign =
        HttpRequest.newBuilder(URI.create(base + "/guestbook"))
            .POST(HttpRequest.BodyPublishers.ofString("author=Ada&words=%3Chello%3E"))
            .build();
    assertThat(send(browser, sign).statusCode()).isEqualTo(303);
    HttpRequest read = HttpRequest.newBuilder(URI.create(base + "/guestbook/")).build();
    String page = send(browser, read).body();
    assertThat(page).contains("Hello, Ada");
    assertThat(page).contains("&lt;hello&gt;");
    assertThat(get("/guestbook/").body()).contains("Hello, stranger");
  }

  @Test
  void everyCornerOfWsgi() throws Exception {
    assertThat(get("/wsgi/written").body()).isEqualTo("written, and returned");
    HttpResponse<String> late = get("/wsgi/late");
    assertThat(late.statusCode()).isEqualTo(201);
    assertThat(late.headers().firstValue("X-Late")).hasValue("yes");
    HttpResponse<String> failing = get("/wsgi/failing");
    assertThat(failing.statusCode()).isEqualTo(418);
    assertThat(failing.body()).isEqualTo("sorry");
    HttpResponse<String> echo = post(CLIENT, "/wsgi/echo", "a\nb");
    assertThat(echo.body()).isEqualTo("POST a\nbtested");
    assertThat(echo.headers().allValues("Set-Cookie")).containsExactly("mine=1");
    assertThat(get("/wsgi/closed").body()).isEqualTo("1");
    assertThat(LOG.endings).contains("wsgi> seen 2");
    assertThat(get("/wsgi/cached").body())
        .isEqualTo(
            "[True, {'a': [1, 2]}, False, True, 8, 0, False, {'v': {'a': [1, 2]}, 'n': 0}, False,"
                + " True, 'new', False, True, 3, True, 'x', 1, 'x']");
  }

  @Test
  void aBodyIsSentWhileItIsMade() throws Exception {
    HttpResponse<InputStream> slow =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(base + "/wsgi/slowly")).build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(slow.headers().firstValue("Set-Cookie")).isPresent();
    try (InputStream body = slow.body()) {
      assertThat(new String(body.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("first ");
      assertThat(get("/wsgi/read").body()).isEqualTo("True");
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("second");
    }
  }

  @Test
  void aBodyThatBreaksOffIsNotTakenForAWholeOne() throws Exception {
    assertThrows(IOException.class, () -> get("/wsgi/breaking"));
    assertThat(LOG.endings.toString()).contains("ValueError: in the middle of the body");
    assertThrows(IOException.class, () -> get("/wsgi/endless"));
    assertThat(get("/wsgi/written").body()).isEqualTo("written, and returned");
  }

  @Test
  void sessionsBelongToOneBrowser() throws Exception {
    HttpClient one = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpRequest count = HttpRequest.newBuilder(URI.create(base + "/wsgi/count")).build();
    assertThat(send(one, count).body()).isEqualTo("1");
    assertThat(send(one, count).body()).isEqualTo("2");
    assertThat(get("/wsgi/count").body()).isEqualTo("1");
    HttpRequest forged =
        HttpRequest.newBuilder(URI.create(base + "/wsgi/count"))
            .header("Cookie", "session-wsgi=abc.def")
            .build();
    assertThat(send(CLIENT, forged).body()).isEqualTo("1");
  }

  @Test
  void noCredentialNoAddressNoOtherGuest() throws Exception {
    String found = get("/thief").body();
    assertThat(found).contains("no database of that name");
    assertThat(found).contains("made with a token of the gateway, not with an address");
    assertThat(found).contains("[(1.5, None, b'x')]");
    assertThat(found).doesNotContain("jdbc");
    assertThat(found).doesNotContain("root:");
    assertThat(LOG.refusals).contains("thief: memcache.check");
    assertThat(LOG.refusals).contains("thief: sql.open");
    assertThat(LOG.refusals).contains("thief: gateway.token");
  }

  @Test
  void aBurglarGetsNothingAndEachTryIsInTheLog() throws Exception {
    String token = get("/victim").body();
    assertThat(token).startsWith("gateway-");
    LOG.refusals.clear();
    JsonNode got = new ObjectMapper().readTree(get("/burglar?token=" + token).body());
    int tries = 0;
    for (JsonNode outcome : got.get("refused")) {
      tries++;
      assertWithMessage("%s", outcome)
          .that(
              outcome.asText().startsWith("NOT ") || outcome.asText().startsWith("GOT ['refused'"))
          .isTrue();
    }
    long logged =
        LOG.refusals.stream()
            .filter(line -> line.startsWith("burglar: "))
            .filter(line -> !line.endsWith("memcache.get"))
            .count();
    // Five of them do not get as far as the gateway: wrong types, and what the client of files
    // knows to be no way to read.
    assertThat(logged).isAtLeast(tries - 5);
    assertThat(got.get("more").asText())
        .isEqualTo("True GatewayError: a request may ask services 500 times, not more");
    String all = Ascii.toLowerCase(got.toString());
    for (String secret :
        List.of(
            "victims-page-81",
            "victims-session-82",
            "victims-row-83",
            "jdbc:",
            "administrator",
            "root:",
            "entry =",
            "path=/",
            "java.",
            "org.h2",
            "dev.pyrestrict",
            "pyrestrict/gateway.py\", line 1,",
            "127.0.0.1:" + URI.create(base).getPort())) {
      assertWithMessage("%s", all).that(all).doesNotContain(secret);
    }
  }

  @Test
  void interfacesOfTheHost() throws Exception {
    String said = get("/shop?ticket=t1").body();
    assertWithMessage("%s", LOG.endings).that(said).isEqualTo("shop:t1 TypeError");
  }

  @Test
  void openReadsTheApplicationsOwnFiles() throws Exception {
    String found = get("/files").body();
    assertThat(found).contains("\"lines\": [\"one\\n\", \"two\\n\", \"three\"]");
    assertThat(found).contains("\"inner\": \"one\\n\", \"bytes\": \"00ff\"");
    assertThat(found)
        .contains("FileNotFoundError: [Errno 2] No such file or directory: 'pages/none'");
    assertThat(found).doesNotContain("root:");
    assertThat(found).doesNotContain("entry =");
    assertThat(found).doesNotContain("hidden\"");
    assertThat(found).contains("files of an application can only be read: 'a.py'");
    assertThat(LOG.refusals).contains("files: files.read");
  }

  @Test
  void aLimitEndsOneRequestAndTheNextIsAnswered() throws Exception {
    HttpResponse<String> spun = get("/spin");
    assertThat(spun.statusCode()).isEqualTo(503);
    assertThat(spun.headers().firstValue("Retry-After")).isPresent();
    assertThat(get("/hello").statusCode()).isEqualTo(200);
  }

  @Test
  void anAnswerThatWouldSplitIsNotSent() throws Exception {
    HttpResponse<String> broken = get("/broken");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void noHeaderReachesAnApplicationsNeighbours() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/poisoner"))
            .header("X_User", "administrator")
            .header("X-Other", "1")
            .build();
    HttpResponse<String> answer = send(CLIENT, request);
    assertThat(answer.body()).isEqualTo("HTTP_X_OTHER");
    assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("plain=1");
    assertThat(answer.headers().map().keySet())
        .containsExactly("content-length", "content-type", "date", "set-cookie");
  }

  @Test
  void aHostIsOneApplicationsAlone() throws Exception {
    assertThat(at("books.example.org", "/hello")).endsWith("books '' '/hello'");
    assertThat(at("BOOKS.example.org:8080", "/")).endsWith("books '' '/'");
    assertThat(at("books.example.org", "/-/health")).endsWith("ok\n");
    assertThat(at("example.org", "/books")).startsWith("HTTP/1.1 404 ");
    assertThat(at("books.example.org.", "/")).startsWith("HTTP/1.1 404 ");
    assertThat(at("books.example.org@example.org", "/books")).doesNotContain("books ''");
    assertThat(at("example.org", "/hello")).startsWith("HTTP/1.1 200 ");
  }

  /** What is answered to a request for a host, as it comes: the client of Java sets that itself. */
  private static String at(String host, String path, String... more) throws IOException {
    return answer(
        ImmutableList.<String>builder()
            .add("GET " + path + " HTTP/1.1", "Host: " + host)
            .add(more)
            .add("", "")
            .build()
            .toArray(String[]::new));
  }

  @Test
  void aPlainFunctionIsToldOfHeadersAndGivesThem() throws Exception {
    String headers =
        at("books.example.org", "/headers", "X-Mark: 1", "x-mark: 2", "cookie: a=1", "Cookie: b=2");
    assertThat(headers).endsWith("['1, 2', '1, 2', True, False, 'a=1; b=2']");
    assertThat(at("books.example.org", "/cookies"))
        .containsMatch(
            "HTTP/1.1 201 [^#]*Set-Cookie: a=1\r\n[^#]*Set-Cookie: b=2\r\n[^#]*\r\n\r\ntwo$");
    assertThat(at("books.example.org", "/number"))
        .containsMatch("Content-Type: application/json\r\n[^#]*\r\n\r\n42$");
  }

  private static String edges(String method, String path, String... more) throws IOException {
    return answer(
        ImmutableList.<String>builder()
            .add(method + " /edges/" + path + " HTTP/1.1", "Host: localhost")
            .add(more)
            .add("", "")
            .build()
            .toArray(String[]::new));
  }

  private static String answer(String... lines) throws IOException {
    URI address = URI.create(base);
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      List<String> all = new ArrayList<>(List.of(lines));
      all.add(1, "Connection: close");
      byte[] request = String.join("\r\n", all).getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anApplicationIsToldOfARequestWhatPep3333Says() throws Exception {
    assertThat(edges("GET", "environ/100%25//caf%C3%A9?q=\u4e2d", "Cookie: a=1", "Cookie: b=2"))
        .endsWith(
            "['/environ/100%//caf\\xc3\\xa9', 'q=\\xe4\\xb8\\xad', None, None, 'a=1; b=2', b'']");
    String chunks = "5\r\nhello\r\n2\r\n y\r\n0";
    assertThat(edges("POST", "environ", "Transfer-Encoding: chunked", "", chunks))
        .endsWith("['/environ', '', '7', None, None, b'hello y']");
    assertThat(edges("GET", "stranger")).endsWith("GatewayError");
  }

  @Test
  void aBodyThatIsNotSentIsAsLongAsItsGuestSays() throws Exception {
    String head = edges("HEAD", "length");
    assertThat(head).contains("\r\nContent-Length: 1234\r\n");
    assertThat(head).doesNotContain("mine");
    assertThat(head).doesNotContain("/internal");
    assertThat(edges("GET", "length")).contains("\r\nContent-Length: 0\r\n");
    assertThat(edges("GET", "unchanged")).doesNotContain("Content-Length");
    for (String path : new String[] {"reset", "reset_streamed"}) {
      assertThat(edges("GET", path))
          .containsMatch("\\r\\nContent-Length: 0\\r\\n(.*\\r\\n)*\\r\\n$");
    }
    assertThat(edges("HEAD", "nothing")).doesNotContain("Content-Length");
    assertThat(edges("HEAD", "stranger")).contains("\r\nContent-Length: 12\r\n");
  }

  @Test
  void aHeadThatIsTooLongIsNotSent() throws Exception {
    for (String path : List.of("long_head", "long_head_streamed")) {
      assertThat(edges("GET", path)).endsWith("the application failed\n");
    }
    assertThat(edges("GET", "full_head")).startsWith("HTTP/1.1 200 ");
    assertThat(edges("GET", "%2f")).endsWith("\r\n\r\nBad Request\n");
  }

  @Test
  void noGuestWritesLongLinesOfTheLog() throws Exception {
    LOG.refusals.clear();
    assertThat(edges("GET", "flood")).contains("no service 'xxxx");
    assertThat(LOG.refusals).isNotEmpty();
    Stream.concat(LOG.refusals.stream(), LOG.reasons.stream())
        .forEach(words -> assertThat(words.length()).isLessThan(2000));
  }

  @Test
  void twoOfOneNameOrOneAddressAreNotDeployed() {
    Application hello = application(Path.of("../examples/apps/hello"));
    Application other = application(Path.of("../testdata/hosting/apps/wsgi"));
    assertRefused(
        "two applications have the name 'hello'",
        hello,
        as(hello.name(), other.settings().address(), other));
    assertRefused(
        "'hello' and 'wsgi' have the same address, /hello",
        hello,
        as(other.name(), hello.settings().address(), other));
  }

  private static Application as(String name, Address address, Application other) {
    ApplicationSettings settings = other.settings();
    return new Application(
        name,
        other.directory(),
        new ApplicationSettings(
            settings.entry(),
            address,
            settings.policy(),
            settings.isolation(),
            settings.guests(),
            settings.services(),
            settings.limits(),
            settings.serviceLimits(),
            settings.startLimits()),
        other.main(),
        other.modules());
  }

  private static void assertRefused(String message, Application... applications) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> server.deploy(ImmutableList.copyOf(applications)));
    assertThat(refusal).hasMessageThat().isEqualTo(message);
  }

  @Test
  void otherAddressesAreNobodys() throws Exception {
    assertThat(get("/nobody").statusCode()).isEqualTo(404);
    assertThat(get("/hello2").statusCode()).isEqualTo(404);
    assertThat(get("/-/health").body()).isEqualTo("ok\n");
  }

  @Test
  void manyRequestsAtOnceLoseNothing() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Integer> statuses = java.util.Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 20; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int j = 0; j < 5; j++) {
                      try {
                        int status = 503;
                        for (int tries = 0; status == 503 && tries < 60; tries++) {
                          status = post(CLIENT, "/guestbook", "author=crowd&words=w").statusCode();
                        }
                        statuses.add(status);
                      } catch (Exception e) {
                        statuses.add(0);
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(statuses).hasSize(100);
    assertThat(java.util.Set.copyOf(statuses)).containsExactly(303);
    int entries =
        Integer.parseInt(get("/guestbook/").body().replaceAll("(?s).*<h1>(\\d+) .*", "$1"));
    assertThat(entries).isAtLeast(100);
  }

  @Test
  void whatIsWrongWithAnApplicationIsSaidWithItsPlace() throws Exception {
    ImmutableList<String> code =
        ApplicationReader.read(Path.of("../testdata/hosting/refused/bad_code"), Optional.empty())
            .problems();
    assertThat(code.get(0)).contains("bad_code/app.py:1:8: PR0301:");
    assertThat(code.get(1)).contains("app.py:5:12: PR0201:");
    ImmutableList<String> key =
        ApplicationReader.read(Path.of("../testdata/hosting/refused/bad_key"), Optional.empty())
            .problems();
    assertThat(key.get(0)).contains("app.toml:2: unknown key 'memory'");
    assertThat(
            ApplicationReader.read(
                    Path.of("../testdata/hosting/refused/bad_isolation"), Optional.empty())
                .problems())
        .containsExactly(
            "../testdata/hosting/refused/bad_isolation/app.toml:3: 'isolation': there is no"
                + " isolation 'proces'; did you mean 'process'?");
    assertThat(
            ApplicationReader.read(
                    Path.of("../testdata/hosting/refused/bad_host"), Optional.empty())
                .problems())
        .containsExactly(
            "../testdata/hosting/refused/bad_host/app.toml:2: 'host' is a name in lower case,"
                + " without a port: \"books.example.org\"");
    ImmutableList<String> policy =
        ApplicationReader.read(Path.of("../testdata/hosting/refused/bad_policy"), Optional.empty())
            .problems();
    assertThat(policy.get(0)).containsMatch("app.toml:2: 'policy' names .*nowhere.toml, which");
    ImmutableList<String> result =
        ApplicationReader.read(Path.of("../testdata/hosting/refused/bad_result"), Optional.empty())
            .problems();
    assertThat(result.get(0)).contains("result limit must be from 1048576 to 1073741824 bytes");
    ImmutableList<String> connections =
        ApplicationReader.read(
                Path.of("../testdata/hosting/refused/bad_connections"), Optional.empty())
            .problems();
    assertThat(connections.get(0)).contains("'limits.connections' is a number from 0 to 8, got 9");
    ImmutableList<String> fetch =
        ApplicationReader.read(Path.of("../testdata/hosting/refused/bad_fetch"), Optional.empty())
            .problems();
    assertThat(fetch.get(0)).contains("'services.fetch' holds addresses, like");
    ImmutableList<String> share =
        ApplicationReader.read(Path.of("../testdata/hosting/refused/bad_share"), Optional.empty())
            .problems();
    assertThat(share)
        .containsExactly(
            "../testdata/hosting/refused/bad_share/app.toml:4: unknown key 'limits.sq.calls';"
                + " did you mean 'limits.sql.calls'?");
  }
}
