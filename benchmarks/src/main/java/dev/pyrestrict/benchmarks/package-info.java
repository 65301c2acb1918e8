/**
 * How fast and how big: JMH benchmarks of the stages, and comparisons with peers in one run.
 *
 * <p>In come the programs of {@code benchmarks/programs} and the sources of CPython's standard
 * library, out go tables. Nothing here is part of what users run, and no test waits for a time.
 */
package dev.pyrestrict.benchmarks;
