package dev.pyrestrict.cli;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a corpus of attacks and ordinary programs, and says which got through. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Runs every program of a corpus in a guest of its own and reports what became of it.",
      "It tells whether your policy and what your host offers still hold."
    },
    footer = {
      "",
      "A case fails when it escapes, when its output differs from the .out file beside it, or when",
      "pyrestrict itself fails. The corpus format is described in docs/audit.md.",
      "",
      "Example:",
      "  pyrestrict audit --cpu 2s --format json testdata/attacks"
    })
final class AuditCommand implements Callable<Integer> {
  /** The forms of the report. */
  enum Format {
    /** A line for each case and a sum. */
    TEXT,
    /** One object a line. */
    JSON
  }

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private PolicyOption policy;
  @Mixin private GuardsOption guards;
  @Mixin private LimitOptions limits;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, or json: one object a line (default: text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Cases run at the same time (default: 1; memory limits are only exact with 1).")
  private int jobs = 1;

  @Option(
      names = "--worker",
      hidden = true,
      description = "Run the cases that standard input lists, in this process.")
  private boolean worker;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Programs, or directories of them.")
  private List<String> paths;

  AuditCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (jobs < 1 || jobs > JobsOption.MOST) {
      throw new UsageException("--jobs must be between 1 and " + JobsOption.MOST + ", got " + jobs);
    }
    return worker ? runHere() : runInProcesses();
  }

  private int runInProcesses() {
    Policy rules = policy.load(console);
    ImmutableList<String> files =
        Inputs.find(paths, ImmutableList.of(), "<stdin>").stream()
            .map(AuditCommand::file)
            .collect(ImmutableList.toImmutableList());
    AuditProcess process =
        new AuditProcess(
            ImmutableList.<String>builder()
                .addAll(spec.root().commandLine().getParseResult().originalArgs())
                .add("--worker")
                .build(),
            CaseRunner.PREPARATION.plus(limits.limits(rules).wall()).multipliedBy(2));
    ImmutableList<CaseResult> results = process.run(files, this::print);
    if (format == Format.TEXT) {
      console.out().println(sum(results));
    }
    return results.stream().anyMatch(CaseResult::failed) ? ExitStatus.REPORTED : ExitStatus.DONE;
  }

  private static String file(Input input) {
    AuditCase.read(input.path().orElseThrow(() -> new UsageException("audit needs files, not -")));
    return input.name();
  }

  /** Each line is written as soon as it is known: an audit takes its time. */
  private void print(CaseResult result) {
    console
        .out()
        .println(
            switch (format) {
              case TEXT -> result.text(console);
              case JSON -> result.json();
            });
    console.out().flush();
  }

  /** Runs the cases that standard input lists, and gives up when a guest can't be stopped. */
  private int runHere() {
    Policy rules = policy.find().policy();
    Limits applied = limits.limits(rules);
    // Not closed: the process ends, and a guest that could not be stopped would hold up the
    // closing.
    Sandbox sandbox = Sandbox.builder().policy(rules).limits(applied).build();
    CaseRunner runner = new CaseRunner(sandbox, rules, guards.mode(), applied);
    ImmutableMap<Integer, AuditCase> cases =
        new BufferedReader(new InputStreamReader(console.in(), UTF_8))
            .lines()
            .map(AuditProcess.Line::parse)
            .collect(
                toImmutableMap(
                    AuditProcess.Line::number, line -> AuditCase.read(Input.path(line.content()))));
    ImmutableMap<AuditCase, Integer> numbers =
        cases.entrySet().stream().collect(toImmutableMap(Map.Entry::getValue, Map.Entry::getKey));
    Thread.ofPlatform().daemon().name("pyrestrict-heartbeat").start(() -> beat(runner, numbers));
    InOrder.map(
        cases.entrySet().asList(),
        jobs,
        Progress.NONE,
        entry -> runListed(runner, entry.getKey(), entry.getValue()));
    return ExitStatus.DONE;
  }

  /** Says again and again what the running cases have left of their time. */
  private void beat(CaseRunner runner, ImmutableMap<AuditCase, Integer> numbers) {
    while (true) {
      runner
          .timeLeft()
          .forEach((subject, left) -> say(AuditProcess.Line.of(numbers.get(subject), left)));
      Uninterruptibles.sleepUninterruptibly(AuditProcess.HEARTBEAT);
    }
  }

  private void say(AuditProcess.Line line) {
    synchronized (console) {
      console.out().println(line);
      console.out().flush();
    }
  }

  private CaseResult runListed(CaseRunner runner, int number, AuditCase subject) {
    CaseResult result = runner.run(subject);
    synchronized (console) {
      say(new AuditProcess.Line(number, result.json()));
      if (result.runaway()) {
        Runtime.getRuntime().halt(AuditProcess.GIVEN_UP);
      }
    }
    return result;
  }

  private static String sum(ImmutableList<CaseResult> results) {
    return results.size()
        + (results.size() == 1 ? " case: " : " cases: ")
        + count(results, CaseResult::failed)
        + " failed, "
        + count(results, CaseResult::escaped)
        + " escaped, "
        + count(results, result -> result.outcome() == CaseResult.Outcome.FAULT)
        + " faults";
  }

  private static long count(ImmutableList<CaseResult> results, Predicate<CaseResult> which) {
    return results.stream().filter(which).count();
  }
}
