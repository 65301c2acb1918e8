package dev.pyrestrict.grammar.ast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The parameters of a function: ASDL's {@code arguments}.
 *
 * @param defaults of the last {@code positionalOnly} and {@code positional} parameters together
 * @param keywordDefaults one for each of {@code keywordOnly}, absent where there is none
 */
public record Parameters(
    ImmutableList<Argument> positionalOnly,
    ImmutableList<Argument> positional,
    Optional<Argument> variadic,
    ImmutableList<Argument> keywordOnly,
    ImmutableList<Optional<Expression>> keywordDefaults,
    Optional<Argument> variadicKeywords,
    ImmutableList<Expression> defaults) {}
