package dev.pyrestrict.grammar.ast;

import java.util.Optional;

/** {@code name as asName} in an import; the name is dotted, or {@code *}. */
public record Alias(String name, Optional<String> asName, Span span) implements Node {}
