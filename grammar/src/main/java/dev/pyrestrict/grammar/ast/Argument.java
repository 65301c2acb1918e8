package dev.pyrestrict.grammar.ast;

import java.util.Optional;

/** One parameter of a function, {@code name: annotation}: ASDL's {@code arg}. */
public record Argument(String name, Optional<Expression> annotation, Span span) implements Node {}
