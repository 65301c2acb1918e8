package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the policy has against programs, without running anything. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reports everything that the policy refuses in programs.",
    footer = {
      "",
      "Examples:",
      "  pyrestrict check src/",
      "  pyrestrict check --policy strict --format sarif rules/ > report.sarif",
      "  git show HEAD:rule.py | pyrestrict check --stdin-name rule.py -"
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PolicyOption policy;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of: ${COMPLETION-CANDIDATES} (default: text).")
  private Report.Format format = Report.Format.TEXT;

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "Leave out what matches, in the form of a line of .gitignore; repeatable.")
  private List<String> exclude = ImmutableList.of();

  @Option(names = "--baseline", paramLabel = "FILE", description = "Leave out what the file lists.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Write what is found into the file, for --baseline, and report nothing.")
  private Optional<Path> writeBaseline = Optional.empty();

  @Mixin private JobsOption jobs;

  @Option(
      names = "--stdin-name",
      paramLabel = "NAME",
      description = "What reports call standard input (default: <stdin>).")
  private String standardInputName = "<stdin>";

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, directories, or -.")
  private List<String> paths;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Policy rules = policy.load(console);
    Optional<Baseline> known = baseline.map(Baseline::read);
    ImmutableList<Input> inputs =
        Inputs.withRootsBelow(Inputs.find(paths, exclude, standardInputName));
    if (inputs.isEmpty()) {
      console.err().println("pyrestrict: warning: there is no Python file to check");
    }
    ImmutableList<Checked> checked =
        InOrder.map(
            inputs,
            jobs.jobs(),
            Progress.over(console, "checking", inputs.size()),
            input ->
                check(new Compiler(policy.of(input.settings(), rules), GuardMode.FAST), input));
    checked.stream()
        .flatMap(file -> file.unreadable().stream())
        .forEach(reason -> console.err().println("pyrestrict: " + reason));
    ImmutableList<FileReport> reports =
        checked.stream()
            .flatMap(file -> file.report().stream())
            .collect(ImmutableList.toImmutableList());
    if (writeBaseline.isPresent()) {
      Baseline.of(reports).write(writeBaseline.get());
    } else {
      reports =
          reports.stream()
              .map(report -> known.map(old -> old.without(report)).orElse(report))
              .collect(ImmutableList.toImmutableList());
      format.report().write(reports, console);
    }
    return status(checked, writeBaseline.isPresent() ? ImmutableList.of() : reports);
  }

  /**
   * What became of a file.
   *
   * @param report empty when there are no bytes to report about
   * @param unreadable why there are none
   * @param text whether there is text to check
   */
  private record Checked(Optional<FileReport> report, Optional<String> unreadable, boolean text) {}

  private Checked check(Compiler compiler, Input input) {
    Input.Content content;
    try {
      content = input.read(console);
    } catch (UsageException e) {
      return new Checked(Optional.empty(), Optional.of(e.getMessage()), false);
    }
    SourceFile source = content.source();
    ImmutableList<Diagnostic> found =
        content.isReadable()
            ? compiler.compile(source, input.module(), input.program()).diagnostics()
            : content.diagnostics();
    return new Checked(
        Optional.of(new FileReport(source, found)), Optional.empty(), content.isReadable());
  }

  private static int status(ImmutableList<Checked> checked, ImmutableList<FileReport> reports) {
    if (!checked.stream().allMatch(Checked::text)) {
      return ExitStatus.USAGE;
    }
    return reports.stream().anyMatch(FileReport::hasErrors) ? ExitStatus.REPORTED : ExitStatus.DONE;
  }
}
