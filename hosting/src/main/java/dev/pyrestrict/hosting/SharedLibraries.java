package dev.pyrestrict.hosting;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine's own libraries that programs are linked with, the loader among them. */
final class SharedLibraries {
  /** {@code libz.so.1 => /lib/libz.so.1 (0x...)}, or the same without an arrow. */
  private static final Pattern FOUND = Pattern.compile("(/\\S+) \\(0x");

  private SharedLibraries() {}

  /** Returns the libraries that a Java and its own libraries need, by the names that they use. */
  static ImmutableSet<Path> ofJava(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("lib"))) {
      ImmutableList<Path> own =
          files.filter(file -> file.toString().endsWith(".so")).collect(toImmutableList());
      return of(ImmutableList.<Path>builder().add(home.resolve("bin/java")).addAll(own).build())
          .stream()
          .filter(file -> !file.normalize().startsWith(home))
          .collect(toImmutableSet());
    }
  }

  /** Returns the libraries that these programs and libraries need. */
  static ImmutableSet<Path> of(List<Path> programs) throws IOException {
    ImmutableList<String> command =
        ImmutableList.<String>builder()
            .add("ldd")
            .addAll(programs.stream().map(Path::toString).iterator())
            .build();
    // Its status says only that some of them are linked with nothing.
    return FOUND
        .matcher(Finished.command(command).output())
        .results()
        .map(found -> Path.of(found.group(1)))
        .collect(toImmutableSet());
  }
}
