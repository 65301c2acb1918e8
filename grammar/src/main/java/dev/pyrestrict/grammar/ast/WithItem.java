package dev.pyrestrict.grammar.ast;

import java.util.Optional;

/** {@code contextExpression as target} */
public record WithItem(Expression contextExpression, Optional<Expression> target) {}
