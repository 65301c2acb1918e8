package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process of the machine like any other: no core dumps, few descriptors, no environment, a
 * directory of its own, and behind the server when both want the processors.
 */
record PlainProcess(Process process) implements CellProcess {
  /** Starts it; the shell is replaced by Java, which gets a ninth of a server's time at worst. */
  static PlainProcess start(ImmutableList<String> java, int openFiles, Path directory)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                ImmutableList.<String>builder()
                    .add("/bin/sh", "-c")
                    .add("ulimit -c 0; ulimit -n " + openFiles + "; exec nice -n 10 \"$0\" \"$@\"")
                    .addAll(java)
                    .build())
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    return new PlainProcess(builder.start());
  }

  @Override
  public long number() {
    return process.pid();
  }

  @Override
  public void pause() throws IOException {
    signal("STOP");
  }

  @Override
  public void resume() throws IOException {
    signal("CONT");
  }

  private void signal(String name) throws IOException {
    Finished.command(ImmutableList.of("/bin/sh", "-c", "kill -" + name + " " + process.pid()))
        .orThrow("the process of a cell gets no signal");
  }

  @Override
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public Optional<String> complaint() {
    return Optional.empty();
  }
}
