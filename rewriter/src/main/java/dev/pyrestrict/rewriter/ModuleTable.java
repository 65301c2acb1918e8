package dev.pyrestrict.rewriter;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * The modules of the standard library that guests can be given, from {@code modules.txt}, and the
 * members of each: what is not listed does not exist for guests.
 */
public final class ModuleTable {
  /** In place of members: a module that is guest code has what its source defines. */
  private static final String GUEST_CODE = "...";

  private static final ImmutableMap<String, String> MEMBERS = read();

  private ModuleTable() {}

  /**
   * Returns the members of a module's facade, separated by spaces; nothing when there is no such
   * facade.
   */
  public static Optional<String> members(String module) {
    return Optional.ofNullable(MEMBERS.get(module)).filter(members -> !members.equals(GUEST_CODE));
  }

  /** Returns the members of a module's facade; none when there is no such facade. */
  public static ImmutableSet<String> memberNames(String module) {
    return ImmutableSet.copyOf(
        Splitter.on(' ').omitEmptyStrings().split(members(module).orElse("")));
  }

  /** Reports whether the module is written as guest code: it has what its source defines. */
  static boolean isGuestCode(String module) {
    return GUEST_CODE.equals(MEMBERS.get(module));
  }

  /** Returns the names of all modules. */
  public static ImmutableSet<String> modules() {
    return MEMBERS.keySet();
  }

  private static ImmutableMap<String, String> read() {
    ImmutableMap.Builder<String, String> members = ImmutableMap.builder();
    for (String line : Table.lines("modules.txt")) {
      int end = line.indexOf(']');
      members.put(line.substring(1, end), line.substring(end + 1).strip());
    }
    return members.buildOrThrow();
  }
}
