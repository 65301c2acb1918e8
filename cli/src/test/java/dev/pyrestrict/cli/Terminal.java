package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Runs the command in this process and keeps what it shows. */
final class Terminal {

  /** What a command did. */
  record Result(int status, String out, String err) {}

  private Terminal() {}

  static Result run(String... arguments) {
    return runWithInput("", arguments);
  }

  static Result runWithInput(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, true, UTF_8);
    PrintStream errStream = new PrintStream(err, true, UTF_8);
    int status =
        Pyrestrict.run(
            new Console(
                new ByteArrayInputStream(input.getBytes(UTF_8)), outStream, errStream, false),
            arguments);
    outStream.flush();
    errStream.flush();
    return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
