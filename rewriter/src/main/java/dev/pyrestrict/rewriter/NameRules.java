package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.ast.Span;
import java.util.Optional;
import java.util.Set;

/** Judges the names of one module where they are bound and read. Not thread-safe. */
final class NameRules {
  /**
   * Special names that may be variables. Every other one with two underscores at both ends is
   * refused.
   */
  private static final ImmutableSet<String> SPECIAL_VARIABLES =
      ImmutableSet.of(
          "__name__",
          "__doc__",
          "__all__",
          "__version__",
          "__author__",
          "__annotations__",
          "__debug__",
          "__class__",
          "__license__",
          "__copyright__",
          "__email__",
          "__date__",
          "__status__",
          "__title__",
          "__maintainer__",
          "__credits__",
          "__contact__",
          "__url__",
          "__uri__",
          "__summary__",
          "__description__",
          "__revision__",
          "__version_info__",
          "__build__",
          "__release__",
          "__homepage__",
          "__lazy_modules__",
          "__docformat__");

  /**
   * Names of the protocols of enum and IPython, which look like those of guards, but are none and
   * never will be.
   */
  private static final ImmutableSet<String> NAMES_OF_PROTOCOLS =
      ImmutableSet.of(
          "_missing_",
          "_generate_next_value_",
          "_ignore_",
          "_order_",
          "_value_",
          "_name_",
          "_repr_html_",
          "_repr_latex_",
          "_repr_json_",
          "_repr_markdown_",
          "_repr_mimebundle_",
          "_repr_pretty_",
          "_repr_svg_",
          "_ipython_display_",
          "_ipython_key_completions_");

  /** GraalPy never calls it. */
  private static final String FINALIZER = "__del__";

  private final Policy policy;
  private final Refusals refusals;
  private final PrivateNames privateNames;
  private final Set<String> moduleNames;

  /** Whether names that nothing binds may be bound by the time the module runs. */
  private final boolean open;

  /**
   * Creates the rules for a module.
   *
   * @param scope the module's
   * @param open whether names that nothing binds may be bound by the time it runs
   */
  NameRules(
      Policy policy,
      Refusals refusals,
      PrivateNames privateNames,
      ProgramModules program,
      Scope scope,
      boolean open) {
    this.policy = policy;
    this.refusals = refusals;
    this.privateNames = privateNames;
    this.open = open;
    // Who imports a module of a package binds its name in the package.
    moduleNames = Sets.union(scope.boundNames(), program.ownModules());
  }

  /**
   * Refuses a name that no program may use, whatever for.
   *
   * @return whether it did
   */
  boolean refuseSpelling(String name, Span span) {
    if (policy.refusedNames().contains(name)) {
      return refusals.refuse(
          "PR0106", span, "name '" + name + "' is refused by the policy", "use another name");
    } else if (AttributeTable.isReserved(name) && !NAMES_OF_PROTOCOLS.contains(name)
        || AttributeTable.isInternal(name)
        || name.length() > 4 && name.chars().allMatch(c -> c == '_')) {
      return refusals.refuse(
          "PR0101",
          span,
          "name '" + name + "' is reserved for guards",
          "use a name without an underscore at its end");
    } else if (AttributeTable.isSpecial(name)
        && !SPECIAL_VARIABLES.contains(name)
        && !AttributeTable.isLater(name)) {
      return refusals.refuse(
          "PR0102",
          span,
          "special name '" + name + "' is not available",
          BuiltinTable.contains(name)
                  && policy.builtin(name) instanceof BuiltinTable.Refused(String reason)
              ? reason
              : "names with two underscores at both ends belong to Python: use another one");
    }
    return false;
  }

  /** Judges a name that is bound, or deleted, in a scope. */
  void bind(Scope scope, String name, Span span) {
    privateNames.mention(name);
    if (scope.kind() == Scope.Kind.CLASS && !scope.declaresGlobal(name)) {
      Optional<String> refusal = policy.definitionRefusal(name);
      if (refusal.isPresent()) {
        refusals.refuse(
            "PR0501",
            span,
            "a class can't define '" + name + "': " + refusal.get(),
            "remove the definition");
        return;
      }
      if (name.equals(FINALIZER)) {
        refusals.warn(
            "PR0502",
            span,
            "'" + name + "' is never called here",
            "end what must be ended in a with statement or a finally block");
      }
      if (AttributeTable.isSpecial(name)) {
        return;
      }
      if (policy.load(name) instanceof AttributeTable.Refused(String reason)) {
        refusals.refuse(
            "PR0501", span, "a class can't define '" + name + "': " + reason, "use another name");
        return;
      }
    } else if (name.equals("__getattr__") || name.equals("__dir__")) {
      // PEP 562: a module's own.
      return;
    }
    refuseSpelling(name, span);
  }

  /**
   * Judges a name that is read in a scope.
   *
   * @param mayBeMissing whether the program says that nothing may have bound it
   */
  void load(Scope scope, String name, Span span, boolean mayBeMissing) {
    if (AttributeTable.isSpecial(name)
        && (SPECIAL_VARIABLES.contains(name) || isOwnSpecial(scope, name))) {
      return;
    }
    if (refuseSpelling(name, span)
        || scope.resolve(name) != Scope.Resolution.GLOBAL
        || moduleNames.contains(name)
        || policy.predeclared().contains(name)) {
      return;
    }
    if (!BuiltinTable.contains(name)) {
      if (open
          || mayBeMissing
          || policy.allowedBuiltins().contains("exec")
          || refusals.isLeftAlone("PR0103")) {
        return;
      }
      Optional<String> question =
          refusals.question(
              name, () -> Iterables.concat(moduleNames, BuiltinTable.names(), scope.boundNames()));
      refusals.warn(
          "PR0103",
          span,
          "name '" + name + "' is not defined",
          question.orElse("define it, or import it"));
    } else if (policy.builtin(name) instanceof BuiltinTable.Refused(String reason)) {
      refusals.refuse("PR0601", span, "builtin '" + name + "' is not available", reason);
    }
  }

  /** A special name that the class body itself, or the module, has bound. */
  private static boolean isOwnSpecial(Scope scope, String name) {
    return scope.kind() == Scope.Kind.CLASS && scope.binds(name)
        || scope.kind() == Scope.Kind.CLASS
            && (name.equals("__module__") || name.equals("__qualname__"));
  }

  /** {@code except E as open} ends by deleting the name, which would uncover the real builtin. */
  void deleteAfterHandler(Scope scope, String name, Span span) {
    if (BuiltinTable.contains(name) && scope.resolve(name) == Scope.Resolution.GLOBAL) {
      refusals.refuse(
          "PR0104",
          span,
          "builtin name '" + name + "' can't be bound by 'except ... as'",
          "use another name");
    }
  }
}
