package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import java.util.Optional;

/**
 * What came of compiling: a module, or every reason why there is none.
 *
 * @param diagnostics in source order
 */
public record CompileResult(
    Optional<CompiledModule> module, ImmutableList<Diagnostic> diagnostics) {}
