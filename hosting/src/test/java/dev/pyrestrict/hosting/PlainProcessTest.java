package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
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
  void isKilledByAnInterruptedCallerToo() throws Exception {
    PlainProcess process = sleeping();
    Thread.currentThread().interrupt();
    assertThat(process.end()).isEqualTo(-1);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(process.process().waitFor()).isEqualTo(137);
  }
}
