package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.rewriter.Spelling;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command {@code pyrestrict}: knows its subcommands, and turns whatever happens into an exit
 * status.
 */
@Command(
    name = "pyrestrict",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Checks, rewrites and runs Python that nobody vouches for.",
    footer = {
      "",
      "Exit status: 0 done, 1 something to report, 2 wrong usage, a file that can't be read or"
          + " written,",
      "3 refused by the policy, 4 stopped by a limit, 70 a fault of pyrestrict itself.",
      "",
      "Examples:",
      "  pyrestrict check src/",
      "  pyrestrict run --cpu 2s --memory 256MB guest.py one two",
      "  pyrestrict explain PR0201"
    })
final class Pyrestrict implements Callable<Integer> {
  private static final ImmutableMap<String, Function<Console, Object>> SUBCOMMANDS =
      ImmutableMap.<String, Function<Console, Object>>builder()
          .put("check", CheckCommand::new)
          .put("compile", CompileCommand::new)
          .put("verify", VerifyCommand::new)
          .put("run", RunCommand::new)
          .put("serve", ServeCommand::new)
          .put("audit", AuditCommand::new)
          .put("explain", ExplainCommand::new)
          .put("policy", PolicyCommand::new)
          .put("doctor", DoctorCommand::new)
          .put("completion", CompletionCommand::new)
          .buildOrThrow();

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "After a fault of pyrestrict itself, print what a report of it needs.")
  private boolean debug;

  private Pyrestrict() {}

  /** Reports whether a fault is to be shown with all that a report of it needs. */
  boolean debug() {
    return debug;
  }

  /** Runs the command and returns its exit status; nothing is ever thrown. */
  @SuppressWarnings("CatchAndPrintStackTrace") // That is what --debug asks for.
  static int run(Console console, String... arguments) {
    Pyrestrict root = new Pyrestrict();
    try {
      return commandLine(root, console, arguments).execute(arguments);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      return fault(console, root.debug || List.of(arguments).contains("--debug"), e);
    }
  }

  /** Commands are described by reflection, which takes time: only the one that is asked for is. */
  private static CommandLine commandLine(Pyrestrict root, Console console, String... arguments) {
    CommandLine commandLine = new CommandLine(root);
    if (arguments.length > 0 && SUBCOMMANDS.containsKey(arguments[0])) {
      addSubcommand(commandLine, arguments[0], console);
    } else {
      SUBCOMMANDS.keySet().forEach(name -> addSubcommand(commandLine, name, console));
    }
    return commandLine
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                console.styled() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler((e, given) -> wrongUsage(console, e))
        .setExecutionExceptionHandler(
            (e, command, parsed) -> {
              if (e instanceof UsageException) {
                // A message may have several lines; names of files in them are whoever's.
                console
                    .err()
                    .println(
                        "pyrestrict: "
                            + e.getMessage()
                                .lines()
                                .map(Printable::text)
                                .collect(Collectors.joining("\n")));
                return ExitStatus.USAGE;
              }
              return fault(console, root.debug, e);
            });
  }

  private static void addSubcommand(CommandLine commandLine, String name, Console console) {
    CommandLine subcommand = new CommandLine(SUBCOMMANDS.get(name).apply(console));
    // What stands behind the guest's file is the guest's, options included.
    subcommand.setStopAtPositional(name.equals("run"));
    Choices.register(subcommand);
    commandLine.addSubcommand(name, subcommand);
  }

  /** Describes every subcommand, for completion scripts. */
  static CommandLine described(Console console) {
    return commandLine(new Pyrestrict(), console);
  }

  private static int wrongUsage(Console console, ParameterException e) {
    console.err().println("pyrestrict: " + words(e));
    console
        .err()
        .println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.USAGE;
  }

  private static String words(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
      return e.getMessage();
    }
    String command = unmatched.getUnmatched().getFirst();
    Set<String> known = e.getCommandLine().getSubcommands().keySet();
    if (known.isEmpty()) {
      return "'" + Printable.text(command) + "' is an argument too many";
    }
    return "there is no command '"
        + Printable.text(command)
        + "'"
        + Spelling.question(command, known).map(question -> "; " + question).orElse("");
  }

  private static int fault(Console console, boolean debug, Throwable e) {
    console
        .err()
        .println(
            "pyrestrict: a fault of pyrestrict itself, nothing you did; please report it"
                + (debug ? ":" : " with what --debug adds to the same command."));
    if (debug) {
      e.printStackTrace(console.err());
    }
    return ExitStatus.FAULT;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitStatus.USAGE;
  }
}
