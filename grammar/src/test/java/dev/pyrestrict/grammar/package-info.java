/** Tests that hold the parser against CPython 3.12. */
package dev.pyrestrict.grammar;
