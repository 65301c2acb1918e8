package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where a command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output, for what was asked for
 * @param err standard error, for what went wrong
 * @param styled whether standard output is a terminal that shows colours
 * @param interactive whether somebody watches standard error
 */
record Console(
    InputStream in, PrintStream out, PrintStream err, boolean styled, boolean interactive) {

  /** Makes one that nobody watches. */
  Console(InputStream in, PrintStream out, PrintStream err, boolean styled) {
    this(in, out, err, styled, false);
  }

  /** Returns a console that reads nothing and shows nothing. */
  static Console silent() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    return new Console(InputStream.nullInputStream(), nowhere, nowhere, false);
  }

  /** Returns this console with what it shows going to standard error, without colours. */
  Console onStandardError() {
    return new Console(in, err, err, false);
  }

  /** Returns the text in bold red where colours are shown. */
  String red(String text) {
    return style("1;31", text);
  }

  /** Returns the text in bold where colours are shown. */
  String bold(String text) {
    return style("1", text);
  }

  /** Returns the text in blue where colours are shown. */
  String blue(String text) {
    return style("34", text);
  }

  private String style(String codes, String text) {
    return styled ? "\033[" + codes + "m" + text + "\033[0m" : text;
  }
}
