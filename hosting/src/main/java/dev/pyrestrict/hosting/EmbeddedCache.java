package dev.pyrestrict.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A store in this process. Each application has so many bytes: what it writes beyond pushes out
 * what it wrote itself, and nobody else's.
 */
final class EmbeddedCache implements CacheStore {
  private static final Duration ENDLESS = Duration.ofDays(3650);

  /** A memcached counts in 64 bits without a sign. */
  private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(Long.SIZE);

  /**
   * A value.
   *
   * @param end of its life, by {@link System#nanoTime}
   */
  private record Entry(ByteBuffer value, long unique, long end) {}

  private final long bytes;
  private final AtomicLong lastUnique = new AtomicLong();
  private final Map<String, Cache<Key, Entry>> applications = new ConcurrentHashMap<>();

  EmbeddedCache(long bytes) {
    this.bytes = bytes;
  }

  private ConcurrentMap<Key, Entry> map(Key key) {
    return applications.computeIfAbsent(key.application(), ignored -> empty()).asMap();
  }

  private Cache<Key, Entry> empty() {
    return Caffeine.newBuilder()
        .maximumWeight(bytes)
        .weigher(
            (Key key, Entry entry) -> 200 + 2 * key.name().length() + entry.value().remaining())
        .expireAfter(
            Expiry.writing(
                (Key key, Entry entry) ->
                    Duration.ofNanos(Math.max(1, entry.end() - System.nanoTime()))))
        .executor(Runnable::run)
        .build();
  }

  private Entry entry(ByteBuffer value, Duration life) {
    return entry(value, end(life));
  }

  private Entry entry(ByteBuffer value, long end) {
    return new Entry(value.asReadOnlyBuffer(), lastUnique.incrementAndGet(), end);
  }

  private static long end(Duration life) {
    return System.nanoTime() + (life.isZero() ? ENDLESS : life).toNanos();
  }

  @Override
  public Optional<Found> get(Key key) {
    return Optional.ofNullable(map(key).get(key))
        .map(entry -> new Found(entry.value().duplicate(), entry.unique()));
  }

  @Override
  public boolean put(Condition condition, Key key, ByteBuffer value, Duration life) {
    Entry fresh = entry(value, life);
    return switch (condition) {
      case ALWAYS -> {
        map(key).put(key, fresh);
        yield true;
      }
      case IF_ABSENT -> map(key).putIfAbsent(key, fresh) == null;
      case IF_PRESENT -> map(key).replace(key, fresh) != null;
    };
  }

  @Override
  public boolean putIfUnchanged(Key key, ByteBuffer value, long unique, Duration life) {
    Entry fresh = entry(value, life);
    Entry now = map(key).computeIfPresent(key, (k, old) -> old.unique() == unique ? fresh : old);
    return now != null && now.unique() == fresh.unique();
  }

  @Override
  public boolean delete(Key key) {
    return map(key).remove(key) != null;
  }

  @Override
  public boolean touch(Key key, Duration life) {
    long end = end(life);
    return map(key).computeIfPresent(key, (k, old) -> new Entry(old.value(), old.unique(), end))
        != null;
  }

  @Override
  public OptionalLong add(Key key, long delta) {
    AtomicReference<OptionalLong> sum = new AtomicReference<>(OptionalLong.empty());
    map(key)
        .computeIfPresent(
            key,
            (k, old) -> {
              String digits =
                  StandardCharsets.ISO_8859_1.decode(old.value().duplicate()).toString();
              if (!digits.matches("[0-9]{1,20}") || new BigInteger(digits).compareTo(BEYOND) >= 0) {
                return old;
              }
              BigInteger added = new BigInteger(digits).add(BigInteger.valueOf(delta));
              long value = (delta < 0 ? added.max(BigInteger.ZERO) : added).longValue();
              sum.set(OptionalLong.of(value));
              // It lives as long as it would have.
              return entry(
                  ByteBuffer.wrap(Long.toUnsignedString(value).getBytes(StandardCharsets.US_ASCII)),
                  old.end());
            });
    return sum.get();
  }

  @Override
  public void close() {
    applications.clear();
  }
}
