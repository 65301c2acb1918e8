package dev.pyrestrict.hosting;

import java.util.List;
import java.util.Map;

/**
 * How much a guest may ask of services for one request.
 *
 * @param calls how often it may ask
 * @param bytes what it may send and be sent, together
 */
public record ServiceLimits(long calls, long bytes) {

  /** What applications have that say nothing of it. */
  public static final ServiceLimits DEFAULT = new ServiceLimits(1000, 64L << 20);

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
