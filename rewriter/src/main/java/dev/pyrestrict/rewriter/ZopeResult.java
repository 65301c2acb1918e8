package dev.pyrestrict.rewriter;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * RestrictedPython's {@code CompileResult}.
 *
 * @param module in place of its code; present if and only if there are no errors
 * @param errors each as {@code Line 1: ...}, in RestrictedPython's order
 * @param warnings in the same form
 * @param usedNames names that the program reads, in the order in which they come up
 */
public record ZopeResult(
    Optional<CompiledModule> module,
    ImmutableList<String> errors,
    ImmutableList<String> warnings,
    ImmutableSet<String> usedNames) {}
