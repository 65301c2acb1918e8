package dev.pyrestrict.grammar;

import static dev.pyrestrict.grammar.SyntaxTree.checkCommas;
import static dev.pyrestrict.grammar.SyntaxTree.child;
import static dev.pyrestrict.grammar.SyntaxTree.expression;
import static dev.pyrestrict.grammar.SyntaxTree.failure;
import static dev.pyrestrict.grammar.SyntaxTree.first;
import static dev.pyrestrict.grammar.SyntaxTree.last;
import static dev.pyrestrict.grammar.SyntaxTree.name;
import static dev.pyrestrict.grammar.SyntaxTree.rule;
import static dev.pyrestrict.grammar.SyntaxTree.ruleOf;
import static dev.pyrestrict.grammar.SyntaxTree.size;
import static dev.pyrestrict.grammar.SyntaxTree.span;
import static dev.pyrestrict.grammar.SyntaxTree.token;
import static dev.pyrestrict.grammar.SyntaxTree.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.WithItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the syntax tree while ANTLR's parser reads, bottom-up, and does what the LL(1) grammar
 * leaves open in statements: targets, doubled commas, parenthesised {@code with} items.
 * Expressions, parameters and patterns have builders of their own.
 */
final class AstBuilder {
  /** The rules that the grammar hands to {@link #complete}. */
  private static final ImmutableSet<Integer> COMPLETED =
      ImmutableSet.of(
          PythonParser.RULE_primary,
          PythonParser.RULE_flat,
          PythonParser.RULE_expression,
          PythonParser.RULE_simple_stmt,
          PythonParser.RULE_compound_stmt,
          PythonParser.RULE_block);

  private final TokenArray tokens;
  private final Set<Expression> parenthesized = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Targets targets = new Targets(parenthesized);
  private final ExpressionBuilder expressions;
  private final PatternBuilder patterns;

  AstBuilder(TokenArray tokens) {
    this.tokens = tokens;
    NumberLiterals numbers = new NumberLiterals(tokens.text());
    expressions = new ExpressionBuilder(tokens.text(), numbers, targets, parenthesized);
    patterns = new PatternBuilder(tokens, numbers, expressions.strings());
  }

  /** Makes what a rule that was read completely stands for; what is inside it was made before. */
  void complete(SyntaxContext context) {
    switch (context.rule()) {
      case PythonParser.RULE_primary ->
          context.become(expressions.primary(context, 0, size(context)));
      case PythonParser.RULE_flat -> context.become(expressions.flat(context));
      case PythonParser.RULE_expression -> context.become(expressions.wholeExpression(context));
      case PythonParser.RULE_simple_stmt -> context.become(simpleStatement(context));
      case PythonParser.RULE_compound_stmt ->
          context.become(compoundStatement(rule(child(context, 0))));
      case PythonParser.RULE_block -> context.become(statements(context));
      default -> throw new IllegalStateException("rule " + context.rule());
    }
  }

  /** Does the same to a tree that is there already. */
  private void completeBelow(SyntaxContext context) {
    for (Object tree : context) {
      if (tree instanceof SyntaxContext inner) {
        completeBelow(inner);
      }
    }
    if (COMPLETED.contains(context.rule())) {
      complete(context);
    }
  }

  Module module(SyntaxContext context) {
    return new Module(statements(context));
  }

  private static ImmutableList<Statement> statements(SyntaxContext context) {
    ImmutableList.Builder<Statement> statements = ImmutableList.builder();
    int before = 0;
    for (int i = 0; i < size(context); i++) {
      Object tree = child(context, i);
      int type = type(tree);
      if (tree instanceof SyntaxContext statement) {
        statements.add((Statement) statement.value());
      } else if (type == PythonTokens.SEMI && before == PythonTokens.SEMI) {
        throw failure("invalid syntax", token(tree));
      }
      before = type;
    }
    return statements.build();
  }

  private Statement compoundStatement(SyntaxContext context) {
    return switch (context.rule()) {
      case PythonParser.RULE_if_stmt -> ifStatement(context);
      case PythonParser.RULE_while_stmt -> whileStatement(context);
      case PythonParser.RULE_for_stmt -> forStatement(context, first(context), false);
      case PythonParser.RULE_try_stmt -> tryStatement(context);
      case PythonParser.RULE_with_stmt -> withStatement(context, first(context), false);
      case PythonParser.RULE_funcdef ->
          function(context, first(context), false, ImmutableList.of());
      case PythonParser.RULE_classdef -> classDefinition(context, ImmutableList.of());
      case PythonParser.RULE_async_stmt ->
          asyncStatement(rule(child(context, 1)), first(context), ImmutableList.of());
      case PythonParser.RULE_decorated -> decorated(context);
      case PythonParser.RULE_match_stmt -> matchStatement(context);
      default -> throw new IllegalStateException("statement rule " + context.rule());
    };
  }

  private Statement decorated(SyntaxContext context) {
    ImmutableList.Builder<Expression> decorators = ImmutableList.builder();
    int i = 0;
    for (; type(child(context, i)) == PythonTokens.AT; i += 3) {
      decorators.add(expressions.named(child(context, i + 1)));
    }
    Object decorated = child(context, i);
    if (type(decorated) == PythonTokens.ASYNC) {
      return asyncStatement(rule(child(context, i + 1)), token(decorated), decorators.build());
    }
    SyntaxContext definition = rule(decorated);
    return definition.rule() == PythonParser.RULE_funcdef
        ? function(definition, first(definition), false, decorators.build())
        : classDefinition(definition, decorators.build());
  }

  private Statement asyncStatement(
      SyntaxContext context, Token async, ImmutableList<Expression> decorators) {
    return switch (context.rule()) {
      case PythonParser.RULE_funcdef -> function(context, async, true, decorators);
      case PythonParser.RULE_with_stmt -> withStatement(context, async, true);
      default -> forStatement(context, async, true);
    };
  }

  @SuppressWarnings("unchecked") // What a block was made into.
  private static ImmutableList<Statement> block(Object tree) {
    return (ImmutableList<Statement>) rule(tree).value();
  }

  /**
   * The span of a compound statement: to the last token of its last block, a semicolon included.
   */
  private Span compoundSpan(Token first, SyntaxContext context) {
    Token last = last(context);
    while (last.type == PythonTokens.NEWLINE || last.type == PythonTokens.DEDENT) {
      last = tokens.token(last.getTokenIndex() - 1);
    }
    return span(first, last);
  }

  private Statement simpleStatement(SyntaxContext context) {
    Object head = child(context, 0);
    Span span = span(context);
    if (ruleOf(head) == PythonParser.RULE_star_exprs) {
      return expressionStatement(context);
    }
    if (ruleOf(head) == PythonParser.RULE_yield_expr) {
      return new Statement.Expr(expressions.yieldExpression(rule(head)), span);
    }
    int size = size(context);
    return switch (type(head)) {
      case PythonTokens.PASS -> new Statement.Pass(span);
      case PythonTokens.BREAK -> new Statement.Break(span);
      case PythonTokens.CONTINUE -> new Statement.Continue(span);
      case PythonTokens.RETURN ->
          new Statement.Return(
              size > 1
                  ? Optional.of(ExpressionBuilder.starExpressions(child(context, 1)))
                  : Optional.empty(),
              span);
      case PythonTokens.RAISE ->
          new Statement.Raise(
              size > 1 ? Optional.of(expression(child(context, 1))) : Optional.empty(),
              size > 3 ? Optional.of(expression(child(context, 3))) : Optional.empty(),
              span);
      case PythonTokens.GLOBAL -> new Statement.Global(names(context), span);
      case PythonTokens.NONLOCAL -> new Statement.Nonlocal(names(context), span);
      case PythonTokens.DEL -> delete(context);
      case PythonTokens.ASSERT ->
          new Statement.Assert(
              expression(child(context, 1)),
              size > 3 ? Optional.of(expression(child(context, 3))) : Optional.empty(),
              span);
      case PythonTokens.IMPORT -> {
        ImmutableList.Builder<Alias> names = ImmutableList.builder();
        for (int i = 1; i < size; i += 2) {
          SyntaxContext alias = rule(child(context, i));
          names.add(alias(alias, dotted(rule(child(alias, 0)))));
        }
        yield new Statement.Import(names.build(), span);
      }
      case PythonTokens.FROM -> importFrom(context);
      case PythonTokens.TYPE_KW -> typeAlias(context);
      default -> throw new IllegalStateException("simple statement " + type(head));
    };
  }

  private static ImmutableList<String> names(SyntaxContext context) {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    for (int i = 1; i < size(context); i += 2) {
      names.add(name(child(context, i)));
    }
    return names.build();
  }

  private static Alias alias(SyntaxContext context, String name) {
    return new Alias(
        name,
        size(context) > 1 ? Optional.of(name(child(context, 2))) : Optional.empty(),
        span(context));
  }

  private static String dotted(SyntaxContext context) {
    if (size(context) == 1) {
      return name(child(context, 0));
    }
    StringBuilder dotted = new StringBuilder();
    for (int i = 0; i < size(context); i++) {
      dotted.append(i % 2 == 0 ? name(child(context, i)) : ".");
    }
    return dotted.toString();
  }

  private Statement delete(SyntaxContext context) {
    Expression listed = ExpressionBuilder.starExpressions(child(context, 1));
    ImmutableList<Expression> deleted =
        listed instanceof Expression.Tuple tuple && !parenthesized.contains(tuple)
            ? tuple.elements()
            : ImmutableList.of(listed);
    return new Statement.Delete(
        deleted.stream().map(targets::deleteTarget).collect(ImmutableList.toImmutableList()),
        span(context));
  }

  private Statement importFrom(SyntaxContext context) {
    int i = 1;
    int level = 0;
    for (; ; i++) {
      int type = type(child(context, i));
      if (type == PythonTokens.DOT) {
        level++;
      } else if (type == PythonTokens.ELLIPSIS) {
        level += 3;
      } else {
        break;
      }
    }
    Optional<String> module = Optional.empty();
    if (ruleOf(child(context, i)) == PythonParser.RULE_dotted) {
      module = Optional.of(dotted(rule(child(context, i))));
      i++;
    } else if (level == 0) {
      throw failure("invalid syntax", token(child(context, i)));
    }
    i++;
    ImmutableList.Builder<Alias> names = ImmutableList.builder();
    if (type(child(context, i)) == PythonTokens.STAR) {
      names.add(new Alias("*", Optional.empty(), token(child(context, i)).span()));
    } else {
      checkCommas(context, i, size(context));
      for (; i < size(context); i++) {
        if (ruleOf(child(context, i)) == PythonParser.RULE_import_as) {
          SyntaxContext alias = rule(child(context, i));
          names.add(alias(alias, name(child(alias, 0))));
        }
      }
    }
    return new Statement.ImportFrom(module, names.build(), level, span(context));
  }

  private Statement typeAlias(SyntaxContext context) {
    int i = 2;
    ImmutableList<TypeParameter> parameters = ImmutableList.of();
    if (ruleOf(child(context, i)) == PythonParser.RULE_type_params) {
      parameters = ParameterBuilder.typeParameters(rule(child(context, i)));
      i++;
    }
    Token name = token(child(context, 1));
    return new Statement.TypeAlias(
        new Expression.Name(name.name, ExpressionContext.STORE, name.span()),
        parameters,
        expression(child(context, i + 1)),
        span(context));
  }

  private Statement expressionStatement(SyntaxContext context) {
    Expression left = ExpressionBuilder.starExpressions(child(context, 0));
    Span span = span(context);
    int size = size(context);
    if (size == 1) {
      return new Statement.Expr(left, span);
    }
    Object second = child(context, 1);
    if (type(second) == PythonTokens.COLON) {
      return annotatedAssignment(context, left);
    }
    if (type(second) == PythonTokens.EQUAL) {
      ImmutableList.Builder<Expression> assigned = ImmutableList.builder();
      Expression value = left;
      checkComparison(context, left);
      for (int i = 2; i < size; i += 2) {
        assigned.add(targets.starTarget(value));
        value = expressions.rightHandSide(child(context, i));
      }
      return new Statement.Assign(assigned.build(), value, span);
    }
    if (!Targets.isSingleTarget(left)) {
      throw failure(
          "'" + Targets.describe(left) + "' is an illegal expression for augmented assignment",
          left);
    }
    BinaryOperator operator = augmented(type(child(rule(second), 0)));
    return new Statement.AugAssign(
        targets.starTarget(left), operator, expressions.rightHandSide(child(context, 2)), span);
  }

  /** {@code f() = 1}, which CPython takes for a comparison that lacks a {@code =}. */
  private void checkComparison(SyntaxContext assignment, Expression left) {
    boolean once =
        size(assignment) == 3 && ruleOf(child(assignment, 2)) == PythonParser.RULE_star_exprs;
    if (once && !Targets.isSingleTarget(left) && !(left instanceof Expression.Starred)) {
      Targets.wrongTarget(left)
          .ifPresent(
              description -> {
                throw failure(
                    "cannot assign to "
                        + description
                        + " here. Maybe you meant '==' instead of '='?",
                    left);
              });
    }
  }

  private Statement annotatedAssignment(SyntaxContext context, Expression target) {
    if (!Targets.isSingleTarget(target)) {
      throw target instanceof Expression.List || target instanceof Expression.Tuple
          ? failure(
              "only single target (not " + Targets.describe(target) + ") can be annotated", target)
          : failure("illegal target for annotation", target);
    }
    if (targets.startsWithParenthesizedTarget(target)) {
      throw failure("illegal target for annotation", target);
    }
    return new Statement.AnnAssign(
        targets.starTarget(target),
        expression(child(context, 2)),
        size(context) > 3
            ? Optional.of(expressions.rightHandSide(child(context, 4)))
            : Optional.empty(),
        target instanceof Expression.Name && !parenthesized.contains(target),
        span(context));
  }

  private static BinaryOperator augmented(int type) {
    return switch (type) {
      case PythonTokens.PLUSEQUAL -> BinaryOperator.ADD;
      case PythonTokens.MINEQUAL -> BinaryOperator.SUB;
      case PythonTokens.STAREQUAL -> BinaryOperator.MULT;
      case PythonTokens.SLASHEQUAL -> BinaryOperator.DIV;
      case PythonTokens.PERCENTEQUAL -> BinaryOperator.MOD;
      case PythonTokens.AMPEREQUAL -> BinaryOperator.BIT_AND;
      case PythonTokens.VBAREQUAL -> BinaryOperator.BIT_OR;
      case PythonTokens.CIRCUMFLEXEQUAL -> BinaryOperator.BIT_XOR;
      case PythonTokens.LEFTSHIFTEQUAL -> BinaryOperator.L_SHIFT;
      case PythonTokens.RIGHTSHIFTEQUAL -> BinaryOperator.R_SHIFT;
      case PythonTokens.DOUBLESTAREQUAL -> BinaryOperator.POW;
      case PythonTokens.DOUBLESLASHEQUAL -> BinaryOperator.FLOOR_DIV;
      case PythonTokens.ATEQUAL -> BinaryOperator.MAT_MULT;
      default -> throw new IllegalStateException("operator " + type);
    };
  }

  private Statement ifStatement(SyntaxContext context) {
    int end = size(context);
    ImmutableList<Statement> orElse = ImmutableList.of();
    if (type(child(context, end - 3)) == PythonTokens.ELSE) {
      orElse = block(child(context, end - 1));
      end -= 3;
    }
    Statement statement = null;
    for (int i = end - 4; i >= 0; i -= 4) {
      ImmutableList<Statement> body = block(child(context, i + 3));
      statement =
          new Statement.If(
              expressions.named(child(context, i + 1)),
              body,
              orElse,
              compoundSpan(token(child(context, i)), context));
      orElse = ImmutableList.of(statement);
    }
    return statement;
  }

  private ImmutableList<Statement> elseBlock(SyntaxContext context, int at) {
    return size(context) > at ? block(child(context, at + 2)) : ImmutableList.of();
  }

  private Statement whileStatement(SyntaxContext context) {
    ImmutableList<Statement> body = block(child(context, 3));
    ImmutableList<Statement> orElse = elseBlock(context, 4);
    return new Statement.While(
        expressions.named(child(context, 1)), body, orElse, compoundSpan(first(context), context));
  }

  private Statement forStatement(SyntaxContext context, Token start, boolean async) {
    Expression target = targets.targets(rule(child(context, 1)));
    Expression iterable = ExpressionBuilder.starExpressions(child(context, 3));
    ImmutableList<Statement> body = block(child(context, 5));
    ImmutableList<Statement> orElse = elseBlock(context, 6);
    Span span = compoundSpan(start, context);
    return async
        ? new Statement.AsyncFor(target, iterable, body, orElse, span)
        : new Statement.For(target, iterable, body, orElse, span);
  }

  private Statement tryStatement(SyntaxContext context) {
    ImmutableList<Statement> body = block(child(context, 2));
    ImmutableList.Builder<ExceptHandler> collected = ImmutableList.builder();
    ImmutableList<Statement> orElse = ImmutableList.of();
    ImmutableList<Statement> finalBody = ImmutableList.of();
    boolean starred = false;
    boolean plain = false;
    for (int i = 3; i < size(context); i++) {
      Object tree = child(context, i);
      if (ruleOf(tree) == PythonParser.RULE_except_clause) {
        SyntaxContext clause = rule(tree);
        boolean star = type(child(clause, 1)) == PythonTokens.STAR;
        starred |= star;
        plain |= !star;
        if (starred && plain) {
          throw failure("cannot have both 'except' and 'except*' on the same 'try'", first(clause));
        }
        ExceptHandler handler = exceptClause(clause, star);
        collected.add(handler);
      } else if (type(tree) == PythonTokens.ELSE) {
        orElse = block(child(context, i + 2));
        i += 2;
      } else {
        finalBody = block(child(context, i + 2));
        i += 2;
      }
    }
    ImmutableList<ExceptHandler> handlers = collected.build();
    if (handlers.isEmpty() && (finalBody.isEmpty() || !orElse.isEmpty())) {
      throw failure("expected 'except' or 'finally' block", tokens.behind(last(context)));
    }
    Span span = compoundSpan(first(context), context);
    return starred
        ? new Statement.TryStar(body, handlers, orElse, finalBody, span)
        : new Statement.Try(body, handlers, orElse, finalBody, span);
  }

  private ExceptHandler exceptClause(SyntaxContext clause, boolean star) {
    int i = star ? 2 : 1;
    Optional<Expression> type = Optional.empty();
    Optional<String> name = Optional.empty();
    if (ruleOf(child(clause, i)) == PythonParser.RULE_expression) {
      type = Optional.of(expression(child(clause, i)));
      if (type(child(clause, i + 1)) == PythonTokens.AS) {
        name = Optional.of(name(child(clause, i + 2)));
      }
    } else if (star) {
      throw failure("expected one or more exception types", token(child(clause, i)));
    }
    ImmutableList<Statement> body = block(child(clause, size(clause) - 1));
    return new ExceptHandler(type, name, body, compoundSpan(first(clause), clause));
  }

  private Statement withStatement(SyntaxContext context, Token start, boolean async) {
    ImmutableList<Statement> body = block(child(context, size(context) - 1));
    List<SyntaxContext> written = new ArrayList<>();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_with_item) {
        written.add(rule(tree));
      }
    }
    ImmutableList<WithItem> items =
        written.size() == 1 && size(written.getFirst()) == 1
            ? parenthesizedItems(rule(child(written.getFirst(), 0)))
            : ImmutableList.of();
    if (items.isEmpty()) {
      items = written.stream().map(this::withItem).collect(ImmutableList.toImmutableList());
    }
    Span span = compoundSpan(start, context);
    return async
        ? new Statement.AsyncWith(items, body, span)
        : new Statement.With(items, body, span);
  }

  private WithItem withItem(SyntaxContext context) {
    return new WithItem(
        expression(child(context, 0)),
        size(context) > 2
            ? Optional.of(targets.target(rule(child(context, 2))))
            : Optional.empty());
  }

  /**
   * {@code with (a as b, c):} lists items, unless the parentheses hold what only a tuple can, or
   * others are around them; empty when not so.
   */
  private ImmutableList<WithItem> parenthesizedItems(SyntaxContext expression) {
    return switch (expression.value()) {
      case SyntaxContext aliased -> aliasedItems(aliased);
      case Expression.Tuple tuple
          when parenthesized.contains(tuple)
              && tuple.span().equals(span(expression))
              && tuple.elements().stream().noneMatch(this::isOnlyOfTuples) ->
          tuple.elements().stream()
              .map(element -> new WithItem(element, Optional.empty()))
              .collect(ImmutableList.toImmutableList());
      default -> ImmutableList.of();
    };
  }

  private boolean isOnlyOfTuples(Expression element) {
    return element instanceof Expression.Starred
        || element instanceof Expression.NamedExpr && !parenthesized.contains(element);
  }

  private ImmutableList<WithItem> aliasedItems(SyntaxContext parentheses) {
    int end = size(parentheses) - 1;
    checkCommas(parentheses, 1, end);
    ImmutableList.Builder<WithItem> items = ImmutableList.builder();
    for (int i = 1; i < end; i++) {
      Object tree = child(parentheses, i);
      if (ruleOf(tree) == PythonParser.RULE_paren_el) {
        SyntaxContext item = rule(tree);
        boolean plain = size(item) == 1;
        if (!plain && type(child(item, 1)) != PythonTokens.AS) {
          return ImmutableList.of();
        }
        items.add(withItem(item));
      } else if (type(tree) != PythonTokens.COMMA) {
        return ImmutableList.of();
      }
    }
    return items.build();
  }

  private Statement function(
      SyntaxContext context, Token start, boolean async, ImmutableList<Expression> decorators) {
    int i = 2;
    ImmutableList<TypeParameter> typeParameters = ImmutableList.of();
    if (ruleOf(child(context, i)) == PythonParser.RULE_type_params) {
      typeParameters = ParameterBuilder.typeParameters(rule(child(context, i)));
      i++;
    }
    int from = i + 1;
    int to = from;
    while (type(child(context, to)) != PythonTokens.RPAR) {
      to++;
    }
    Parameters parameters = ParameterBuilder.parameters(context, from, to);
    i = to + 1;
    Optional<Expression> returns = Optional.empty();
    if (type(child(context, i)) == PythonTokens.RARROW) {
      returns = Optional.of(expression(child(context, i + 1)));
      i += 2;
    }
    ImmutableList<Statement> body = block(child(context, i + 1));
    String name = name(child(context, 1));
    Span span = compoundSpan(start, context);
    return async
        ? new Statement.AsyncFunctionDef(
            name, parameters, body, decorators, returns, typeParameters, span)
        : new Statement.FunctionDef(
            name, parameters, body, decorators, returns, typeParameters, span);
  }

  private Statement classDefinition(SyntaxContext context, ImmutableList<Expression> decorators) {
    int i = 2;
    ImmutableList<TypeParameter> typeParameters = ImmutableList.of();
    if (ruleOf(child(context, i)) == PythonParser.RULE_type_params) {
      typeParameters = ParameterBuilder.typeParameters(rule(child(context, i)));
      i++;
    }
    ImmutableList.Builder<Expression> bases = ImmutableList.builder();
    ImmutableList.Builder<Keyword> keywords = ImmutableList.builder();
    if (type(child(context, i)) == PythonTokens.LPAR) {
      i++;
      if (ruleOf(child(context, i)) == PythonParser.RULE_args) {
        expressions.arguments(rule(child(context, i)), bases, keywords, Optional.empty());
        i++;
      }
      i++;
    }
    ImmutableList<Statement> body = block(child(context, i + 1));
    return new Statement.ClassDef(
        name(child(context, 1)),
        bases.build(),
        keywords.build(),
        body,
        decorators,
        typeParameters,
        compoundSpan(first(context), context));
  }

  private Statement matchStatement(SyntaxContext context) {
    SyntaxContext written = rule(child(context, 1));
    checkCommas(written, 0, size(written));
    Expression subject;
    if (size(written) == 1) {
      SyntaxContext element = rule(child(written, 0));
      if (type(child(element, 0)) == PythonTokens.STAR) {
        throw failure("invalid syntax", tokens.behind(last(element)));
      }
      subject = expressions.parenElement(element);
    } else {
      subject =
          new Expression.Tuple(
              expressions.parenElements(written, 0, size(written)),
              ExpressionContext.LOAD,
              span(written));
    }
    ImmutableList.Builder<MatchCase> cases = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_case_block) {
        SyntaxContext block = rule(tree);
        int size = size(block);
        ImmutableList<Statement> body = block(child(block, size - 1));
        cases.add(
            new MatchCase(
                patterns.patterns(rule(child(block, 1))),
                size > 4 ? Optional.of(expressions.named(child(block, 3))) : Optional.empty(),
                body));
      }
    }
    return new Statement.Match(subject, cases.build(), compoundSpan(first(context), context));
  }

  /**
   * Describes an operand that looks like a target of {@code =} but is none; absent when CPython
   * does not say so.
   */
  Optional<String> wrongTarget(SyntaxContext flat) {
    completeBelow(flat);
    return Targets.wrongTarget(expression(flat));
  }
}
