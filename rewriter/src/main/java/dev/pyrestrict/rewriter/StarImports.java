package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes out {@code from module import *} for modules of the standard library and of the program:
 * every later pass sees which names it binds. For one of the program those are the names that it
 * may have, and the star is kept before them. It stands in a module's own statements only; the
 * parser has seen to that.
 */
final class StarImports {
  private final Policy policy;
  private final ProgramModules program;

  private StarImports(Policy policy, ProgramModules program) {
    this.policy = policy;
    this.program = program;
  }

  /** Returns the module with all names written out that are known. */
  static Module expand(Module module, Policy policy, ProgramModules program) {
    return new Module(new StarImports(policy, program).expand(module.body()));
  }

  private ImmutableList<Statement> expand(ImmutableList<Statement> body) {
    return body.stream().map(this::expand).collect(toImmutableList());
  }

  private ImmutableList<ExceptHandler> handlers(ImmutableList<ExceptHandler> handlers) {
    return handlers.stream()
        .map(h -> new ExceptHandler(h.type(), h.name(), expand(h.body()), h.span()))
        .collect(toImmutableList());
  }

  private Statement expand(Statement statement) {
    return switch (statement) {
      case Statement.ImportFrom i -> expandNames(i);
      case Statement.For s ->
          new Statement.For(
              s.target(), s.iterable(), expand(s.body()), expand(s.orElse()), s.span());
      case Statement.While s ->
          new Statement.While(s.test(), expand(s.body()), expand(s.orElse()), s.span());
      case Statement.If s ->
          new Statement.If(s.test(), expand(s.body()), expand(s.orElse()), s.span());
      case Statement.With s -> new Statement.With(s.items(), expand(s.body()), s.span());
      case Statement.Match s ->
          new Statement.Match(
              s.subject(),
              s.cases().stream()
                  .map(c -> new MatchCase(c.pattern(), c.guard(), expand(c.body())))
                  .collect(toImmutableList()),
              s.span());
      case Statement.Try s ->
          new Statement.Try(
              expand(s.body()),
              handlers(s.handlers()),
              expand(s.orElse()),
              expand(s.finalBody()),
              s.span());
      case Statement.TryStar s ->
          new Statement.TryStar(
              expand(s.body()),
              handlers(s.handlers()),
              expand(s.orElse()),
              expand(s.finalBody()),
              s.span());
      // Their own statements are no module's, or they have none.
      case Statement.FunctionDef s -> s;
      case Statement.AsyncFunctionDef s -> s;
      case Statement.ClassDef s -> s;
      case Statement.Return s -> s;
      case Statement.Delete s -> s;
      case Statement.Assign s -> s;
      case Statement.TypeAlias s -> s;
      case Statement.AugAssign s -> s;
      case Statement.AnnAssign s -> s;
      case Statement.AsyncFor s -> s;
      case Statement.AsyncWith s -> s;
      case Statement.Raise s -> s;
      case Statement.Assert s -> s;
      case Statement.Import s -> s;
      case Statement.Global s -> s;
      case Statement.Nonlocal s -> s;
      case Statement.Expr s -> s;
      case Statement.Pass s -> s;
      case Statement.Break s -> s;
      case Statement.Continue s -> s;
    };
  }

  private Statement expandNames(Statement.ImportFrom statement) {
    if (!isStar(statement) || policy.allowsEverything()) {
      return statement;
    }
    Alias star = statement.names().getFirst();
    Optional<String> module = program.absolute(statement.level(), statement.module());
    if (module.filter(program::contains).isPresent()) {
      return program
          .exported(module.get())
          .map(
              names ->
                  from(
                      statement,
                      Stream.concat(
                          Stream.of(new Alias(star.name(), Optional.of(star.name()), star.span())),
                          aliases(names.stream(), star))))
          .orElse(statement);
    }
    return module
        .filter(policy::allowsModule)
        .flatMap(policy::publicMembers)
        .filter(names -> !names.isEmpty())
        .map(names -> from(statement, aliases(names.stream(), star)))
        .orElse(statement);
  }

  private static Stream<Alias> aliases(Stream<String> names, Alias star) {
    return names.map(name -> new Alias(name, Optional.empty(), star.span()));
  }

  private static Statement from(Statement.ImportFrom statement, Stream<Alias> aliases) {
    return new Statement.ImportFrom(
        statement.module(),
        aliases.collect(toImmutableList()),
        statement.level(),
        statement.span());
  }

  /** Reports whether it is {@code import *} and its names are not known. */
  static boolean isStar(Statement.ImportFrom statement) {
    Alias first = statement.names().getFirst();
    return first.name().equals("*") && first.asName().isEmpty();
  }

  /** Reports whether it was {@code import *} from a module of the program. */
  static boolean wasStar(Statement.ImportFrom statement) {
    Alias first = statement.names().getFirst();
    return first.name().equals("*") && first.asName().isPresent();
  }
}
