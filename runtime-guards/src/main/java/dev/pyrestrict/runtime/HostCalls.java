package dev.pyrestrict.runtime;

import static com.google.common.base.Preconditions.checkState;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * The host's functions that one guest can call. Nothing a host function throws reaches the guest
 * but the type and message of a {@link HostException}.
 */
final class HostCalls {
  private final HostData data = new HostData(this);
  private final List<Object> registered = new ArrayList<>();
  private Value callBack;
  private volatile boolean jailed;

  /** Whose call it is that the host answers now, if it answers one. */
  private Optional<Thread> answering = Optional.empty();

  /** What the guest has raised in a function of its own that a host function called. */
  private Optional<PolyglotException> raised = Optional.empty();

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
    return answer(
        () -> {
          HostFunction function = (HostFunction) registered.get(arguments[0].asInt());
          if (jailed && function instanceof HostFunction.BeforeJail) {
            throw new HostException("PermissionError", "not available in jail");
          }
          List<Object> positional = asList(ofGuest(() -> data.toHost(arguments[1])));
          Map<String, Object> keywords = new LinkedHashMap<>();
          asMap(ofGuest(() -> data.toHost(arguments[2])))
              .forEach((key, value) -> keywords.put((String) key, value));
          return data.toGuest(function.call(positional, keywords), false);
        },
        "a function of the host failed");
  }

  /** Returns the next element of a registered iterator in a list of one, or null at its end. */
  Object next(Value... arguments) {
    return answer(
        () -> {
          Iterator<?> iterator = (Iterator<?>) registered.get(arguments[0].asInt());
          return iterator.hasNext()
              ? data.toGuest(Collections.singletonList(iterator.next()), false)
              : null;
        },
        "an iterator of the host failed");
  }

  /**
   * Has the host do something. Whatever it throws, the guest never holds an exception of Java's,
   * nor one of another guest's: it could catch it, with all that it says and holds.
   */
  private Object answer(Callable<Object> work, String failure) {
    Optional<Thread> before = answering;
    answering = Optional.of(Thread.currentThread());
    try {
      return work.call();
    } catch (HostException e) {
      return HostData.error(e.type(), e.getMessage());
    } catch (PolyglotException e) {
      // The guest's own exception on its way through a host function, or its cancellation.
      if (raised.equals(Optional.of(e))) {
        throw e;
      }
      return HostData.error("RuntimeError", failure);
    } catch (Exception | Error e) {
      return HostData.error("RuntimeError", failure);
    } finally {
      answering = before;
      raised = Optional.empty();
      GuestThread.forgetInterrupt();
    }
  }

  /** Returns the host's view of a guest's function. */
  GuestCallable guestCallable(Value identity) {
    long number = identity.asLong();
    return arguments -> {
      checkState(
          answering.equals(Optional.of(Thread.currentThread())),
          "a guest's function can be called while the guest waits for what it was handed to");
      GuestThread.forgetInterrupt();
      Object given = data.toGuest(List.copyOf(arguments), false);
      return ofGuest(() -> data.toHost(callBack.execute(number, given)));
    };
  }

  /** Does what the guest has a part in: what is raised there is its own. */
  private Object ofGuest(Supplier<Object> work) {
    try {
      return work.get();
    } catch (PolyglotException e) {
      raised = Optional.of(e);
      throw e;
    }
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
