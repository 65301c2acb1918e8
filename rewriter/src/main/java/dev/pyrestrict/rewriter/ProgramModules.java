package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * The modules of a guest's program, as one of them sees them: which it may import besides those of
 * the policy, and what its relative imports mean.
 *
 * @param name of the module that looks; {@code __main__} for the one that is run
 * @param isPackage whether it is a package's {@code __init__}
 * @param all dotted names of the program's modules and packages
 * @param exported see {@link Program}
 */
record ProgramModules(
    String name,
    boolean isPackage,
    ImmutableSet<String> all,
    ImmutableMap<String, ImmutableSet<String>> exported) {
  /** A module that stands alone. */
  static final ProgramModules NONE =
      new ProgramModules("__main__", false, ImmutableSet.of(), ImmutableMap.of());

  boolean contains(String module) {
    return all.contains(module);
  }

  /** Returns the last parts of the names of a package's own modules. */
  ImmutableSet<String> ownModules() {
    return isPackage
        ? all.stream()
            .filter(module -> parent(module).equals(name))
            .map(module -> module.substring(name.length() + 1))
            .collect(toImmutableSet())
        : ImmutableSet.of();
  }

  /** Returns what {@code from module import *} may bind, where that is known. */
  Optional<ImmutableSet<String>> exported(String module) {
    return Optional.ofNullable(exported.get(module));
  }

  /**
   * Returns the absolute name of what {@code from <level dots><module> import ...} names; empty
   * when the dots lead out of the program. PEP 328.
   */
  Optional<String> absolute(int level, Optional<String> module) {
    if (level == 0) {
      return module;
    }
    String base = isPackage ? name : parent(name);
    for (int up = 1; up < level; up++) {
      base = parent(base);
    }
    return base.isEmpty()
        ? Optional.empty()
        : Optional.of(module.isPresent() ? base + "." + module.get() : base);
  }

  private static String parent(String module) {
    return module.substring(0, Math.max(0, module.lastIndexOf('.')));
  }
}
