package dev.pyrestrict.benchmarks;

import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Source to validated AST, over the modules of the standard library of the CPython that {@code
 * PYRESTRICT_CPYTHON} names: lines a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class LibraryBenchmark {
  private final List<SourceFile> sources = new ArrayList<>();
  private long lines;

  /** What was read besides whole libraries. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Count {
    /** Lines, all files together. */
    public long lines;
  }

  /** Reads the files. */
  @Setup
  public void read() throws IOException {
    String python = Optional.ofNullable(System.getenv("PYRESTRICT_CPYTHON")).orElse("python3.12");
    Sources modules = Sources.modules(python);
    lines = modules.lines();
    for (String name : Files.readAllLines(Path.of(modules.list().substring(1)))) {
      sources.add(SourceFile.decode(name, Files.readAllBytes(Path.of(name))).source());
    }
  }

  /** All files once. */
  @Benchmark
  public void parse(Count count, Blackhole result) {
    for (SourceFile source : sources) {
      result.consume(Parser.parse(source));
    }
    count.lines += lines;
  }
}
