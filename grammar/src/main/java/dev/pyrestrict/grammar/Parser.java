package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Span;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads Python 3.12 as CPython's compiler does, up to the point where it would make code: a module
 * that comes out here is one that CPython compiles, and every other text comes out as a diagnostic.
 *
 * <p>Stateless and safe for concurrent use; what a call leaves behind is its result.
 */
public final class Parser {
  /**
   * The deepest nesting of grammar rules that brackets, indents and f-strings within their limits
   * can make.
   */
  private static final int MAX_RULE_DEPTH = 2500;

  private Parser() {}

  /** Parses a file and checks what CPython's symbol table and compiler check. Throws nothing. */
  public static ParseResult parse(SourceFile source) {
    ParseResult parsed = tree(source);
    Optional<Diagnostic> misplaced = parsed.module().flatMap(Parser::misplaced);
    return misplaced.isEmpty() ? parsed : failed(misplaced.get());
  }

  /** Parses a file as {@code ast.parse} does, and looks no further. Throws nothing. */
  public static ParseResult tree(SourceFile source) {
    try {
      return new ParseResult(Optional.of(syntaxTree(source)), ImmutableList.of());
    } catch (SyntaxFailure failure) {
      return failed(failure.diagnostic());
    } catch (StackOverflowError unforeseen) {
      return failed(stackOverflow());
    }
  }

  /** Returns what CPython's symbol table and compiler have against a tree, if anything. */
  public static Optional<Diagnostic> misplaced(Module module) {
    try {
      PlacementChecks.check(module, SymbolTable.of(module));
      return Optional.empty();
    } catch (SyntaxFailure failure) {
      return Optional.of(failure.diagnostic());
    } catch (StackOverflowError unforeseen) {
      return Optional.of(stackOverflow());
    }
  }

  private static ParseResult failed(Diagnostic diagnostic) {
    return new ParseResult(Optional.empty(), ImmutableList.of(diagnostic));
  }

  /**
   * The limits keep this from happening on a stack of 1 MiB; the caller's may be smaller, or nearly
   * used up.
   */
  private static Diagnostic stackOverflow() {
    return SyntaxFailure.tooDeep(new Span(1, 0, 1, 0)).diagnostic();
  }

  /**
   * What {@code ast.parse} gives: the tree before symbol-table and compile-stage errors are looked
   * for.
   */
  static Module syntaxTree(SourceFile source) {
    Tokenizer tokenizer = new Tokenizer(source.text());
    TokenArray tokens;
    try {
      tokens = tokenizer.tokenize();
    } catch (SyntaxFailure lexical) {
      throw lexical.isYielding() ? earliest(tokenizer, lexical) : lexical;
    }
    AstBuilder builder = new AstBuilder(tokens);
    try {
      return builder.module(read(new BottomUpParser(tokens, builder)));
    } catch (UnreadableToken unreadable) {
      throw explained(tokens, unreadable, tokenizer.endOfSource());
    }
  }

  /** A second look, at the whole parse tree, finds words for what the first could not read. */
  private static SyntaxFailure explained(
      TokenArray tokens, UnreadableToken unreadable, Span endOfSource) {
    tokens.seek(0);
    try {
      read(new DepthLimitedParser(tokens));
    } catch (UnreadableToken again) {
      return SyntaxErrors.explain(tokens, again.token, again.context, endOfSource);
    }
    throw new IllegalStateException("read at the second look", unreadable);
  }

  /** A lexical error counts only when there is no syntax error before it. */
  private static SyntaxFailure earliest(Tokenizer tokenizer, SyntaxFailure lexical) {
    TokenArray tokens = tokenizer.tokensSoFar();
    try {
      read(new DepthLimitedParser(tokens));
      return lexical;
    } catch (UnreadableToken unreadable) {
      boolean unclosed = lexical.getMessage().endsWith("was never closed");
      boolean counts =
          unreadable.token.type != org.antlr.v4.runtime.Token.EOF
              && (!unclosed || unreadable.token.line <= lexical.diagnostic().span().line());
      return counts
          ? SyntaxErrors.explain(
              tokens, unreadable.token, unreadable.context, tokenizer.endOfSource())
          : lexical;
    }
  }

  private static SyntaxContext read(PythonParser parser) {
    try {
      return parser.file_input();
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException cause
          && cause.getOffendingToken() instanceof Token token
          && cause.getCtx() instanceof SyntaxContext context) {
        throw new UnreadableToken(token, context);
      }
      throw e;
    }
  }

  /** The first token that the grammar cannot read. */
  private static final class UnreadableToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Token token;
    final transient SyntaxContext context;

    UnreadableToken(Token token, SyntaxContext context) {
      super("unreadable token", null, false, false);
      this.token = token;
      this.context = context;
    }
  }

  /** Stops at the first error, and before the stack does. */
  private static class DepthLimitedParser extends PythonParser {
    private int depth;

    DepthLimitedParser(TokenArray tokens) {
      super(tokens);
      removeErrorListeners();
      setErrorHandler(new BailErrorStrategy());
    }

    @Override
    public final void enterRule(ParserRuleContext context, int state, int ruleIndex) {
      super.enterRule(context, state, ruleIndex);
      if (++depth > MAX_RULE_DEPTH) {
        throw SyntaxFailure.tooDeep(((Token) getCurrentToken()).span());
      }
    }

    @Override
    public final void exitRule() {
      depth--;
      super.exitRule();
    }
  }

  /** Has the syntax tree made while it reads, so that no parse tree grows. */
  private static final class BottomUpParser extends DepthLimitedParser {
    private final AstBuilder builder;

    BottomUpParser(TokenArray tokens, AstBuilder builder) {
      super(tokens);
      this.builder = builder;
    }

    @Override
    protected void complete(SyntaxContext context) {
      builder.complete(context);
    }
  }
}
