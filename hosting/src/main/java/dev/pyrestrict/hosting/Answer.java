package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;

/**
 * What a browser gets.
 *
 * @param length what a guest says that its body has, which counts where none is sent
 */
record Answer(
    int status,
    ImmutableList<HttpField> headers,
    Optional<HttpField> length,
    ByteBuffer body,
    Delivery delivery) {
  private static final int MOST_HEADERS = 200;

  /** Characters. */
  private static final int LONGEST_HEADER = 8000;

  /** Characters of all headers with their names; the server adds some of its own. */
  static final int LONGEST_HEAD = 32_000;

  /** Headers of a connection, which are the server's own to set. */
  private static final ImmutableSet<String> SERVER_HEADERS =
      ImmutableSet.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "content-length",
          "date",
          "server");

  /** Headers that change what a browser does with other applications of the same address. */
  private static final ImmutableSet<String> ADDRESS_HEADERS =
      ImmutableSet.of(
          "alt-svc",
          "clear-site-data",
          "nel",
          "public-key-pins",
          "report-to",
          "service-worker-allowed",
          "strict-transport-security");

  /** Headers that have a proxy in front of the server send a file, or another address's answer. */
  private static final ImmutableSet<String> PROXY_HEADERS =
      ImmutableSet.of("x-accel-", "x-sendfile", "x-lighttpd-send", "x-litespeed-", "x-reproxy-");

  /** How far an answer has got. */
  enum Delivery {
    TO_BE_SENT,
    SENT,
    /** It began, and its guest did not bring it to an end. */
    BROKEN_OFF
  }

  /** Returns one of the server's own. */
  static Answer text(int status, String text) {
    return new Answer(
        status,
        ImmutableList.of(new HttpField(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8")),
        Optional.empty(),
        ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
        Delivery.TO_BE_SENT);
  }

  /** Returns one that says that the request may be made again, and when. */
  static Answer later(String words, Duration when) {
    return text(503, words + "\n")
        .with(new HttpField(HttpHeader.RETRY_AFTER, Long.toString(when.toSeconds())));
  }

  /** Returns what is left to say of an answer that a guest has begun to send. */
  static Answer streamed(int status, Delivery delivery) {
    return new Answer(
        status, ImmutableList.of(), Optional.empty(), ByteBuffer.allocate(0), delivery);
  }

  /** Makes an answer of what a guest returned, if every part of it is what it should be. */
  static Optional<Answer> of(Object said) {
    if (!(said instanceof Map<?, ?> map)
        || !(map.get("status") instanceof String status)
        || !status.matches("(?s)[1-5][0-9][0-9]( .*)?")
        || !(map.get("headers") instanceof List<?> given)
        || !(map.get("body") instanceof byte[] body)) {
      return Optional.empty();
    }
    int code = Integer.parseInt(status.substring(0, 3));
    if (code < 200 || given.size() > MOST_HEADERS) {
      return Optional.empty();
    }
    ImmutableList.Builder<HttpField> headers = ImmutableList.builder();
    Optional<HttpField> length = Optional.empty();
    int characters = 0;
    for (Object pair : given) {
      Optional<HeaderLine> line = HeaderLine.of(pair);
      if (line.isEmpty()
          || line.get().value().length() > LONGEST_HEADER
          || line.get().value().chars().anyMatch(c -> c > 255)) {
        return Optional.empty();
      }
      String name = line.get().name();
      String text = line.get().value();
      characters += name.length() + text.length() + 4; // With a colon, a space and the line's end.
      if (characters > LONGEST_HEAD) {
        return Optional.empty();
      }
      String known = name.toLowerCase(Locale.ROOT);
      if (known.equals("content-length") && text.matches("[0-9]{1,18}")) {
        length = Optional.of(new HttpField(HttpHeader.CONTENT_LENGTH, text));
      }
      if (!SERVER_HEADERS.contains(known)
          && !ADDRESS_HEADERS.contains(known)
          && PROXY_HEADERS.stream().noneMatch(known::startsWith)
          && !Visitor.mayForgeSession(name, text)) {
        headers.add(new HttpField(name, text));
      }
    }
    return Optional.of(
        new Answer(
            code,
            headers.build(),
            length,
            hasBody(code) ? ByteBuffer.wrap(body) : ByteBuffer.allocate(0),
            Delivery.TO_BE_SENT));
  }

  /**
   * Reports whether what a guest gives as a body is sent. Where there is to be none, a browser may
   * read it as the next answer; of other such statuses than this Jetty sends no body itself.
   */
  private static boolean hasBody(int status) {
    return status != HttpStatus.RESET_CONTENT_205;
  }

  boolean hasBody() {
    return hasBody(status);
  }

  boolean isSent() {
    return delivery != Delivery.TO_BE_SENT;
  }

  /** Sets status and headers of the response. */
  void begin(Response response) {
    response.setStatus(status);
    headers.forEach(response.getHeaders()::add);
  }

  /** Returns the answer with a header more. */
  Answer with(HttpField field) {
    return new Answer(
        status,
        ImmutableList.<HttpField>builder().addAll(headers).add(field).build(),
        length,
        body,
        delivery);
  }
}
