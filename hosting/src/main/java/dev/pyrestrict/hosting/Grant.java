package dev.pyrestrict.hosting;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import com.google.common.io.BaseEncoding;
import dev.pyrestrict.runtime.HostFunction;
import dev.pyrestrict.runtime.Refusal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one guest has been given of the host's services: their names, and the tokens that it was
 * handed for them. A token says nothing, works for this guest only, and for nobody when the grant
 * is revoked.
 */
public final class Grant implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MOST_TOKENS = 1000;

  /** How what guards refused begins in the log. */
  static final String GUARD = "guard ";

  /** Refusals of one request that are logged one by one. */
  private static final int MOST_REFUSALS = 200;

  /** Characters of what a guest asked for, and of why it may not, that are logged. */
  private static final int LONGEST_WORDS = 1000;

  private final String application;
  private final Path directory;
  private final ImmutableSetMultimap<String, String> names;
  private final ImmutableMap<String, Service> services;
  private final ServiceLimits limits;
  private final AuditLog audit;
  private final Use use = new Use();
  private final ImmutableMap<String, Use> shares;
  private final AtomicLong refusals = new AtomicLong();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> holdings = new ConcurrentHashMap<>();
  private volatile Optional<StreamedResponse> response = Optional.empty();

  /** What it is asked for now; a cell may say that a request is over while it still asks. */
  private int asked;

  /** Whether a request ended meanwhile: what was held for it is taken back afterwards. */
  private boolean late;

  private boolean revoked;

  Grant(
      String application,
      Path directory,
      ImmutableSetMultimap<String, String> names,
      ImmutableMap<String, Service> services,
      ServiceLimits limits,
      AuditLog audit) {
    this.application = application;
    this.directory = directory;
    this.names = names;
    this.services = services;
    this.limits = limits;
    shares = ImmutableMap.copyOf(Maps.transformValues(limits.shares(), _ -> new Use()));
    this.audit = audit;
  }

  /** Returns the name of the application whose guest this is: guests of one share their data. */
  public String application() {
    return application;
  }

  /** Returns how much the guest may ask of services for one request. */
  ServiceLimits limits() {
    return limits;
  }

  /** Returns the directory whose files the guest may read. */
  Path directory() {
    return directory;
  }

  /** Reports whether the guest may use the service of that kind and name. */
  public boolean allows(String kind, String name) {
    return names.containsEntry(kind, name);
  }

  /** Returns the names of the services of a kind that the guest may use. */
  public Iterable<String> names(String kind) {
    return names.get(kind);
  }

  /** Returns the name of the service that a token of this guest stands for. */
  public Optional<String> named(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  /** Returns what a service keeps for this guest; made when there is nothing yet. */
  <T> T holding(Class<T> type, java.util.function.Supplier<T> maker) {
    return type.cast(holdings.computeIfAbsent(type, ignored -> maker.get()));
  }

  /** Returns the function that the guest's clients call: service, operation, arguments. */
  HostFunction function() {
    return (arguments, keywords) -> {
      boolean holds = begin();
      try {
        return answer(holds, arguments);
      } finally {
        end(holds);
      }
    };
  }

  /** Begins to do something for the guest, if that still has a grant. */
  private synchronized boolean begin() {
    if (!revoked) {
      asked++;
    }
    return !revoked;
  }

  private void end(boolean holds) {
    boolean due;
    synchronized (this) {
      asked -= holds ? 1 : 0;
      due = late && asked == 0;
      late = late && !due;
    }
    if (due) {
      takeBack();
    }
  }

  private Object answer(boolean holds, List<Object> arguments) {
    String what = "a service";
    try {
      if (!holds) {
        throw ServiceException.refused("this guest's grants have been revoked");
      }
      if (arguments.size() < 2
          || !(arguments.get(0) instanceof String service)
          || !(arguments.get(1) instanceof String operation)) {
        throw ServiceException.refused("a service and an operation are asked for by their names");
      }
      what = service + "." + operation;
      List<Object> rest = arguments.subList(2, arguments.size());
      if (service.equals("gateway")) {
        count(service, rest);
        return ok(gateway(operation, rest));
      }
      if (service.equals(StreamedResponse.KIND)) {
        StreamedResponse asked =
            response.orElseThrow(
                () -> ServiceException.refused("there is no request to be answered"));
        return ok(asked.call(operation, rest));
      }
      count(service, rest);
      Service found = services.get(service);
      if (found == null || !names.containsKey(service) && !service.equals(FileService.KIND)) {
        throw ServiceException.refused("the host gives this guest no service '" + service + "'");
      }
      Object answer = found.call(this, operation, rest);
      transferred(service, answer);
      return ok(answer);
    } catch (ServiceException e) {
      if (e.kind().equals("refused")) {
        refused(what, e.getMessage());
      }
      return Arrays.asList(e.kind(), e.getMessage());
    } catch (Exception e) {
      return failed(what, e);
    } catch (Error e) {
      // What a guest asked for was too much, or too deep, for Java.
      return failed(what, new ExecutionException(e));
    }
  }

  private List<Object> failed(String what, Exception reason) {
    audit.failed(application, cut(what), reason);
    return Arrays.asList("internal", "the service failed");
  }

  private void count(String service, List<Object> arguments) throws ServiceException {
    use.count("services", limits.calls());
    if (shares.containsKey(service)) {
      shares.get(service).count(service, limits.shares().get(service).calls());
    }
    transferred(service, arguments);
  }

  private void transferred(String service, Object data) throws ServiceException {
    long size = ServiceLimits.size(data);
    use.transfer("services", size, limits.bytes());
    if (shares.containsKey(service)) {
      shares.get(service).transfer(service, size, limits.shares().get(service).bytes());
    }
  }

  /** What one request has asked, of one service or of all. */
  private static final class Use {
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    void count(String asked, long most) throws ServiceException {
      if (calls.incrementAndGet() > most) {
        throw ServiceException.refused(
            "a request may ask " + asked + " " + most + " times, not more");
      }
    }

    void transfer(String asked, long size, long most) throws ServiceException {
      if (bytes.addAndGet(size) > most) {
        throw ServiceException.refused(
            "a request may send to " + asked + " and be sent " + most + " bytes, not more");
      }
    }

    void clear() {
      calls.set(0);
      bytes.set(0);
    }
  }

  /** A guard refused the guest something, which is logged like what services refuse. */
  void refusedByGuard(Refusal refusal) {
    refused(
        GUARD
            + refusal.guard()
            + " "
            + refusal.subject()
            + (refusal.file().isEmpty() ? "" : " at " + refusal.file() + ":" + refusal.line()),
        refusal.reason());
  }

  /** A guest that is refused again and again shall not fill the log. */
  private void refused(String what, String reason) {
    long count = refusals.incrementAndGet();
    if (count <= MOST_REFUSALS) {
      audit.refused(application, cut(what), cut(reason));
    } else if (count == MOST_REFUSALS + 1) {
      audit.refused(application, "any", "further refusals of this request are not logged");
    }
  }

  private static String cut(String words) {
    return Ascii.truncate(words, LONGEST_WORDS, "...");
  }

  private static List<Object> ok(Object value) {
    return Arrays.asList("ok", value);
  }

  private Object gateway(String operation, List<Object> arguments) throws ServiceException {
    return switch (operation) {
      case "token" -> token(arguments);
      case "services" -> ImmutableMap.copyOf(toLists());
      default -> throw ServiceException.refused("the gateway knows no operation of that name");
    };
  }

  private Map<String, List<String>> toLists() {
    return Maps.transformValues(names.asMap(), kind -> List.copyOf(kind));
  }

  private String token(List<Object> arguments) throws ServiceException {
    if (arguments.size() != 1
        || !(arguments.get(0) instanceof String name)
        || !names.containsValue(name)) {
      throw ServiceException.refused("the host gives this guest no service of that name");
    }
    if (tokens.size() >= MOST_TOKENS) {
      throw new ServiceException("operational", "this guest has been given too many tokens");
    }
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    String token = "gateway-" + BaseEncoding.base64Url().encode(bytes);
    tokens.put(token, name);
    return token;
  }

  /** Begins a request that the guest may answer bit by bit. */
  void requestBegins(StreamedResponse answer) {
    response = Optional.of(answer);
  }

  /** Takes back what the guest holds for one request only, as soon as it asks for nothing. */
  void requestEnded() {
    response = Optional.empty();
    use.clear();
    shares.values().forEach(Use::clear);
    refusals.set(0);
    boolean now;
    synchronized (this) {
      now = asked == 0;
      late = !now;
    }
    if (now) {
      takeBack();
    }
  }

  private void takeBack() {
    services.values().forEach(service -> service.requestEnded(this));
  }

  /** Revokes the grant: the guest's tokens are worth nothing from now on. */
  @Override
  public void close() {
    synchronized (this) {
      revoked = true;
    }
    tokens.clear();
    requestEnded();
  }
}
