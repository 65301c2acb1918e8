package dev.pyrestrict.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.pyrestrict.rewriter.GuardMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No class of the library is taken for a guest's. An audit's limits are too short for all. */
class LibraryClassesTest {
  @Test
  void noneCanBeChanged() throws Exception {
    Path program =
        Path.of(System.getProperty("pyrestrict.root"))
            .resolve("testdata/attacks/class_hooks/41_librarys_classes.py");
    Limits limits = Limits.DEFAULT.withCpu(Duration.ofMinutes(4)).withWall(Duration.ofMinutes(8));
    StringBuilder escaped = new StringBuilder();
    GuestOptions.Builder options =
        GuestOptions.builder()
            .function(
                "escaped",
                (arguments, keywords) -> {
                  escaped.append(arguments);
                  return true;
                });
    String text =
        Files.readString(program)
            .replace("escaped(cls)", "escaped(cls.__module__ + '.' + cls.__name__)");
    try (Sandbox sandbox = Sandbox.builder().build()) {
      Run run = Run.of(sandbox, text, GuardMode.FAST, options, limits);
      assertThat(escaped.toString()).isEmpty();
      assertThat(run.result()).isInstanceOf(GuestResult.Completed.class);
    }
  }
}
