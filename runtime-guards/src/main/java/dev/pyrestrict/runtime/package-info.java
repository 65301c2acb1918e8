/**
 * Runs guarded source on GraalPy.
 *
 * <p>In come {@link dev.pyrestrict.rewriter.CompiledModule}s and what the host gives; out come
 * {@link dev.pyrestrict.runtime.GuestResult}s. The guards decide in Java; trusted Python in {@code
 * guest/} finds the facts and remembers the answers. No host object, Java exception or class name
 * may ever reach guest code, and nothing here parses or rewrites Python.
 */
package dev.pyrestrict.runtime;
