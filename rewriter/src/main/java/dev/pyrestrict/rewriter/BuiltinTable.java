package dev.pyrestrict.rewriter;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * Every builtin of Python 3.12, decided: the one source for compiler, runtime and documentation.
 */
public final class BuiltinTable {

  /** How a builtin reaches guests. */
  public sealed interface Decision {}

  /** Unchanged. */
  public record AsIs() implements Decision {}

  /** In the runtime's guarded form. */
  public record Guarded() implements Decision {}

  /** In a guarded form, where the policy names it; not at all where it does not. */
  public record OnRequest(String reason) implements Decision {}

  /** Not at all. */
  public record Refused(String reason) implements Decision {}

  private static final ImmutableMap<String, Decision> DECISIONS = read();

  private BuiltinTable() {}

  /** Returns the decision about a name; what nobody decided about is refused. */
  public static Decision decision(String name) {
    Decision decision = DECISIONS.get(name);
    return decision != null ? decision : new Refused("nobody has decided about this builtin");
  }

  /** Reports whether the table has the name. */
  public static boolean contains(String name) {
    return DECISIONS.containsKey(name);
  }

  /** Returns all names of the table. */
  public static ImmutableSet<String> names() {
    return DECISIONS.keySet();
  }

  private static ImmutableMap<String, Decision> read() {
    ImmutableMap.Builder<String, Decision> decisions = ImmutableMap.builder();
    for (String line : Table.lines("builtins.txt")) {
      List<String> parts = Splitter.on(' ').limit(3).splitToList(line);
      decisions.put(
          parts.get(0),
          switch (parts.get(1)) {
            case "as-is" -> new AsIs();
            case "guarded" -> new Guarded();
            case "on-request" -> new OnRequest(parts.get(2));
            default -> new Refused(parts.get(2));
          });
    }
    return decisions.buildOrThrow();
  }
}
