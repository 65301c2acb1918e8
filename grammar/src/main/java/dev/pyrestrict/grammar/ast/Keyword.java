package dev.pyrestrict.grammar.ast;

import java.util.Optional;

/** {@code name=value} in a call or class; no name is {@code **value}. */
public record Keyword(Optional<String> name, Expression value, Span span) implements Node {}
