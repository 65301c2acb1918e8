package dev.pyrestrict.runtime;

import com.google.common.base.Strings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;

/**
 * Copies data between host and guest. Java values become tagged arrays that {@code guest/host.py}
 * turns into Python's own types, and the other way round; nothing is shared and no object of one
 * side is held by the other.
 */
final class HostData {
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
      case List<?> list -> {
        List<Object> items = new ArrayList<>();
        items.add(frozen ? "tuple" : "list");
        for (Object item : list) {
          if (!(item instanceof Secret)) {
            items.add(toGuest(item, frozen));
          }
        }
        yield ProxyArray.fromList(items);
      }
      case Map<?, ?> map -> {
        List<Object> items = new ArrayList<>();
        items.add(frozen ? "frozen dict" : "dict");
        map.forEach(
            (key, item) -> {
              if (!(item instanceof Secret)) {
                items.add(toGuest(key, frozen));
                items.add(toGuest(item, frozen));
              }
            });
        yield ProxyArray.fromList(items);
      }
      case GuestOptions.FrozenData data -> toGuest(data.value(), true);
      case Iterator<?> iterator -> tagged("iterator", calls.register(iterator));
      case HostFunction function -> tagged("function", "function", calls.register(function), "");
      case HostObject object -> object(object);
      default -> throw new IllegalArgumentException("a value of this type can't cross to a guest");
    };
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

  /** Reads hexadecimal digits; {@link BigInteger} takes the square of their number for that. */
  private static Number number(String written) {
    boolean negative = written.startsWith("-");
    String digits = negative ? written.substring(1) : written;
    byte[] magnitude = HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : "0" + digits);
    BigInteger number = new BigInteger(negative ? -1 : 1, magnitude);
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }
}
