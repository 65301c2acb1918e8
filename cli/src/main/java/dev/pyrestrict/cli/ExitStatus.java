package dev.pyrestrict.cli;

/** The exit statuses of the command: they are its contract with scripts and pipelines. */
final class ExitStatus {
  /** Done, nothing to report. */
  static final int DONE = 0;

  /** The guest raised, violations were found, or a case of an audit got through. */
  static final int REPORTED = 1;

  /** Wrong usage, a file that can't be read or written, or a bad policy. */
  static final int USAGE = 2;

  /** The program was refused before it started. */
  static final int REFUSED = 3;

  /** The guest was stopped by a limit. */
  static final int LIMIT = 4;

  /** A fault of pyrestrict itself. */
  static final int FAULT = 70;

  private ExitStatus() {}
}
