package dev.pyrestrict.grammar;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.ast.Module;
import java.util.Optional;

/**
 * What came of parsing: a module that CPython 3.12 would compile too, or the reasons why there is
 * none.
 *
 * @param module present if and only if no diagnostic is an error
 * @param diagnostics in source order
 */
public record ParseResult(Optional<Module> module, ImmutableList<Diagnostic> diagnostics) {}
