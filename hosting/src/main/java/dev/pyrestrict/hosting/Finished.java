package dev.pyrestrict.hosting;

import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A short command of the machine that has ended.
 *
 * @param output what it wrote, errors too, as far as anybody wants to read it
 */
record Finished(int status, String output) {
  private static final int MOST = 1 << 20;

  /** Runs the command and waits for its end. */
  static Finished command(List<String> words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream said = process.getInputStream()) {
      byte[] output = ByteStreams.limit(said, MOST).readAllBytes();
      return new Finished(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Returns this if the command did what it should. */
  Finished orThrow(String failure) {
    if (status != 0) {
      throw new CellException(failure + ": " + output.strip());
    }
    return this;
  }
}
