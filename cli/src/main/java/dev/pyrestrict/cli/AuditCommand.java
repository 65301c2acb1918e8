package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.Limits;
import dev.pyrestrict.runtime.Sandbox;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
    Policy rules = policy.load();
    Limits applied = limits.limits();
    ImmutableList<AuditCase> cases =
        Inputs.find(paths, ImmutableList.of(), "<stdin>").stream()
            .map(AuditCommand::read)
            .collect(ImmutableList.toImmutableList());
    // Not closed: the process ends, and a guest that could not be stopped would hold up the
    // closing.
    Sandbox sandbox = Sandbox.builder().policy(rules).limits(applied).build();
    CaseRunner runner = new CaseRunner(sandbox, rules, guards.mode(), applied);
    ImmutableList<CaseResult> results = InOrder.map(cases, jobs, reported(runner::run));
    if (format == Format.TEXT) {
      console.out().println(sum(results));
    }
    return results.stream().anyMatch(CaseResult::failed) ? ExitStatus.REPORTED : ExitStatus.DONE;
  }

  private static AuditCase read(Input input) {
    return AuditCase.read(
        input.path().orElseThrow(() -> new UsageException("audit needs files, not -")));
  }

  /** Each line is written as soon as it is known: an audit takes its time. */
  private Function<AuditCase, CaseResult> reported(Function<AuditCase, CaseResult> run) {
    return subject -> {
      CaseResult result = run.apply(subject);
      String line =
          switch (format) {
            case TEXT -> result.text(console);
            case JSON -> result.json();
          };
      synchronized (console) {
        console.out().println(line);
        console.out().flush();
      }
      return result;
    };
  }

  private static String sum(ImmutableList<CaseResult> results) {
    return results.size()
        + " cases: "
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
