package dev.pyrestrict.hosting;

import com.google.common.collect.EvictingQueue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Keeps what an operator wants to see of a server: figures since its start, and the latest events
 * of each application. It hands everything on to another log. Thread-safe.
 */
public final class ServerRecord implements ServerLog {
  /** Events kept of each application. */
  private static final int KEPT = 200;

  private static final int LONGEST = 4000;

  private final ServerLog next;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge guests =
      MultiGauge.builder("pyrestrict.guests").description("Guests by state").register(registry);
  private final Map<String, Figures> figures = new ConcurrentHashMap<>();

  /** Creates a record that hands everything on. */
  public ServerRecord(ServerLog next) {
    this.next = next;
  }

  /** Something that happened to an application's guests. */
  public record Event(Instant time, String kind, String message) {}

  /**
   * What an application's guests did since the server started.
   *
   * @param failures requests that ended in a status from 500 on
   * @param limited how often which limit struck
   * @param refused what guests asked for and may not have
   * @param allocatedBytes of all requests together
   */
  public record Totals(
      long requests,
      long failures,
      ImmutableMap<Limits.Kind, Long> limited,
      long refused,
      Duration cpu,
      long allocatedBytes,
      long outputBytes) {}

  private static final class Figures {
    private long requests;
    private long failures;
    private final Map<Limits.Kind, Long> limited = new java.util.EnumMap<>(Limits.Kind.class);
    private long refused;
    private Duration cpu = Duration.ZERO;
    private long allocatedBytes;
    private long outputBytes;
    private final EvictingQueue<Event> events = EvictingQueue.create(KEPT);

    synchronized void add(String kind, String message) {
      String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
      events.add(new Event(Instant.now(), kind, text));
    }

    synchronized Totals totals() {
      return new Totals(
          requests,
          failures,
          ImmutableMap.copyOf(limited),
          refused,
          cpu,
          allocatedBytes,
          outputBytes);
    }

    synchronized ImmutableList<Event> events() {
      return ImmutableList.copyOf(events);
    }
  }

  private Figures of(String application) {
    return figures.computeIfAbsent(application, ignored -> new Figures());
  }

  /** Returns what an application's guests did. */
  public Totals totals(String application) {
    return of(application).totals();
  }

  /** Returns the latest events of an application, the oldest first. */
  public ImmutableList<Event> events(String application) {
    return of(application).events();
  }

  /** Returns all figures in the form that Prometheus reads. */
  public String metrics(Map<Application, GuestPool.State> states) {
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    states.forEach(
        (application, state) -> {
          Tags tags = Tags.of("app", application.name());
          rows.add(MultiGauge.Row.of(tags.and("state", "idle"), state.idle()));
          rows.add(MultiGauge.Row.of(tags.and("state", "busy"), state.busy()));
        });
    guests.register(rows, true);
    return registry.scrape();
  }

  @Override
  public void answered(String application, String method, String path, int status, long nanos) {
    Figures of = of(application);
    synchronized (of) {
      of.requests++;
      if (status >= 500) {
        of.failures++;
      }
    }
    Timer.builder("pyrestrict.requests")
        .description("Requests answered, and how long that took")
        .tags("app", application, "status", known(status))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(registry)
        .record(Duration.ofNanos(nanos));
    next.answered(application, method, path, status, nanos);
  }

  @Override
  public void used(String application, GuestResult result) {
    Figures of = of(application);
    synchronized (of) {
      of.cpu = of.cpu.plus(result.usage().cpu());
      of.allocatedBytes += result.usage().allocatedBytes();
      of.outputBytes += result.usage().outputBytes();
      if (result instanceof GuestResult.LimitExceeded exceeded) {
        of.limited.merge(exceeded.limit(), 1L, Long::sum);
      }
    }
    if (result instanceof GuestResult.LimitExceeded exceeded) {
      String limit = exceeded.limit().name().toLowerCase(Locale.ROOT);
      registry.counter("pyrestrict.limits", "app", application, "limit", limit).increment();
    }
    registry
        .counter("pyrestrict.cpu.seconds", "app", application)
        .increment(result.usage().cpu().toNanos() / 1e9);
    next.used(application, result);
  }

  @Override
  public void ended(String application, String words) {
    of(application).add("error", words);
    next.ended(application, words);
  }

  @Override
  public void refused(String application, String what, String reason) {
    Figures of = of(application);
    synchronized (of) {
      of.refused++;
    }
    of.add("refused", what + ": " + reason);
    registry
        .counter("pyrestrict.refusals", "app", application, "operation", known(what))
        .increment();
    next.refused(application, what, reason);
  }

  /**
   * A guest chooses the status of its answers; each has figures of its own if it means something.
   */
  private static String known(int status) {
    return HttpStatus.getCode(status) == null ? status / 100 + "xx" : Integer.toString(status);
  }

  /**
   * A guest chooses the words of what it asks for: it shall not choose how many figures we keep.
   */
  private static String known(String what) {
    if (what.startsWith(Grant.GUARD)) {
      return "guard";
    }
    String service = Iterables.get(com.google.common.base.Splitter.on('.').split(what), 0);
    return ServiceClients.KINDS.contains(service) ? service : "other";
  }

  @Override
  public void failed(String application, String what, Exception reason) {
    of(application).add("failure", what);
    registry.counter("pyrestrict.failures", "app", application).increment();
    next.failed(application, what, reason);
  }

  @Override
  public OutputStream output(String application) {
    OutputStream further = next.output(application);
    OutputStream kept = new LineStream(line -> of(application).add("output", line));
    return new OutputStream() {
      @Override
      public void write(int b) throws java.io.IOException {
        kept.write(b);
        further.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws java.io.IOException {
        kept.write(bytes, offset, length);
        further.write(bytes, offset, length);
      }
    };
  }
}
