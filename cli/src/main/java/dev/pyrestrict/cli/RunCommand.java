package dev.pyrestrict.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.hosting.Cell;
import dev.pyrestrict.hosting.CellGuest;
import dev.pyrestrict.hosting.CellOptions;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Sandbox;
import dev.pyrestrict.runtime.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs one program in a guest of its own. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Rewrites a program and runs it under limits.",
      "Its standard output is the command's; its traceback and pyrestrict's own words go to"
          + " standard error."
    },
    footer = {"", "Example:", "  pyrestrict run --cpu 2s --memory 256MB guest.py one two"})
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private Pyrestrict root;
  @Mixin private PolicyOption policy;
  @Mixin private GuardsOption guards;
  @Mixin private LimitOptions limits;

  /** Where a guest runs. */
  enum Isolation {
    /** In the command's own process. */
    NONE,
    /** In a cell: a process of its own, which is killed when nothing else helps. */
    PROCESS
  }

  @Option(
      names = "--isolate",
      paramLabel = "HOW",
      description =
          "none, or process: in a process of its own, killed when nothing else ends the guest"
              + " (default: none).")
  private Isolation isolation = Isolation.NONE;

  @Option(names = "--stats", description = "Say on standard error what the run used.")
  private boolean stats;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The program: a file, a directory with a __main__.py, or - for standard input.")
  private String file;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ARG",
      description = "The program's arguments: sys.argv[1:].")
  private List<String> arguments = ImmutableList.of();

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Policy rules = policy.load();
    ImmutableList<Input> inputs = program();
    Compiler compiler = new Compiler(rules, guards.mode());
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Input input : inputs) {
      Input.Content content = input.read(console);
      if (!content.isReadable()) {
        report(new FileReport(content.source(), content.diagnostics()));
        return ExitStatus.USAGE;
      }
      CompileResult compiled = compiler.compile(content.source(), input.module(), input.program());
      report(new FileReport(content.source(), compiled.diagnostics()));
      compiled
          .module()
          .ifPresent(module -> parts.put(input.module(), new Part(module, content.source())));
    }
    if (parts.size() < inputs.size()) {
      return ExitStatus.REFUSED;
    }
    Part main = parts.remove(inputs.getFirst().module());
    GuestOptions.Builder options =
        GuestOptions.builder()
            .arguments(
                ImmutableList.<String>builder()
                    .add(inputs.getFirst().name())
                    .addAll(arguments)
                    .build())
            .output(console.out())
            .errors(console.err());
    if (rules.standardInput() && !file.equals("-")) {
      options.input(new StandardInput(console.in()));
    }
    GuestResult result =
        switch (isolation) {
          case NONE -> runHere(rules, options.build(), main, parts);
          case PROCESS -> runInCell(rules, options.build(), main, parts);
        };
    console.out().flush();
    if (stats) {
      console.err().println(words(result.usage()));
    }
    return status(main.source(), result);
  }

  /** A module of the program, and what its author wrote. */
  private record Part(CompiledModule module, SourceFile source) {}

  /** The files of the program, the one to run first: a directory is run by its __main__.py. */
  private ImmutableList<Input> program() {
    Path path = Input.path(file);
    if (!Files.isDirectory(path)) {
      return ImmutableList.of(Inputs.single(file));
    }
    ImmutableList<Input> all = Inputs.below(path, ImmutableList.of());
    ImmutableList<Input> main =
        all.stream().filter(input -> input.module().equals("__main__")).collect(toImmutableList());
    if (main.isEmpty()) {
      throw new UsageException(file + ": there is no __main__.py in it");
    }
    return Stream.concat(
            main.stream(), all.stream().filter(input -> input.program().contains(input.module())))
        .distinct()
        .collect(toImmutableList());
  }

  private GuestResult runHere(
      Policy rules, GuestOptions options, Part main, Map<String, Part> others) {
    // Not closed: the process ends, and a guest that could not be stopped would hold up the
    // closing.
    Sandbox sandbox = Sandbox.builder().policy(rules).limits(limits.limits()).build();
    Guest guest = sandbox.newGuest(options);
    others.forEach((name, part) -> guest.add(name, part.module(), part.source().text()));
    return guest.run(main.module(), main.source().text());
  }

  private GuestResult runInCell(
      Policy rules, GuestOptions options, Part main, Map<String, Part> others) {
    CellOptions cellOptions =
        CellOptions.builder()
            .policy(rules)
            .heapBytes(limits.limits().memoryBytes() + CellOptions.RUNTIME_BYTES)
            .build();
    try (Cell cell = Cell.start(cellOptions);
        CellGuest guest = cell.newGuest(options, limits.limits())) {
      others.forEach((name, part) -> guest.add(name, part.module(), part.source().text()));
      return guest.run(main.module(), main.source().text());
    }
  }

  private int status(SourceFile source, GuestResult result) {
    return switch (result) {
      case GuestResult.Completed completed -> {
        console.err().print(completed.message());
        yield completed.exitStatus() == 0 ? ExitStatus.DONE : ExitStatus.REPORTED;
      }
      case GuestResult.Raised raised -> {
        console.err().print(raised.traceback());
        yield ExitStatus.REPORTED;
      }
      case GuestResult.LimitExceeded exceeded -> {
        console.err().print(stopped(source, exceeded));
        yield ExitStatus.LIMIT;
      }
      case GuestResult.Fault fault -> {
        console.err().println("pyrestrict: " + fault.message() + "; please report it");
        if (root.debug()) {
          console.err().println(fault.detail());
        }
        yield ExitStatus.FAULT;
      }
      case GuestResult.Lost lost -> {
        console.err().println("pyrestrict: " + lost.message());
        yield ExitStatus.FAULT;
      }
    };
  }

  private String stopped(SourceFile source, GuestResult.LimitExceeded exceeded) {
    String message =
        "stopped: "
            + exceeded.message()
            + " (--"
            + exceeded.limit().name().toLowerCase(Locale.ROOT)
            + ")";
    return exceeded.line() == 0
        ? Printable.text(source.name()) + ": " + message + ", inside one long operation\n"
        : TextReport.rendered(source, exceeded.line(), message, console.onStandardError());
  }

  private void report(FileReport report) {
    Console plain = console.onStandardError();
    report.diagnostics().forEach(diagnostic -> TextReport.print(report, diagnostic, plain));
  }

  private static String words(Usage usage) {
    return String.format(
        Locale.ROOT,
        "pyrestrict: cpu %.3f s, wall %.3f s, allocated %.1f MB, output %d bytes",
        usage.cpu().toNanos() / 1e9,
        usage.wall().toNanos() / 1e9,
        usage.allocatedBytes() / (double) (1 << 20),
        usage.outputBytes());
  }
}
