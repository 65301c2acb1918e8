package dev.pyrestrict.grammar;

import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Span;
import java.util.Optional;

/**
 * What is read of ANTLR's parse tree: its nodes are rules and tokens, and a rule that was read
 * completely holds what it was made into.
 */
final class SyntaxTree {
  private static final int NO_RULE = -1;

  private SyntaxTree() {}

  static SyntaxContext rule(Object tree) {
    return (SyntaxContext) tree;
  }

  static Object child(SyntaxContext context, int index) {
    return context.child(index);
  }

  static int size(SyntaxContext context) {
    return context.size();
  }

  /** Returns the rule of a node, or {@link #NO_RULE} for a token. */
  static int ruleOf(Object tree) {
    return tree instanceof SyntaxContext context ? context.rule() : NO_RULE;
  }

  /** Returns the type of a token, or 0 for a rule. */
  static int type(Object tree) {
    return tree instanceof Token token ? token.type : 0;
  }

  static Token token(Object tree) {
    return (Token) tree;
  }

  static Token first(SyntaxContext context) {
    return (Token) context.start;
  }

  static Token last(SyntaxContext context) {
    return (Token) context.stop;
  }

  static Token firstToken(Object tree) {
    return tree instanceof Token token ? token : first(rule(tree));
  }

  static Token lastToken(Object tree) {
    return tree instanceof Token token ? token : last(rule(tree));
  }

  static Span span(SyntaxContext context) {
    return span(first(context), last(context));
  }

  static Span span(Token first, Token last) {
    return new Span(first.line, first.column, last.endLine, last.endColumn);
  }

  static SyntaxFailure failure(String message, Token token) {
    return new SyntaxFailure(token.span(), message);
  }

  static SyntaxFailure failure(String message, Expression expression) {
    return new SyntaxFailure(expression.span(), message);
  }

  static String name(Object tree) {
    return token(tree).name;
  }

  /** In {@code element (',' element?)*} two commas must not follow each other. */
  static void checkCommas(SyntaxContext context, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (type(child(context, i)) == PythonTokens.COMMA
          && type(child(context, i - 1)) == PythonTokens.COMMA) {
        throw failure("invalid syntax", token(child(context, i)));
      }
    }
  }

  /** Returns the expression that a primary, a chain of operators or an expression stands for. */
  static Expression expression(Object tree) {
    return madeOf(rule(tree).value());
  }

  static Expression madeOf(Object value) {
    if (value instanceof Expression expression) {
      return expression;
    }
    throw aliasNotAllowed((SyntaxContext) value);
  }

  static SyntaxFailure aliasNotAllowed(SyntaxContext parentheses) {
    return failure("invalid syntax", alias(parentheses).orElseThrow());
  }

  /** {@code (a as b)} is no expression: only {@code with} knows what to do with it. */
  static Optional<Token> alias(SyntaxContext parentheses) {
    for (Object tree : parentheses) {
      if (ruleOf(tree) == PythonParser.RULE_paren_el
          && size(rule(tree)) > 1
          && type(child(rule(tree), 1)) == PythonTokens.AS) {
        return Optional.of(token(child(rule(tree), 1)));
      }
    }
    return Optional.empty();
  }
}
