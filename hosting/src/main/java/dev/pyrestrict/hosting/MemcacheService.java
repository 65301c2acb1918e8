package dev.pyrestrict.hosting;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Caches by name. Each application has keys of its own in each of them. A value is kept as bytes: a
 * number as its digits, so that it can be added to, everything else behind a letter of its kind.
 */
final class MemcacheService implements Service {
  private static final int LONGEST_KEY = 250;

  /** A memcached takes a megabyte with the key and what it keeps beside it. */
  private static final int LARGEST_VALUE = 1_000_000;

  private final CacheStore store;

  MemcacheService(CacheStore store) {
    this.store = store;
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
    try {
      return answer(
          new CacheStore.Key("memcache", grant.application(), cache, name), operation, arguments);
    } catch (IOException e) {
      // Where it is, and why it does not answer, is nothing for guests.
      throw new ServiceException("operational", "the cache did not answer");
    }
  }

  private Object answer(CacheStore.Key key, String operation, List<Object> arguments)
      throws ServiceException, IOException {
    return switch (operation) {
      case "get" -> {
        CacheStore.Found found = store.get(key).orElse(null);
        yield found == null ? null : Arrays.asList(decoded(found.value()), found.unique());
      }
      case "set" -> put(CacheStore.Condition.ALWAYS, key, arguments);
      case "add" -> put(CacheStore.Condition.IF_ABSENT, key, arguments);
      case "replace" -> put(CacheStore.Condition.IF_PRESENT, key, arguments);
      case "cas" ->
          store.putIfUnchanged(key, value(arguments), number(arguments, 3), life(arguments, 4));
      case "delete" -> store.delete(key);
      case "touch" -> store.touch(key, life(arguments, 2));
      case "incr" -> {
        var sum = store.add(key, number(arguments, 2));
        yield sum.isPresent() ? unsigned(sum.getAsLong()) : null;
      }
      default -> throw ServiceException.refused("memcache knows no operation of that name");
    };
  }

  private boolean put(CacheStore.Condition condition, CacheStore.Key key, List<Object> arguments)
      throws ServiceException, IOException {
    return store.put(condition, key, value(arguments), life(arguments, 3));
  }

  private static ByteBuffer value(List<Object> arguments) throws ServiceException {
    Object given = arguments.size() > 2 ? arguments.get(2) : null;
    ByteBuffer value =
        switch (given) {
          case Long number -> ascii(number.toString());
          case String text -> marked('s', utf8(text));
          case byte[] bytes -> marked('b', bytes);
          case List<?> pair
              when pair.size() == 2
                  && "json".equals(pair.get(0))
                  && pair.get(1) instanceof String json ->
              marked('j', utf8(json));
          case null, default ->
              throw new ServiceException("data", "a value of that kind can't be kept");
        };
    if (value.remaining() > LARGEST_VALUE) {
      throw new ServiceException("data", "a value has at most " + LARGEST_VALUE + " bytes");
    }
    return value;
  }

  @Override
  public void close() {
    store.close();
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] utf8(String text) throws ServiceException {
    return SentText.whole(text).getBytes(StandardCharsets.UTF_8);
  }

  private static ByteBuffer marked(char kind, byte[] bytes) {
    return ByteBuffer.allocate(bytes.length + 1).put((byte) kind).put(bytes).flip();
  }

  private static Object decoded(ByteBuffer value) throws ServiceException {
    char kind = value.hasRemaining() ? (char) value.get(value.position()) : ' ';
    ByteBuffer rest = value.hasRemaining() ? value.slice(1, value.remaining() - 1) : value;
    return switch (kind) {
      case 's' -> StandardCharsets.UTF_8.decode(rest).toString();
      case 'b' -> {
        byte[] bytes = new byte[rest.remaining()];
        rest.get(bytes);
        yield bytes;
      }
      case 'j' -> List.of("json", StandardCharsets.UTF_8.decode(rest).toString());
      default -> {
        // A number; memcached leaves spaces behind one that has become shorter.
        String digits = StandardCharsets.ISO_8859_1.decode(value).toString().strip();
        if (!digits.matches("-?[0-9]{1,20}")) {
          throw new ServiceException("data", "what is kept there was not kept by this service");
        }
        yield number(new BigInteger(digits));
      }
    };
  }

  /** A memcached counts in 64 bits without a sign. */
  private static Object unsigned(long number) {
    return number(new BigInteger(Long.toUnsignedString(number)));
  }

  private static Object number(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
  }

  private static Duration life(List<Object> arguments, int index) throws ServiceException {
    long seconds = arguments.size() > index ? number(arguments, index) : 0;
    if (seconds < 0 || seconds > Duration.ofDays(365).toSeconds()) {
      throw new ServiceException("data", "time is in seconds, up to a year; 0 stands for no end");
    }
    return Duration.ofSeconds(seconds);
  }

  private static long number(List<Object> arguments, int index) throws ServiceException {
    if (arguments.size() > index && arguments.get(index) instanceof Long number) {
      return number;
    }
    throw new ServiceException("data", "a whole number is needed");
  }

  private static String text(List<Object> arguments, int index) throws ServiceException {
    if (arguments.size() > index && arguments.get(index) instanceof String text) {
      return SentText.whole(text);
    }
    throw new ServiceException("data", "a text is needed");
  }
}
