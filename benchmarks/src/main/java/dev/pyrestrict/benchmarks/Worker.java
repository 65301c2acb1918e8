package dev.pyrestrict.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Engines;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** The process behind a {@link Contender} that runs in a JVM: {@code parse|compile|... FILE...}. */
final class Worker {
  private static final Limits ROOMY =
      Limits.DEFAULT
          .withCpu(Duration.ofHours(1))
          .withWall(Duration.ofHours(1))
          .withMemoryBytes(4L << 30)
          .withOutputBytes(1L << 30);

  /**
   * Seconds. Guests' programs are short: a turn of one would measure how threads wake and what is
   * left in the processor's caches after the others' turns. The peers' scripts have the same.
   */
  private static final double GUEST_TURN = 0.1;

  private Worker() {}

  public static void main(String[] arguments) throws IOException {
    ImmutableList<Path> files =
        ImmutableList.copyOf(arguments).subList(1, arguments.length).stream()
            .flatMap(Worker::listed)
            .collect(ImmutableList.toImmutableList());
    DoubleSupplier turn =
        switch (arguments[0]) {
          case "parse" -> timed(parsing(files));
          case "compile" -> timed(compiling(files));
          case "unguarded" -> unguarded(files);
          case "full" -> guarded(files, GuardMode.FULL);
          case "fast" -> guarded(files, GuardMode.FAST);
          default -> throw new IllegalArgumentException(arguments[0]);
        };
    System.out.println("ready");
    BufferedReader turns = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    while (turns.readLine() != null) {
      System.out.println(String.format(Locale.ROOT, "%.6f", turn.getAsDouble()));
    }
    System.exit(0);
  }

  /** Works once; returns milliseconds of the processor. */
  private static DoubleSupplier timed(Runnable work) {
    return () -> {
      long start = processorTime();
      work.run();
      return (processorTime() - start) / 1_000_000.0;
    };
  }

  /**
   * Nanoseconds of the processor for this thread, and of garbage collection: work in one thread is
   * measured so, whatever else runs on the machine.
   */
  private static long processorTime() {
    long collection = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      collection += collector.getCollectionTime();
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + collection * 1_000_000;
  }

  /** {@code @FILE} names a file that lists files. */
  private static java.util.stream.Stream<Path> listed(String argument) {
    if (!argument.startsWith("@")) {
      return java.util.stream.Stream.of(Path.of(argument));
    }
    try {
      return Files.readAllLines(Path.of(argument.substring(1))).stream().map(Path::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Runnable parsing(ImmutableList<Path> files) {
    ImmutableList<SourceFile> sources = sources(files);
    return () -> {
      for (SourceFile source : sources) {
        if (Parser.parse(source).module().isEmpty()) {
          throw new IllegalStateException(source.name() + " does not parse");
        }
      }
    };
  }

  private static Runnable compiling(ImmutableList<Path> files) {
    ImmutableList<SourceFile> sources = sources(files);
    Compiler compiler = new Compiler(Policy.profile("default"), GuardMode.FAST);
    return () -> sources.forEach(compiler::compile);
  }

  private static ImmutableList<SourceFile> sources(ImmutableList<Path> files) {
    return files.stream()
        .map(file -> SourceFile.decode(file.toString(), bytes(file)).source())
        .collect(ImmutableList.toImmutableList());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A guest measures its turns itself: it is one call from the host. */
  private static DoubleSupplier guarded(ImmutableList<Path> files, GuardMode mode) {
    SourceFile source = new SourceFile(files.getFirst().toString(), text(files));
    CompiledModule module =
        new Compiler(Policy.profile("default"), mode).compile(source).module().orElseThrow();
    Sandbox sandbox = Sandbox.builder().limits(ROOMY).engines(Engines.ONE_EACH).build();
    Guest guest = sandbox.newGuest(GuestOptions.builder().build());
    completed(guest.run(module, source.text()));
    return () -> (double) completed(guest.call("turn", List.of(GUEST_TURN))).value().orElseThrow();
  }

  private static String text(ImmutableList<Path> files) {
    return sources(files).stream().map(SourceFile::text).collect(Collectors.joining());
  }

  private static GuestResult.Completed completed(GuestResult result) {
    if (result instanceof GuestResult.Completed completed) {
      return completed;
    }
    throw new IllegalStateException(result.toString());
  }

  /** GraalPy in the same kind of context, without any of this project's work. */
  private static DoubleSupplier unguarded(ImmutableList<Path> files) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Context context =
        Context.newBuilder("python")
            .sandbox(SandboxPolicy.CONSTRAINED)
            .in(new ByteArrayInputStream(new byte[0]))
            .out(nowhere)
            .err(nowhere)
            .build();
    context.eval(
        Source.newBuilder("python", text(files), files.getFirst().toString()).buildLiteral());
    Value turn = context.getBindings("python").getMember("turn");
    return () -> turn.execute(GUEST_TURN).asDouble();
  }
}
