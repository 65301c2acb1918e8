package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.SourceFile;
import java.util.Collection;
import java.util.Map;

/**
 * The modules of a guest's program, which may import each other. Those of Python's library come
 * first: a module that has the name of one can be run, but not imported.
 *
 * @param modules what can be imported, by dotted name
 * @param exported what {@code from module import *} may bind, of the modules for which that is
 *     asked and known
 */
public record Program(
    ImmutableSet<String> modules, ImmutableMap<String, ImmutableSet<String>> exported) {
  private static final String INIT = ".__init__";

  /** A program of one file. */
  public static final Program ALONE = new Program(ImmutableSet.of(), ImmutableMap.of());

  /**
   * Returns the program that has these modules.
   *
   * @param names dotted; that of a package's own module ends in {@code .__init__}
   */
  public static Program of(Collection<String> names) {
    return new Program(
        names.stream().map(Program::imported).filter(Program::isFree).collect(toImmutableSet()),
        ImmutableMap.of());
  }

  /**
   * Returns the program with what its modules may import of each other with a star.
   *
   * @param sources by dotted name, as {@link #of} takes it
   */
  public Program withSources(Map<String, SourceFile> sources) {
    return new Program(modules, ExportedNames.of(this, sources));
  }

  /** Returns the program that has the modules of both. */
  public Program with(Program other) {
    return new Program(
        ImmutableSet.<String>builder().addAll(modules).addAll(other.modules).build(),
        ImmutableMap.<String, ImmutableSet<String>>builder()
            .putAll(exported)
            .putAll(other.exported)
            .buildKeepingLast());
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
    return new ProgramModules(imported(name), name.endsWith(INIT), modules, exported);
  }
}
