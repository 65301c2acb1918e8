package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** {@code case pattern if guard: body} */
public record MatchCase(
    Pattern pattern, Optional<Expression> guard, ImmutableList<Statement> body) {}
