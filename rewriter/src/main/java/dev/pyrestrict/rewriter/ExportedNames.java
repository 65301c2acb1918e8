package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.Identifiers;
import dev.pyrestrict.grammar.ParseResult;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.SymbolTable;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Statement;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that {@code from module import *} may bind, of the modules of a program for which one
 * of them does that. They are read off the text: what is bound there under a condition is among
 * them, and whether a module has it is asked when it is imported.
 */
final class ExportedNames {
  private static final Pattern STAR = Pattern.compile("\\bimport\\s*\\*");
  private static final String ALL = "__all__";

  private final Map<String, SourceFile> sources = new HashMap<>();
  private final Map<String, ProgramModules> places = new HashMap<>();
  private final Map<String, Optional<ImmutableSet<String>>> found = new HashMap<>();

  private ExportedNames(Program program, Map<String, SourceFile> sources) {
    sources.forEach(
        (name, source) -> {
          this.sources.put(Program.imported(name), source);
          places.put(Program.imported(name), program.seenFrom(name));
        });
  }

  /**
   * Returns the names of each module that another imports so, without those whose names can't be
   * told.
   *
   * @param sources by dotted name; that of a package's own module ends in {@code .__init__}
   */
  static ImmutableMap<String, ImmutableSet<String>> of(
      Program program, Map<String, SourceFile> sources) {
    ExportedNames names = new ExportedNames(program, sources);
    names.sources.forEach(
        (module, source) -> {
          if (STAR.matcher(source.text()).find()) {
            names
                .tree(module)
                .ifPresent(
                    tree ->
                        stars(tree)
                            .forEach(
                                star -> names.starred(module, star).ifPresent(names::exported)));
          }
        });
    ImmutableMap.Builder<String, ImmutableSet<String>> known = ImmutableMap.builder();
    names.found.forEach((module, exported) -> exported.ifPresent(each -> known.put(module, each)));
    return known.buildOrThrow();
  }

  private Optional<Module> tree(String module) {
    return Optional.ofNullable(sources.get(module)).map(Parser::parse).flatMap(ParseResult::module);
  }

  private static ImmutableList<Statement.ImportFrom> stars(Module tree) {
    return ownStatements(tree.body())
        .filter(
            statement -> statement instanceof Statement.ImportFrom star && StarImports.isStar(star))
        .map(statement -> (Statement.ImportFrom) statement)
        .collect(toImmutableList());
  }

  /** The statements of a module that run in it, not in a function or a class. */
  private static Stream<Statement> ownStatements(List<Statement> body) {
    return body.stream()
        .flatMap(statement -> Stream.concat(Stream.of(statement), inner(statement)));
  }

  private static Stream<Statement> inner(Statement statement) {
    return switch (statement) {
      case Statement.For s -> ownStatements(s.body(), s.orElse());
      case Statement.While s -> ownStatements(s.body(), s.orElse());
      case Statement.If s -> ownStatements(s.body(), s.orElse());
      case Statement.With s -> ownStatements(s.body());
      case Statement.Match s -> s.cases().stream().flatMap(c -> ownStatements(c.body()));
      case Statement.Try s ->
          Stream.concat(
              s.handlers().stream().flatMap(handler -> ownStatements(handler.body())),
              Stream.concat(ownStatements(s.body(), s.orElse()), ownStatements(s.finalBody())));
      case Statement.TryStar s ->
          Stream.concat(
              s.handlers().stream().flatMap(handler -> ownStatements(handler.body())),
              Stream.concat(ownStatements(s.body(), s.orElse()), ownStatements(s.finalBody())));
      // Their own statements are no module's, or they have none.
      case Statement.FunctionDef _,
          Statement.AsyncFunctionDef _,
          Statement.ClassDef _,
          Statement.Return _,
          Statement.Delete _,
          Statement.Assign _,
          Statement.TypeAlias _,
          Statement.AugAssign _,
          Statement.AnnAssign _,
          Statement.AsyncFor _,
          Statement.AsyncWith _,
          Statement.Raise _,
          Statement.Assert _,
          Statement.Import _,
          Statement.ImportFrom _,
          Statement.Global _,
          Statement.Nonlocal _,
          Statement.Expr _,
          Statement.Pass _,
          Statement.Break _,
          Statement.Continue _ ->
          Stream.empty();
    };
  }

  private static Stream<Statement> ownStatements(List<Statement> body, List<Statement> orElse) {
    return Stream.concat(ownStatements(body), ownStatements(orElse));
  }

  private Optional<String> starred(String module, Statement.ImportFrom star) {
    return places.get(module).absolute(star.level(), star.module());
  }

  private Optional<ImmutableSet<String>> exported(String module) {
    Optional<ImmutableSet<String>> known = found.get(module);
    if (known == null) {
      // Modules that import each other: what one of them has is not told by the other.
      found.put(module, Optional.empty());
      known =
          sources.containsKey(module)
              ? tree(module).flatMap(tree -> names(module, tree))
              : library(module);
      found.put(module, known);
    }
    return known;
  }

  private static Optional<ImmutableSet<String>> library(String module) {
    return ModuleTable.members(module)
        .map(
            members ->
                Splitter.on(' ')
                    .omitEmptyStrings()
                    .splitToStream(members)
                    .filter(ExportedNames::isPublic)
                    .collect(toImmutableSet()));
  }

  private static boolean isPublic(String name) {
    return !name.startsWith("_");
  }

  private Optional<ImmutableSet<String>> names(String module, Module tree) {
    Set<String> bound = SymbolTable.of(tree).boundNames();
    if (bound.contains(ALL)) {
      return listed(tree);
    }
    Set<String> names = new LinkedHashSet<>();
    bound.stream().filter(ExportedNames::isPublic).forEach(names::add);
    for (Statement.ImportFrom star : stars(tree)) {
      Optional<ImmutableSet<String>> more = starred(module, star).flatMap(this::exported);
      if (more.isEmpty()) {
        return more;
      }
      more.get().stream().filter(ExportedNames::isPublic).forEach(names::add);
    }
    // A package has those of its modules that somebody has imported.
    for (String other : sources.keySet()) {
      int dot = other.lastIndexOf('.');
      if (dot >= 0
          && other.substring(0, dot).equals(module)
          && isPublic(other.substring(dot + 1))) {
        names.add(other.substring(dot + 1));
      }
    }
    return Optional.of(ImmutableSet.copyOf(names));
  }

  /** What {@code __all__} lists, when the module's own statements do nothing else with it. */
  private static Optional<ImmutableSet<String>> listed(Module tree) {
    ImmutableSet.Builder<String> listed = ImmutableSet.builder();
    for (Statement statement : ownStatements(tree.body()).toList()) {
      Optional<Expression> more = added(statement);
      if (more.isPresent() && !addTexts(more.get(), listed)) {
        return Optional.empty();
      }
    }
    return Optional.of(listed.build());
  }

  /** What a statement sets {@code __all__} to, or adds to it. */
  private static Optional<Expression> added(Statement statement) {
    return switch (statement) {
      case Statement.Assign s when s.targets().stream().anyMatch(ExportedNames::isAll) ->
          Optional.of(s.value());
      case Statement.AnnAssign s when isAll(s.target()) -> s.value();
      case Statement.AugAssign s when isAll(s.target()) -> Optional.of(s.value());
      case Statement.Expr(Expression.Call call, var ignored)
          when call.function() instanceof Expression.Attribute method
              && isAll(method.value())
              && method.attribute().equals("extend")
              && call.arguments().size() == 1 ->
          Optional.of(call.arguments().getFirst());
      case Statement.Expr(Expression.Call call, var ignored)
          when call.function() instanceof Expression.Attribute method
              && isAll(method.value())
              && method.attribute().equals("append") ->
          Optional.of(new Expression.List(call.arguments(), ExpressionContext.LOAD, call.span()));
      default -> Optional.empty();
    };
  }

  private static boolean isAll(Expression expression) {
    return expression instanceof Expression.Name name && name.id().equals(ALL);
  }

  private static boolean addTexts(Expression expression, ImmutableSet.Builder<String> texts) {
    return switch (expression) {
      case Expression.List list -> addAll(list.elements(), texts);
      case Expression.Tuple tuple -> addAll(tuple.elements(), texts);
      case Expression.BinOp sum when sum.operator() == BinaryOperator.ADD ->
          addTexts(sum.left(), texts) && addTexts(sum.right(), texts);
      default -> isAll(expression);
    };
  }

  private static boolean addAll(
      ImmutableList<Expression> elements, ImmutableSet.Builder<String> texts) {
    for (Expression element : elements) {
      if (!(element instanceof Expression.Constant constant
          && constant.value() instanceof ConstantValue.StrValue text
          && Identifiers.isNormalized(text.value()))) {
        return false;
      }
      texts.add(text.value());
    }
    return true;
  }
}
