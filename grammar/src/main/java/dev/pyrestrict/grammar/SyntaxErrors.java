package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Finds CPython's words for a token that cannot stand where it stands: what the {@code invalid_}
 * rules of its grammar do, as a second look over the tokens that only failures pay for.
 */
final class SyntaxErrors {
  private static final ImmutableMap<Integer, String> BLOCK_OWNERS =
      ImmutableMap.<Integer, String>builder()
          .put(PythonTokens.IF, "'if' statement")
          .put(PythonTokens.ELIF, "'elif' statement")
          .put(PythonTokens.ELSE, "'else' statement")
          .put(PythonTokens.FOR, "'for' statement")
          .put(PythonTokens.WHILE, "'while' statement")
          .put(PythonTokens.WITH, "'with' statement")
          .put(PythonTokens.TRY, "'try' statement")
          .put(PythonTokens.EXCEPT, "'except' statement")
          .put(PythonTokens.FINALLY, "'finally' statement")
          .put(PythonTokens.DEF, "function definition")
          .put(PythonTokens.CLASS, "class definition")
          .put(PythonTokens.MATCH_KW, "'match' statement")
          .put(PythonTokens.CASE_KW, "'case' statement")
          .buildOrThrow();

  private static final ImmutableSet<Integer> COLON_RULES =
      ImmutableSet.of(
          PythonParser.RULE_if_stmt,
          PythonParser.RULE_while_stmt,
          PythonParser.RULE_for_stmt,
          PythonParser.RULE_with_stmt,
          PythonParser.RULE_try_stmt,
          PythonParser.RULE_except_clause,
          PythonParser.RULE_funcdef,
          PythonParser.RULE_classdef,
          PythonParser.RULE_match_stmt,
          PythonParser.RULE_case_block);

  private final TokenArray tokens;
  private final int at;
  private final Token token;
  private final SyntaxContext context;
  private final Span endOfSource;

  private SyntaxErrors(TokenArray tokens, Token token, SyntaxContext context, Span endOfSource) {
    this.tokens = tokens;
    this.token = token;
    this.context = context;
    this.endOfSource = endOfSource;
    at = token.getTokenIndex();
  }

  /** Returns the error for {@code token}, which the rule of {@code context} could not read. */
  static SyntaxFailure explain(
      TokenArray tokens, Token token, SyntaxContext context, Span endOfSource) {
    SyntaxErrors errors = new SyntaxErrors(tokens, token, context, endOfSource);
    return Stream.<Supplier<Optional<SyntaxFailure>>>of(
            errors::missingBlock,
            errors::unexpectedIndent,
            errors::pythonTwoStatement,
            errors::assignmentInExpression,
            errors::forgottenComma,
            errors::missingColon,
            errors::missingParenthesis,
            errors::importMistake,
            errors::unparenthesizedExceptions,
            errors::fStringField,
            errors::missingElse)
        .flatMap(finder -> finder.get().stream())
        .findFirst()
        .orElseGet(() -> errors.failure("invalid syntax"));
  }

  // --- looking around
  // --------------------------------------------------------------------------------

  /** What the failing rule read before the token. */
  private List<Object> children() {
    return context.children();
  }

  private boolean hasRead(int type) {
    return children().stream().anyMatch(child -> type(child) == type);
  }

  private SyntaxFailure failure(String message) {
    int last = tokens.token(tokens.size() - 1).start;
    boolean atEnd =
        token.start == last
            && (token.type == org.antlr.v4.runtime.Token.EOF || token.type == PythonTokens.DEDENT);
    return new SyntaxFailure(atEnd ? endOfSource : token.span(), message);
  }

  private boolean is(Token name, String word) {
    return name.is(word, tokens.text());
  }

  private Token before() {
    return tokens.token(Math.max(0, at - 1));
  }

  private boolean isBefore(org.antlr.v4.runtime.Token other) {
    return other != null && other.getTokenIndex() == at - 1;
  }

  /** Returns the last token of what {@code rule} reads from a token on; absent when it cannot. */
  private Optional<Token> lastOf(Function<PythonParser, SyntaxContext> rule, int from) {
    tokens.seek(from);
    PythonParser parser = new PythonParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    tokens.seek(from);
    try {
      return Optional.of((Token) rule.apply(parser).stop);
    } catch (ParseCancellationException notThere) {
      return Optional.empty();
    }
  }

  /**
   * The outermost chain of operators that ends right before the token, below the context that
   * failed.
   */
  private Optional<SyntaxContext> operandEndingHere() {
    SyntaxContext node = context;
    while (node.size() > 0 && node.child(node.size() - 1) instanceof SyntaxContext last) {
      node = last;
      if (isOperand(node) && isBefore(node.stop)) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  private static boolean isOperand(SyntaxContext node) {
    return node.rule() == PythonParser.RULE_flat
        || node.rule() == PythonParser.RULE_expression
            && node.children().stream()
                .mapToInt(SyntaxErrors::type)
                .noneMatch(type -> type == PythonTokens.LAMBDA || type == PythonTokens.IF);
  }

  private static int type(Object tree) {
    return tree instanceof Token token ? token.type : 0;
  }

  /** Returns how many brackets are open behind a token. */
  private int bracketsOpenAfter(int index) {
    int level = 0;
    for (int i = 0; i <= index; i++) {
      switch (tokens.token(i).type) {
        case PythonTokens.LPAR, PythonTokens.LSQB, PythonTokens.LBRACE -> level++;
        case PythonTokens.RPAR, PythonTokens.RSQB, PythonTokens.RBRACE -> level--;
        default -> {}
      }
    }
    return level;
  }

  private Token firstOfStatement() {
    SyntaxContext node = context;
    while (node.getParent() != null && node.getRuleIndex() != PythonParser.RULE_simple_stmt) {
      node = node.getParent();
    }
    return (Token) node.start;
  }

  // --- what may be wrong
  // -----------------------------------------------------------------------------

  private Optional<SyntaxFailure> missingBlock() {
    int rule = context.getRuleIndex();
    if (before().type != PythonTokens.NEWLINE
        || token.type == PythonTokens.INDENT
        || rule != PythonParser.RULE_block && rule != PythonParser.RULE_match_stmt
        || !hasRead(PythonTokens.NEWLINE)) {
      return Optional.empty();
    }
    SyntaxContext owner = rule == PythonParser.RULE_block ? context.getParent() : context;
    for (Object child : owner.children().reversed()) {
      if (BLOCK_OWNERS.containsKey(type(child))) {
        Token keyword = (Token) child;
        boolean star =
            keyword.type == PythonTokens.EXCEPT
                && tokens.token(keyword.getTokenIndex() + 1).type == PythonTokens.STAR;
        return Optional.of(
            failure(
                "expected an indented block after "
                    + (star ? "'except*' statement" : BLOCK_OWNERS.get(keyword.type))
                    + " on line "
                    + keyword.line));
      }
    }
    return Optional.empty();
  }

  private Optional<SyntaxFailure> unexpectedIndent() {
    return switch (token.type) {
      case PythonTokens.INDENT -> Optional.of(failure("unexpected indent"));
      case PythonTokens.DEDENT -> Optional.of(failure("unexpected unindent"));
      default -> Optional.empty();
    };
  }

  private boolean isPythonTwo(Token name) {
    return name.type == PythonTokens.NAME && (is(name, "print") || is(name, "exec"));
  }

  private Optional<SyntaxFailure> pythonTwoStatement() {
    Token name = before();
    if (!isPythonTwo(name) || at >= 2 && tokens.token(at - 2).type == PythonTokens.DOT) {
      return Optional.empty();
    }
    return lastOf(PythonParser::star_exprs, at)
        .map(
            last ->
                new SyntaxFailure(
                    name.span().to(last.span()),
                    "Missing parentheses in call to '"
                        + name.name
                        + "'. Did you mean "
                        + name.name
                        + "(...)?"));
  }

  private Optional<SyntaxFailure> assignmentInExpression() {
    if (token.type != PythonTokens.EQUAL) {
      return Optional.empty();
    }
    Optional<SyntaxContext> operand =
        operandEndingHere().filter(flat -> isNamedExpression(flat) && isBitwise(flat));
    Optional<Token> last =
        lastOf(PythonParser::flat, at + 1)
            .filter(
                end -> {
                  int next = tokens.token(end.getTokenIndex() + 1).type;
                  return next != PythonTokens.EQUAL && next != PythonTokens.COLONEQUAL;
                });
    if (operand.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Span span =
        operand.get().start instanceof Token first
            ? first.span().to(before().span())
            : token.span();
    if (operand.get().start.equals(operand.get().stop) && before().type == PythonTokens.NAME) {
      return Optional.of(
          new SyntaxFailure(
              span.to(last.get().span()),
              "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"));
    }
    return new AstBuilder(tokens)
        .wrongTarget(operand.get())
        .map(
            description ->
                new SyntaxFailure(
                    span,
                    "cannot assign to "
                        + description
                        + " here. Maybe you meant '==' instead of '='?"));
  }

  private static boolean isNamedExpression(SyntaxContext flat) {
    SyntaxContext around = flat.getParent();
    while (around != null && around.getRuleIndex() == PythonParser.RULE_expression) {
      if (around.size() > 1) {
        return false;
      }
      around = around.getParent();
    }
    return around != null
        && switch (around.getRuleIndex()) {
          case PythonParser.RULE_named,
              PythonParser.RULE_paren_el,
              PythonParser.RULE_dict_el,
              PythonParser.RULE_slice_ ->
              true;
          default -> false;
        };
  }

  private static boolean isBitwise(SyntaxContext flat) {
    for (Object child : flat) {
      if (type(child) == PythonTokens.NOT) {
        return false;
      }
      if (child instanceof PythonParser.BinopContext operator) {
        switch (type(operator.child(0))) {
          case PythonTokens.OR,
              PythonTokens.AND,
              PythonTokens.NOT,
              PythonTokens.IN,
              PythonTokens.IS,
              PythonTokens.LESS,
              PythonTokens.GREATER,
              PythonTokens.EQEQUAL,
              PythonTokens.GREATEREQUAL,
              PythonTokens.LESSEQUAL,
              PythonTokens.NOTEQUAL -> {
            return false;
          }
          default -> {}
        }
      }
    }
    return true;
  }

  private Optional<SyntaxFailure> forgottenComma() {
    Optional<SyntaxContext> left = operandEndingHere();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Token first = (Token) left.get().start;
    Token second = tokens.token(first.getTokenIndex() + 1);
    boolean softKeyword =
        first.type == PythonTokens.NAME
            && (is(first, "match") || is(first, "case") || is(first, "_") || is(first, "type"));
    boolean prefixedString =
        first.type == PythonTokens.NAME
            && (second.type == PythonTokens.STRING || second.type == PythonTokens.FSTRING_START);
    if (softKeyword || prefixedString || isBefore(first) && isPythonTwo(first)) {
      return Optional.empty();
    }
    return lastOf(PythonParser::expression, at)
        .filter(last -> bracketsOpenAfter(last.getTokenIndex()) > 0)
        .map(
            last ->
                new SyntaxFailure(
                    first.span().to(last.span()), "invalid syntax. Perhaps you forgot a comma?"));
  }

  private Optional<SyntaxFailure> missingColon() {
    Token line = firstOfStatement();
    boolean match = line.type == PythonTokens.NAME && is(line, "match");
    if (line.getTokenIndex() == at - 1 && (match || is(line, "case"))) {
      return lastOf(match ? PythonParser::subject : PythonParser::patterns, at)
          .map(last -> tokens.token(last.getTokenIndex() + 1))
          .filter(next -> next.type == PythonTokens.NEWLINE)
          .map(next -> new SyntaxFailure(next.span(), "expected ':'"));
    }
    boolean lambda =
        context.getRuleIndex() == PythonParser.RULE_expression
            && ((Token) context.start).type == PythonTokens.LAMBDA
            && before().type != PythonTokens.COMMA
            && before().type != PythonTokens.LAMBDA
            && !hasRead(PythonTokens.COLON);
    boolean forced =
        switch (before().type) {
          case PythonTokens.ELSE, PythonTokens.TRY, PythonTokens.FINALLY ->
              COLON_RULES.contains(context.getRuleIndex());
          case PythonTokens.RPAR ->
              context.getRuleIndex() == PythonParser.RULE_funcdef
                  && token.type != PythonTokens.RARROW;
          default -> lambda;
        };
    boolean endOfLine =
        token.type == PythonTokens.NEWLINE
            && COLON_RULES.contains(context.getRuleIndex())
            && before().type != PythonTokens.COMMA
            && (!BLOCK_OWNERS.containsKey(before().type) || before().type == PythonTokens.EXCEPT)
            && hasColonNext();
    return forced || endOfLine ? Optional.of(failure("expected ':'")) : Optional.empty();
  }

  private boolean hasColonNext() {
    return switch (context.getRuleIndex()) {
      case PythonParser.RULE_for_stmt -> hasRead(PythonTokens.IN);
      case PythonParser.RULE_funcdef -> hasRead(PythonTokens.RPAR);
      case PythonParser.RULE_classdef -> children().size() == 2 || hasRead(PythonTokens.RPAR);
      default -> true;
    };
  }

  private Optional<SyntaxFailure> missingParenthesis() {
    return context.getRuleIndex() == PythonParser.RULE_funcdef && children().size() == 2
        ? Optional.of(failure("expected '('"))
        : Optional.empty();
  }

  private Optional<SyntaxFailure> importMistake() {
    Token first = firstOfStatement();
    if (first.type == PythonTokens.IMPORT && token.type == PythonTokens.FROM) {
      return Optional.of(
          new SyntaxFailure(
              first.span().to(token.span()), "Did you mean to use 'from ... import ...' instead?"));
    }
    if (first.type == PythonTokens.FROM
        && token.type == PythonTokens.NEWLINE
        && before().type == PythonTokens.COMMA) {
      return Optional.of(failure("trailing comma not allowed without surrounding parentheses"));
    }
    return Optional.empty();
  }

  private Optional<SyntaxFailure> unparenthesizedExceptions() {
    if (context.getRuleIndex() != PythonParser.RULE_except_clause
        || token.type != PythonTokens.COMMA
        || !(children().getLast() instanceof SyntaxContext type)) {
      return Optional.empty();
    }
    Token first = (Token) type.start;
    return lastOf(PythonParser::star_exprs, at + 1)
        .map(
            last ->
                new SyntaxFailure(
                    first.span().to(last.span()),
                    "multiple exception types must be parenthesized"));
  }

  private Optional<SyntaxFailure> fStringField() {
    SyntaxContext field = context;
    while (field != null && field.getRuleIndex() != PythonParser.RULE_fs_field) {
      field = field.getParent();
    }
    if (field == null) {
      return Optional.empty();
    }
    if (isBefore(field.start)) {
      return Optional.of(
          switch (token.type) {
            case PythonTokens.EQUAL,
                PythonTokens.EXCLAMATION,
                PythonTokens.COLON,
                PythonTokens.RBRACE ->
                failure(
                    "f-string: valid expression required before '"
                        + token.text(tokens.text())
                        + "'");
            default -> failure("f-string: expecting a valid expression after '{'");
          });
    }
    if (context.getRuleIndex() != PythonParser.RULE_fs_field) {
      return Optional.empty();
    }
    return Optional.of(
        failure(
            switch (before().type) {
              case PythonTokens.EQUAL -> "f-string: expecting '!', or ':', or '}'";
              case PythonTokens.EXCLAMATION ->
                  token.type == PythonTokens.COLON || token.type == PythonTokens.RBRACE
                      ? "f-string: missing conversion character"
                      : "f-string: invalid conversion character";
              default ->
                  children().size() > 2
                      ? "f-string: expecting ':' or '}'"
                      : "f-string: expecting '=', or '!', or ':', or '}'";
            }));
  }

  private Optional<SyntaxFailure> missingElse() {
    if (context.getRuleIndex() != PythonParser.RULE_expression
        || children().size() < 3
        || type(context.child(context.size() - 2)) != PythonTokens.IF
        || token.type == PythonTokens.COLON) {
      return Optional.empty();
    }
    return Optional.of(
        new SyntaxFailure(
            ((Token) context.start).span().to(before().span()),
            "expected 'else' after 'if' expression"));
  }
}
