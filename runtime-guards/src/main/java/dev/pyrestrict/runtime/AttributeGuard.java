package dev.pyrestrict.runtime;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.rewriter.AttributeTable;
import dev.pyrestrict.rewriter.Policy;
import java.util.Optional;

/**
 * The authority on attributes: decides by name first, and where the name alone does not settle it,
 * by what the guest's side found out about the object. The guest's side asks once per name and type
 * and remembers.
 *
 * <p>Facts arrive from trusted code in {@code guest/attributes.py} which takes them with {@code
 * type()} and the descriptors of {@code type}; nothing that guest code computes is among them.
 */
final class AttributeGuard {
  private static final Decision PLAIN = new Decision.Plain();
  private static final Decision MISSING = new Decision.Handled("missing");

  /** Special names that lead to a trusted function instead of the attribute itself. */
  private static final ImmutableMap<String, Decision> HANDLED =
      ImmutableMap.of(
          "__class__", new Decision.Handled("type"),
          "__getattribute__", new Decision.Handled("attribute protocol"),
          "__getattr__", new Decision.Handled("attribute protocol"),
          "__setattr__", new Decision.Handled("attribute protocol"),
          "__delattr__", new Decision.Handled("attribute protocol"));

  /** Private names of library classes that their documentation offers to users. */
  private static final ImmutableSet<String> PUBLISHED_PRIVATE_NAMES =
      ImmutableSet.of(
          "_asdict",
          "_replace",
          "_make",
          "_fields",
          "_field_defaults",
          "_value_",
          "_name_",
          "_missing_",
          "_generate_next_value_",
          "_ignore_",
          "_order_",
          "_iter_member_",
          "_sunder_",
          "_as_parameter_");

  /** Types whose {@code __get__} binds and reads nothing. */
  private static final ImmutableSet<String> BINDING_TYPES =
      ImmutableSet.of(
          "builtins.function",
          "builtins.method",
          "builtins.property",
          "builtins.classmethod",
          "builtins.staticmethod",
          "builtins.object",
          "functools.cached_property",
          "functools._lru_cache_wrapper");

  /** Types of the library whose instances are nothing but their attributes. */
  private static final ImmutableSet<String> PLAIN_NAMESPACES =
      ImmutableSet.of("types.SimpleNamespace", "argparse.Namespace");

  /** Types of the library to which {@code format} is something else than the format language. */
  private static final ImmutableSet<String> WITH_FORMAT_OF_THEIR_OWN =
      ImmutableSet.of(
          "string.Formatter",
          "traceback.StackSummary",
          "traceback.TracebackException",
          "pprint.PrettyPrinter",
          "_struct.Struct",
          "builtins.memoryview");

  private AttributeGuard() {}

  /**
   * Decides a read of {@code name}, which the table leaves to the type.
   *
   * @param form {@code instance}, {@code class}, {@code super}, {@code module}, {@code own module}
   *     (a guest's), {@code function} (a guest's) or {@code library function}
   * @param own whether guest code made the class, or a class it derives from
   * @param libraryOwner the library class that defines the name, or ""
   * @param forwards whether the object passes reads of names that it does not have on to another,
   *     which no guard has seen
   */
  static Decision decide(
      Policy policy, String name, String form, boolean own, String libraryOwner, boolean forwards) {
    if (policy.allowsEverything()) {
      return PLAIN;
    }
    Optional<String> refusal = policy.rules().refusalByType(libraryOwner, name);
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    if (policy.allowsAttribute(libraryOwner, name)) {
      return PLAIN;
    }
    if (policy.refusesAttribute(libraryOwner, name)) {
      return new Decision.Refused("the policy refuses it");
    }
    if (AttributeTable.load(name) instanceof AttributeTable.Plain) {
      // It is asked about because the policy, or a rule, refuses it on another type.
      return PLAIN;
    }
    Decision handled = HANDLED.get(name);
    if (handled != null) {
      return handled;
    }
    if (forwards && libraryOwner.isEmpty()) {
      return new Decision.Refused("it would be read from another object");
    }
    return switch (name) {
      case "format", "format_map" -> decideFormat(libraryOwner);
      case "__dict__" -> decideNamespace(form, own, libraryOwner);
      case "__get__", "__set__", "__delete__" -> decideDescriptor(own, libraryOwner);
      case "__await__" -> libraryOwner.isEmpty() ? PLAIN : new Decision.Handled("awaitable");
      case "_value2member_map_" ->
          libraryOwner.startsWith("enum.")
              ? new Decision.Handled("members of an enumeration")
              : decidePrivate(name, form, own, libraryOwner);
      case "obj" -> libraryOwner.isEmpty() ? PLAIN : new Decision.Handled("hidden");
      case "fromisoformat" ->
          libraryOwner.startsWith("_pydatetime.") || libraryOwner.startsWith("datetime.")
              ? new Decision.Handled("iso format")
              : PLAIN;
      case "__self__", "__func__" -> new Decision.Refused("it leads behind the method");
      case "__defaults__", "__kwdefaults__", "__annotations__", "__type_params__" ->
          form.equals("library function") ? new Decision.Refused("it belongs to a library") : PLAIN;
      default -> isSpecial(name) ? PLAIN : decidePrivate(name, form, own, libraryOwner);
    };
  }

  private static Decision decideFormat(String libraryOwner) {
    if (libraryOwner.equals("builtins.str")) {
      return new Decision.Handled("formatter");
    }
    if (libraryOwner.isEmpty() || WITH_FORMAT_OF_THEIR_OWN.contains(libraryOwner)) {
      return PLAIN;
    }
    return new Decision.Refused("its format language reads attributes");
  }

  private static Decision decideNamespace(String form, boolean own, String libraryOwner) {
    return switch (form) {
      case "instance", "class", "super" ->
          own || PLAIN_NAMESPACES.contains(libraryOwner)
              ? new Decision.Handled("namespace")
              : new Decision.Refused("it belongs to a library");
      case "function" -> PLAIN;
      case "own module" -> new Decision.Handled("names of a module");
      default -> new Decision.Refused("it belongs to a library");
    };
  }

  private static Decision decideDescriptor(boolean own, String libraryOwner) {
    return own || libraryOwner.isEmpty() || BINDING_TYPES.contains(libraryOwner)
        ? PLAIN
        : new Decision.Refused("descriptors of the runtime read past the guards");
  }

  private static Decision decidePrivate(
      String name, String form, boolean own, String libraryOwner) {
    if (PUBLISHED_PRIVATE_NAMES.contains(name)) {
      return PLAIN;
    }
    if (!libraryOwner.isEmpty()) {
      return new Decision.Refused("it is private to " + libraryOwner);
    }
    boolean ownModule = form.equals("own module") && !AttributeTable.isReserved(name);
    return own || ownModule || form.equals("function") ? PLAIN : MISSING;
  }

  /** Decides a write to, or deletion of, an attribute by what kind of object it is on. */
  static Decision decideWrite(String type, String form) {
    return switch (form) {
      case "own", "container", "exception" -> PLAIN;
      default ->
          WRITABLE_LIBRARY_TYPES.contains(type) || WITHOUT_ATTRIBUTES.contains(type)
              ? PLAIN
              : new Decision.Refused(
                  "attributes of '" + type + "' objects can't be changed by guest code");
    };
  }

  /**
   * Types that the library's documentation has people set attributes of. A guest's class derived
   * from one of those written in Python makes objects that can be set too, so nothing is lost.
   */
  private static final ImmutableSet<String> WRITABLE_LIBRARY_TYPES =
      ImmutableSet.of(
          "types.SimpleNamespace",
          "argparse.Namespace",
          "decimal.Context",
          "textwrap.TextWrapper",
          "reprlib.Repr",
          "shlex.shlex",
          "functools.partial",
          "functools._lru_cache_wrapper",
          "csv.Dialect",
          "csv.DictReader",
          "csv.DictWriter",
          "argparse.ArgumentParser");

  /** Types whose objects have nothing that could be set: Python says so in its own words. */
  private static final ImmutableSet<String> WITHOUT_ATTRIBUTES =
      ImmutableSet.of(
          "builtins.int",
          "builtins.bool",
          "builtins.float",
          "builtins.complex",
          "builtins.str",
          "builtins.bytes",
          "builtins.tuple",
          "builtins.frozenset",
          "builtins.set",
          "builtins.range",
          "builtins.NoneType",
          "builtins.ellipsis",
          "builtins.object");

  private static boolean isSpecial(String name) {
    return name.length() > 4 && name.startsWith("__") && name.endsWith("__");
  }
}
