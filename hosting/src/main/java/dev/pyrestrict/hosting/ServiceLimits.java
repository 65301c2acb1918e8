package dev.pyrestrict.hosting;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Map;

/**
 * How much a guest may ask of services for one request.
 *
 * @param calls how often it may ask
 * @param bytes what it may send and be sent, together
 * @param connections to databases that it may have open at a time; nothing else stays open between
 *     two calls
 * @param shares what it may ask of single services, by their kinds, where that is less
 */
public record ServiceLimits(
    long calls, long bytes, long connections, ImmutableMap<String, Share> shares) {

  /** The kinds of services that applications are granted, of which a share can be said. */
  static final ImmutableSet<String> KINDS =
      ImmutableSet.of("sql", "memcache", "session", "fetch", FileService.KIND);

  /**
   * What a guest may ask of one service for one request.
   *
   * @param calls how often it may ask
   * @param bytes what it may send and be sent, together
   */
  public record Share(long calls, long bytes) {}

  /** What applications have that say nothing of it. */
  public static final ServiceLimits DEFAULT =
      new ServiceLimits(1000, 64L << 20, 4, ImmutableMap.of());

  public ServiceLimits {
    check("limits", calls, bytes);
    shares.forEach((kind, share) -> check("limits." + kind, share.calls(), share.bytes()));
    checkArgument(
        connections >= 0 && connections <= SqlService.MOST_AT_ONCE,
        "'limits.connections' is a number from 0 to %s, got %s",
        SqlService.MOST_AT_ONCE,
        connections);
  }

  private static void check(String table, long calls, long bytes) {
    checkArgument(calls >= 0, "'%s.calls' is 0 or more, got %s", table, calls);
    checkArgument(bytes >= 0, "'%s.transfer' is 0 or more, got %s", table, bytes);
  }

  /** Returns about how many bytes a value takes on its way. */
  static long size(Object value) {
    return switch (value) {
      case String text -> 8L + text.length();
      case byte[] bytes -> 8L + bytes.length;
      case Collection<?> items -> items.stream().mapToLong(ServiceLimits::size).sum() + 8;
      case Map<?, ?> map ->
          map.entrySet().stream()
                  .mapToLong(entry -> size(entry.getKey()) + size(entry.getValue()))
                  .sum()
              + 8;
      case BigInteger number -> 8L + number.bitLength() / 8;
      case BigDecimal number -> 16L + number.precision();
      // About what they have when they are written.
      case Temporal _, TemporalAmount _ -> 40;
      case null, default -> 8;
    };
  }
}
