package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
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

  /** The nineteenth word of proc(5)'s stat. */
  @Test
  void standsBehindTheServer() throws Exception {
    PlainProcess process = sleeping();
    Path stat = Path.of("/proc/" + process.number() + "/stat");
    while (!Files.readString(stat).contains("(sleep)")) {
      Thread.sleep(10);
    }
    assertThat(Splitter.on(' ').splitToList(Files.readString(stat)).get(18)).isEqualTo("10");
    process.end();
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
