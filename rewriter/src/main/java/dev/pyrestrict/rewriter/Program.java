package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;

/**
 * The modules of a guest's program, which may import each other. Those of Python's library come
 * first: a module that has the name of one can be run, but not imported.
 *
 * @param modules what can be imported, by dotted name
 */
public record Program(ImmutableSet<String> modules) {
  private static final String INIT = ".__init__";

  /** A program of one file. */
  public static final Program ALONE = new Program(ImmutableSet.of());

  /**
   * Returns the program that has these modules.
   *
   * @param names dotted; that of a package's own module ends in {@code .__init__}
   */
  public static Program of(Collection<String> names) {
    return new Program(
        names.stream().map(Program::imported).filter(Program::isFree).collect(toImmutableSet()));
  }

  /** Returns the program that has the modules of both. */
  public Program with(Program other) {
    return new Program(
        ImmutableSet.<String>builder().addAll(modules).addAll(other.modules).build());
  }

  /** Returns the name under which a module is imported: a package's own under the package's. */
  public static String imported(String name) {
    return name.endsWith(INIT) ? name.substring(0, name.length() - INIT.length()) : name;
  }

  /** Reports whether a module of that name, in the form that {@link #of} takes, can be imported. */
  public boolean contains(String name) {
    return modules.contains(imported(name));
  }

  private static boolean isFree(String name) {
    return !name.equals("__main__")
        && !StandardLibrary.contains(Splitter.on('.').split(name).iterator().next());
  }

  ProgramModules seenFrom(String name) {
    return new ProgramModules(imported(name), name.endsWith(INIT), modules);
  }
}
