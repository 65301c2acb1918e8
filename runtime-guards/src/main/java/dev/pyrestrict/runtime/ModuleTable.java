package dev.pyrestrict.runtime;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;

/**
 * The members of each module's facade, from {@code modules.txt}: what is not listed does not exist
 * for guests.
 */
public final class ModuleTable {
  private static final ImmutableMap<String, String> MEMBERS = read();

  private ModuleTable() {}

  /**
   * Returns the members of a module's facade, separated by spaces; nothing when there is no such
   * facade.
   */
  static Optional<String> members(String module) {
    return Optional.ofNullable(MEMBERS.get(module));
  }

  /** Returns the names of all modules that have a facade. */
  public static ImmutableSet<String> modules() {
    return Sets.union(MEMBERS.keySet(), LibraryModule.names()).immutableCopy();
  }

  private static ImmutableMap<String, String> read() {
    ImmutableMap.Builder<String, String> members = ImmutableMap.builder();
    for (String line : Splitter.on('\n').split(Resource.text("modules.txt"))) {
      if (line.startsWith("[")) {
        int end = line.indexOf(']');
        members.put(line.substring(1, end), line.substring(end + 1).strip());
      }
    }
    return members.buildOrThrow();
  }
}
