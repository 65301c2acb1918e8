package dev.pyrestrict.hosting;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Requests to the addresses that a guest's grant names, as {@code https://host/path} prefixes. A
 * name is looked up here and nowhere else: the address that was looked at is the one that is
 * connected to, at the first request and behind every redirect.
 */
public final class FetchService implements Service {
  private static final ImmutableSet<String> METHODS =
      ImmutableSet.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
  private static final ImmutableSet<String> REFUSED_HEADERS =
      ImmutableSet.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "upgrade",
          "te",
          "trailer",
          "proxy-authorization",
          "proxy-connection",
          "keep-alive",
          "expect");
  private static final int MOST_REDIRECTS = 5;
  private static final int LARGEST_BODY = 8 << 20;
  private static final int LONGEST_LINE = 16 << 10;
  private static final int MOST_HEADERS = 200;

  /** Requests on their way: of all applications, and of one. */
  private static final int MOST_AT_ONCE = 64;

  private static final int MOST_OF_ONE = 16;
  private static final int LONGEST_SECONDS = 30;

  private static final ScheduledExecutorService DEADLINES =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("pyrestrict-fetch-deadlines").factory());

  private final CloseableHttpClient client;
  private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
  private final Map<String, Semaphore> shares = new ConcurrentHashMap<>();

  /** Creates the service: it connects to public addresses only. */
  public FetchService() {
    this(FetchService::isPublic);
  }

  FetchService(Predicate<InetAddress> allowed) {
    this(allowed, SystemDefaultDnsResolver.INSTANCE);
  }

  FetchService(Predicate<InetAddress> allowed, DnsResolver names) {
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new Resolver(allowed, names))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(
                                Http1Config.custom()
                                    .setMaxLineLength(LONGEST_LINE)
                                    .setMaxHeaderCount(MOST_HEADERS)
                                    .build())
                            .build())
                    .setMaxConnTotal(MOST_AT_ONCE)
                    .setMaxConnPerRoute(MOST_OF_ONE)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(5))
                            .setSocketTimeout(Timeout.ofSeconds(LONGEST_SECONDS))
                            .build())
                    .build())
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .setUserAgent("pyrestrict")
            .build();
  }

  /** Looks names up, and answers only with addresses that may be connected to. */
  private record Resolver(Predicate<InetAddress> allowed, DnsResolver names)
      implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = names.resolve(host);
      if (!Arrays.stream(found).allMatch(allowed)) {
        throw new UnknownHostException("not a public address");
      }
      return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /** Reports whether an address belongs to the public internet. RFC 6890, RFC 4291, RFC 6598. */
  static boolean isPublic(InetAddress address) {
    byte[] b = address.getAddress();
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (b.length == 4) {
      return first != 0
          && first < 224
          && !(first == 100 && second >= 64 && second < 128)
          && !(first == 192 && second == 0 && ((b[2] & 0xff) == 0 || (b[2] & 0xff) == 2))
          && !(first == 168 && second == 63 && (b[2] & 0xff) == 129) // What a cloud tells its own.
          && !(first == 192 && second == 88 && (b[2] & 0xff) == 99)
          && !(first == 198 && (second == 18 || second == 19 || second == 51))
          && !(first == 203 && second == 0 && (b[2] & 0xff) == 113);
    }
    // Only 2000::/3 is handed out; in it, what carries an IPv4 address or is for documentation.
    return (first & 0xe0) == 0x20
        && !(first == 0x20 && second == 0x02)
        && !(first == 0x20 && second == 0x01 && (b[2] & 0xfe) == 0)
        && !(first == 0x20 && second == 0x01 && (b[2] & 0xff) == 0x0d && (b[3] & 0xff) == 0xb8)
        && !(first == 0x3f && second == 0xff);
  }

  @Override
  public Object call(Grant grant, String operation, List<Object> arguments)
      throws ServiceException {
    if (!operation.equals("fetch")
        || arguments.size() != 5
        || !(arguments.get(0) instanceof String url)
        || !(arguments.get(1) instanceof String method)
        || !(arguments.get(2) instanceof List<?> headers)) {
      throw ServiceException.refused("fetch takes an address, a method, headers and a body");
    }
    if (!METHODS.contains(Ascii.toUpperCase(method))) {
      throw ServiceException.refused("the method '" + method + "' is not available");
    }
    byte[] body = arguments.get(3) instanceof byte[] bytes ? bytes : new byte[0];
    double seconds = arguments.get(4) instanceof Number number ? number.doubleValue() : 10;
    long deadline =
        System.nanoTime()
            + (long)
                (Math.max(0.1, Math.min(seconds, LONGEST_SECONDS)) * TimeUnit.SECONDS.toNanos(1));
    Semaphore share =
        shares.computeIfAbsent(grant.application(), ignored -> new Semaphore(MOST_OF_ONE));
    if (!share.tryAcquire()) {
      throw tooMany();
    }
    if (!atOnce.tryAcquire()) {
      share.release();
      throw tooMany();
    }
    try {
      return follow(grant, address(grant, url), Ascii.toUpperCase(method), headers, body, deadline);
    } catch (IOException e) {
      throw new ServiceException("operational", "no answer from that address");
    } finally {
      atOnce.release();
      share.release();
    }
  }

  private static ServiceException tooMany() {
    return new ServiceException("operational", "too many requests are on their way");
  }

  private Object follow(
      Grant grant, URI first, String method, List<?> headers, byte[] body, long deadline)
      throws ServiceException, IOException {
    URI address = first;
    String verb = method;
    byte[] content = body;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      Answer answer = send(address, verb, headers(headers, first, address), content, deadline);
      if (answer.location().isEmpty()) {
        return List.of(
            answer.status(), address.toString(), answer.headers(), answer.body().array());
      }
      URI next;
      try {
        next = address.resolve(new URI(answer.location()));
      } catch (URISyntaxException e) {
        throw new ServiceException("operational", "the answer leads to no address");
      }
      address = address(grant, next.toString());
      if (answer.status() == 303 || answer.status() < 303 && !verb.equals("HEAD")) {
        verb = "GET";
        content = new byte[0];
      }
    }
    throw new ServiceException("operational", "too many redirects");
  }

  /** Headers that the guest gave; those of credentials stay with the host they were given for. */
  private static List<HeaderLine> headers(List<?> given, URI first, URI address)
      throws ServiceException {
    List<HeaderLine> headers = new ArrayList<>();
    for (Object pair : given) {
      HeaderLine line =
          HeaderLine.of(pair)
              .orElseThrow(
                  () -> ServiceException.refused("a header is a name and a value of one line"));
      String lower = line.name().toLowerCase(Locale.ROOT);
      if (REFUSED_HEADERS.contains(lower)) {
        throw ServiceException.refused("the header '" + line.name() + "' can't be given");
      }
      boolean credential = lower.equals("authorization") || lower.equals("cookie");
      boolean same =
          first.getScheme().equalsIgnoreCase(address.getScheme())
              && first.getRawAuthority().equals(address.getRawAuthority());
      if (!credential || same) {
        headers.add(line);
      }
    }
    return headers;
  }

  /** An answer; its location is empty when it is no redirect. */
  private record Answer(
      long status, String location, List<List<String>> headers, ByteBuffer body) {}

  private Answer send(
      URI address, String method, List<HeaderLine> headers, byte[] body, long deadline)
      throws IOException, ServiceException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      throw new ServiceException("operational", "no answer within the time");
    }
    HttpUriRequestBase request = new HttpUriRequestBase(method, address);
    headers.forEach(line -> request.addHeader(line.name(), line.value()));
    if (body.length > 0) {
      request.setEntity(new ByteArrayEntity(body, (ContentType) null));
    }
    request.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(Timeout.ofMilliseconds(left))
            .setConnectionRequestTimeout(Timeout.ofMilliseconds(left))
            .build());
    // A server that sends something now and then keeps every timeout of a socket away.
    Future<?> overdue = DEADLINES.schedule(request::cancel, left, TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, response -> answer(response, request));
    } catch (IllegalStateException e) {
      if (request.isCancelled()) {
        throw new IOException("cancelled while it was being connected", e);
      }
      throw e;
    } finally {
      overdue.cancel(false);
    }
  }

  private static Answer answer(ClassicHttpResponse response, Cancellable request)
      throws IOException {
    List<List<String>> headers = new ArrayList<>();
    for (Header header : response.getHeaders()) {
      headers.add(List.of(header.getName(), header.getValue() == null ? "" : header.getValue()));
    }
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    boolean redirects = status > 300 && status < 309 && status != 304 && location != null;
    return new Answer(
        status,
        redirects ? location.getValue() : "",
        headers,
        ByteBuffer.wrap(body(response.getEntity(), request)));
  }

  private static byte[] body(HttpEntity entity, Cancellable request) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    try (InputStream in = entity.getContent()) {
      byte[] body = in.readNBytes(LARGEST_BODY + 1);
      if (body.length > LARGEST_BODY) {
        // Whoever closes a body reads it to its end, if it has one.
        request.cancel();
        throw new IOException("too large");
      }
      return body;
    }
  }

  /** Reports whether a grant can name this: an address of a host by its name, and a path. */
  static boolean isPrefix(String address) {
    try {
      return address.matches("https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[^?#]*)?")
          && new URI(address).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Returns the address if the grant allows it: scheme, host and port are those of a prefix, the
   * path begins with its path.
   */
  static URI address(Grant grant, String url) throws ServiceException {
    URI address;
    try {
      // As it is sent: what is not ASCII is written as a browser does.
      address = new URI(new URI(url).toASCIIString());
    } catch (URISyntaxException e) {
      throw ServiceException.refused("'" + Ascii.truncate(url, 100, "...") + "' is no address");
    }
    String host = address.getHost();
    if (host == null
        || address.getUserInfo() != null
        || !host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
        || host.matches("[0-9.]*|.*\\.[0-9]+|0[xX].*")) {
      throw ServiceException.refused("an address has the name of a host, no numbers, no user");
    }
    URI normal = address.normalize();
    for (String allowed : grant.names("fetch")) {
      URI prefix = URI.create(URI.create(allowed).toASCIIString());
      boolean sameHost =
          prefix.getScheme().equalsIgnoreCase(normal.getScheme())
              && prefix.getHost().equalsIgnoreCase(host)
              && port(prefix) == port(normal);
      String path = normal.getRawPath().isEmpty() ? "/" : normal.getRawPath();
      if (sameHost && isBelow(path, prefix.getRawPath())) {
        return normal;
      }
    }
    throw ServiceException.refused("the host does not allow requests to that address");
  }

  private static boolean isBelow(String path, String prefix) {
    // What a server may read as another path is not below anything.
    boolean odd =
        ImmutableList.of("%25", "%2e", "%2f", "%5c", "\\", "/../", ";").stream()
            .anyMatch(Ascii.toLowerCase(path)::contains);
    if (prefix.isEmpty() || prefix.equals("/")) {
      return true;
    }
    return !odd
        && !path.endsWith("/..")
        && (path.equals(prefix) || path.startsWith(prefix.endsWith("/") ? prefix : prefix + "/"));
  }

  private static int port(URI address) {
    return address.getPort() >= 0
        ? address.getPort()
        : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  /** Closes all connections. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
