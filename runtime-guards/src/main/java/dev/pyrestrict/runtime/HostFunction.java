package dev.pyrestrict.runtime;

import java.util.List;
import java.util.Map;

/**
 * A function of the host that guests can call.
 *
 * <p>Arguments and results are data and are copied: null (None), Boolean, Integer, Long,
 * BigInteger, Double, String, byte[], List (a tuple arrives as one), Map, Set, BigDecimal,
 * LocalDate, LocalTime, LocalDateTime, OffsetDateTime (a datetime with a tzinfo), Duration (a
 * timedelta); a result may also be an Instant or ZonedDateTime, be an {@link java.util.Iterator} of
 * data, a {@link HostObject} or another {@code HostFunction}. A guest's function arrives as a
 * {@link GuestCallable}.
 */
@FunctionalInterface
public interface HostFunction {

  /**
   * Called on the guest's thread.
   *
   * @throws HostException to raise a Python exception in the guest; anything else that is thrown
   *     reaches the guest as a {@code RuntimeError} that says nothing about it
   */
  Object call(List<Object> arguments, Map<String, Object> keywords) throws Exception;

  /** A function for the host's own prologue: refused as soon as its guest is in jail. */
  record BeforeJail(HostFunction function) implements HostFunction {
    @Override
    public Object call(List<Object> arguments, Map<String, Object> keywords) throws Exception {
      return function.call(arguments, keywords);
    }
  }
}
