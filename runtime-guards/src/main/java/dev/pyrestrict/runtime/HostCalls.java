package dev.pyrestrict.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * The host's functions that one guest can call. Nothing a host function throws reaches the guest
 * but the type and message of a {@link HostException}.
 */
final class HostCalls {
  private final HostData data = new HostData(this);
  private final List<Object> registered = new ArrayList<>();
  private Value callBack;
  private volatile boolean jailed;

  HostData data() {
    return data;
  }

  /** Sets the guest side's function that calls guest callables. */
  void callBack(Value function) {
    callBack = function;
  }

  /**
   * Remembers something to be called and returns the number under which the guest's side knows it.
   */
  long register(Object callable) {
    registered.add(callable);
    return registered.size() - 1L;
  }

  /**
   * Ends the time in which functions that are not for guests can be called. There is no way back.
   */
  Object enterJail() {
    jailed = true;
    return true;
  }

  /** Calls the registered function with the tagged forms of its arguments and keywords. */
  Object call(Value... arguments) {
    try {
      HostFunction function = (HostFunction) registered.get(arguments[0].asInt());
      if (jailed && function instanceof HostFunction.BeforeJail) {
        throw new HostException("PermissionError", "not available in jail");
      }
      List<Object> positional = asList(data.toHost(arguments[1]));
      Map<String, Object> keywords = new LinkedHashMap<>();
      asMap(data.toHost(arguments[2])).forEach((key, value) -> keywords.put((String) key, value));
      return data.toGuest(function.call(positional, keywords), false);
    } catch (HostException e) {
      return HostData.error(e.type(), e.getMessage());
    } catch (PolyglotException e) {
      // The guest's own exception on its way through a host function, or its cancellation.
      throw e;
    } catch (Exception | Error e) {
      // An error of Java's would be an exception that the guest can catch, with all that it says.
      return HostData.error("RuntimeError", "a function of the host failed");
    }
  }

  /** Returns the next element of a registered iterator in a list of one, or null at its end. */
  Object next(Value... arguments) {
    try {
      Iterator<?> iterator = (Iterator<?>) registered.get(arguments[0].asInt());
      return iterator.hasNext() ? ProxyArray.fromArray(data.toGuest(iterator.next(), false)) : null;
    } catch (PolyglotException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return ProxyArray.fromArray(HostData.error("RuntimeError", "an iterator of the host failed"));
    }
  }

  /** Returns the host's view of a guest's function. */
  GuestCallable guestCallable(Value identity) {
    long number = identity.asLong();
    return arguments ->
        data.toHost(callBack.execute(number, data.toGuest(List.copyOf(arguments), false)));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> asList(Object value) {
    return (List<Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> asMap(Object value) {
    return (Map<Object, Object>) value;
  }
}
