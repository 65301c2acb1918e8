package dev.pyrestrict.hosting;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pyrestrict.runtime.GuestKeys;
import dev.pyrestrict.runtime.HostFunction;
import dev.pyrestrict.runtime.HostObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guests' values as trees that can be sent. Data is copied; an object of the host stays where it is
 * and goes out as a number under which the other side may ask for it.
 */
final class WireData {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Characters: a Decimal of Python's that crosses has 10,000 digits and zeros. */
  private static final int LONGEST_WRITTEN = 20_000;

  /** How an object of the host, which stays at home, is named on the wire. */
  @FunctionalInterface
  interface Registry {
    /** Returns the number under which the other side may ask for the object. */
    long register(Object object);
  }

  /** What a number of the other side's becomes on this one. */
  interface Remote {
    /** Returns what calls the function. */
    HostFunction function(long target);

    /** Returns the elements that the host's iterator gives. */
    Iterator<?> iterator(long target);

    /** Returns what stands for the object. */
    HostObject object(long target, String name, List<String> attributes, List<String> methods);
  }

  private WireData() {}

  /** Makes the tree of a value. */
  static JsonNode toNode(Object value, Registry registry) {
    return switch (value) {
      case null -> NODES.nullNode();
      case Boolean b -> NODES.booleanNode(b);
      case Integer i -> NODES.numberNode((long) i);
      case Long l -> NODES.numberNode(l);
      case Double d -> NODES.numberNode(d);
      case BigInteger big -> tagged("int").add(big.toByteArray());
      case String s -> text(s);
      case byte[] bytes -> NODES.binaryNode(bytes);
      case List<?> list -> items("list", list, registry);
      case Set<?> set -> items("set", set, registry);
      case BigDecimal number -> tagged("decimal").add(text(number));
      case LocalDate date -> tagged("date").add(date.toString());
      case LocalTime time -> tagged("time").add(time.toString());
      case LocalDateTime moment -> tagged("datetime").add(moment.toString());
      case OffsetDateTime moment -> tagged("zoned datetime").add(moment.toString());
      case ZonedDateTime moment -> toNode(moment.toOffsetDateTime(), registry);
      case Instant moment -> toNode(moment.atOffset(ZoneOffset.UTC), registry);
      case Duration time -> tagged("timedelta").add(time.toString());
      case Map<?, ?> map -> {
        ArrayNode node = tagged("dict");
        map.forEach(
            (key, item) -> {
              node.add(toNode(key, registry));
              node.add(toNode(item, registry));
            });
        yield node;
      }
      case HostFunction function -> tagged("function").add(registry.register(function));
      case Iterator<?> iterator -> tagged("iterator").add(registry.register(iterator));
      case HostObject object -> {
        ArrayNode node = tagged("object").add(registry.register(object)).add(object.name());
        object.attributes().keySet().forEach(node.addArray()::add);
        object.methods().keySet().forEach(node.addArray()::add);
        yield node;
      }
      default ->
          throw new IllegalArgumentException(
              "a value of " + value.getClass() + " can't cross to a cell");
    };
  }

  private static JsonNode text(String text) {
    if (SentText.isWhole(text)) {
      return NODES.textNode(text);
    }
    ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
    units.asCharBuffer().put(text);
    return tagged("utf-16").add(units.array());
  }

  private static ArrayNode items(String tag, Collection<?> items, Registry registry) {
    ArrayNode node = tagged(tag);
    items.forEach(item -> node.add(toNode(item, registry)));
    return node;
  }

  private static ArrayNode tagged(String tag) {
    return NODES.arrayNode().add(tag);
  }

  /**
   * Makes the value of a tree.
   *
   * @throws IOException if it is none
   */
  static Object fromNode(JsonNode node, Remote remote) throws IOException {
    return switch (node.getNodeType()) {
      case NULL -> null;
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> fromNumber(node);
      case STRING -> node.textValue();
      case BINARY -> node.binaryValue();
      case ARRAY -> fromTagged(node, remote);
      case OBJECT, MISSING, POJO -> throw new IOException("not a value");
    };
  }

  private static Object fromNumber(JsonNode node) throws IOException {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (node.isFloat() || node.isDouble()) {
      return node.doubleValue();
    }
    throw new IOException("not a value");
  }

  private static Object fromTagged(JsonNode node, Remote remote) throws IOException {
    String tag = node.path(0).asText();
    return switch (tag) {
      case "int" -> number(node.path(1).binaryValue());
      case "utf-16" -> utf16(node.path(1).binaryValue());
      case "list" -> {
        List<Object> list = new ArrayList<>();
        for (int i = 1; i < node.size(); i++) {
          list.add(fromNode(node.get(i), remote));
        }
        yield list;
      }
      case "dict" -> {
        GuestKeys keys = new GuestKeys();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 1; i + 1 < node.size(); i += 2) {
          map.put(keys.checked(fromNode(node.get(i), remote)), fromNode(node.get(i + 1), remote));
        }
        yield map;
      }
      case "set" -> {
        GuestKeys keys = new GuestKeys();
        Set<Object> set = new LinkedHashSet<>();
        for (int i = 1; i < node.size(); i++) {
          set.add(keys.checked(fromNode(node.get(i), remote)));
        }
        yield set;
      }
      case "decimal", "date", "time", "datetime", "zoned datetime", "timedelta" ->
          written(tag, node.path(1).asText());
      case "function" -> remote.function(node.path(1).asLong());
      case "iterator" -> remote.iterator(node.path(1).asLong());
      case "object" ->
          remote.object(
              node.path(1).asLong(),
              node.path(2).asText(),
              texts(node.path(3)),
              texts(node.path(4)));
      default -> throw new IOException("not a value");
    };
  }

  /** Reads what Java writes as a short text. */
  private static Object written(String kind, String text) throws IOException {
    if (text.length() > LONGEST_WRITTEN) {
      throw new IOException("not a value");
    }
    try {
      return switch (kind) {
        case "decimal" -> decimal(text);
        case "date" -> LocalDate.parse(text);
        case "time" -> LocalTime.parse(text);
        case "datetime" -> LocalDateTime.parse(text);
        case "zoned datetime" -> OffsetDateTime.parse(text);
        case "timedelta" -> Duration.parse(text);
        default -> throw new IOException("not a value");
      };
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new IOException("not a value", e);
    }
  }

  private static BigDecimal decimal(String text) throws IOException {
    BigDecimal number = new BigDecimal(text);
    if (!isShort(number)) {
      throw new IOException("not a value");
    }
    return number;
  }

  /** A number of few characters may have more digits than there is memory for. */
  private static boolean isShort(BigDecimal number) {
    return Math.abs((long) number.scale()) + number.precision() <= LONGEST_WRITTEN;
  }

  private static String text(BigDecimal number) {
    checkArgument(isShort(number), "a number of that many digits can't cross to a cell");
    return number.toString();
  }

  /** Bytes, not digits: to read digits takes the square of their number. */
  private static BigInteger number(byte[] bytes) throws IOException {
    if (bytes == null || bytes.length == 0) {
      throw new IOException("not a number");
    }
    return new BigInteger(bytes);
  }

  private static String utf16(byte[] units) throws IOException {
    if (units == null) {
      throw new IOException("not a text");
    }
    return ByteBuffer.wrap(units).asCharBuffer().toString();
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
