package dev.pyrestrict.hosting;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.Map;

/**
 * How much a guest may ask of services for one request.
 *
 * @param calls how often it may ask
 * @param bytes what it may send and be sent, together
 * @param connections to databases that it may have open at a time; nothing else stays open between
 *     two calls
 */
public record ServiceLimits(long calls, long bytes, long connections) {

  /** What applications have that say nothing of it. */
  public static final ServiceLimits DEFAULT = new ServiceLimits(1000, 64L << 20, 4);

  public ServiceLimits {
    checkArgument(calls >= 0, "'limits.calls' is 0 or more, got %s", calls);
    checkArgument(bytes >= 0, "'limits.transfer' is 0 or more, got %s", bytes);
    checkArgument(
        connections >= 0 && connections <= SqlService.MOST_AT_ONCE,
        "'limits.connections' is a number from 0 to %s, got %s",
        SqlService.MOST_AT_ONCE,
        connections);
  }

  /** Returns about how many bytes a value takes on its way. */
  static long size(Object value) {
    return switch (value) {
      case String text -> 8L + text.length();
      case byte[] bytes -> 8L + bytes.length;
      case List<?> list -> list.stream().mapToLong(ServiceLimits::size).sum() + 8;
      case Map<?, ?> map ->
          map.entrySet().stream()
                  .mapToLong(entry -> size(entry.getKey()) + size(entry.getValue()))
                  .sum()
              + 8;
      case null, default -> 8;
    };
  }
}
