package dev.pyrestrict.benchmarks;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Source files to read: those of a CPython's standard library that both read.
 *
 * @param list {@code @} and the name of a file that lists them
 */
record Sources(String name, String list, int files, long lines) {

  /** The modules that are single files, as people import them; packages and tests left out. */
  static Sources modules(String python) {
    return of("modules of the standard library", files(library(python), 1));
  }

  /** All of it, packages and CPython's own tests too. */
  static Sources standardLibrary(String python) {
    return of("standard library with its tests", files(library(python), Integer.MAX_VALUE));
  }

  /** Returns the file of a module. */
  static Path module(String python, String name) {
    return library(python).resolve(name + ".py");
  }

  static long lines(Path file) {
    return new String(bytes(file), UTF_8).lines().count();
  }

  private static Sources of(String name, ImmutableList<Path> files) {
    long lines = 0;
    List<String> readable = new ArrayList<>();
    for (Path file : files) {
      SourceFile.Decoded decoded = SourceFile.decode(file.toString(), bytes(file));
      if (decoded.diagnostics().isEmpty() && Parser.parse(decoded.source()).module().isPresent()) {
        readable.add(file.toString());
        lines += lines(file);
      }
    }
    try {
      Path list = Files.createTempFile("pyrestrict", ".list");
      list.toFile().deleteOnExit();
      Files.write(list, readable);
      return new Sources(name, "@" + list, readable.size(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path library(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import os; print(os.path.dirname(os.__file__))")
              .start();
      return Path.of(new String(process.getInputStream().readAllBytes(), UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("no CPython: set PYRESTRICT_CPYTHON", e);
    }
  }

  private static ImmutableList<Path> files(Path library, int depth) {
    try (Stream<Path> files = Files.walk(library, depth)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .filter(file -> !file.startsWith(library.resolve("site-packages")))
          .sorted()
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
