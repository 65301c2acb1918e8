package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** {@code except type as name: body} */
public record ExceptHandler(
    Optional<Expression> type, Optional<String> name, ImmutableList<Statement> body, Span span)
    implements Node {}
