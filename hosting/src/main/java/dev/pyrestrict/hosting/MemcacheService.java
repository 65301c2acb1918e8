package dev.pyrestrict.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Caches by name, in this process. Each application has keys of its own in each of them; all share
 * its size, so that what one writes may push out what another did.
 */
public final class MemcacheService implements Service {
  private static final int LONGEST_KEY = 250;
  private static final int LARGEST_VALUE = 1 << 20;

  private record Key(String application, String cache, String key) {}

  private record Entry(Object value, long unique, long seconds) {
    int weight() {
      return 64 + size(value);
    }
  }

  private final AtomicLong lastUnique = new AtomicLong();
  private final Cache<Key, Entry> entries;

  /** Creates the caches; together they hold so many bytes. */
  public MemcacheService(long bytes) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, Entry entry) -> key.key().length() + entry.weight())
            .expireAfter(
                Expiry.writing(
                    (Key key, Entry entry) ->
                        entry.seconds() == 0
                            ? Duration.ofDays(365)
                            : Duration.ofSeconds(entry.seconds())))
            .build();
  }

  @Override
  public Object call(Grant grant, String operation, List<Object> arguments)
      throws ServiceException {
    String cache =
        grant
            .named(text(arguments, 0))
            .filter(name -> grant.allows("memcache", name))
            .orElseThrow(
                () ->
                    ServiceException.refused(
                        "a memcache client is made with a token of the gateway, not with an"
                            + " address"));
    if (operation.equals("check")) {
      return true;
    }
    String name = text(arguments, 1);
    if (name.isEmpty()
        || name.length() > LONGEST_KEY
        || name.chars().anyMatch(c -> c <= ' ' || c == 127)) {
      throw new ServiceException(
          "data", "a key has 1 to " + LONGEST_KEY + " characters, no spaces and no controls");
    }
    Key key = new Key(grant.application(), cache, name);
    ConcurrentMap<Key, Entry> map = entries.asMap();
    return switch (operation) {
      case "get" ->
          Optional.ofNullable(map.get(key))
              .map(entry -> Arrays.asList(entry.value(), entry.unique()))
              .orElse(null);
      case "set" -> {
        map.put(key, entry(arguments, 2, 3));
        yield true;
      }
      case "add" -> map.putIfAbsent(key, entry(arguments, 2, 3)) == null;
      case "replace" -> map.replace(key, entry(arguments, 2, 3)) != null;
      case "cas" -> {
        Entry changed = entry(arguments, 2, 4);
        long unique = number(arguments, 3);
        Entry now = map.computeIfPresent(key, (k, old) -> old.unique() == unique ? changed : old);
        yield now != null && now.unique() == changed.unique();
      }
      case "delete" -> map.remove(key) != null;
      case "touch" -> {
        long seconds = seconds(arguments, 2);
        yield map.computeIfPresent(key, (k, old) -> new Entry(old.value(), old.unique(), seconds))
            != null;
      }
      case "incr" -> increment(map, key, number(arguments, 2));
      default -> throw ServiceException.refused("memcache knows no operation of that name");
    };
  }

  private Object increment(ConcurrentMap<Key, Entry> map, Key key, long delta) {
    Entry now =
        map.computeIfPresent(
            key,
            (k, old) ->
                old.value() instanceof Long value
                    ? new Entry(
                        Math.max(0, value + delta), lastUnique.incrementAndGet(), old.seconds())
                    : old);
    return now != null && now.value() instanceof Long value ? value : null;
  }

  private Entry entry(List<Object> arguments, int value, int time) throws ServiceException {
    Object given = arguments.size() > value ? arguments.get(value) : null;
    boolean plain = given instanceof String || given instanceof byte[] || given instanceof Long;
    boolean json =
        given instanceof List<?> list
            && list.size() == 2
            && "json".equals(list.get(0))
            && list.get(1) instanceof String;
    if (!plain && !json) {
      throw new ServiceException("data", "a value of that kind can't be kept");
    }
    if (size(given) > LARGEST_VALUE) {
      throw new ServiceException("data", "a value has at most " + LARGEST_VALUE + " bytes");
    }
    return new Entry(given, lastUnique.incrementAndGet(), seconds(arguments, time));
  }

  private static int size(Object value) {
    return switch (value) {
      case String s -> s.getBytes(StandardCharsets.UTF_8).length;
      case byte[] bytes -> bytes.length;
      case List<?> list -> size(list.get(1));
      default -> 8;
    };
  }

  private static long seconds(List<Object> arguments, int index) throws ServiceException {
    long seconds = arguments.size() > index ? number(arguments, index) : 0;
    if (seconds < 0 || seconds > Duration.ofDays(365).toSeconds()) {
      throw new ServiceException("data", "time is in seconds, up to a year; 0 stands for no end");
    }
    return seconds;
  }

  private static long number(List<Object> arguments, int index) throws ServiceException {
    if (arguments.size() > index && arguments.get(index) instanceof Long number) {
      return number;
    }
    throw new ServiceException("data", "a whole number is needed");
  }

  private static String text(List<Object> arguments, int index) throws ServiceException {
    if (arguments.size() > index && arguments.get(index) instanceof String text) {
      return text;
    }
    throw new ServiceException("data", "a text is needed");
  }
}
