package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.Alias;
import dev.pyrestrict.grammar.ast.Argument;
import dev.pyrestrict.grammar.ast.BinaryOperator;
import dev.pyrestrict.grammar.ast.BooleanOperator;
import dev.pyrestrict.grammar.ast.ComparisonOperator;
import dev.pyrestrict.grammar.ast.Comprehension;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.ExceptHandler;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.ExpressionContext;
import dev.pyrestrict.grammar.ast.Keyword;
import dev.pyrestrict.grammar.ast.MatchCase;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Parameters;
import dev.pyrestrict.grammar.ast.Pattern;
import dev.pyrestrict.grammar.ast.Span;
import dev.pyrestrict.grammar.ast.Statement;
import dev.pyrestrict.grammar.ast.TypeParameter;
import dev.pyrestrict.grammar.ast.UnaryOperator;
import dev.pyrestrict.grammar.ast.WithItem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the syntax tree while ANTLR's parser reads, bottom-up, and does what the LL(1) grammar
 * leaves open: precedence, targets, the order of parameters and arguments, doubled commas,
 * parenthesised {@code with} items, literals.
 */
final class AstBuilder {
  private static final int MAX_DECIMAL_DIGITS = 4300;
  private static final int MAX_RADIX_DIGITS = 20_000;
  private static final int NO_RULE = -1;

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
  private final char[] text;
  private final StringLiterals literals;
  private final Set<Expression> parenthesized = Collections.newSetFromMap(new IdentityHashMap<>());

  AstBuilder(TokenArray tokens) {
    this.tokens = tokens;
    text = tokens.text();
    literals = new StringLiterals(text);
  }

  // --- the parse tree
  // --------------------------------------------------------------------------------

  private static SyntaxContext rule(Object tree) {
    return (SyntaxContext) tree;
  }

  private static Object child(SyntaxContext context, int index) {
    return context.child(index);
  }

  private static int size(SyntaxContext context) {
    return context.size();
  }

  /** Returns the rule of a node, or {@link #NO_RULE} for a token. */
  private static int ruleOf(Object tree) {
    return tree instanceof SyntaxContext context ? context.rule() : NO_RULE;
  }

  /** Returns the type of a token, or 0 for a rule. */
  private static int type(Object tree) {
    return tree instanceof Token token ? token.type : 0;
  }

  private static Token token(Object tree) {
    return (Token) tree;
  }

  private static Token first(SyntaxContext context) {
    return (Token) context.start;
  }

  private static Token last(SyntaxContext context) {
    return (Token) context.stop;
  }

  private static Token firstToken(Object tree) {
    return tree instanceof Token token ? token : first(rule(tree));
  }

  private static Token lastToken(Object tree) {
    return tree instanceof Token token ? token : last(rule(tree));
  }

  private static Span span(SyntaxContext context) {
    return span(first(context), last(context));
  }

  private static Span span(Token first, Token last) {
    return new Span(first.line, first.column, last.endLine, last.endColumn);
  }

  private static SyntaxFailure failure(String message, Token token) {
    return new SyntaxFailure(token.span(), message);
  }

  private static SyntaxFailure failure(String message, Expression expression) {
    return new SyntaxFailure(expression.span(), message);
  }

  private static String name(Object tree) {
    return token(tree).name;
  }

  /** In {@code element (',' element?)*} two commas must not follow each other. */
  private static void checkCommas(SyntaxContext context, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (type(child(context, i)) == PythonTokens.COMMA
          && type(child(context, i - 1)) == PythonTokens.COMMA) {
        throw failure("invalid syntax", token(child(context, i)));
      }
    }
  }

  // --- bottom-up
  // ----------------------------------------------------------------------------------------

  /** Makes what a rule that was read completely stands for; what is inside it was made before. */
  void complete(SyntaxContext context) {
    switch (context.rule()) {
      case PythonParser.RULE_primary -> context.become(primary(context, 0, size(context)));
      case PythonParser.RULE_flat -> context.become(flat(context));
      case PythonParser.RULE_expression -> context.become(wholeExpression(context));
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

  /** Returns the expression that a primary, a chain of operators or an expression stands for. */
  private static Expression expression(Object tree) {
    return madeOf(rule(tree).value());
  }

  private static Expression madeOf(Object value) {
    if (value instanceof Expression expression) {
      return expression;
    }
    throw aliasNotAllowed((SyntaxContext) value);
  }

  private static SyntaxFailure aliasNotAllowed(SyntaxContext parentheses) {
    return failure("invalid syntax", alias(parentheses).orElseThrow());
  }

  /** {@code (a as b)} is no expression: only {@code with} knows what to do with it. */
  private static Optional<Token> alias(SyntaxContext parentheses) {
    for (Object tree : parentheses) {
      if (ruleOf(tree) == PythonParser.RULE_paren_el
          && size(rule(tree)) > 1
          && type(child(rule(tree), 1)) == PythonTokens.AS) {
        return Optional.of(token(child(rule(tree), 1)));
      }
    }
    return Optional.empty();
  }

  // --- statements
  // ------------------------------------------------------------------------------------

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
      decorators.add(named(child(context, i + 1)));
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
      return new Statement.Expr(yieldExpression(rule(head)), span);
    }
    int size = size(context);
    return switch (type(head)) {
      case PythonTokens.PASS -> new Statement.Pass(span);
      case PythonTokens.BREAK -> new Statement.Break(span);
      case PythonTokens.CONTINUE -> new Statement.Continue(span);
      case PythonTokens.RETURN ->
          new Statement.Return(
              size > 1 ? Optional.of(starExpressions(child(context, 1))) : Optional.empty(), span);
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
    Expression listed = starExpressions(child(context, 1));
    ImmutableList<Expression> targets =
        listed instanceof Expression.Tuple tuple && !parenthesized.contains(tuple)
            ? tuple.elements()
            : ImmutableList.of(listed);
    return new Statement.Delete(
        targets.stream().map(this::deleteTarget).collect(ImmutableList.toImmutableList()),
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
      parameters = typeParameters(rule(child(context, i)));
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
    Expression left = starExpressions(child(context, 0));
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
      ImmutableList.Builder<Expression> targets = ImmutableList.builder();
      Expression value = left;
      checkComparison(context, left);
      for (int i = 2; i < size; i += 2) {
        targets.add(starTarget(value));
        value = rightHandSide(child(context, i));
      }
      return new Statement.Assign(targets.build(), value, span);
    }
    if (!isSingleTarget(left)) {
      throw failure(
          "'" + describe(left) + "' is an illegal expression for augmented assignment", left);
    }
    BinaryOperator operator = augmented(type(child(rule(second), 0)));
    return new Statement.AugAssign(
        starTarget(left), operator, rightHandSide(child(context, 2)), span);
  }

  /** {@code f() = 1}, which CPython takes for a comparison that lacks a {@code =}. */
  private void checkComparison(SyntaxContext assignment, Expression left) {
    boolean once =
        size(assignment) == 3 && ruleOf(child(assignment, 2)) == PythonParser.RULE_star_exprs;
    if (once && !isSingleTarget(left) && !(left instanceof Expression.Starred)) {
      wrongTarget(left)
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

  private static boolean isSingleTarget(Expression expression) {
    return expression instanceof Expression.Name
        || expression instanceof Expression.Attribute
        || expression instanceof Expression.Subscript;
  }

  /**
   * Reports whether a target like {@code (a).b} begins with a target in parentheses: CPython's
   * parser takes those for the whole target, and does not come back to it when a dot follows
   * instead of the colon.
   */
  private boolean startsWithParenthesizedTarget(Expression target) {
    return switch (target) {
      case Expression.Attribute attribute -> isParenthesizedTarget(attribute.value());
      case Expression.Subscript subscript -> isParenthesizedTarget(subscript.value());
      case Expression.Call call -> isParenthesizedTarget(call.function());
      default -> false;
    };
  }

  private boolean isParenthesizedTarget(Expression expression) {
    return parenthesized.contains(expression)
        ? isSingleTarget(expression)
        : startsWithParenthesizedTarget(expression);
  }

  private Statement annotatedAssignment(SyntaxContext context, Expression target) {
    if (!isSingleTarget(target)) {
      throw target instanceof Expression.List || target instanceof Expression.Tuple
          ? failure("only single target (not " + describe(target) + ") can be annotated", target)
          : failure("illegal target for annotation", target);
    }
    if (startsWithParenthesizedTarget(target)) {
      throw failure("illegal target for annotation", target);
    }
    return new Statement.AnnAssign(
        starTarget(target),
        expression(child(context, 2)),
        size(context) > 3 ? Optional.of(rightHandSide(child(context, 4))) : Optional.empty(),
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

  private Expression rightHandSide(Object tree) {
    return ruleOf(tree) == PythonParser.RULE_yield_expr
        ? yieldExpression(rule(tree))
        : starExpressions(tree);
  }

  private Expression yieldExpression(SyntaxContext context) {
    Span span = span(context);
    if (size(context) == 1) {
      return new Expression.Yield(Optional.empty(), span);
    }
    return type(child(context, 1)) == PythonTokens.FROM
        ? new Expression.YieldFrom(expression(child(context, 2)), span)
        : new Expression.Yield(Optional.of(starExpressions(child(context, 1))), span);
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
              named(child(context, i + 1)),
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
        named(child(context, 1)), body, orElse, compoundSpan(first(context), context));
  }

  private Statement forStatement(SyntaxContext context, Token start, boolean async) {
    Expression target = targets(rule(child(context, 1)));
    Expression iterable = starExpressions(child(context, 3));
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
      throw failure("expected 'except' or 'finally' block", tokenBehind(context));
    }
    Span span = compoundSpan(first(context), context);
    return starred
        ? new Statement.TryStar(body, handlers, orElse, finalBody, span)
        : new Statement.Try(body, handlers, orElse, finalBody, span);
  }

  private Token tokenBehind(SyntaxContext context) {
    return tokens.token(Math.min(last(context).getTokenIndex() + 1, tokens.size() - 1));
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
        size(context) > 2 ? Optional.of(target(rule(child(context, 2)))) : Optional.empty());
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
      typeParameters = typeParameters(rule(child(context, i)));
      i++;
    }
    int from = i + 1;
    int to = from;
    while (type(child(context, to)) != PythonTokens.RPAR) {
      to++;
    }
    Parameters parameters = parameters(context, from, to);
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

  private Parameters parameters(SyntaxContext context, int from, int to) {
    checkCommas(context, from, to);
    List<Argument> positionalOnly = List.of();
    List<Argument> positional = new ArrayList<>();
    List<Expression> defaults = new ArrayList<>();
    Optional<Argument> variadic = Optional.empty();
    List<Argument> keywordOnly = new ArrayList<>();
    List<Optional<Expression>> keywordDefaults = new ArrayList<>();
    Optional<Argument> variadicKeywords = Optional.empty();
    boolean slash = false;
    Optional<Token> star = Optional.empty();
    Optional<Token> bareStar = Optional.empty();
    for (int i = from; i < to; i++) {
      if (!(child(context, i) instanceof SyntaxContext parameter)) {
        continue;
      }
      Token head = first(parameter);
      if (variadicKeywords.isPresent()) {
        throw failure("arguments cannot follow var-keyword argument", head);
      }
      switch (head.type) {
        case PythonTokens.SLASH -> {
          if (slash) {
            throw failure("/ may appear only once", head);
          }
          if (star.isPresent()) {
            throw failure("/ must be ahead of *", head);
          }
          if (positional.isEmpty()) {
            throw failure("at least one argument must precede /", head);
          }
          slash = true;
          positionalOnly = positional;
          positional = new ArrayList<>();
        }
        case PythonTokens.STAR -> {
          if (star.isPresent()) {
            throw failure("* argument may appear only once", head);
          }
          star = Optional.of(head);
          if (size(parameter) == 1) {
            bareStar = star;
          } else {
            variadic =
                Optional.of(
                    argument(
                        parameter,
                        1,
                        size(parameter) > 2
                            ? Optional.of(starElement(rule(child(parameter, 3))))
                            : Optional.empty()));
          }
        }
        case PythonTokens.DOUBLESTAR ->
            variadicKeywords =
                Optional.of(
                    argument(
                        parameter,
                        1,
                        size(parameter) > 2
                            ? Optional.of(expression(child(parameter, 3)))
                            : Optional.empty()));
        default -> {
          Optional<Expression> annotation = Optional.empty();
          Optional<Expression> value = Optional.empty();
          for (int j = 1; j < size(parameter); j += 2) {
            Optional<Expression> part = Optional.of(expression(child(parameter, j + 1)));
            if (type(child(parameter, j)) == PythonTokens.COLON) {
              annotation = part;
            } else {
              value = part;
            }
          }
          Argument argument = argument(parameter, 0, annotation);
          if (star.isPresent()) {
            keywordOnly.add(argument);
            keywordDefaults.add(value);
          } else {
            if (value.isEmpty() && !defaults.isEmpty()) {
              throw failure("parameter without a default follows parameter with a default", head);
            }
            positional.add(argument);
            value.ifPresent(defaults::add);
          }
        }
      }
    }
    if (bareStar.isPresent() && keywordOnly.isEmpty()) {
      throw failure("named arguments must follow bare *", bareStar.get());
    }
    return new Parameters(
        ImmutableList.copyOf(positionalOnly),
        ImmutableList.copyOf(positional),
        variadic,
        ImmutableList.copyOf(keywordOnly),
        ImmutableList.copyOf(keywordDefaults),
        variadicKeywords,
        ImmutableList.copyOf(defaults));
  }

  private static Argument argument(
      SyntaxContext parameter, int at, Optional<Expression> annotation) {
    Token name = token(child(parameter, at));
    Span span =
        annotation.isPresent() ? span(name, last(rule(child(parameter, at + 2)))) : name.span();
    return new Argument(name.name, annotation, span);
  }

  private Statement classDefinition(SyntaxContext context, ImmutableList<Expression> decorators) {
    int i = 2;
    ImmutableList<TypeParameter> typeParameters = ImmutableList.of();
    if (ruleOf(child(context, i)) == PythonParser.RULE_type_params) {
      typeParameters = typeParameters(rule(child(context, i)));
      i++;
    }
    ImmutableList.Builder<Expression> bases = ImmutableList.builder();
    ImmutableList.Builder<Keyword> keywords = ImmutableList.builder();
    if (type(child(context, i)) == PythonTokens.LPAR) {
      i++;
      if (ruleOf(child(context, i)) == PythonParser.RULE_args) {
        arguments(rule(child(context, i)), bases, keywords, Optional.empty());
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

  private ImmutableList<TypeParameter> typeParameters(SyntaxContext context) {
    checkCommas(context, 1, size(context) - 1);
    ImmutableList.Builder<TypeParameter> parameters = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_type_param) {
        SyntaxContext parameter = rule(tree);
        Span span = span(parameter);
        parameters.add(
            switch (first(parameter).type) {
              case PythonTokens.STAR ->
                  new TypeParameter.TypeVarTuple(name(child(parameter, 1)), span);
              case PythonTokens.DOUBLESTAR ->
                  new TypeParameter.ParamSpec(name(child(parameter, 1)), span);
              default ->
                  new TypeParameter.TypeVar(
                      name(child(parameter, 0)),
                      size(parameter) > 1
                          ? Optional.of(expression(child(parameter, 2)))
                          : Optional.empty(),
                      span);
            });
      }
    }
    return parameters.build();
  }

  // --- match
  // -----------------------------------------------------------------------------------------

  private Statement matchStatement(SyntaxContext context) {
    SyntaxContext written = rule(child(context, 1));
    checkCommas(written, 0, size(written));
    Expression subject;
    if (size(written) == 1) {
      SyntaxContext element = rule(child(written, 0));
      if (type(child(element, 0)) == PythonTokens.STAR) {
        throw failure("invalid syntax", tokenBehind(element));
      }
      subject = parenElement(element);
    } else {
      subject =
          new Expression.Tuple(
              parenElements(written, 0, size(written)), ExpressionContext.LOAD, span(written));
    }
    ImmutableList.Builder<MatchCase> cases = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_case_block) {
        SyntaxContext block = rule(tree);
        int size = size(block);
        ImmutableList<Statement> body = block(child(block, size - 1));
        cases.add(
            new MatchCase(
                patterns(rule(child(block, 1))),
                size > 4 ? Optional.of(named(child(block, 3))) : Optional.empty(),
                body));
      }
    }
    return new Statement.Match(subject, cases.build(), compoundSpan(first(context), context));
  }

  private Pattern patterns(SyntaxContext context) {
    if (size(context) == 1) {
      Pattern pattern = starPattern(rule(child(context, 0)));
      if (pattern instanceof Pattern.MatchStar) {
        throw failure("invalid syntax", tokenBehind(context));
      }
      return pattern;
    }
    return new Pattern.MatchSequence(patternList(context), span(context));
  }

  private ImmutableList<Pattern> patternList(SyntaxContext context) {
    checkCommas(context, 0, size(context));
    ImmutableList.Builder<Pattern> patterns = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_star_pattern) {
        patterns.add(starPattern(rule(tree)));
      }
    }
    return patterns.build();
  }

  private Pattern starPattern(SyntaxContext context) {
    if (type(child(context, 0)) == PythonTokens.STAR) {
      return new Pattern.MatchStar(capture(name(child(context, 1))), span(context));
    }
    return asPattern(rule(child(context, 0)));
  }

  private static Optional<String> capture(String name) {
    return name.equals("_") ? Optional.empty() : Optional.of(name);
  }

  private Pattern asPattern(SyntaxContext context) {
    int size = size(context);
    Optional<String> name = Optional.empty();
    if (size > 2 && type(child(context, size - 2)) == PythonTokens.AS) {
      name = Optional.of(name(child(context, size - 1)));
      if (name.get().equals("_")) {
        throw failure("cannot use '_' as a target", token(child(context, size - 1)));
      }
      size -= 2;
    }
    Pattern pattern;
    if (size == 1) {
      pattern = closedPattern(rule(child(context, 0)));
    } else {
      ImmutableList.Builder<Pattern> alternatives = ImmutableList.builder();
      for (int i = 0; i < size; i += 2) {
        alternatives.add(closedPattern(rule(child(context, i))));
      }
      pattern =
          new Pattern.MatchOr(
              alternatives.build(), span(first(context), last(rule(child(context, size - 1)))));
    }
    return name.isPresent()
        ? new Pattern.MatchAs(Optional.of(pattern), name, span(context))
        : pattern;
  }

  private Pattern closedPattern(SyntaxContext context) {
    Object head = child(context, 0);
    Span span = span(context);
    if (ruleOf(head) == PythonParser.RULE_strings) {
      return new Pattern.MatchValue(strings(rule(head)), span);
    }
    if (ruleOf(head) == PythonParser.RULE_dotted) {
      return namedPattern(context, rule(head));
    }
    return switch (type(head)) {
      case PythonTokens.NONE -> new Pattern.MatchSingleton(new ConstantValue.NoneValue(), span);
      case PythonTokens.TRUE -> new Pattern.MatchSingleton(new ConstantValue.BoolValue(true), span);
      case PythonTokens.FALSE ->
          new Pattern.MatchSingleton(new ConstantValue.BoolValue(false), span);
      case PythonTokens.MINUS, PythonTokens.NUMBER ->
          new Pattern.MatchValue(numberPattern(context), span);
      case PythonTokens.LSQB ->
          new Pattern.MatchSequence(
              size(context) > 2 ? patternList(rule(child(context, 1))) : ImmutableList.of(), span);
      case PythonTokens.LPAR -> {
        if (size(context) == 2) {
          yield new Pattern.MatchSequence(ImmutableList.of(), span);
        }
        SyntaxContext inner = rule(child(context, 1));
        yield size(inner) == 1
            ? patterns(inner)
            : new Pattern.MatchSequence(patternList(inner), span);
      }
      default -> mappingPattern(context);
    };
  }

  private Pattern namedPattern(SyntaxContext context, SyntaxContext dotted) {
    if ((size(dotted) > 1 || size(context) > 1) && name(child(dotted, 0)).equals("_")) {
      throw failure("invalid syntax", first(dotted));
    }
    Expression value = dottedExpression(dotted);
    if (size(context) == 1) {
      return value instanceof Expression.Name name
          ? new Pattern.MatchAs(Optional.empty(), capture(name.id()), span(context))
          : new Pattern.MatchValue(value, span(context));
    }
    checkCommas(context, 2, size(context) - 1);
    ImmutableList.Builder<Pattern> positional = ImmutableList.builder();
    ImmutableList.Builder<String> attributes = ImmutableList.builder();
    ImmutableList.Builder<Pattern> keyword = ImmutableList.builder();
    boolean keywords = false;
    for (Object tree : context) {
      if (ruleOf(tree) != PythonParser.RULE_pat_arg) {
        continue;
      }
      SyntaxContext argument = rule(tree);
      if (size(argument) > 1) {
        keywords = true;
        attributes.add(keywordOf(rule(child(argument, 0))));
        keyword.add(asPattern(rule(child(argument, 2))));
      } else if (keywords) {
        throw failure("positional patterns follow keyword patterns", first(argument));
      } else {
        positional.add(asPattern(rule(child(argument, 0))));
      }
    }
    return new Pattern.MatchClass(
        value, positional.build(), attributes.build(), keyword.build(), span(context));
  }

  /** The grammar reads a pattern where only {@code name=} may stand. */
  private static String keywordOf(SyntaxContext pattern) {
    SyntaxContext context = pattern;
    while (size(context) == 1) {
      Object only = child(context, 0);
      if (type(only) == PythonTokens.NAME) {
        return name(only);
      }
      if (!(only instanceof SyntaxContext inner)) {
        break;
      }
      context = inner;
    }
    throw failure("invalid syntax", first(pattern));
  }

  private Pattern mappingPattern(SyntaxContext context) {
    checkCommas(context, 1, size(context) - 1);
    ImmutableList.Builder<Expression> keys = ImmutableList.builder();
    ImmutableList.Builder<Pattern> patterns = ImmutableList.builder();
    Optional<String> rest = Optional.empty();
    for (Object tree : context) {
      if (ruleOf(tree) != PythonParser.RULE_map_pat) {
        continue;
      }
      SyntaxContext entry = rule(tree);
      if (rest.isPresent()) {
        throw failure("invalid syntax", first(entry));
      }
      if (type(child(entry, 0)) == PythonTokens.DOUBLESTAR) {
        rest = Optional.of(name(child(entry, 1)));
        if (rest.get().equals("_")) {
          throw failure("invalid syntax", token(child(entry, 1)));
        }
      } else {
        keys.add(mappingKey(rule(child(entry, 0))));
        patterns.add(asPattern(rule(child(entry, 2))));
      }
    }
    return new Pattern.MatchMapping(keys.build(), patterns.build(), rest, span(context));
  }

  private Expression mappingKey(SyntaxContext context) {
    Object head = child(context, 0);
    if (ruleOf(head) == PythonParser.RULE_dotted && size(context) == 1 && size(rule(head)) > 1) {
      return dottedExpression(rule(head));
    }
    return switch (closedPattern(context)) {
      case Pattern.MatchValue(Expression value, Span ignored) -> value;
      case Pattern.MatchSingleton(ConstantValue value, Span span) ->
          new Expression.Constant(value, false, span);
      case Pattern.MatchSequence ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchMapping ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchClass ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchStar ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchAs ignored -> throw failure("invalid syntax", first(context));
      case Pattern.MatchOr ignored -> throw failure("invalid syntax", first(context));
    };
  }

  private static Expression dottedExpression(SyntaxContext dotted) {
    Token head = first(dotted);
    Expression value =
        new Expression.Name(name(child(dotted, 0)), ExpressionContext.LOAD, head.span());
    for (int i = 2; i < size(dotted); i += 2) {
      value =
          new Expression.Attribute(
              value,
              name(child(dotted, i)),
              ExpressionContext.LOAD,
              span(head, token(child(dotted, i))));
    }
    return value;
  }

  private Expression numberPattern(SyntaxContext context) {
    int i = type(child(context, 0)) == PythonTokens.MINUS ? 1 : 0;
    Token real = token(child(context, i));
    Expression.Constant number = new Expression.Constant(number(real), false, real.span());
    Expression value =
        i == 0
            ? number
            : new Expression.UnaryOp(UnaryOperator.U_SUB, number, span(first(context), real));
    if (size(context) == i + 1) {
      return value;
    }
    if (number.value() instanceof ConstantValue.ComplexValue) {
      throw failure("real number required in complex literal", real);
    }
    Token imaginary = token(child(context, i + 2));
    Expression.Constant part = new Expression.Constant(number(imaginary), false, imaginary.span());
    if (!(part.value() instanceof ConstantValue.ComplexValue)) {
      throw failure("imaginary number required in complex literal", imaginary);
    }
    return new Expression.BinOp(
        value,
        type(child(context, i + 1)) == PythonTokens.PLUS ? BinaryOperator.ADD : BinaryOperator.SUB,
        part,
        span(context));
  }

  // --- targets
  // ---------------------------------------------------------------------------------------

  /**
   * Names an expression as CPython's messages do: Parser/pegen.c, {@code _PyPegen_get_expr_name}.
   */
  private static String describe(Expression expression) {
    return switch (expression) {
      case Expression.Name ignored -> "name";
      case Expression.Attribute ignored -> "attribute";
      case Expression.Subscript ignored -> "subscript";
      case Expression.Starred ignored -> "starred";
      case Expression.Tuple ignored -> "tuple";
      case Expression.List ignored -> "list";
      case Expression.Call ignored -> "function call";
      case Expression.Constant constant -> describe(constant.value());
      case Expression.JoinedStr ignored -> "f-string expression";
      case Expression.FormattedValue ignored -> "f-string expression";
      case Expression.Dict ignored -> "dict literal";
      case Expression.Set ignored -> "set display";
      case Expression.Compare ignored -> "comparison";
      case Expression.IfExp ignored -> "conditional expression";
      case Expression.NamedExpr ignored -> "named expression";
      case Expression.Lambda ignored -> "lambda";
      case Expression.GeneratorExp ignored -> "generator expression";
      case Expression.Yield ignored -> "yield expression";
      case Expression.YieldFrom ignored -> "yield expression";
      case Expression.Await ignored -> "await expression";
      case Expression.ListComp ignored -> "list comprehension";
      case Expression.SetComp ignored -> "set comprehension";
      case Expression.DictComp ignored -> "dict comprehension";
      case Expression.BoolOp ignored -> "expression";
      case Expression.BinOp ignored -> "expression";
      case Expression.UnaryOp ignored -> "expression";
      case Expression.Slice ignored -> "expression";
    };
  }

  private static String describe(ConstantValue value) {
    return switch (value) {
      case ConstantValue.NoneValue() -> "None";
      case ConstantValue.BoolValue(boolean truth) -> truth ? "True" : "False";
      case ConstantValue.EllipsisValue() -> "ellipsis";
      case ConstantValue.IntValue ignored -> "literal";
      case ConstantValue.FloatValue ignored -> "literal";
      case ConstantValue.ComplexValue ignored -> "literal";
      case ConstantValue.StrValue ignored -> "literal";
      case ConstantValue.BytesValue ignored -> "literal";
    };
  }

  /**
   * Describes an operand that looks like a target of {@code =} but is none; absent when CPython
   * does not say so.
   */
  Optional<String> wrongTarget(SyntaxContext flat) {
    completeBelow(flat);
    return wrongTarget(expression(flat));
  }

  private static Optional<String> wrongTarget(Expression operand) {
    return switch (operand) {
      case Expression.Name ignored -> Optional.empty();
      case Expression.List ignored -> Optional.empty();
      case Expression.Tuple ignored -> Optional.empty();
      case Expression.GeneratorExp ignored -> Optional.empty();
      case Expression.Compare ignored -> Optional.empty();
      case Expression.BoolOp ignored -> Optional.empty();
      case Expression.IfExp ignored -> Optional.empty();
      case Expression.Lambda ignored -> Optional.empty();
      case Expression.UnaryOp not when not.operator() == UnaryOperator.NOT -> Optional.empty();
      case Expression.Constant constant
          when constant.value() instanceof ConstantValue.BoolValue
              || constant.value() instanceof ConstantValue.NoneValue ->
          Optional.empty();
      default -> Optional.of(describe(operand));
    };
  }

  private Expression starTarget(Expression expression) {
    ExpressionContext store = ExpressionContext.STORE;
    return switch (expression) {
      case Expression.Name(String id, ExpressionContext ignored, Span span) ->
          new Expression.Name(id, store, span);
      case Expression.Attribute(
              Expression value,
              String attribute,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Attribute(value, attribute, store, span);
      case Expression.Subscript(
              Expression value,
              Expression slice,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Subscript(value, slice, store, span);
      case Expression.Starred(Expression value, ExpressionContext ignored, Span span) -> {
        if (parenthesized.contains(expression)) {
          throw failure("cannot use starred expression here", expression);
        }
        if (value instanceof Expression.Starred) {
          throw failure("invalid syntax", value);
        }
        yield new Expression.Starred(starTarget(value), store, span);
      }
      case Expression.Tuple(
              ImmutableList<Expression> elements,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Tuple(starTargets(elements), store, span);
      case Expression.List(
              ImmutableList<Expression> elements,
              ExpressionContext ignored,
              Span span) ->
          new Expression.List(starTargets(elements), store, span);
      default -> throw failure("cannot assign to " + describe(expression), expression);
    };
  }

  private ImmutableList<Expression> starTargets(ImmutableList<Expression> elements) {
    return elements.stream().map(this::starTarget).collect(ImmutableList.toImmutableList());
  }

  private Expression deleteTarget(Expression expression) {
    ExpressionContext delete = ExpressionContext.DELETE;
    return switch (expression) {
      case Expression.Name(String id, ExpressionContext ignored, Span span) ->
          new Expression.Name(id, delete, span);
      case Expression.Attribute(
              Expression value,
              String attribute,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Attribute(value, attribute, delete, span);
      case Expression.Subscript(
              Expression value,
              Expression slice,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Subscript(value, slice, delete, span);
      case Expression.Tuple(
              ImmutableList<Expression> elements,
              ExpressionContext ignored,
              Span span) ->
          new Expression.Tuple(deleteTargets(elements), delete, span);
      case Expression.List(
              ImmutableList<Expression> elements,
              ExpressionContext ignored,
              Span span) ->
          new Expression.List(deleteTargets(elements), delete, span);
      default -> throw failure("cannot delete " + describe(expression), expression);
    };
  }

  private ImmutableList<Expression> deleteTargets(ImmutableList<Expression> elements) {
    return elements.stream().map(this::deleteTarget).collect(ImmutableList.toImmutableList());
  }

  /** The targets of {@code for}: one, or a tuple without parentheses. */
  private Expression targets(SyntaxContext context) {
    checkCommas(context, 0, size(context));
    if (size(context) == 1) {
      return target(rule(child(context, 0)));
    }
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_target) {
        elements.add(target(rule(tree)));
      }
    }
    return new Expression.Tuple(elements.build(), ExpressionContext.STORE, span(context));
  }

  private Expression target(SyntaxContext context) {
    Expression written =
        size(context) > 1
            ? new Expression.Starred(
                expression(child(context, 1)), ExpressionContext.LOAD, span(context))
            : expression(child(context, 0));
    return starTarget(written);
  }

  // --- expressions
  // -----------------------------------------------------------------------------------

  private Expression named(Object tree) {
    SyntaxContext context = rule(tree);
    Expression value = expression(child(context, 0));
    return size(context) > 1 ? walrus(value, child(context, 2), span(context)) : value;
  }

  private Expression walrus(Expression target, Object value, Span span) {
    if (!(target instanceof Expression.Name name) || parenthesized.contains(target)) {
      throw failure("cannot use assignment expressions with " + describe(target), target);
    }
    return new Expression.NamedExpr(
        new Expression.Name(name.id(), ExpressionContext.STORE, name.span()),
        expression(value),
        span);
  }

  private static Expression starExpressions(Object tree) {
    SyntaxContext context = rule(tree);
    if (size(context) == 1) {
      return starElement(rule(child(context, 0)));
    }
    checkCommas(context, 0, size(context));
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    for (Object element : context) {
      if (type(element) != PythonTokens.COMMA) {
        elements.add(starElement(rule(element)));
      }
    }
    return new Expression.Tuple(elements.build(), ExpressionContext.LOAD, span(context));
  }

  private static Expression starElement(SyntaxContext context) {
    return context.rule() == PythonParser.RULE_starred ? starred(context) : expression(context);
  }

  private static Expression starred(SyntaxContext context) {
    return new Expression.Starred(
        expression(child(context, 1)), ExpressionContext.LOAD, span(context));
  }

  /** Returns what an expression stands for; parentheses with aliases alone stand for themselves. */
  private Object wholeExpression(SyntaxContext context) {
    int size = size(context);
    int head = type(child(context, 0));
    if (head == PythonTokens.LAMBDA) {
      return lambda(context);
    }
    int test = size - 4;
    if (test < 1 || type(child(context, test)) != PythonTokens.IF) {
      return !isPrefix(head) && primaryEnd(context, 0, size) == size
          ? primary(context, 0, size)
          : new OperatorChain(context, size).parse(0);
    }
    return new Expression.IfExp(
        expression(child(context, test + 1)),
        new OperatorChain(context, test).parse(0),
        expression(child(context, test + 3)),
        span(context));
  }

  private static boolean isPrefix(int type) {
    return switch (type) {
      case PythonTokens.NOT,
          PythonTokens.MINUS,
          PythonTokens.PLUS,
          PythonTokens.TILDE,
          PythonTokens.AWAIT ->
          true;
      default -> false;
    };
  }

  /** Returns where a primary ends that begins at a child of an expression. */
  private static int primaryEnd(SyntaxContext context, int from, int to) {
    int end = from + 1;
    while (end < to && ruleOf(child(context, end)) != PythonParser.RULE_binop) {
      end++;
    }
    return end;
  }

  private Expression lambda(SyntaxContext context) {
    int colon = 1;
    while (type(child(context, colon)) != PythonTokens.COLON) {
      colon++;
    }
    return new Expression.Lambda(
        parameters(context, 1, colon), expression(child(context, colon + 1)), span(context));
  }

  private Object flat(SyntaxContext context) {
    int size = size(context);
    if (size == 1) {
      return rule(child(context, 0)).value();
    }
    // What is unpacked binds tighter than comparisons: [*a or b] is no list.
    Object before = child(context.getParent(), 0);
    boolean unpacked = type(before) == PythonTokens.STAR || type(before) == PythonTokens.DOUBLESTAR;
    return new OperatorChain(context, size).parse(unpacked ? OperatorChain.BITWISE_OR : 0);
  }

  /** Resolves {@code prefix* primary (operator prefix* primary)*} by precedence climbing. */
  private final class OperatorChain {
    static final int OR = 1;
    static final int AND = 2;
    static final int NOT = 3;
    static final int COMPARISON = 4;
    static final int BITWISE_OR = 5;
    static final int UNARY = 11;
    static final int POWER = 12;

    private final SyntaxContext context;
    private final int end;
    private int at;

    /** Reads the children of a node up to {@code end}. */
    OperatorChain(SyntaxContext context, int end) {
      this.context = context;
      this.end = end;
    }

    Expression parse(int minimum) {
      Expression result = climb(minimum);
      if (at != end) {
        Object rest = child(context, at);
        throw failure("invalid syntax", firstToken(rest));
      }
      return result;
    }

    private int operator() {
      return at < end && ruleOf(child(context, at)) == PythonParser.RULE_binop
          ? type(child(rule(child(context, at)), 0))
          : 0;
    }

    /** The span from a token to the last one read: parentheses around the operands belong to it. */
    private Span spanSince(Token start) {
      Object tree = child(context, at - 1);
      return span(start, lastToken(tree));
    }

    private Expression climb(int minimum) {
      Token start = firstToken(child(context, at));
      Expression left = unary(minimum);
      while (true) {
        int operator = operator();
        int precedence = precedence(operator);
        if (operator == 0 || precedence < minimum) {
          return left;
        }
        left =
            switch (precedence) {
              case OR, AND -> {
                ImmutableList.Builder<Expression> values =
                    ImmutableList.<Expression>builder().add(left);
                while (operator() == operator) {
                  at++;
                  values.add(climb(precedence + 1));
                }
                yield new Expression.BoolOp(
                    precedence == OR ? BooleanOperator.OR : BooleanOperator.AND,
                    values.build(),
                    spanSince(start));
              }
              case COMPARISON -> comparison(left, start);
              default -> {
                at++;
                Expression right = climb(precedence == POWER ? UNARY : precedence + 1);
                yield new Expression.BinOp(left, binary(operator), right, spanSince(start));
              }
            };
      }
    }

    private Expression comparison(Expression left, Token start) {
      ImmutableList.Builder<ComparisonOperator> operators = ImmutableList.builder();
      ImmutableList.Builder<Expression> comparators = ImmutableList.builder();
      for (int operator = operator(); precedence(operator) == COMPARISON; operator = operator()) {
        at++;
        ComparisonOperator comparison = comparison(operator);
        if (operator == PythonTokens.IS
            && at < end
            && type(child(context, at)) == PythonTokens.NOT) {
          comparison = ComparisonOperator.IS_NOT;
          at++;
        }
        operators.add(comparison);
        comparators.add(climb(BITWISE_OR));
      }
      return new Expression.Compare(left, operators.build(), comparators.build(), spanSince(start));
    }

    private Expression unary(int minimum) {
      Object tree = child(context, at);
      if (!isPrefix(type(tree))) {
        return operand();
      }
      Token operator = token(tree);
      at++;
      return switch (operator.type) {
        case PythonTokens.NOT -> {
          if (minimum > NOT) {
            throw failure("invalid syntax", operator);
          }
          Expression operand = climb(NOT);
          yield new Expression.UnaryOp(UnaryOperator.NOT, operand, spanSince(operator));
        }
        case PythonTokens.AWAIT -> {
          Expression value = operand();
          yield new Expression.Await(value, spanSince(operator));
        }
        default -> {
          if (minimum > UNARY) {
            throw failure("invalid syntax", operator);
          }
          Expression operand = climb(UNARY);
          UnaryOperator unary =
              operator.type == PythonTokens.MINUS
                  ? UnaryOperator.U_SUB
                  : operator.type == PythonTokens.PLUS ? UnaryOperator.U_ADD : UnaryOperator.INVERT;
          yield new Expression.UnaryOp(unary, operand, spanSince(operator));
        }
      };
    }

    private Expression operand() {
      int from = at;
      Object tree = child(context, from);
      if (ruleOf(tree) == PythonParser.RULE_primary) {
        at++;
        return expression(tree);
      }
      at = primaryEnd(context, from, end);
      return madeOf(primary(context, from, at));
    }

    private static int precedence(int operator) {
      return switch (operator) {
        case PythonTokens.OR -> OR;
        case PythonTokens.AND -> AND;
        case PythonTokens.IN,
            PythonTokens.NOT,
            PythonTokens.IS,
            PythonTokens.LESS,
            PythonTokens.GREATER,
            PythonTokens.EQEQUAL,
            PythonTokens.GREATEREQUAL,
            PythonTokens.LESSEQUAL,
            PythonTokens.NOTEQUAL ->
            COMPARISON;
        case PythonTokens.VBAR -> BITWISE_OR;
        case PythonTokens.CIRCUMFLEX -> 6;
        case PythonTokens.AMPER -> 7;
        case PythonTokens.LEFTSHIFT, PythonTokens.RIGHTSHIFT -> 8;
        case PythonTokens.PLUS, PythonTokens.MINUS -> 9;
        case PythonTokens.STAR,
            PythonTokens.SLASH,
            PythonTokens.DOUBLESLASH,
            PythonTokens.PERCENT,
            PythonTokens.AT ->
            10;
        case PythonTokens.DOUBLESTAR -> POWER;
        default -> 0;
      };
    }

    private static BinaryOperator binary(int operator) {
      return switch (operator) {
        case PythonTokens.VBAR -> BinaryOperator.BIT_OR;
        case PythonTokens.CIRCUMFLEX -> BinaryOperator.BIT_XOR;
        case PythonTokens.AMPER -> BinaryOperator.BIT_AND;
        case PythonTokens.LEFTSHIFT -> BinaryOperator.L_SHIFT;
        case PythonTokens.RIGHTSHIFT -> BinaryOperator.R_SHIFT;
        case PythonTokens.PLUS -> BinaryOperator.ADD;
        case PythonTokens.MINUS -> BinaryOperator.SUB;
        case PythonTokens.STAR -> BinaryOperator.MULT;
        case PythonTokens.SLASH -> BinaryOperator.DIV;
        case PythonTokens.DOUBLESLASH -> BinaryOperator.FLOOR_DIV;
        case PythonTokens.PERCENT -> BinaryOperator.MOD;
        case PythonTokens.AT -> BinaryOperator.MAT_MULT;
        case PythonTokens.DOUBLESTAR -> BinaryOperator.POW;
        default -> throw new IllegalStateException("operator " + operator);
      };
    }

    private static ComparisonOperator comparison(int operator) {
      return switch (operator) {
        case PythonTokens.IN -> ComparisonOperator.IN;
        case PythonTokens.NOT -> ComparisonOperator.NOT_IN;
        case PythonTokens.IS -> ComparisonOperator.IS;
        case PythonTokens.LESS -> ComparisonOperator.LT;
        case PythonTokens.GREATER -> ComparisonOperator.GT;
        case PythonTokens.EQEQUAL -> ComparisonOperator.EQ;
        case PythonTokens.GREATEREQUAL -> ComparisonOperator.GT_E;
        case PythonTokens.LESSEQUAL -> ComparisonOperator.LT_E;
        case PythonTokens.NOTEQUAL -> ComparisonOperator.NOT_EQ;
        default -> throw new IllegalStateException("operator " + operator);
      };
    }
  }

  /** Returns what some children stand for: an expression, or parentheses that hold aliases. */
  private Object primary(SyntaxContext context, int from, int to) {
    Object head = child(context, from);
    if (ruleOf(head) == PythonParser.RULE_parentheses && alias(rule(head)).isPresent()) {
      if (to > from + 1) {
        throw aliasNotAllowed(rule(head));
      }
      return head;
    }
    Expression value = atom(head);
    Token first = firstToken(head);
    for (int i = from + 1; i < to; i++) {
      Token open = token(child(context, i++));
      Object inner = child(context, i);
      if (open.type == PythonTokens.DOT) {
        Token name = token(inner);
        value =
            new Expression.Attribute(value, name.name, ExpressionContext.LOAD, span(first, name));
      } else if (open.type == PythonTokens.LSQB) {
        Token close = token(child(context, ++i));
        value =
            new Expression.Subscript(
                value, slices(rule(inner)), ExpressionContext.LOAD, span(first, close));
      } else if (inner instanceof Token close) {
        value =
            new Expression.Call(value, ImmutableList.of(), ImmutableList.of(), span(first, close));
      } else {
        Token close = token(child(context, ++i));
        value = call(value, rule(inner), span(open, close), span(first, close));
      }
    }
    return value;
  }

  private Expression call(
      Expression function, SyntaxContext arguments, Span parentheses, Span span) {
    ImmutableList.Builder<Expression> positional = ImmutableList.builder();
    ImmutableList.Builder<Keyword> keywords = ImmutableList.builder();
    arguments(arguments, positional, keywords, Optional.of(parentheses));
    return new Expression.Call(function, positional.build(), keywords.build(), span);
  }

  /** Reads arguments; {@code parentheses} is where a call's are, absent for a class's bases. */
  private void arguments(
      SyntaxContext context,
      ImmutableList.Builder<Expression> positional,
      ImmutableList.Builder<Keyword> keywords,
      Optional<Span> parentheses) {
    int size = size(context);
    checkCommas(context, 0, size);
    boolean sawKeyword = false;
    boolean sawUnpacking = false;
    int next;
    for (int i = 0; i < size; i = next) {
      Object head = child(context, i);
      next = argumentEnd(context, i);
      Token first = firstToken(head);
      Span span = span(first, lastToken(child(context, next - 1)));
      switch (type(head)) {
        case PythonTokens.COMMA -> {}
        case PythonTokens.STAR -> {
          if (sawUnpacking) {
            throw failure("iterable argument unpacking follows keyword argument unpacking", first);
          }
          positional.add(
              new Expression.Starred(
                  expression(child(context, i + 1)), ExpressionContext.LOAD, span));
        }
        case PythonTokens.DOUBLESTAR -> {
          sawUnpacking = true;
          keywords.add(new Keyword(Optional.empty(), expression(child(context, i + 1)), span));
        }
        default -> {
          Expression value = expression(head);
          int operator = next - i > 1 ? type(child(context, i + 1)) : 0;
          if (operator == PythonTokens.EQUAL) {
            sawKeyword = true;
            keywords.add(
                new Keyword(
                    Optional.of(keywordName(value)), expression(child(context, i + 2)), span));
            continue;
          }
          if (sawUnpacking) {
            throw failure("positional argument follows keyword argument unpacking", first);
          }
          if (sawKeyword) {
            throw failure("positional argument follows keyword argument", first);
          }
          if (operator == PythonTokens.COLONEQUAL) {
            SyntaxContext named = rule(child(context, i + 2));
            value = walrus(value, named, span(first, last(named)));
          }
          Object tail = child(context, next - 1);
          if (ruleOf(tail) == PythonParser.RULE_comp_for) {
            if (i > 0 || next < size || parentheses.isEmpty()) {
              throw failure("Generator expression must be parenthesized", first);
            }
            value =
                new Expression.GeneratorExp(value, comprehensions(rule(tail)), parentheses.get());
          }
          positional.add(value);
        }
      }
    }
  }

  /** Returns where the argument ends that begins at a child; a comma stands for itself. */
  private static int argumentEnd(SyntaxContext context, int from) {
    int end = from + 1;
    if (type(child(context, from)) != PythonTokens.COMMA) {
      while (end < size(context) && type(child(context, end)) != PythonTokens.COMMA) {
        end++;
      }
    }
    return end;
  }

  private String keywordName(Expression written) {
    if (written instanceof Expression.Name name && !parenthesized.contains(written)) {
      return name.id();
    }
    boolean singleton =
        written instanceof Expression.Constant constant
            && (constant.value() instanceof ConstantValue.NoneValue
                || constant.value() instanceof ConstantValue.BoolValue);
    throw failure(
        singleton
            ? "cannot assign to " + describe(written)
            : "expression cannot contain assignment, perhaps you meant \"==\"?",
        written);
  }

  private Expression slices(SyntaxContext context) {
    checkCommas(context, 0, size(context));
    if (size(context) == 1) {
      Expression only = slice(rule(child(context, 0)));
      return only instanceof Expression.Starred
          ? new Expression.Tuple(ImmutableList.of(only), ExpressionContext.LOAD, span(context))
          : only;
    }
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_slice_) {
        elements.add(slice(rule(tree)));
      }
    }
    return new Expression.Tuple(elements.build(), ExpressionContext.LOAD, span(context));
  }

  private Expression slice(SyntaxContext context) {
    int size = size(context);
    if (type(child(context, 0)) == PythonTokens.STAR) {
      return new Expression.Starred(
          expression(child(context, 1)), ExpressionContext.LOAD, span(context));
    }
    if (size == 1 && ruleOf(child(context, 0)) == PythonParser.RULE_expression) {
      return expression(child(context, 0));
    }
    if (size > 1 && type(child(context, 1)) == PythonTokens.COLONEQUAL) {
      if (size > 3) {
        throw failure("invalid syntax", token(child(context, 3)));
      }
      return walrus(expression(child(context, 0)), child(context, 2), span(context));
    }
    List<Optional<Expression>> parts =
        new ArrayList<>(List.of(Optional.empty(), Optional.empty(), Optional.empty()));
    int part = 0;
    for (int i = 0; i < size; i++) {
      if (type(child(context, i)) == PythonTokens.COLON) {
        part++;
      } else {
        parts.set(part, Optional.of(expression(child(context, i))));
      }
    }
    return new Expression.Slice(parts.get(0), parts.get(1), parts.get(2), span(context));
  }

  private ImmutableList<Comprehension> comprehensions(SyntaxContext context) {
    ImmutableList.Builder<Comprehension> generators = ImmutableList.builder();
    int size = size(context);
    for (int i = 0; i < size; ) {
      boolean async = type(child(context, i)) == PythonTokens.ASYNC;
      if (async) {
        i++;
      }
      Expression target = targets(rule(child(context, i + 1)));
      Expression iterable = expression(child(context, i + 3));
      ImmutableList.Builder<Expression> conditions = ImmutableList.builder();
      for (i += 4; i < size && type(child(context, i)) == PythonTokens.IF; i += 2) {
        conditions.add(expression(child(context, i + 1)));
      }
      generators.add(new Comprehension(target, iterable, conditions.build(), async));
    }
    return generators.build();
  }

  private Expression parenElement(SyntaxContext context) {
    if (type(child(context, 0)) == PythonTokens.STAR) {
      return starred(context);
    }
    Expression value = expression(child(context, 0));
    if (size(context) == 1) {
      return value;
    }
    if (type(child(context, 1)) == PythonTokens.COLONEQUAL) {
      return walrus(value, child(context, 2), span(context));
    }
    throw failure("invalid syntax", token(child(context, 1)));
  }

  private ImmutableList<Expression> parenElements(SyntaxContext context, int from, int to) {
    checkCommas(context, from, to);
    ImmutableList.Builder<Expression> elements = ImmutableList.builder();
    for (int i = from; i < to; i++) {
      if (ruleOf(child(context, i)) == PythonParser.RULE_paren_el) {
        elements.add(parenElement(rule(child(context, i))));
      }
    }
    return elements.build();
  }

  private Expression atom(Object tree) {
    if (tree instanceof Token token) {
      return token.type == PythonTokens.NAME
          ? new Expression.Name(token.name, ExpressionContext.LOAD, token.span())
          : new Expression.Constant(constant(token), false, token.span());
    }
    SyntaxContext context = rule(tree);
    return switch (context.rule()) {
      case PythonParser.RULE_strings -> strings(context);
      case PythonParser.RULE_parentheses -> parentheses(context, span(context));
      case PythonParser.RULE_brackets -> brackets(context, span(context));
      case PythonParser.RULE_braces -> braces(context, span(context));
      default -> throw new IllegalStateException("atom " + context.rule());
    };
  }

  private ConstantValue constant(Token token) {
    return switch (token.type) {
      case PythonTokens.NUMBER -> number(token);
      case PythonTokens.NONE -> new ConstantValue.NoneValue();
      case PythonTokens.TRUE -> new ConstantValue.BoolValue(true);
      case PythonTokens.FALSE -> new ConstantValue.BoolValue(false);
      case PythonTokens.ELLIPSIS -> new ConstantValue.EllipsisValue();
      default -> throw new IllegalStateException("constant " + token.type);
    };
  }

  private Expression parentheses(SyntaxContext context, Span span) {
    Expression inner;
    int size = size(context);
    if (size == 2) {
      inner = new Expression.Tuple(ImmutableList.of(), ExpressionContext.LOAD, span);
    } else if (ruleOf(child(context, 1)) == PythonParser.RULE_yield_expr) {
      inner = yieldExpression(rule(child(context, 1)));
    } else if (size == 3) {
      inner = parenElement(rule(child(context, 1)));
      if (inner instanceof Expression.Starred) {
        throw failure("cannot use starred expression here", inner);
      }
    } else if (ruleOf(child(context, 2)) == PythonParser.RULE_comp_for) {
      inner =
          new Expression.GeneratorExp(
              comprehensionElement(parenElement(rule(child(context, 1)))),
              comprehensions(rule(child(context, 2))),
              span);
    } else {
      inner =
          new Expression.Tuple(parenElements(context, 1, size - 1), ExpressionContext.LOAD, span);
    }
    parenthesized.add(inner);
    return inner;
  }

  private static Expression comprehensionElement(Expression element) {
    if (element instanceof Expression.Starred) {
      throw failure("iterable unpacking cannot be used in comprehension", element);
    }
    return element;
  }

  private Expression brackets(SyntaxContext context, Span span) {
    int size = size(context);
    if (size > 3 && ruleOf(child(context, 2)) == PythonParser.RULE_comp_for) {
      return new Expression.ListComp(
          comprehensionElement(parenElement(rule(child(context, 1)))),
          comprehensions(rule(child(context, 2))),
          span);
    }
    return new Expression.List(
        size == 2 ? ImmutableList.of() : parenElements(context, 1, size - 1),
        ExpressionContext.LOAD,
        span);
  }

  private static boolean isPair(SyntaxContext element) {
    return type(child(element, 0)) == PythonTokens.DOUBLESTAR
        || size(element) == 3 && type(child(element, 1)) == PythonTokens.COLON;
  }

  private Expression braces(SyntaxContext context, Span span) {
    int size = size(context);
    if (size == 2) {
      return new Expression.Dict(ImmutableList.of(), ImmutableList.of(), span);
    }
    checkCommas(context, 1, size - 1);
    boolean comprehension = size > 3 && ruleOf(child(context, 2)) == PythonParser.RULE_comp_for;
    List<SyntaxContext> elements = new ArrayList<>();
    for (Object tree : context) {
      if (ruleOf(tree) == PythonParser.RULE_dict_el) {
        elements.add(rule(tree));
      }
    }
    return isPair(elements.getFirst())
        ? dictionary(context, elements, comprehension, span)
        : set(context, elements, comprehension, span);
  }

  private Expression set(
      SyntaxContext context, List<SyntaxContext> written, boolean comprehension, Span span) {
    ImmutableList.Builder<Expression> collected = ImmutableList.builder();
    for (SyntaxContext element : written) {
      if (isPair(element)) {
        throw failure("invalid syntax", first(element));
      }
      if (type(child(element, 0)) == PythonTokens.STAR) {
        collected.add(starred(element));
      } else {
        Expression value = expression(child(element, 0));
        collected.add(size(element) > 1 ? walrus(value, child(element, 2), span(element)) : value);
      }
    }
    ImmutableList<Expression> elements = collected.build();
    return comprehension
        ? new Expression.SetComp(
            comprehensionElement(elements.getFirst()),
            comprehensions(rule(child(context, 2))),
            span)
        : new Expression.Set(elements, span);
  }

  private Expression dictionary(
      SyntaxContext context, List<SyntaxContext> written, boolean comprehension, Span span) {
    ImmutableList.Builder<Optional<Expression>> keys = ImmutableList.builder();
    ImmutableList.Builder<Expression> values = ImmutableList.builder();
    for (SyntaxContext element : written) {
      if (!isPair(element)) {
        throw failure("':' expected after dictionary key", last(element));
      }
      if (type(child(element, 0)) == PythonTokens.DOUBLESTAR) {
        if (comprehension) {
          throw failure("dict unpacking cannot be used in dict comprehension", first(element));
        }
        keys.add(Optional.empty());
        values.add(expression(child(element, 1)));
      } else {
        keys.add(Optional.of(expression(child(element, 0))));
        values.add(expression(child(element, 2)));
      }
    }
    return comprehension
        ? new Expression.DictComp(
            keys.build().getFirst().orElseThrow(),
            values.build().getFirst(),
            comprehensions(rule(child(context, 2))),
            span)
        : new Expression.Dict(keys.build(), values.build(), span);
  }

  // --- literals
  // --------------------------------------------------------------------------------------

  private ConstantValue number(Token token) {
    String written = token.text(text);
    String digits = written.indexOf('_') < 0 ? written : written.replace("_", "");
    if (digits.length() <= 18 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return decimal(digits, BigInteger.valueOf(Long.parseLong(digits)));
    }
    char second = (char) (digits.charAt(1) | 32);
    if (digits.charAt(0) == '0' && (second == 'x' || second == 'o' || second == 'b')) {
      if (digits.length() > MAX_RADIX_DIGITS) {
        throw new SyntaxFailure(
            "PR0006", token.span(), "integer literal has more than 20,000 digits");
      }
      return new ConstantValue.IntValue(
          new BigInteger(digits.substring(2), second == 'x' ? 16 : second == 'o' ? 8 : 2));
    }
    char end = (char) (digits.charAt(digits.length() - 1) | 32);
    if (end == 'j') {
      return new ConstantValue.ComplexValue(
          Double.parseDouble(digits.substring(0, digits.length() - 1)));
    }
    if (digits.indexOf('.') >= 0 || digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0) {
      return new ConstantValue.FloatValue(Double.parseDouble(digits));
    }
    if (digits.length() > MAX_DECIMAL_DIGITS) {
      throw new SyntaxFailure(
          token.span(),
          "Exceeds the limit (4300 digits) for integer string conversion: value has "
              + digits.length()
              + " digits; use sys.set_int_max_str_digits() to increase the limit - Consider"
              + " hexadecimal for huge integer literals to avoid decimal conversion limits.");
    }
    return decimal(digits, new BigInteger(digits));
  }

  private static ConstantValue decimal(String digits, BigInteger value) {
    // CPython takes 01else for an exponent that did not come, and makes a float of it.
    return digits.charAt(0) == '0' && value.signum() > 0
        ? new ConstantValue.FloatValue(value.doubleValue())
        : new ConstantValue.IntValue(value);
  }

  /** Adjacent literals are one; f-strings among them make it a {@link Expression.JoinedStr}. */
  private Expression strings(SyntaxContext context) {
    Span span = span(context);
    boolean unicodePrefix = text[first(context).start] == 'u';
    if (size(context) == 1 && child(context, 0) instanceof Token only) {
      return new Expression.Constant(literals.decode(only), unicodePrefix, span);
    }
    FStringParts parts = new FStringParts();
    boolean formatted = false;
    Optional<Boolean> bytes = Optional.empty();
    for (Object tree : context) {
      boolean isBytes = false;
      if (tree instanceof Token) {
        Token token = token(tree);
        ConstantValue value = literals.decode(token);
        isBytes = value instanceof ConstantValue.BytesValue;
        parts.literal(
            value instanceof ConstantValue.BytesValue(String raw)
                ? new ConstantValue.StrValue(raw)
                : (ConstantValue.StrValue) value,
            text[token.start] == 'u',
            token.span());
      } else {
        formatted = true;
        fString(rule(tree), parts);
      }
      if (bytes.isPresent() && bytes.get() != isBytes) {
        throw failure("cannot mix bytes and nonbytes literals", first(context));
      }
      bytes = Optional.of(isBytes);
    }
    if (!formatted) {
      ConstantValue.StrValue value = parts.text();
      return new Expression.Constant(
          bytes.orElse(false) ? new ConstantValue.BytesValue(value.value()) : value,
          unicodePrefix,
          span);
    }
    return new Expression.JoinedStr(parts.build(), span);
  }

  /** Collects the parts of an f-string; literal text that follows literal text joins it. */
  private static final class FStringParts {
    private final ImmutableList.Builder<Expression> parts = ImmutableList.builder();
    private final StringBuilder pending = new StringBuilder();
    private ImmutableSet.Builder<Integer> apart = ImmutableSet.builder();
    private Optional<Span> pendingSpan = Optional.empty();
    private boolean unicodePrefix;

    void literal(ConstantValue.StrValue value, boolean unicode, Span span) {
      if (pendingSpan.isEmpty()) {
        unicodePrefix = unicode;
      }
      int end = pending.length();
      pending.append(value.value());
      value.apart().forEach(index -> apart.add(end + index));
      if (end > 0 && end < pending.length() && isPair(end - 1)) {
        apart.add(end - 1);
      }
      pendingSpan = Optional.of(pendingSpan.map(s -> s.to(span)).orElse(span));
    }

    void field(Expression.FormattedValue value) {
      flush();
      parts.add(value);
    }

    private boolean isPair(int at) {
      return Character.isSurrogatePair(pending.charAt(at), pending.charAt(at + 1));
    }

    ConstantValue.StrValue text() {
      return new ConstantValue.StrValue(pending.toString(), apart.build());
    }

    private void flush() {
      if (!pending.isEmpty()) {
        parts.add(new Expression.Constant(text(), unicodePrefix, pendingSpan.orElseThrow()));
        pending.setLength(0);
        apart = ImmutableSet.builder();
      }
      pendingSpan = Optional.empty();
    }

    ImmutableList<Expression> build() {
      flush();
      return parts.build();
    }
  }

  private void fString(SyntaxContext context, FStringParts parts) {
    Token start = first(context);
    boolean raw = start.text(text).toLowerCase(java.util.Locale.ROOT).indexOf('r') >= 0;
    for (int i = 1; i < size(context) - 1; i++) {
      fStringPart(child(context, i), raw, false, parts);
    }
  }

  /**
   * In a format spec CPython resolves escapes even in raw strings, except for those of {@code
   * {expression=}}. Elsewhere what stands for no text has no place either.
   */
  private void fStringPart(Object tree, boolean raw, boolean spec, FStringParts parts) {
    if (tree instanceof Token token) {
      ConstantValue.StrValue value = literals.decodeMiddle(token, raw && !spec);
      if (spec || !value.value().isEmpty()) {
        parts.literal(value, false, token.span());
      }
    } else {
      field(rule(tree), raw, spec, parts);
    }
  }

  private void field(SyntaxContext context, boolean raw, boolean spec, FStringParts parts) {
    int end = size(context) - 1;
    Token open = first(context);
    Expression value = rightHandSide(child(context, 1));
    int i = 2;
    int conversion = -1;
    boolean debug = false;
    if (type(child(context, i)) == PythonTokens.EQUAL) {
      debug = true;
      Token next = token(child(context, i + 1));
      String written = debugText(open.end, next.start);
      parts.literal(
          raw || spec ? new ConstantValue.StrValue(written) : literals.unescape(written, next),
          false,
          new Span(open.endLine, open.endColumn, next.line, next.column));
      i++;
    }
    if (type(child(context, i)) == PythonTokens.EXCLAMATION) {
      Token mark = token(child(context, i));
      Token kind = token(child(context, i + 1));
      if (kind.start != mark.end) {
        throw failure(
            "f-string: conversion type must come right after the exclamanation mark", kind);
      }
      String written = kind.text(text);
      if (!written.equals("s") && !written.equals("r") && !written.equals("a")) {
        throw failure(
            "f-string: invalid conversion character '" + written + "': expected 's', 'r', or 'a'",
            kind);
      }
      conversion = written.charAt(0);
      i += 2;
    }
    Optional<Expression.JoinedStr> formatSpec = Optional.empty();
    if (type(child(context, i)) == PythonTokens.COLON) {
      FStringParts specParts = new FStringParts();
      Token colon = token(child(context, i));
      for (i++; i < end; i++) {
        fStringPart(child(context, i), raw, true, specParts);
      }
      Object last = child(context, end - 1);
      Token lastToken = lastToken(last);
      formatSpec = Optional.of(new Expression.JoinedStr(specParts.build(), span(colon, lastToken)));
    }
    if (debug && conversion < 0 && formatSpec.isEmpty()) {
      conversion = 'r';
    }
    parts.field(new Expression.FormattedValue(value, conversion, formatSpec, span(context)));
  }

  /**
   * The text of {@code f'{expression=}'}: as written, without what CPython takes for a comment, in
   * strings too.
   */
  private String debugText(int from, int to) {
    StringBuilder out = new StringBuilder();
    boolean comment = false;
    for (int i = from; i < to; i++) {
      comment = text[i] == '#' || comment && text[i] != '\n';
      if (!comment) {
        out.append(text[i]);
      }
    }
    return out.toString();
  }
}
