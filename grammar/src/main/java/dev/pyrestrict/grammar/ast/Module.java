package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableList;

/** A file: ASDL's {@code Module(stmt* body)}. */
public record Module(ImmutableList<Statement> body) {}
