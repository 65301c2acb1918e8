/**
 * The {@code pyrestrict} command: check, compile, run, audit, explain and doctor over the other
 * rooms.
 *
 * <p>Commands that run no guest code load nothing of GraalPy, so that {@code check} starts like a
 * linter.
 */
package dev.pyrestrict.cli;
