package dev.pyrestrict.benchmarks;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to make a guest on a warm engine, and to call one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
public class GuestBenchmark {
  private static final String PROGRAM =
      """
      def handle(request):
          return {"path": request["path"], "status": 200}
      """;
  private static final ImmutableMap<String, Object> REQUEST =
      ImmutableMap.of("path", "/index", "method", "GET");

  private Sandbox sandbox;
  private Guest guest;
  private CompiledModule module;

  /** Warms the engine up with one guest. */
  @Setup
  public void open() {
    sandbox = Sandbox.builder().build();
    module =
        new Compiler(Policy.profile("default"), GuardMode.FAST)
            .compile(new SourceFile("app.py", PROGRAM))
            .module()
            .orElseThrow();
    guest = guest();
  }

  /** Closes the engine. */
  @TearDown
  public void close() {
    sandbox.close();
  }

  private Guest guest() {
    Guest made = sandbox.newGuest(GuestOptions.builder().build());
    made.run(module, PROGRAM);
    return made;
  }

  /** A context with the guards in it, and the guest's module run in it. */
  @Benchmark
  public Guest start() {
    Guest made = guest();
    made.close();
    return made;
  }

  /** A small dict to the guest and one back. */
  @Benchmark
  public GuestResult call() {
    return guest.call("handle", List.<Map<String, Object>>of(REQUEST));
  }
}
