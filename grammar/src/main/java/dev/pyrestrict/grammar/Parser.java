package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.antlr.PythonParser;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.ast.Module;
import dev.pyrestrict.grammar.ast.Span;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads Python 3.12. Stateless; safe for use by many threads. */
public final class Parser {
  private static final Span START = new Span(1, 0, 1, 0);

  private Parser() {}

  /** Returns the module, checked as far as CPython checks when it compiles, or what is wrong with the source. */
  public static ParseResult parse(SourceFile source) {
    try {
      Tokenizer tokenizer = new Tokenizer(source.text());
      TokenArray tokens = tokenizer.tokenize();
      Module module = new AstBuilder(tokens, tokenizer.text()).module(parseTree(tokens));
      ImmutableList<Diagnostic> diagnostics = SymbolTable.check(module);
      return new ParseResult(
          diagnostics.isEmpty() ? Optional.of(module) : Optional.empty(), diagnostics);
    } catch (SyntaxFailure e) {
      return failed(e.diagnostic());
    } catch (StackOverflowError e) {
      return failed(Diagnostic.error("PR0007", START, "source is nested too deeply"));
    }
  }

  private static ParseResult failed(Diagnostic diagnostic) {
    return new ParseResult(Optional.empty(), ImmutableList.of(diagnostic));
  }

  private static PythonParser.File_inputContext parseTree(TokenArray tokens) {
    PythonParser parser = new PythonParser(tokens);
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return parser.file_input();
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException cause
          && cause.getOffendingToken() instanceof Token token) {
        throw explain(tokens, token, cause.getExpectedTokens());
      }
      throw new SyntaxFailure(START, "invalid syntax");
    }
  }

  /** Finds CPython's words for a token that can't stand where it stands. */
  private static SyntaxFailure explain(TokenArray tokens, Token token, IntervalSet expected) {
    Token before = tokens.token(Math.max(0, token.getTokenIndex() - 1));
    if (token.type == PythonTokens.INDENT) {
      return new SyntaxFailure(token.span(), "unexpected indent");
    }
    if (expected != null && expected.contains(PythonTokens.INDENT) && expected.size() == 1) {
      return new SyntaxFailure(token.span(), "expected an indented block");
    }
    if (before.type == PythonTokens.NAME && (before.is("print") || before.is("exec"))) {
      return new SyntaxFailure(
          before.span().to(token.span()),
          "Missing parentheses in call to '" + before.getText() + "'. Did you mean " + before.getText() + "(...)?");
    }
    if (expected != null && expected.contains(PythonTokens.COLON) && token.type == PythonTokens.NEWLINE) {
      return new SyntaxFailure(token.span(), "expected ':'");
    }
    return new SyntaxFailure(token.span(), "invalid syntax");
  }
}
