package dev.pyrestrict.benchmarks;

import dev.pyrestrict.grammar.ParseResult;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The stages of compiling, over one program. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class ParserBenchmark {
  /** A file of {@code benchmarks/programs}. */
  @Param({"richards", "templates"})
  public String program;

  private SourceFile source;
  private final Compiler compiler = new Compiler(Policy.profile("default"), GuardMode.FAST);

  /** Reads the program. */
  @Setup
  public void read() throws IOException {
    Path file = Path.of(System.getProperty("pyrestrict.benchmarks"), "programs", program + ".py");
    source = SourceFile.decode(file.toString(), Files.readAllBytes(file)).source();
  }

  /** Source to validated AST. */
  @Benchmark
  public ParseResult parse() {
    return Parser.parse(source);
  }

  /** Source to guarded source. */
  @Benchmark
  public CompileResult compile() {
    return compiler.compile(source);
  }
}
