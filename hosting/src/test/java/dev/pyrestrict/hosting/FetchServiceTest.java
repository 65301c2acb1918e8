package dev.pyrestrict.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.net.InetAddresses;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FetchServiceTest {
  private static Grant grant(String... allowed) {
    return new Grant(
        "app",
        Path.of("."),
        ImmutableSetMultimap.<String, String>builder()
            .putAll("fetch", Arrays.asList(allowed))
            .build(),
        ImmutableMap.of(),
        ServiceLimits.DEFAULT,
        new SilentLog());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "2001:0:1::",
        "2001:db8::1",
        "3fff::1",
        "::ffff:169.254.169.254",
        "::a9fe:a9fe",
        "::ffff:0:127.0.0.1",
        "64:ff9b:1::7f00:1",
        "2002:a9fe:a9fe::1",
        "2002:c0a8:101::",
        "2001:0:7f00:1:0:ffff:5601:5601",
        "2001:10::1",
        "2001:20::1",
        "fec0::1",
        "fd00::1",
        "fe80::1",
        "100::1",
        "5f00::1",
        "fd20:ce::254",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "192.88.99.1",
        "198.19.255.255",
        "0.0.0.1",
        "255.255.255.254"
      })
  void addressesThatAreNotPublic(String address) {
    assertFalse(FetchService.isPublic(InetAddresses.forString(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "100.128.0.1"})
  void addressesThatArePublic(String address) {
    assertTrue(FetchService.isPublic(InetAddresses.forString(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.example.com/v1/x",
        "https://api.example.com:8443/v1/x",
        "https://api.example.com/v2/x",
        "https://api.example.com/v1/../v2/x",
        "https://api.example.com/v1/%2e%2e/v2/x",
        "https://api.example.com/v1/..%2fv2",
        "https://api.example.com/v1/..\u037e/v2",
        "https://api.example.com/v1x",
        "https://api.example.com@evil.example/v1/x",
        "https://user:pw@api.example.com/v1/x",
        "https://api.example.com.evil.example/v1/x",
        "https://evil.example/v1/x",
        "https://127.0.0.1/v1/x",
        "https://2130706433/v1/x",
        "https://0x7f.1/v1/x",
        "https://0177.0.0.1/v1/x",
        "https://127.1/v1/x",
        "https://[::1]/v1/x",
        "https://[::ffff:127.0.0.1]/v1/x",
        "https://localhost/v1/x",
        "https://api.example.com\\@evil.example/v1/x",
        "https://api.example.com#@evil.example/",
        "https://api。example。com/v1/x",
        "https://api\uff0eexample\uff0ecom/v1/x",
        "https://\u2460\u2461\u2466.0.0.1/v1/x",
        "https://\uff11\uff12\uff17.0.0.1/v1/x",
        "https://\u0661\u0662\u0667.0.0.1/v1/x",
        "https://\u24d0pi.example.com/v1/x",
        "https://017700000001/v1/x",
        "https://0x7f000001/v1/x",
        "https://0x7f.0x0.0x0.0x1/v1/x",
        "https://0X7F.1/v1/x",
        "https://127.0.0.1./v1/x",
        "https://127.0x1/v1/x",
        "https://0177.1/v1/x",
        "https://0000127.0.0.1/v1/x",
        "https://127.00.00.01/v1/x",
        "https://256.256.256.256/v1/x",
        "https://0/v1/x",
        "https://0./v1/x",
        "https://169.254.169.254/latest/meta-data/",
        "https://169.254.43518/v1/x",
        "https://2852039166/v1/x",
        "https://[::]/v1/x",
        "https://[0:0:0:0:0:ffff:7f00:1]/v1/x",
        "https://[::127.0.0.1]/v1/x",
        "https://[64:ff9b::7f00:1]/v1/x",
        "https://[2002:7f00:1::]/v1/x",
        "https://[fe80::1%25lo]/v1/x",
        "https://[fe80::1%lo]/v1/x",
        "https://[fd00:ec2::254]/v1/x",
        "https://metadata.google.internal/computeMetadata/v1/",
        "https://localhost.localdomain/v1/x",
        "https://api.example.com./v1/x",
        "https://api.example.com.:443/v1/x",
        "https://.api.example.com/v1/x",
        "https://api..example.com/v1/x",
        "https://api.example.com:0/v1/x",
        "https://api.example.com:99999/v1/x",
        "https://api.example.com:80/v1/x",
        "https://api.example.com:@evil.example/v1/x",
        "https://@api.example.com/v1/x",
        "https://:@api.example.com/v1/x",
        "https://evil.example#api.example.com/v1/x",
        "https://evil.example?api.example.com/v1/x",
        "https://evil.example/https://api.example.com/v1/x",
        "https://api.example.com%2eevil.example/v1/x",
        "https://api.example.com%00.evil.example/v1/x",
        "https://api.example.com%40evil.example/v1/x",
        "https://api.example.com;evil.example/v1/x",
        "https://api.example.com,evil.example/v1/x",
        "https://api.example.com /v1/x",
        " https://api.example.com/v1/x",
        "https://api.example.com/v1/x\r\nHost: evil.example",
        "https:\\\\api.example.com\\v1\\x",
        "https:/api.example.com/v1/x",
        "https:api.example.com/v1/x",
        "https:///api.example.com/v1/x",
        "https:////api.example.com/v1/x",
        "https://api.example.com\t/v1/x",
        "https://api.example.com\u00ad/v1/x",
        "https://api.example.c\u043em/v1/x",
        "https://xn--/v1/x",
        "https://api.example.com/v1",
        "https://api.example.com/V1/x",
        "https://api.example.com/v1/%2E%2E/v2/x",
        "https://api.example.com/v1/.%2e/v2/x",
        "https://api.example.com/v1/..;/v2/x",
        "https://api.example.com/v1/..\\v2",
        "https://api.example.com/v1/x/../../v2",
        "https://api.example.com/v1/%252e%252e/%252e%252e/v2",
        "https://api.example.com/%76%31/x",
        "HTTPS://EVIL.example/v1/x",
        "ftp://api.example.com/v1/x",
        "dict://api.example.com:443/v1/x",
        "ldap://api.example.com/v1/x",
        "netdoc:///etc/passwd",
        "data:text/plain,x",
        "javascript:1",
        "unix:///var/run/docker.sock",
        "file:///etc/passwd",
        "gopher://api.example.com/v1/x",
        "jar:https://api.example.com/v1/x!/",
        "//api.example.com/v1/x",
        "api.example.com/v1/x",
        ""
      })
  void addressesThatNoGrantNames(String url) {
    assertThrows(
        ServiceException.class,
        () -> FetchService.address(grant("https://api.example.com/v1/"), url));
  }

  @Test
  void addressesBelowTheGrantAreAllowed() throws ServiceException {
    Grant grant = grant("https://api.example.com/v1/");
    assertEquals(
        "https://api.example.com/v1/x?q=1",
        FetchService.address(grant, "https://api.example.com/v1/x?q=1").toString());
    assertEquals(
        "https://API.example.com:443/v1/",
        FetchService.address(grant, "https://API.example.com:443/v1/").toString());
  }

  /**
   * A question mark in place of a letter would end the path: {@code /v1/..?} is above the grant.
   */
  @Test
  void whatIsNotAsciiInAnAddressArrivesAsABrowserWritesIt() throws Exception {
    List<String> asked = new ArrayList<>();
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    String base = "http://localhost:" + server.getAddress().getPort() + "/v1/";
    try (FetchService service = new FetchService(address -> true)) {
      fetch(service, grant(base), base + "..\u4e2d", 5L);
      assertEquals(List.of("/v1/..%E4%B8%AD"), asked);
    } finally {
      server.stop(0);
    }
  }

  /** A name that is public when it is first looked at, and this machine when it is connected to. */
  @Test
  void aNameThatChangesItsMeaningIsLookedUpOnceOnly() throws Exception {
    HttpServer server = server();
    List<String> lookedUp = new ArrayList<>();
    DnsResolver rebinding =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            lookedUp.add(host);
            return new InetAddress[] {
              InetAddresses.forString(lookedUp.size() == 1 ? "127.0.0.2" : "127.0.0.1")
            };
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    String base = "http://rebind.example:" + server.getAddress().getPort();
    List<InetAddress> judged = new ArrayList<>();
    try (FetchService service =
        new FetchService(
            address -> {
              judged.add(address);
              return !address.getHostAddress().equals("127.0.0.1");
            },
            rebinding)) {
      // The first look-up is judged and connected to; it answers nobody. The second is this
      // machine, and refused.
      Grant grant = grant(base);
      assertThrows(ServiceException.class, () -> fetch(service, grant, base + "/hello", 1L));
      assertThrows(ServiceException.class, () -> fetch(service, grant, base + "/hello", 1L));
      assertEquals(lookedUp.size(), judged.size());
      assertEquals("127.0.0.2", judged.get(0).getHostAddress());
      assertEquals("127.0.0.1", judged.get(1).getHostAddress());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aNameThatMeansThisMachineAmongOthersIsNotConnectedTo() throws Exception {
    DnsResolver both =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return new InetAddress[] {
              InetAddresses.forString("1.1.1.1"), InetAddresses.forString("169.254.169.254")
            };
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    try (FetchService service = new FetchService(FetchService::isPublic, both)) {
      assertThrows(
          ServiceException.class,
          () -> fetch(service, grant("http://a.example"), "http://a.example/", 2L));
    }
  }

  @Test
  void aNameThatMeansThisMachineIsNotConnectedTo() throws Exception {
    HttpServer server = server();
    String base = "http://localhost:" + server.getAddress().getPort();
    try (FetchService service = new FetchService()) {
      ServiceException e =
          assertThrows(ServiceException.class, () -> fetch(service, grant(base), base + "/hello"));
      assertEquals("no answer from that address", e.getMessage());
    } finally {
      server.stop(0);
    }
  }

  @Test
  void redirectsAreLookedAtAsTheFirstAddressWas() throws Exception {
    HttpServer server = server();
    String base = "http://localhost:" + server.getAddress().getPort();
    try (FetchService service = new FetchService(InetAddress::isLoopbackAddress)) {
      List<?> answer = (List<?>) fetch(service, grant(base + "/"), base + "/inside");
      assertEquals(200L, answer.get(0));
      assertEquals("hello", new String((byte[]) answer.get(3), StandardCharsets.UTF_8));
      assertThrows(
          ServiceException.class, () -> fetch(service, grant(base + "/"), base + "/outside"));
      assertThrows(
          ServiceException.class, () -> fetch(service, grant(base + "/"), base + "/forever"));
    } finally {
      server.stop(0);
    }
  }

  /** Each byte keeps a socket's timeout away, or takes some more of our memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 100000000000\r\n\r\n|x",
        "HTTP/1.1 200 OK\r\n\r\n|x",
        "HTTP/1.1 200 OK\r\nX: |x",
        "HTTP/1.1 200 OK\r\n|X: x\r\n",
        "|HTTP/1.1 100 Continue\r\n\r\n",
        "|\r\n"
      })
  void anAnswerWithoutAnEndEnds(String answer) throws Exception {
    List<String> parts = Splitter.on('|').splitToList(answer);
    for (boolean slow : new boolean[] {true, false}) {
      byte[] again = parts.get(1).repeat(slow ? 1 : 5000).getBytes(StandardCharsets.US_ASCII);
      try (ServerSocket endless = new ServerSocket(0, 1, InetAddresses.forString("127.0.0.1"));
          FetchService service = new FetchService(InetAddress::isLoopbackAddress)) {
        Thread.ofVirtual().start(() -> talk(endless, parts.get(0), again, slow ? 100 : 0));
        String base = "http://localhost:" + endless.getLocalPort();
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () ->
                assertThrows(
                    ServiceException.class, () -> fetch(service, grant(base), base + "/", 1L)));
      }
    }
  }

  private static void talk(ServerSocket server, String first, byte[] again, long pause) {
    try (Socket socket = server.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write(first.getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(again);
        Thread.sleep(pause);
      }
    } catch (IOException | InterruptedException e) {
      // The other side has had enough.
      return;
    }
  }

  private static Object fetch(FetchService service, Grant grant, String url)
      throws ServiceException {
    return fetch(service, grant, url, 5L);
  }

  private static Object fetch(FetchService service, Grant grant, String url, long seconds)
      throws ServiceException {
    return service.call(grant, "fetch", Arrays.asList(url, "GET", List.of(), null, seconds));
  }

  private static HttpServer server() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          switch (path) {
            case "/inside" -> exchange.getResponseHeaders().add("Location", "/hello");
            case "/outside" ->
                exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/");
            case "/forever" -> exchange.getResponseHeaders().add("Location", "/forever");
            default -> {}
          }
          boolean redirects = !path.equals("/hello");
          exchange.sendResponseHeaders(redirects ? 302 : 200, redirects ? -1 : 5);
          if (!redirects) {
            try (OutputStream out = exchange.getResponseBody()) {
              out.write("hello".getBytes(StandardCharsets.UTF_8));
            }
          }
          exchange.close();
        });
    server.start();
    return server;
  }
}
