package dev.pyrestrict.runtime;

/**
 * How a sandbox's guests share what GraalVM calls an engine: the code that guests run, as it is
 * parsed, profiled and compiled to machine code. No guest sees whether it shares.
 */
public enum Engines {
  /**
   * One for all guests: code is compiled once, and a guest costs little. For tens to hundreds of
   * guests in a process.
   */
  SHARED,

  /**
   * One for each guest: code is compiled for this guest alone, with what its names are bound to
   * built in, and runs up to twice as fast once it is compiled. Each guest's start takes about
   * twice as long, and it holds some megabytes more. For processes with a guest or a few.
   */
  ONE_EACH
}
