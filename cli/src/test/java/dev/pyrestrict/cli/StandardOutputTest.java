package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pipeline waits for is written, or it hears of it. */
final class StandardOutputTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"explain PR0101", "--version", "check --format sarif ."})
  void aFullDiskIsNoSuccess(String command) throws Exception {
    Shell shell = Shell.in(directory);
    Files.writeString(shell.directory().resolve("empty.py"), "");
    Shell.Result result = shell.run("pyrestrict " + command + " > /dev/full");
    assertThat(result.output())
        .isEqualTo("pyrestrict: standard output can't be written: No space left on device\n");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() throws Exception {
    Shell.Result result =
        Shell.in(directory).run("set -o pipefail; pyrestrict completion | head -1");
    assertThat(result.output()).isEqualTo("#!/usr/bin/env bash\n");
    assertThat(result.status()).isEqualTo(ExitStatus.DONE);
  }
}
