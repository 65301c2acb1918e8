package dev.pyrestrict.rewriter;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import dev.pyrestrict.grammar.Scope;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import java.util.Optional;

/** Judges the imports of one module. Not thread-safe. */
final class ImportRules {
  /** The exceptions whose handlers say that an import may fail. */
  static final ImmutableSet<String> ERRORS = ImmutableSet.of("ImportError", "ModuleNotFoundError");

  private static final String TYPE_CHECKING = "TYPE_CHECKING";

  private final Policy policy;
  private final Refusals refusals;
  private final NameRules names;
  private final ProgramModules program;

  /**
   * How many of the surrounding statements say that an import may fail, or is for others: a try
   * statement with a handler for that, the handler, {@code if TYPE_CHECKING}, and an {@code if}
   * that asks for Python's version. The guard refuses it when it is run.
   */
  private int mayFail;

  ImportRules(Policy policy, Refusals refusals, NameRules names, ProgramModules program) {
    this.policy = policy;
    this.refusals = refusals;
    this.names = names;
    this.program = program;
  }

  /** Reads statements, of which the program may say that imports may fail there. */
  void whereTheyMayFail(boolean may, Runnable body) {
    mayFail += may ? 1 : 0;
    body.run();
    mayFail -= may ? 1 : 0;
  }

  /** Whether it is what {@code typing} has for what only a checker of types reads. */
  static boolean isTypeChecking(Expression test) {
    return test instanceof Expression.Name name && name.id().equals(TYPE_CHECKING)
        || test instanceof Expression.Attribute attribute
            && attribute.attribute().equals(TYPE_CHECKING);
  }

  /** Whether it compares {@code sys.version_info}, or a part of it, with something. */
  static boolean isVersion(Expression test) {
    return test instanceof Expression.Compare compare
        && (compare.left() instanceof Expression.Subscript part ? part.value() : compare.left())
            instanceof Expression.Attribute attribute
        && attribute.attribute().equals("version_info");
  }

  /** Judges {@code __import__('a.b')}. */
  void judge(String module, Span span) {
    refusals.uses(LanguageFeature.IMPORTS, span);
    judgeModule(module, span);
  }

  /** Judges {@code import a.b, c as d}. */
  void judge(Statement.Import statement, Scope scope) {
    refusals.uses(LanguageFeature.IMPORTS, statement.span());
    for (Alias alias : statement.names()) {
      judgeModule(alias.name(), alias.span());
      String bound = alias.asName().orElse(alias.name());
      int dot = bound.indexOf('.');
      names.bind(scope, dot < 0 ? bound : bound.substring(0, dot), alias.span());
    }
  }

  private boolean allows(String module) {
    return program.contains(module) || policy.allowsModule(module);
  }

  /** Judges the import of a module; reports whether it is allowed. */
  private boolean judgeModule(String module, Span span) {
    if (mayFail > 0 || allows(module)) {
      return true;
    }
    Optional<String> question =
        refusals.question(module, () -> Iterables.concat(program.all(), policy.modules()));
    refusals.refuse(
        "PR0301",
        span,
        "module '" + module + "' can't be imported: the policy does not allow it",
        question.orElse(instead(module)));
    return false;
  }

  private static String instead(String module) {
    return StandardLibrary.contains(Splitter.on('.').split(module).iterator().next())
            && !ModuleTable.modules().contains(module)
        ? "ask for a service of the host: no policy can allow this module"
        : "ask for a service of the host, or for the policy to allow it";
  }

  /** Judges {@code from a import b as c, d}. */
  void judge(Statement.ImportFrom statement, Scope scope) {
    refusals.uses(LanguageFeature.IMPORTS, statement.span());
    Optional<String> named = program.absolute(statement.level(), statement.module());
    if (named.isEmpty()) {
      refusals.refuse(
          "PR0303",
          statement.span(),
          "a relative import leads out of the program",
          "check or run the directory that holds all of its files, or write the code in one file");
      return;
    }
    String module = named.get();
    for (Alias alias : statement.names()) {
      if (alias.name().equals("*")) {
        if (StarImports.wasStar(statement)) {
          continue;
        }
        refusals.refuse(
            "PR0302",
            alias.span(),
            "what 'import *' would bind here is not known before the program runs",
            "name what you need: from " + module + " import ...");
        continue;
      }
      if (!allows(module + "." + alias.name()) && !judgeModule(module, statement.span())) {
        return;
      }
      String inner = module + "." + alias.name();
      if (!program.contains(module)
          && ModuleTable.modules().contains(inner)
          && !ModuleTable.memberNames(module).contains(alias.name())) {
        judgeModule(inner, alias.span());
      } else if (mayFail == 0
          && !program.contains(module)
          && !allows(inner)
          && !policy.allowsMember(module, alias.name())) {
        refusals.refuse(
            "PR0301",
            alias.span(),
            "'"
                + alias.name()
                + "' can't be imported from '"
                + module
                + "': the policy does not allow it",
            "ask for the policy to allow '" + module + "." + alias.name() + "'");
      }
      boolean offered =
          policy.load(alias.name()) instanceof AttributeTable.Plain
              || (mayFail > 0 || program.contains(module))
                  && !AttributeTable.isSpecial(alias.name());
      if (!offered) {
        refusals.refuse(
            "PR0304",
            alias.span(),
            "'" + alias.name() + "' is private to '" + module + "'",
            "use its public names");
      }
      names.bind(scope, alias.asName().orElse(alias.name()), alias.span());
    }
  }
}
