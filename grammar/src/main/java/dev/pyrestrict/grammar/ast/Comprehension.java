package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableList;

/** {@code [async] for target in iterable if conditions} */
public record Comprehension(
    Expression target,
    Expression iterable,
    ImmutableList<Expression> conditions,
    boolean isAsync) {}
