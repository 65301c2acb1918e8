package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * The command's process: standard streams in UTF-8, whatever the machine's locale is, and the exit
 * status.
 */
public final class Main {
  private Main() {}

  /** Runs the command. */
  public static void main(String... arguments) {
    StandardOutput written = new StandardOutput();
    PrintStream out = new PrintStream(buffered(written), false, UTF_8);
    PrintStream err =
        new PrintStream(buffered(new FileOutputStream(FileDescriptor.err)), true, UTF_8);
    if (!List.of(arguments).contains("--debug")) {
      // Libraries talk to it as well: tomlj's parser complains that it was made with another ANTLR
      // than ours.
      System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    }
    Console console =
        new Console(
            System.in, out, err, showsColours(), Boolean.getBoolean("pyrestrict.interactive"));
    int status = Pyrestrict.run(console, arguments);
    out.flush();
    Optional<String> lost = written.lost();
    if (lost.isPresent() && status <= ExitStatus.REPORTED) {
      err.println("pyrestrict: standard output can't be written: " + lost.get());
      status = ExitStatus.USAGE;
    }
    err.flush();
    // A guest that no limit could end may still run: leave without waiting for its thread.
    Runtime.getRuntime().halt(status);
  }

  private static BufferedOutputStream buffered(OutputStream stream) {
    return new BufferedOutputStream(stream, 1 << 14);
  }

  /**
   * The launcher knows whether standard output is a terminal; https://no-color.org has the last
   * word.
   */
  private static boolean showsColours() {
    String refused = System.getenv("NO_COLOR");
    return Boolean.getBoolean("pyrestrict.terminal") && (refused == null || refused.isEmpty());
  }
}
