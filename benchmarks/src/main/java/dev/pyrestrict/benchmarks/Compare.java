package dev.pyrestrict.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.pyrestrict.benchmarks.Race.Measure;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The comparisons behind {@code benchmarks/compare}: each prints a table in Markdown. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares pyrestrict with its peers, all in one run on this machine.",
    footer = {
      "",
      "CPython is python3.12 of the PATH, or PYRESTRICT_CPYTHON. RestrictedPython takes part when"
          + " it",
      "is installed there (or PYTHONPATH leads to it)."
    })
final class Compare {
  private static final int COLD_STARTS = 5;
  private static final String FAST = "fast";
  private static final String UNGUARDED = "GraalPy unguarded";
  private static final String CPYTHON = "CPython";
  private static final String RESTRICTED = "RestrictedPython";

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "15",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "How long each contender with a compiler works before it is measured, at least; up to"
              + " four times as long until its compilers rest (default: 15).")
  private int warmUp;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "21",
      scope = CommandLine.ScopeType.INHERIT,
      description = "How often each is measured (default: 21).")
  private int rounds;

  private final PrintStream out = System.out;
  private final Path root = Path.of(System.getProperty("pyrestrict.benchmarks"));
  private final String python =
      Optional.ofNullable(System.getenv("PYRESTRICT_CPYTHON")).orElse("python3.12");

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Compare()).execute(arguments));
  }

  private Race race() {
    return new Race(Duration.ofSeconds(warmUp), rounds);
  }

  @Command(
      description =
          "Source to validated AST, against CPython's ast.parse; lines a second, and the first"
              + " parse of a new JVM.")
  void parse() {
    for (Sources sources :
        ImmutableList.of(Sources.modules(python), Sources.standardLibrary(python))) {
      try (Contenders contenders = new Contenders()) {
        contenders.add("pyrestrict", singleThreaded("parse", sources.list()));
        contenders.addInterpreter(CPYTHON, peer("parse.py", sources.list()));
        printRates(sources, "pyrestrict", contenders);
      }
      out.println();
    }
    Path file = Sources.module(python, "argparse");
    List<Double> first = new ArrayList<>();
    for (int i = 0; i < COLD_STARTS; i++) {
      try (Contenders contenders = new Contenders()) {
        contenders.add("pyrestrict", singleThreaded("parse", file.toString()));
        first.add(contenders.started().getFirst().work());
      }
    }
    first.sort(null);
    out.printf(
        Locale.ROOT,
        "first parse of a new JVM: %s, %d lines: %.0f ms, median of %d%n",
        file.getFileName(),
        Sources.lines(file),
        first.get(COLD_STARTS / 2),
        COLD_STARTS);
  }

  @Command(
      description =
          "Source to guarded text, against RestrictedPython's compile_restricted_exec; lines a"
              + " second.")
  void compile() {
    Sources sources = Sources.modules(python);
    try (Contenders contenders = new Contenders()) {
      contenders.add("pyrestrict", singleThreaded("compile", sources.list()));
      contenders.addInterpreter(RESTRICTED, peer("restricted_compile.py", sources.list()));
      printRates(sources, "pyrestrict", contenders);
    }
  }

  private void printRates(Sources sources, String ours, Contenders contenders) {
    ImmutableMap<String, Measure> measures = race().run(contenders.started());
    out.printf(
        Locale.ROOT,
        "%s: %d files, %d lines%n%n",
        sources.name(),
        sources.files(),
        sources.lines());
    out.println("| contender | lines/s | spread | pyrestrict is faster by |");
    out.println("|---|---:|---:|---:|");
    measures.forEach(
        (name, measure) ->
            out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.0f%% | %.1fx |%n",
                name,
                sources.lines() / measure.median() * 1000,
                measure.spread() * 100,
                measure.median() / measures.get(ours).median()));
  }

  @Command(
      description =
          "Guest programs under CPython, RestrictedPython, GraalPy, and pyrestrict full and fast.")
  void guests(
      @Parameters(paramLabel = "PROGRAM", arity = "0..*", description = "Some, instead of all.")
          List<Path> chosen,
      @Option(names = "--plot", paramLabel = "FILE", description = "Also draw it, as SVG.")
          Optional<Path> plot) {
    String turn = root.resolve("peers/turn.py").toString();
    Map<String, ImmutableMap<String, Measure>> table = new LinkedHashMap<>();
    for (Path program : Optional.ofNullable(chosen).orElseGet(this::programs)) {
      try (Contenders contenders = new Contenders()) {
        ImmutableList<String> files = ImmutableList.of(program.toString(), turn);
        contenders.addInterpreter(CPYTHON, peer("guest.py", files));
        contenders.addInterpreter(RESTRICTED, peer("restricted_guest.py", files));
        contenders.add(UNGUARDED, withGraalPysOwnJars("unguarded", files));
        contenders.add("full", java("full", files));
        contenders.add(FAST, java(FAST, files));
        table.put(
            program.getFileName().toString().replace(".py", ""), race().run(contenders.started()));
      }
      if (table.size() == 1) {
        out.println(
            "| program | CPython ms | RestrictedPython | GraalPy unguarded | full | fast |"
                + " full/unguarded | fast/unguarded | CPython/fast |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
      }
      printRow(Iterables.getLast(table.entrySet()));
    }
    out.printf(
        "%ngeometric means: full/unguarded %s, fast/unguarded %s, CPython/fast %s,"
            + " RestrictedPython/fast %s%n",
        mean(table, "full", UNGUARDED),
        mean(table, FAST, UNGUARDED),
        mean(table, CPYTHON, FAST),
        mean(table, RESTRICTED, FAST));
    plot.ifPresent(file -> BarChart.write(file, table, UNGUARDED, ImmutableList.of("full", FAST)));
  }

  private List<Path> programs() {
    try (Stream<Path> files = Files.list(root.resolve("programs"))) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void printRow(Map.Entry<String, ImmutableMap<String, Measure>> row) {
    ImmutableMap<String, Measure> measures = row.getValue();
    out.println(
        "| "
            + String.join(
                " | ",
                row.getKey(),
                milliseconds(measures, CPYTHON),
                milliseconds(measures, RESTRICTED),
                milliseconds(measures, UNGUARDED),
                milliseconds(measures, "full"),
                milliseconds(measures, FAST),
                ratio(measures, "full", UNGUARDED),
                ratio(measures, FAST, UNGUARDED),
                ratio(measures, CPYTHON, FAST))
            + " |");
    out.flush();
  }

  private static String milliseconds(ImmutableMap<String, Measure> measures, String name) {
    return Optional.ofNullable(measures.get(name))
        .map(
            measure ->
                String.format(
                    Locale.ROOT, "%.2f ± %.0f%%", measure.median(), measure.spread() * 100))
        .orElse("");
  }

  private static String ratio(ImmutableMap<String, Measure> measures, String one, String other) {
    return quotient(measures, one, other)
        .map(ratio -> String.format(Locale.ROOT, "%.2f", ratio))
        .orElse("");
  }

  private static Optional<Double> quotient(
      ImmutableMap<String, Measure> measures, String one, String other) {
    return measures.containsKey(one) && measures.containsKey(other)
        ? Optional.of(measures.get(one).median() / measures.get(other).median())
        : Optional.empty();
  }

  private static String mean(
      Map<String, ImmutableMap<String, Measure>> table, String one, String other) {
    List<Double> logarithms = new ArrayList<>();
    table
        .values()
        .forEach(
            row -> quotient(row, one, other).ifPresent(ratio -> logarithms.add(Math.log(ratio))));
    return logarithms.isEmpty()
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.2f (%d programs)",
            Math.exp(logarithms.stream().mapToDouble(x -> x).average().orElseThrow()),
            logarithms.size());
  }

  private static ImmutableList<String> java(String work, ImmutableList<String> files) {
    return java(ImmutableList.of(), System.getProperty("java.class.path"), work, files);
  }

  /** Without the copies that count, and look whether to stop, in GraalPy's builtins. */
  private static ImmutableList<String> withGraalPysOwnJars(
      String work, ImmutableList<String> files) {
    String classPath =
        Splitter.on(File.pathSeparator)
            .splitToStream(System.getProperty("java.class.path"))
            .filter(jar -> !jar.contains("/safepoints/"))
            .collect(Collectors.joining(File.pathSeparator));
    return java(ImmutableList.of(), classPath, work, files);
  }

  /** What a peer does in one thread is done in one thread, the garbage collector's part too. */
  private static ImmutableList<String> singleThreaded(String work, String subject) {
    return java(
        ImmutableList.of("-XX:+UseSerialGC"),
        System.getProperty("java.class.path"),
        work,
        ImmutableList.of(subject));
  }

  private static ImmutableList<String> java(
      ImmutableList<String> flags, String classPath, String work, ImmutableList<String> files) {
    return ImmutableList.<String>builder()
        .add(System.getProperty("java.home") + "/bin/java")
        .addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments())
        .addAll(flags)
        .add("-cp", classPath, Worker.class.getName(), work)
        .addAll(files)
        .build();
  }

  private ImmutableList<String> peer(String script, String subject) {
    return peer(script, ImmutableList.of(subject));
  }

  private ImmutableList<String> peer(String script, ImmutableList<String> files) {
    return ImmutableList.<String>builder()
        .add(python, root.resolve("peers").resolve(script).toString())
        .addAll(files)
        .build();
  }

  /** The contenders of one race; those that can't take part are left out. */
  private static final class Contenders implements AutoCloseable {
    private final List<Contender> started = new ArrayList<>();

    void add(String name, ImmutableList<String> command) {
      Contender.start(name, true, command).ifPresent(started::add);
    }

    void addInterpreter(String name, ImmutableList<String> command) {
      Contender.start(name, false, command).ifPresent(started::add);
    }

    ImmutableList<Contender> started() {
      return ImmutableList.copyOf(started);
    }

    @Override
    public void close() {
      started.forEach(Contender::close);
    }
  }
}
