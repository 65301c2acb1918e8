/**
 * Syntax tree to guarded source: policy, checks, guard insertion, emitter, source map.
 *
 * <p>In comes a {@link dev.pyrestrict.grammar.SourceFile} and a policy; out comes either every
 * violation at once, or source in which each dangerous operation goes through a guard. Nothing of
 * GraalPy may be in here.
 */
package dev.pyrestrict.rewriter;
