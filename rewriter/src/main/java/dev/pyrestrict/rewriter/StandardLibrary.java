package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableSet;

/**
 * The names of Python's own modules, {@code sys.stdlib_module_names} of CPython 3.12 and GraalPy's
 * own. A guest's module may not have one of them: classes tell by their module's name whose they
 * are.
 */
public final class StandardLibrary {
  private static final ImmutableSet<String> NAMES =
      ImmutableSet.copyOf(Table.lines("standard-library.txt"));

  private StandardLibrary() {}

  /** Reports whether a module of Python's own has that name, without dots. */
  public static boolean contains(String topLevelName) {
    return NAMES.contains(topLevelName);
  }
}
