package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import dev.pyrestrict.runtime.GuestResult;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes requests to their applications, and answers back to browsers. What fails in the server is
 * told to nobody but its log.
 */
final class ApplicationHandler extends Handler.Abstract {
  private static final int LARGEST_REQUEST = 4 << 20;
  private static final Duration TIME_FOR_REQUEST = Duration.ofMinutes(1);
  private static final ReadingTime TIME_FOR_ANSWER =
      new ReadingTime(Duration.ofMinutes(1), 16 << 10);

  /** After which those who come to a paused application may ask again; nobody knows. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Supplier<Deployment> deployment;
  private final Sessions sessions;
  private final ServerLog log;
  private final BodyMemory bodies = new BodyMemory(Runtime.getRuntime().maxMemory() / 4);
  private final BodyMemory answers = new BodyMemory(Runtime.getRuntime().maxMemory() / 4);

  ApplicationHandler(Supplier<Deployment> deployment, Sessions sessions, ServerLog log) {
    this.deployment = deployment;
    this.sessions = sessions;
    this.log = log;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Optional.ofNullable(request.getHttpURI().getDecodedPath()).orElse("");
    Optional<GuestPool> pool = entered(Request.getServerName(request), path);
    try {
      long began = System.nanoTime();
      BodyMemory.Share share = answers.share();
      Answer made = answer(pool, path, request, response);
      Answer answer =
          share.take(made.body().remaining())
              ? made
              : Answer.later("the server has too many large answers", Duration.ofSeconds(1));
      log.answered(
          pool.map(p -> p.application().name()).orElse("-"),
          request.getMethod(),
          request.getHttpURI().getPath(),
          answer.status(),
          System.nanoTime() - began);
      Watch watch = TIME_FOR_ANSWER.watch(request, answer.body().remaining());
      Callback read = Callback.from(callback, watch::close);
      send(answer, request, response, Callback.from(read, share::close));
    } finally {
      pool.ifPresent(GuestPool::leave);
    }
    return true;
  }

  /** Sends what is left of an answer. */
  private static void send(Answer answer, Request request, Response response, Callback callback) {
    if (answer.delivery() == Answer.Delivery.BROKEN_OFF) {
      callback.failed(new IOException("the answer was broken off"));
      return;
    }
    if (!answer.isSent()) {
      answer.begin(response);
      boolean bodiless =
          HttpMethod.HEAD.is(request.getMethod()) || answer.status() == HttpStatus.NOT_MODIFIED_304;
      if (!bodiless || answer.body().hasRemaining()) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().remaining());
      } else if (answer.length().isPresent()) {
        response.getHeaders().put(answer.length().get());
      } else {
        // Only its guest knows how long the body is that is not sent; of an answer that is whole
        // Jetty would say that it is empty.
        Runnable end = () -> response.write(true, answer.body(), callback);
        response.write(false, answer.body(), Callback.from(end, callback::failed));
        return;
      }
    }
    response.write(true, answer.body(), callback);
  }

  /** Enters the pool that a path leads to; one that is closed has one in its place by then. */
  private Optional<GuestPool> entered(String host, String path) {
    Optional<GuestPool> pool = deployment.get().at(host, path);
    while (pool.isPresent() && !pool.get().enter()) {
      pool = deployment.get().at(host, path);
    }
    return pool;
  }

  private Answer answer(Optional<GuestPool> pool, String path, Request request, Response response)
      throws InterruptedException {
    switch (path) {
      case "/-/health" -> {
        return Answer.text(200, "ok\n");
      }
      case "/-/ready" -> {
        return deployment.get().isReady()
            ? Answer.text(200, "ready\n")
            : Answer.text(503, "starting\n");
      }
      default -> {
        if (pool.isEmpty()) {
          return Answer.text(404, "there is no application at this address\n");
        }
      }
    }
    try (BodyMemory.Share share = bodies.share()) {
      RequestBody body;
      try (InputStream in = Content.Source.asInputStream(request)) {
        body = RequestBody.read(in, LARGEST_REQUEST, TIME_FOR_REQUEST, share);
      }
      return switch (body) {
        case RequestBody.Whole(ByteSource bytes) ->
            answer(pool.get(), path, request, bytes.read(), response);
        case RequestBody.TooLarge() -> Answer.text(413, "the request is too large\n");
        case RequestBody.TooSlow() -> Answer.text(408, "the request came too slowly\n");
        case RequestBody.BrokenOff() -> Answer.text(400, "the request did not come whole\n");
        case RequestBody.NoRoom() ->
            Answer.later("the server has too many large requests", Duration.ofSeconds(1));
      };
    } catch (IOException | RuntimeException e) {
      log.failed(pool.get().application().name(), "answer", e);
      return response.isCommitted()
          ? Answer.streamed(response.getStatus(), Answer.Delivery.BROKEN_OFF)
          : Answer.text(500, "the server failed\n");
    }
  }

  private Answer answer(
      GuestPool pool, String path, Request request, byte[] body, Response response)
      throws InterruptedException {
    Application application = pool.application();
    Visitor visitor = Visitor.of(application, sessions, request);
    String remembered = null;
    try {
      if (visitor.isRemembered()) {
        remembered = visitor.remembered();
      }
    } catch (IOException e) {
      return sessionsAway(application, e);
    }
    StreamedResponse stream =
        new StreamedResponse(
            Content.Sink.asOutputStream(response),
            head -> {
              Answer beginning =
                  Answer.of(head)
                      .orElseThrow(
                          () ->
                              ServiceException.refused(
                                  "these are no status and headers that can be sent"));
              keeping(visitor, head, beginning).begin(response);
              return beginning.hasBody();
            });
    Map<String, Object> data = data(application, path, request, body, remembered);
    return switch (pool.answer(data, stream, application.settings().limits().wall())) {
      case GuestPool.Outcome.Paused() -> Answer.later("the application is paused", PAUSE);
      case GuestPool.Outcome.Resting(Duration rest) ->
          Answer.later("the application ends again and again", rest.plusSeconds(1));
      case GuestPool.Outcome.Busy() ->
          Answer.later("the application is busy", Duration.ofSeconds(1));
      case GuestPool.Outcome.Asked(GuestResult result) -> {
        log.used(application.name(), result);
        boolean begun = stream.end();
        Answer answer = answer(visitor, result);
        if (!begun) {
          yield answer;
        }
        try (Watch _ = TIME_FOR_ANSWER.watch(request, StreamedResponse.MOST_WAITING)) {
          boolean whole = stream.finish() && result instanceof GuestResult.Completed;
          yield Answer.streamed(
              response.getStatus(), whole ? Answer.Delivery.SENT : Answer.Delivery.BROKEN_OFF);
        }
      }
    };
  }

  /**
   * What a guest is told of a request.
   *
   * @param remembered null if its application remembers nobody
   */
  private static Map<String, Object> data(
      Application application, String path, Request request, byte[] body, String remembered) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("method", request.getMethod());
    data.put("route", application.settings().address().route());
    data.put("path", application.settings().address().rest(path));
    data.put("query", Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""));
    data.put("host", Request.getServerName(request));
    data.put("port", Integer.toString(Request.getServerPort(request)));
    data.put("scheme", request.getHttpURI().getScheme());
    data.put("remote", Request.getRemoteAddr(request));
    data.put("headers", headers(request));
    data.put("body", body);
    data.put("session", remembered);
    return data;
  }

  /** The request's headers; what belongs to sessions, of any application, stays here. */
  private static ImmutableList<List<String>> headers(Request request) {
    ImmutableList.Builder<List<String>> headers = ImmutableList.builder();
    for (HttpField field : request.getHeaders()) {
      String value = Optional.ofNullable(field.getValue()).orElse("");
      if (field.is(HttpHeader.COOKIE.asString())) {
        value = Visitor.withoutSessions(value);
      }
      // The pieces of a body have been put together. The variable HTTP_PROXY is none of a client's
      // (httpoxy, CVE-2016-5385), and X_User is not the X-User of a proxy (CVE-2015-0219).
      boolean chunked =
          field.is(HttpHeader.TRANSFER_ENCODING.asString()) && value.equalsIgnoreCase("chunked");
      if (!chunked && !field.is("Proxy") && !field.getName().contains("_")) {
        headers.add(List.of(field.getName(), value));
      }
    }
    return headers.build();
  }

  private Answer answer(Visitor visitor, GuestResult result) {
    String name = visitor.application().name();
    return switch (result) {
      case GuestResult.Completed completed -> {
        Optional<Answer> answer = completed.value().flatMap(Answer::of);
        if (answer.isEmpty()) {
          log.ended(name, "its answer is none that can be sent");
          yield failed();
        }
        yield keeping(visitor, (Map<?, ?>) completed.value().get(), answer.get());
      }
      case GuestResult.Raised raised -> {
        log.ended(name, raised.traceback());
        yield failed();
      }
      case GuestResult.LimitExceeded exceeded -> {
        log.ended(name, exceeded.message());
        yield Answer.later("the application took too much", Duration.ofSeconds(5));
      }
      case GuestResult.Fault fault -> {
        log.ended(name, fault.message());
        yield failed();
      }
      case GuestResult.Lost lost -> {
        log.ended(name, lost.message());
        yield Answer.later("the application was restarted", Duration.ofSeconds(1));
      }
    };
  }

  private static Answer failed() {
    return Answer.text(500, "the application failed\n");
  }

  private Answer sessionsAway(Application application, IOException e) {
    log.failed(application.name(), "session", e);
    return Answer.later("sessions can't be kept now", Duration.ofSeconds(5));
  }

  /**
   * Keeps what the guest says of its visitor; one that is new gets a cookie with the answer. What
   * changes after an answer has begun is kept for visitors that had a cookie.
   */
  private Answer keeping(Visitor visitor, Map<?, ?> said, Answer answer) {
    Application application = visitor.application();
    if (!visitor.isRemembered() || !(said.get("session") instanceof String value)) {
      return answer;
    }
    Visitor met = visitor.met();
    try {
      if (!met.remember(value)) {
        log.ended(application.name(), "a session is too large to be kept");
        return failed();
      }
    } catch (IOException e) {
      return sessionsAway(application, e);
    }
    return visitor.known().isPresent() ? answer : answer.with(met.cookie());
  }
}
