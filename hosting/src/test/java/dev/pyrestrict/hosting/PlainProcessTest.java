package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlainProcessTest {
  @TempDir private Path directory;

  private PlainProcess sleeping() throws Exception {
    return PlainProcess.start(ImmutableList.of("/bin/sleep", "600"), 64, directory);
  }

  @Test
  void endsByASignal() throws Exception {
    PlainProcess process = sleeping();
    assertThat(process.end()).isEqualTo(137);
  }

  @Test
  void endsWhilePaused() throws Exception {
    PlainProcess process = sleeping();
    process.pause();
    assertThat(process.end()).isEqualTo(137);
  }

  @Test
  void standsBehindTheServer() throws Exception {
    PlainProcess process = sleeping();
    Path stat = Path.of("/proc/" + process.number() + "/stat");
    while (!Files.readString(stat).contains("(sleep)")) {
      Thread.sleep(10);
    }
    assertThat(niceness(stat)).isEqualTo(Math.min(niceness(Path.of("/proc/self/stat")) + 10, 19));
    process.end();
  }

  /** See proc(5). */
  private static int niceness(Path stat) throws IOException {
    return Integer.parseInt(Splitter.on(' ').splitToList(Files.readString(stat)).get(18));
  }

  @Test
  void isKilledByAnInterruptedCallerToo() throws Exception {
    PlainProcess process = sleeping();
    Thread.currentThread().interrupt();
    assertThat(process.end()).isEqualTo(-1);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(process.process().waitFor()).isEqualTo(137);
  }
}
