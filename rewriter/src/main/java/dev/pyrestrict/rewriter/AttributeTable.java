package dev.pyrestrict.rewriter;

import com.google.common.base.Splitter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is decided about an attribute by its name alone (stage NAME). The one source for the
 * compiler, which leaves out guards by it, and the runtime, which judges names that are computed.
 */
public final class AttributeTable {

  /** What may be done with an attribute of some name. */
  public sealed interface Load {}

  /** Every object may be asked for it. */
  public record Plain() implements Load {}

  /** It depends on the type of the object: the runtime's guard decides. */
  public record ByType() implements Load {}

  /** No object may be asked for it. */
  public record Refused(String reason) implements Load {}

  private static final Pattern INTERNAL = Pattern.compile("__held__|__t[0-9]+__");

  private static final Load PLAIN = new Plain();
  private static final Load BY_TYPE = new ByType();
  private static final Load UNDECIDED = new Refused("nobody has decided about this special name");

  private static final Map<String, Load> LOADS = new HashMap<>();
  private static final Set<String> STORES = new HashSet<>();
  private static final Set<String> DEFINITIONS = new HashSet<>();
  private static final Set<String> LATER = new HashSet<>();
  private static final Map<String, String> UNDEFINABLE = new HashMap<>();

  static {
    for (String line : Table.lines("attributes.txt")) {
      int space = line.indexOf(' ');
      String kind = line.substring(0, space);
      String rest = line.substring(space + 1);
      int colon = rest.indexOf(": ");
      String reason = colon < 0 ? "" : rest.substring(0, colon);
      for (String name : Splitter.on(' ').split(rest.substring(colon < 0 ? 0 : colon + 2))) {
        switch (kind) {
          case "plain" -> LOADS.put(name, PLAIN);
          case "typed" -> LOADS.put(name, BY_TYPE);
          case "refused" -> LOADS.put(name, new Refused(reason));
          case "store" -> STORES.add(name);
          case "define" -> DEFINITIONS.add(name);
          case "later" -> LATER.add(name);
          case "undefinable" -> UNDEFINABLE.put(name, reason);
          default -> throw new IllegalStateException("attributes.txt: " + kind);
        }
      }
    }
  }

  private AttributeTable() {}

  /** Decides a read of an attribute. */
  public static Load load(String name) {
    Load decided = LOADS.get(name);
    if (decided != null) {
      return decided;
    }
    if (!name.startsWith("_")) {
      return PLAIN;
    }
    return isSpecial(name) ? UNDECIDED : BY_TYPE;
  }

  /** Returns why an attribute of that name can't be set or deleted on an object, if so. */
  public static Optional<String> storeRefusal(String name) {
    if (STORES.contains(name) || LATER.contains(name)) {
      return Optional.empty();
    }
    if (load(name) instanceof Refused(String reason)) {
      return Optional.of(reason);
    }
    return isSpecial(name)
        ? Optional.of("special names are set in the class body or not at all")
        : Optional.empty();
  }

  /**
   * Reports whether it is a special method that may also be set when its class is made; the guard
   * is told its name.
   */
  public static boolean isLater(String name) {
    return LATER.contains(name);
  }

  /** Returns why a class body can't bind that name, if so. */
  public static Optional<String> definitionRefusal(String name) {
    String reason = UNDEFINABLE.get(name);
    if (reason != null) {
      return Optional.of(reason);
    }
    return isSpecial(name) && !DEFINITIONS.contains(name)
        ? Optional.of("nobody has decided about this special name")
        : Optional.empty();
  }

  /** Reports whether the name has two underscores at both ends. */
  static boolean isSpecial(String name) {
    return name.length() > 4 && name.startsWith("__") && name.endsWith("__");
  }

  /** Reports whether the name is one under which guarded code keeps an object for a moment. */
  static boolean isInternal(String name) {
    return name.startsWith("__") && INTERNAL.matcher(name).matches();
  }

  /** Reports whether the name has the form of a guard's: one underscore at both ends. */
  public static boolean isReserved(String name) {
    return name.length() > 2
        && name.startsWith("_")
        && name.endsWith("_")
        && name.charAt(1) != '_'
        && name.charAt(name.length() - 2) != '_';
  }
}
