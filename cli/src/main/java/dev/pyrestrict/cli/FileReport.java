package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.net.UrlEscapers;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.grammar.SourceLines;
import dev.pyrestrict.grammar.ast.Span;

/**
 * What was found in one file.
 *
 * @param source the file's text; empty when it could not be decoded
 * @param diagnostics in source order
 * @param lines the text's
 */
record FileReport(SourceFile source, ImmutableList<Diagnostic> diagnostics, SourceLines lines) {
  FileReport(SourceFile source, ImmutableList<Diagnostic> diagnostics) {
    this(source, diagnostics, source.lines());
  }

  /** A place as people count: lines and characters from 1, the end behind the last character. */
  record Place(int line, int column, int endLine, int endColumn) {}

  /** Returns where a diagnostic of this file is. */
  Place place(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    return new Place(
        span.line(),
        lines.characterColumn(span.line(), span.column()),
        span.endLine(),
        lines.characterColumn(span.endLine(), span.endColumn()));
  }

  boolean hasErrors() {
    return Diagnostic.anyError(diagnostics);
  }

  /** Returns what is wrong and what to do about it, in one line. */
  String sentence(Diagnostic diagnostic) {
    return diagnostic
        .hint()
        .map(hint -> diagnostic.message() + " (" + hint + ")")
        .orElse(diagnostic.message());
  }

  /** Returns the name as a relative reference of a URI. */
  String uri() {
    return UrlEscapers.urlFragmentEscaper()
        .escape(portableName())
        .replace("#", "%23")
        .replace(":", "%3A");
  }

  /** Returns the name with slashes on every system, as reports of other tools have it. */
  String portableName() {
    return source.name().replace('\\', '/');
  }
}
