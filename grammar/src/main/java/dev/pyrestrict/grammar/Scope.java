package dev.pyrestrict.grammar;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One scope of a module and the names used in it, after Python's reference 4.2 (and Python/symtable.c). */
public final class Scope {

  /** What makes the scope. */
  public enum Kind {
    MODULE,
    FUNCTION,
    CLASS,
    COMPREHENSION,
    TYPE_PARAMETERS
  }

  /** Where a name of a scope lives. */
  public enum Resolution {
    /** A local variable of this function or comprehension. */
    LOCAL,
    /** A local variable of a function around this scope. */
    ENCLOSING,
    /** The namespace of the class whose body this is; when unbound there, the module's. */
    CLASS,
    /** The module's namespace, and behind it the builtins. */
    GLOBAL
  }

  /** How a name is used in a scope. */
  enum Use {
    BOUND,
    PARAMETER,
    READ,
    GLOBAL,
    NONLOCAL,
    ANNOTATED
  }

  private final Kind kind;
  private final Optional<Scope> parent;
  private final Map<String, EnumSet<Use>> names = new LinkedHashMap<>();

  private boolean generator;

  /** Only the module's scope has it: every scope by the identity of the node that makes it. */
  private final IdentityHashMap<Object, Scope> scopes;

  Scope(Kind kind, Optional<Scope> parent, IdentityHashMap<Object, Scope> scopes) {
    this.kind = kind;
    this.parent = parent;
    this.scopes = scopes;
  }

  /** Returns what makes the scope. */
  public Kind kind() {
    return kind;
  }

  /** Reports whether the scope is a function with a {@code yield} of its own. */
  public boolean isGenerator() {
    return generator;
  }

  void markGenerator() {
    generator = true;
  }

  /** Returns the scope around this one. */
  public Optional<Scope> parent() {
    return parent;
  }

  /** Returns the scope that a definition, lambda or comprehension makes for its body. */
  public Scope of(Object node) {
    return scopes.get(node);
  }

  /** Returns the names that are bound in this scope itself. */
  public Set<String> boundNames() {
    Map<String, Boolean> bound = new HashMap<>();
    names.forEach(
        (name, uses) -> {
          if (isBoundHere(uses)) {
            bound.put(name, true);
          }
        });
    return bound.keySet();
  }

  EnumSet<Use> uses(String name) {
    return names.computeIfAbsent(name, n -> EnumSet.noneOf(Use.class));
  }

  private static boolean isBoundHere(Set<Use> uses) {
    return !uses.contains(Use.GLOBAL)
        && !uses.contains(Use.NONLOCAL)
        && (uses.contains(Use.BOUND) || uses.contains(Use.PARAMETER) || uses.contains(Use.ANNOTATED));
  }

  /** Reports whether the name is declared {@code global} in this scope. */
  public boolean declaresGlobal(String name) {
    Set<Use> uses = names.get(name);
    return uses != null && uses.contains(Use.GLOBAL);
  }

  /** Returns where a name that is used in this scope lives. */
  public Resolution resolve(String name) {
    Set<Use> uses = names.getOrDefault(name, EnumSet.noneOf(Use.class));
    if (kind == Kind.MODULE || uses.contains(Use.GLOBAL)) {
      return Resolution.GLOBAL;
    }
    if (isBoundHere(uses)) {
      return kind == Kind.CLASS ? Resolution.CLASS : Resolution.LOCAL;
    }
    return enclosingBinds(name) ? Resolution.ENCLOSING : Resolution.GLOBAL;
  }

  /** Reports whether a function around this scope binds the name; class bodies in between don't count. */
  boolean enclosingBinds(String name) {
    for (Optional<Scope> scope = parent; scope.isPresent(); scope = scope.get().parent) {
      Scope outer = scope.get();
      if (outer.kind == Kind.MODULE) {
        return false;
      }
      Set<Use> uses = outer.names.getOrDefault(name, EnumSet.noneOf(Use.class));
      if (outer.kind == Kind.CLASS) {
        if (name.equals("__class__")) {
          return true;
        }
        continue;
      }
      if (uses.contains(Use.GLOBAL)) {
        return false;
      }
      if (isBoundHere(uses)) {
        return true;
      }
    }
    return false;
  }
}
