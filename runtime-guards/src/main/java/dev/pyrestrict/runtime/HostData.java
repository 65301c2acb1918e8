package dev.pyrestrict.runtime;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * Copies data between host and guest. Java values become tagged arrays that {@code guest/host.py}
 * turns into Python's own types, and the other way round; nothing is shared and no object of one
 * side is held by the other.
 */
final class HostData {
  /** Of a timedelta. */
  private static final long MOST_DAYS = 999_999_999;

  private static final long SECONDS_OF_DAY = Duration.ofDays(1).toSeconds();

  private final HostCalls calls;

  HostData(HostCalls calls) {
    this.calls = calls;
  }

  /** Makes the tagged form of a value for the guest. */
  Object toGuest(Object value, boolean frozen) {
    return switch (value) {
      case null -> null;
      case Boolean b -> b;
      case Integer i -> (long) i;
      case Long l -> l;
      case Double d -> d;
      case String s -> s;
      case BigInteger big -> tagged("big", big.toString(16));
      case byte[] bytes -> tagged("bytes", new String(bytes, StandardCharsets.ISO_8859_1));
      case List<?> list -> items(frozen ? "tuple" : "list", list, frozen);
      case Set<?> set -> items(frozen ? "frozenset" : "set", set, true);
      case Map<?, ?> map -> {
        List<Object> items = new ArrayList<>();
        items.add(frozen ? "frozen dict" : "dict");
        map.forEach(
            (key, item) -> {
              if (!(item instanceof Secret)) {
                items.add(toGuest(key, true));
                items.add(toGuest(item, frozen));
              }
            });
        yield ProxyArray.fromList(items);
      }
      case BigDecimal number -> tagged("decimal", number.toString());
      case LocalDate date -> tagged("date", fields(date));
      case LocalTime time -> tagged("time", fields(time));
      case LocalDateTime moment -> tagged("datetime", fields(moment));
      case OffsetDateTime moment -> zoned(moment);
      case ZonedDateTime moment -> zoned(moment.toOffsetDateTime());
      case Instant moment -> zoned(moment.atOffset(ZoneOffset.UTC));
      case Duration time -> timedelta(time);
      case GuestOptions.FrozenData data -> toGuest(data.value(), true);
      case Iterator<?> iterator -> tagged("iterator", calls.register(iterator));
      case HostFunction function -> tagged("function", "function", calls.register(function), "");
      case HostObject object -> object(object);
      default -> throw new IllegalArgumentException("a value of this type can't cross to a guest");
    };
  }

  private Object items(String tag, Collection<?> given, boolean frozen) {
    List<Object> items = new ArrayList<>();
    items.add(tag);
    for (Object item : given) {
      if (!(item instanceof Secret)) {
        items.add(toGuest(item, frozen));
      }
    }
    return ProxyArray.fromList(items);
  }

  /** Makes the tagged form of a function that carries a name. */
  Object function(String name, HostFunction function) {
    return tagged("function", name, calls.register(function), "");
  }

  /** Makes the tagged form of a function that takes anything, and tells only that it was called. */
  Object signal(String name, GuestOptions.Signal signal) {
    HostFunction tell =
        (arguments, keywords) -> {
          signal.called().run();
          return null;
        };
    return tagged("signal", name, calls.register(tell));
  }

  /** Makes the tagged form of an exception to be raised in the guest. */
  static Object error(String type, String message) {
    return tagged("error", Strings.nullToEmpty(type), Strings.nullToEmpty(message));
  }

  private Object object(HostObject object) {
    List<Object> items = new ArrayList<>(List.of("object", object.name()));
    object
        .attributes()
        .forEach(
            (name, supplier) -> {
              HostFunction read = (arguments, keywords) -> supplier.get();
              items.addAll(List.of("attribute", name, calls.register(read)));
            });
    object
        .methods()
        .forEach((name, method) -> items.addAll(List.of("method", name, calls.register(method))));
    return ProxyArray.fromList(items);
  }

  private static Object tagged(Object... items) {
    return ProxyArray.fromArray(items);
  }

  private static Object tagged(String tag, List<Integer> fields) {
    return ProxyArray.fromList(ImmutableList.<Object>builder().add(tag).addAll(fields).build());
  }

  private static ImmutableList<Integer> fields(LocalDate date) {
    checkArgument(date.getYear() >= 1 && date.getYear() <= 9999, "a year of Python is 1 to 9999");
    return ImmutableList.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /** Of a second Python has no more than millionths. */
  private static ImmutableList<Integer> fields(LocalTime time) {
    return ImmutableList.of(
        time.getHour(), time.getMinute(), time.getSecond(), time.get(ChronoField.MICRO_OF_SECOND));
  }

  private static ImmutableList<Integer> fields(LocalDateTime moment) {
    return ImmutableList.<Integer>builder()
        .addAll(fields(moment.toLocalDate()))
        .addAll(fields(moment.toLocalTime()))
        .build();
  }

  private static Object zoned(OffsetDateTime moment) {
    return tagged(
        "zoned datetime",
        ImmutableList.<Integer>builder()
            .addAll(fields(moment.toLocalDateTime()))
            .add(moment.getOffset().getTotalSeconds())
            .build());
  }

  private static Object timedelta(Duration time) {
    checkArgument(
        Math.abs(time.toDays()) <= MOST_DAYS,
        "a timedelta of Python has at most %s days",
        MOST_DAYS);
    return tagged(
        "timedelta",
        ImmutableList.of(
            (int) Math.floorDiv(time.getSeconds(), SECONDS_OF_DAY),
            (int) Math.floorMod(time.getSeconds(), SECONDS_OF_DAY),
            time.getNano() / 1000));
  }

  /** Makes a Java value of the tagged form that the guest's side built of exact builtin types. */
  Object toHost(Value value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (value.isString()) {
      return value.asString();
    }
    if (value.isNumber()) {
      return value.asLong();
    }
    String tag = value.getArrayElement(0).asString();
    long size = value.getArraySize();
    return switch (tag) {
      case "float" -> value.getArrayElement(1).asDouble();
      case "big" -> number(value.getArrayElement(1).asString());
      case "bytes" -> value.getArrayElement(1).asString().getBytes(StandardCharsets.ISO_8859_1);
      case "dict" -> {
        GuestKeys keys = new GuestKeys();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (long i = 1; i < size; i += 2) {
          Object key = keys.checked(toHost(value.getArrayElement(i)));
          map.put(key, toHost(value.getArrayElement(i + 1)));
        }
        yield map;
      }
      case "set" -> {
        GuestKeys keys = new GuestKeys();
        Set<Object> set = new LinkedHashSet<>();
        for (long i = 1; i < size; i++) {
          set.add(keys.checked(toHost(value.getArrayElement(i))));
        }
        yield set;
      }
      case "decimal" -> new BigDecimal(value.getArrayElement(1).asString());
      case "date" -> date(value);
      case "time" -> time(value, 1);
      case "datetime" -> LocalDateTime.of(date(value), time(value, 4));
      case "zoned datetime" ->
          OffsetDateTime.of(
              date(value), time(value, 4), ZoneOffset.ofTotalSeconds(field(value, 8)));
      case "timedelta" ->
          Duration.ofDays(field(value, 1))
              .plusSeconds(field(value, 2))
              .plusNanos(field(value, 3) * 1000L);
      case "callable" -> calls.guestCallable(value.getArrayElement(1));
      default -> {
        List<Object> list = new ArrayList<>();
        for (long i = 1; i < size; i++) {
          list.add(toHost(value.getArrayElement(i)));
        }
        yield list;
      }
    };
  }

  private static int field(Value tagged, long index) {
    return tagged.getArrayElement(index).asInt();
  }

  private static LocalDate date(Value tagged) {
    return LocalDate.of(field(tagged, 1), field(tagged, 2), field(tagged, 3));
  }

  private static LocalTime time(Value tagged, long first) {
    return LocalTime.of(
        field(tagged, first),
        field(tagged, first + 1),
        field(tagged, first + 2),
        field(tagged, first + 3) * 1000);
  }

  /** Reads hexadecimal digits; {@link BigInteger} takes the square of their number for that. */
  private static Number number(String written) {
    boolean negative = written.startsWith("-");
    String digits = negative ? written.substring(1) : written;
    byte[] magnitude = HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits);
    BigInteger number = new BigInteger(negative ? -1 : 1, magnitude);
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }
}
