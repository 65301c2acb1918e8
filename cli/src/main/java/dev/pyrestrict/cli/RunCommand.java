package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.hosting.Cell;
import dev.pyrestrict.hosting.CellException;
import dev.pyrestrict.hosting.CellGuest;
import dev.pyrestrict.hosting.CellOptions;
import dev.pyrestrict.hosting.Isolation;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Engines;
import dev.pyrestrict.runtime.Guest;
import dev.pyrestrict.runtime.GuestOptions;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import dev.pyrestrict.runtime.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
    footer = {
      "",
      "Examples:",
      "  pyrestrict run --cpu 2s --memory 256MB guest.py one two",
      "  pyrestrict run --trace-guards --stats guest.py",
      "  pyrestrict run --verify key.pub build/guarded"
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @ParentCommand private Pyrestrict root;
  @Mixin private PolicyOption policy;
  @Mixin private GuardsOption guards;
  @Mixin private LimitOptions limits;

  @Option(
      names = "--isolate",
      paramLabel = "HOW",
      converter = Isolations.class,
      description =
          "in-process, or process: in a process of its own, killed when nothing else ends the"
              + " guest, or container: that process in a container made by runc, as root (default:"
              + " in-process).")
  private Isolation isolation = Isolation.IN_PROCESS;

  @Option(names = "--stats", description = "Say on standard error what the run used of each limit.")
  private boolean stats;

  @Option(
      names = "--trace-guards",
      description =
          "Say on standard error what guards decide while the program runs, and where; each"
              + " verdict once a line. With --guards=full also what names alone decide.")
  private boolean traceGuards;

  @Option(
      names = "--verify",
      paramLabel = "KEY",
      description =
          "Run nothing but a tree of artifacts that is signed with the other half of this public"
              + " Ed25519 key in PEM.")
  private Optional<Path> key = Optional.empty();

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description =
          "The program: a file, a directory with a __main__.py, - for standard input, or what"
              + " 'compile' wrote: an artifact (.pyr) or a tree of them.")
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
    Policy rules = policy.load(console);
    Optional<CellOptions> cell =
        isolation
            .cell(rules, limits.limits(rules).memoryBytes())
            .map(options -> options.withEngines(Engines.ONE_EACH));
    Optional<CompletableFuture<Sandbox>> sandbox =
        cell.isPresent() ? Optional.empty() : Optional.of(started(rules));
    RunnableProgram.Found found =
        RunnableProgram.find(file, rules, guards.mode(), key.map(Keys::readPublic), console);
    return switch (found) {
      case RunnableProgram.Refused(int status) -> {
        // Java writes of its own to standard error when it is told to end in the middle of an
        // engine's start.
        sandbox.ifPresent(CompletableFuture::join);
        yield status;
      }
      case RunnableProgram.Ready(RunnableProgram program) -> run(rules, program, cell, sandbox);
    };
  }

  /** Starts what a guest needs while its program is still read. */
  private CompletableFuture<Sandbox> started(Policy rules) {
    return CompletableFuture.supplyAsync(
        () -> {
          Sandbox sandbox =
              Sandbox.builder()
                  .policy(rules)
                  .limits(limits.limits(rules))
                  .engines(Engines.ONE_EACH)
                  .build();
          sandbox.warm(1);
          return sandbox;
        });
  }

  private int run(
      Policy rules,
      RunnableProgram program,
      Optional<CellOptions> cell,
      Optional<CompletableFuture<Sandbox>> sandbox) {
    GuestOptions.Builder options =
        GuestOptions.builder()
            .arguments(
                ImmutableList.<String>builder().add(program.name()).addAll(arguments).build())
            .output(console.out())
            .errors(console.err());
    if (rules.standardInput() && !file.equals("-")) {
      options.input(new StandardInput(console.in()));
    }
    if (traceGuards) {
      options.guardTrace(new GuardTrace(console.err()));
    }
    GuestResult result =
        cell.map(how -> runInCell(how, rules, options.build(), program))
            .orElseGet(() -> runHere(sandbox.orElseThrow().join(), options.build(), program));
    console.out().flush();
    if (stats) {
      console.err().print(words(result.usage(), limits.limits(rules)));
    }
    return status(program.main().source(), result);
  }

  /** The sandbox is not closed: a guest that could not be stopped would hold that up. */
  private static GuestResult runHere(
      Sandbox sandbox, GuestOptions options, RunnableProgram program) {
    Guest guest = sandbox.newGuest(options);
    program.others().forEach((name, part) -> guest.add(name, part.module(), part.source().text()));
    return guest.run(program.main().module(), program.main().source().text());
  }

  private GuestResult runInCell(
      CellOptions cellOptions, Policy rules, GuestOptions options, RunnableProgram program) {
    try (Cell cell = start(cellOptions);
        CellGuest guest = cell.newGuest(options, limits.limits(rules))) {
      program
          .others()
          .forEach((name, part) -> guest.add(name, part.module(), part.source().text()));
      return guest.run(program.main().module(), program.main().source().text());
    }
  }

  private static Cell start(CellOptions options) {
    try {
      return Cell.start(options);
    } catch (CellException e) {
      throw new UsageException(e.getMessage());
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

  private static String words(Usage usage, Limits limits) {
    String words =
        String.format(
            Locale.ROOT,
            """
            pyrestrict: cpu     %10.3f s of %.3f s
            pyrestrict: wall    %10.3f s of %.3f s
            pyrestrict: memory  %10.1f MB allocated, garbage included; %.1f MB may be held
            pyrestrict: output  %10d bytes of %d
            """,
            usage.cpu().toNanos() / 1e9,
            limits.cpu().toNanos() / 1e9,
            usage.wall().toNanos() / 1e9,
            limits.wall().toNanos() / 1e9,
            usage.allocatedBytes() / (double) (1 << 20),
            limits.memoryBytes() / (double) (1 << 20),
            usage.outputBytes(),
            limits.outputBytes());
    return words
        + usage
            .steps()
            .map(
                taken ->
                    String.format(
                        Locale.ROOT,
                        "pyrestrict: steps   %10d of %d\n",
                        taken,
                        limits.steps().orElse(taken)))
            .orElse("");
  }
}
