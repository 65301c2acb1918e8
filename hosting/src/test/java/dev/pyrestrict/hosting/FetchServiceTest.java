package dev.pyrestrict.hosting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.net.InetAddresses;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
        "3fff::1"
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

  private static Object fetch(FetchService service, Grant grant, String url)
      throws ServiceException {
    return service.call(grant, "fetch", Arrays.asList(url, "GET", List.of(), null, 5L));
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
