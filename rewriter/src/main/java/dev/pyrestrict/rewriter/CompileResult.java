package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import java.util.Optional;

/**
 * What came of compiling: a module, and what its author should look at, or every reason why there
 * is none.
 *
 * @param diagnostics in source order; under the profile {@code zope} in RestrictedPython's
 */
public record CompileResult(
    Optional<CompiledModule> module, ImmutableList<Diagnostic> diagnostics) {}
