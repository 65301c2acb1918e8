package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.ast.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One scope of a module and the names used in it, by the rules of CPython 3.12's {@code
 * symtable.c}.
 *
 * <p>Names are asked for as they are written: {@code __x} in {@code class C} is mangled here.
 */
public final class Scope {

  /** What makes the scope. */
  public enum Kind {
    MODULE,
    /** A function or a lambda. */
    FUNCTION,
    CLASS,
    COMPREHENSION,
    /** The type parameters of a generic function, class or alias. */
    TYPE_PARAMETERS,
    TYPE_ALIAS,
    TYPE_VARIABLE_BOUND,
    /** An annotation under {@code from __future__ import annotations}: it is never run. */
    ANNOTATION;

    boolean isFunctionLike() {
      return this == FUNCTION
          || this == COMPREHENSION
          || this == TYPE_PARAMETERS
          || this == TYPE_ALIAS
          || this == TYPE_VARIABLE_BOUND;
    }
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

  static final int GLOBAL = 1;
  static final int LOCAL = 1 << 1;
  static final int PARAMETER = 1 << 2;
  static final int NONLOCAL = 1 << 3;
  static final int USE = 1 << 4;
  static final int IMPORT = 1 << 5;
  static final int ANNOTATED = 1 << 6;
  static final int COMPREHENSION_TARGET = 1 << 7;
  static final int TYPE_PARAMETER = 1 << 8;

  /** A scope inside declares the name {@code nonlocal}. */
  private static final int REBOUND = 1 << 9;

  private static final int BOUND = LOCAL | PARAMETER | IMPORT | TYPE_PARAMETER;

  /** What a scope does with a name: {@code symtable.c}'s flags. */
  static final class Name {
    int flags;

    /** Where the last of what binds it stands in the text. */
    private long boundAt;

    void add(int flag, Span span) {
      flags |= flag;
      if ((flag & BOUND) != 0) {
        boundAt = Math.max(boundAt, place(span));
      }
    }

    boolean isBoundBefore(Span span) {
      return boundAt < place(span);
    }

    /** Where a span begins, in the order of the text. */
    private static long place(Span span) {
      return (long) span.line() << Integer.SIZE | span.column();
    }

    boolean has(int flag) {
      return (flags & flag) != 0;
    }
  }

  private final Kind kind;
  private final Optional<Scope> parent;

  /** The class whose private names are mangled here. */
  private final Optional<String> privateClass;

  /** Every scope of the module, by the identity of the node that makes it. */
  private final IdentityHashMap<Object, Scope> scopes;

  private final Map<String, Name> names = new HashMap<>();
  private final List<Scope> children = new ArrayList<>();

  /**
   * Where {@code global} and {@code nonlocal} are written, for the errors that only the whole
   * module shows.
   */
  private final Map<String, Span> directives = new LinkedHashMap<>();

  /** What the comprehension is called in messages; "" for other scopes. */
  String comprehension = "";

  boolean generator;
  boolean coroutine;

  /** Reads names of the class around it, as annotation scopes do. */
  boolean seesClass;

  boolean inComprehensionTarget;

  /** In how many iterables of comprehensions the scope, or what is being visited of it, stands. */
  int comprehensionIterables;

  /** Makes the scope of a module. */
  Scope() {
    this(Kind.MODULE, Optional.empty(), Optional.empty(), new IdentityHashMap<>());
  }

  private Scope(
      Kind kind,
      Optional<Scope> parent,
      Optional<String> privateClass,
      IdentityHashMap<Object, Scope> scopes) {
    this.kind = kind;
    this.parent = parent;
    this.privateClass = privateClass;
    this.scopes = scopes;
  }

  /** Makes the scope of {@code node} inside this one. */
  Scope open(Kind inner, Object node, Optional<String> mangledFor) {
    Scope scope = new Scope(inner, Optional.of(this), mangledFor, scopes);
    scope.comprehensionIterables = comprehensionIterables;
    if (inner != Kind.ANNOTATION) {
      scopes.put(node, scope);
      children.add(scope);
    }
    return scope;
  }

  /** Returns what makes the scope. */
  public Kind kind() {
    return kind;
  }

  /** Reports whether the scope is a function with a {@code yield} of its own. */
  public boolean isGenerator() {
    return kind == Kind.FUNCTION && generator;
  }

  /**
   * Reports whether a function runs from its beginning to its end in one go: generators and
   * coroutines are left and gone on with from elsewhere.
   */
  public boolean runsInOneGo() {
    return kind == Kind.FUNCTION && !generator && !coroutine;
  }

  /**
   * Reports whether names are looked for in the namespace of the class around first, whenever the
   * scope's expression is evaluated. PEP 695.
   */
  public boolean seesClass() {
    return seesClass;
  }

  /**
   * Reports whether a name is a variable of this function that nothing binds anew from a place in
   * the text on, neither here nor in a function inside: it is one object until control goes back to
   * where it is bound.
   */
  public boolean isSettled(String name, Span from) {
    Name use = names.get(mangle(name));
    return kind == Kind.FUNCTION
        && use != null
        && use.has(BOUND)
        && !use.has(GLOBAL | NONLOCAL | REBOUND)
        && use.isBoundBefore(from);
  }

  /** Returns the scope around this one. */
  public Optional<Scope> parent() {
    return parent;
  }

  /**
   * Returns the scope that a definition, lambda, comprehension or {@code type} alias makes for its
   * body, or the list of type parameters for themselves. Asked for by identity, from any scope of
   * the module.
   */
  public Scope of(Object node) {
    Scope scope = scopes.get(node);
    if (scope == null) {
      throw new IllegalArgumentException("makes no scope in this module: " + node);
    }
    return scope;
  }

  /** Returns the names that are bound in this scope itself, as they are known there: mangled. */
  public Set<String> boundNames() {
    ImmutableSet.Builder<String> bound = ImmutableSet.builder();
    names.forEach(
        (name, use) -> {
          if (isBoundHere(use)) {
            bound.add(name);
          }
        });
    return bound.build();
  }

  /** Reports whether a name, as it is known in this scope, is bound in the scope itself. */
  public boolean binds(String name) {
    Name use = names.get(name);
    return use != null && isBoundHere(use);
  }

  /** A module also has the names that its functions declare global. */
  private boolean isBoundHere(Name use) {
    return kind == Kind.MODULE
        ? use.has(BOUND | GLOBAL)
        : use.has(BOUND) && !use.has(GLOBAL) && !use.has(NONLOCAL);
  }

  /** Reports whether the name is declared {@code global} in this scope. */
  public boolean declaresGlobal(String name) {
    return (flags(name) & GLOBAL) != 0;
  }

  /** Returns where a name that is used in this scope lives. */
  public Resolution resolve(String name) {
    String mangled = mangle(name);
    Name use = names.get(mangled);
    if (kind == Kind.MODULE || use != null && use.has(GLOBAL)) {
      return Resolution.GLOBAL;
    }
    if (use != null && isBoundHere(use)) {
      return kind == Kind.CLASS ? Resolution.CLASS : Resolution.LOCAL;
    }
    return binder(mangled).isPresent() ? Resolution.ENCLOSING : Resolution.GLOBAL;
  }

  /** Returns what this scope does with a name; makes an entry for it. */
  Name name(String name) {
    String mangled = mangle(name);
    Name known = names.get(mangled);
    if (known != null) {
      return known;
    }
    Name made = new Name();
    names.put(mangled, made);
    return made;
  }

  /** Returns what this scope does with a name so far. */
  int flags(String name) {
    Name use = names.get(mangle(name));
    return use == null ? 0 : use.flags;
  }

  void addDirective(String name, Span span) {
    directives.putIfAbsent(mangle(name), span);
  }

  /** PEP 8's "name mangling": {@code __x} in {@code class _C} is {@code _C__x}. */
  String mangle(String name) {
    if (privateClass.isEmpty() || !name.startsWith("__") || name.endsWith("__")) {
      return name;
    }
    String stripped = privateClass.get().replaceFirst("^_+", "");
    return stripped.isEmpty() ? name : "_" + stripped + name;
  }

  /** Finds the scope around this one whose variable a name, already mangled, is. */
  private Optional<Scope> binder(String mangled) {
    for (Optional<Scope> around = parent; around.isPresent(); around = around.get().parent) {
      Scope scope = around.get();
      Name use = scope.names.get(mangled);
      if (scope.kind == Kind.CLASS) {
        if (mangled.equals("__class__") || mangled.equals("__classdict__")) {
          return around;
        }
      } else if (use != null && scope.kind.isFunctionLike()) {
        if (use.has(GLOBAL)) {
          return Optional.empty();
        }
        if (scope.isBoundHere(use)) {
          return around;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Throws for the first {@code global} or {@code nonlocal} that cannot be, a scope before those
   * inside it.
   */
  void checkDirectives() {
    directives.forEach(this::checkDirective);
    for (Scope child : children) {
      child.checkDirectives();
    }
  }

  private void checkDirective(String mangled, Span span) {
    Name use = names.get(mangled);
    if (!use.has(NONLOCAL)) {
      return;
    }
    if (use.has(GLOBAL)) {
      throw new SyntaxFailure(span, "name '" + mangled + "' is nonlocal and global");
    }
    if (kind == Kind.MODULE) {
      throw new SyntaxFailure(span, "nonlocal declaration not allowed at module level");
    }
    Optional<Scope> binder = binder(mangled);
    if (binder.isEmpty()) {
      throw new SyntaxFailure(span, "no binding for nonlocal '" + mangled + "' found");
    }
    Name bound = binder.get().names.get(mangled);
    if (bound == null) {
      return;
    }
    if (bound.has(TYPE_PARAMETER)) {
      throw new SyntaxFailure(
          span, "nonlocal binding not allowed for type parameter '" + mangled + "'");
    }
    bound.flags |= REBOUND;
  }
}
