package dev.pyrestrict.grammar;

import static dev.pyrestrict.grammar.SyntaxTree.child;
import static dev.pyrestrict.grammar.SyntaxTree.failure;
import static dev.pyrestrict.grammar.SyntaxTree.first;
import static dev.pyrestrict.grammar.SyntaxTree.lastToken;
import static dev.pyrestrict.grammar.SyntaxTree.rule;
import static dev.pyrestrict.grammar.SyntaxTree.size;
import static dev.pyrestrict.grammar.SyntaxTree.span;
import static dev.pyrestrict.grammar.SyntaxTree.token;
import static dev.pyrestrict.grammar.SyntaxTree.type;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.antlr.PythonTokens;
import dev.pyrestrict.grammar.antlr.SyntaxContext;
import dev.pyrestrict.grammar.ast.ConstantValue;
import dev.pyrestrict.grammar.ast.Expression;
import dev.pyrestrict.grammar.ast.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes adjacent literals into one, with the replacement fields of f-strings among them. PEP 701.
 */
final class FStrings {
  private final char[] text;
  private final StringLiterals literals;
  private final ExpressionBuilder expressions;

  /**
   * @param expressions makes what stands in replacement fields
   */
  FStrings(char[] text, ExpressionBuilder expressions) {
    this.text = text;
    literals = new StringLiterals(text);
    this.expressions = expressions;
  }

  /** Adjacent literals are one; f-strings among them make it a {@link Expression.JoinedStr}. */
  Expression strings(SyntaxContext context) {
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
    boolean raw = start.text(text).toLowerCase(Locale.ROOT).indexOf('r') >= 0;
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
    Expression value = expressions.rightHandSide(child(context, 1));
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
