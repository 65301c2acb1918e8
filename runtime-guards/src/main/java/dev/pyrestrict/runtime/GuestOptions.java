package dev.pyrestrict.runtime;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What one guest gets from its host.
 *
 * @param arguments {@code sys.argv} of the guest: the program's name, then what it was given
 * @param output where its standard output goes
 * @param errors where its standard error goes
 * @param predeclared names the guest finds defined: data (a snapshot that the guest can't change),
 *     {@link HostFunction}, {@link HostObject}, or a function that a module lends
 * @param prologue Python that the host trusts, to be run before the guest; "" for none
 */
public record GuestOptions(
    ImmutableList<String> arguments,
    OutputStream output,
    OutputStream errors,
    ImmutableMap<String, Object> predeclared,
    String prologue) {

  /** Returns a builder: no arguments, output that goes nowhere, no names. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds options; not thread-safe. */
  public static final class Builder {
    /** Names that no guest could spell. */
    private static final String INPUT = "sys.stdin";

    private static final String TRACE = "guards.trace";
    private static final String REFUSALS = "guards.refusals";

    private ImmutableList<String> arguments = ImmutableList.of();
    private OutputStream output = OutputStream.nullOutputStream();
    private OutputStream errors = OutputStream.nullOutputStream();
    private final Map<String, Object> predeclared = new LinkedHashMap<>();
    private String prologue = "";

    private Builder() {}

    /** Sets {@code sys.argv}, the program's name first. */
    @CanIgnoreReturnValue
    public Builder arguments(ImmutableList<String> value) {
      arguments = value;
      return this;
    }

    /** Sets where standard output goes. */
    @CanIgnoreReturnValue
    public Builder output(OutputStream value) {
      output = value;
      return this;
    }

    /** Sets where standard error goes. */
    @CanIgnoreReturnValue
    public Builder errors(OutputStream value) {
      errors = value;
      return this;
    }

    /** Gives the guest a function. */
    @CanIgnoreReturnValue
    public Builder function(String name, HostFunction function) {
      predeclared.put(name, function);
      return this;
    }

    /**
     * Gives the guest standard input: a function without arguments that returns the next line with
     * its line end, and an empty text after the last one. Without it {@code input()} finds the end
     * at once.
     */
    @CanIgnoreReturnValue
    public Builder input(HostFunction lines) {
      predeclared.put(INPUT, lines);
      return this;
    }

    /**
     * Gives the guest a function that takes anything and returns None. The host learns that it was
     * called, and nothing of what it was called with.
     */
    @CanIgnoreReturnValue
    public Builder signal(String name, Runnable called) {
      predeclared.put(name, new Signal(called));
      return this;
    }

    /**
     * Has the guest's guards say what they answer: the function is called with the guard's name,
     * the guest's file, the line in it, what was asked for, and {@code allowed} or the exception
     * that the guard raised; once for each different answer. Guests are much slower then.
     */
    @CanIgnoreReturnValue
    public Builder guardTrace(HostFunction listener) {
      predeclared.put(TRACE, listener);
      return this;
    }

    /**
     * Has the host told what guards refuse the guest while it runs: each place and subject once, a
     * thousand of them at most. The guest's thread calls the listener and waits for it.
     */
    @CanIgnoreReturnValue
    public Builder refusals(Consumer<Refusal> listener) {
      HostFunction function =
          (arguments, keywords) -> {
            listener.accept(
                new Refusal(
                    (String) arguments.get(0),
                    (String) arguments.get(1),
                    ((Long) arguments.get(2)).intValue(),
                    (String) arguments.get(3),
                    (String) arguments.get(4)));
            return true;
          };
      predeclared.put(REFUSALS, function);
      return this;
    }

    /** Gives the guest an object. */
    @CanIgnoreReturnValue
    public Builder object(String name, HostObject object) {
      predeclared.put(name, object);
      return this;
    }

    /** Gives the guest data: it arrives as a snapshot that can't be changed (lists as tuples). */
    @CanIgnoreReturnValue
    public Builder data(String name, Object value) {
      predeclared.put(name, new FrozenData(value));
      return this;
    }

    /**
     * Gives all of the guest's modules a function that one of them defines, under its name. The
     * module is one that is added to the guest; the first call imports it.
     */
    @CanIgnoreReturnValue
    public Builder lent(String name, String module) {
      predeclared.put(name, new Lent(module));
      return this;
    }

    /**
     * Has Python that the host trusts run in the guest's context before the guest: not compiled,
     * not guarded, under no limits, with all of Python's library that needs no file, no network and
     * no process. It hands over what guests shall have:
     *
     * <ul>
     *   <li>{@code give(name, value)} binds a name that the guest's policy predeclares: data, which
     *       is copied, or a function, which is given copies of data and answers with a copy
     *   <li>{@code replace(module, name, value)} and {@code remove(module, *names)} change what
     *       guests see of a module
     *   <li>{@code raise Refusal("ValueError", "words")} in such a function is told to the guest;
     *       of all else that is raised it learns only that the host failed
     * </ul>
     *
     * <p>Then the guest is in jail: these end, by {@code enter_jail()} or with the prologue, and so
     * do the host's functions that are {@link HostFunction.BeforeJail}. A guest can run into its
     * limits inside such a function, at any point of it.
     *
     * @throws IllegalArgumentException from the making of a guest, if it raises
     */
    @CanIgnoreReturnValue
    public Builder prologue(String value) {
      prologue = value;
      return this;
    }

    /** Returns the options. */
    public GuestOptions build() {
      return new GuestOptions(
          arguments, output, errors, ImmutableMap.copyOf(predeclared), prologue);
    }
  }

  /** A function that one of the guest's own modules defines. */
  public record Lent(String module) {}

  /** Something that the host is told has happened. */
  public record Signal(Runnable called) {}

  /** Data that many guests may be given: it crosses as something that can't be changed. */
  public record FrozenData(Object value) {}
}
