package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.ModuleTable;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.PolicySuggestion;
import dev.pyrestrict.rewriter.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows, suggests, begins and checks policy files. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows, suggests, begins and checks policy files.")
final class PolicyCommand implements Runnable {
  private final Console console;

  @Spec private CommandSpec spec;

  PolicyCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which one: suggest, show, init or lint?");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description =
          "Prints the policy in force, profile and file put together, and where each line comes"
              + " from.")
  int show(@Mixin PolicyOption policy) {
    console.out().print(PolicyListing.of(policy.find()));
    return ExitStatus.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = {
        "Prints the least policy that lets programs through.",
        "Names that a program uses and nobody defines are taken for names that your server gives."
      })
  int suggest(
      @Parameters(
              paramLabel = "PATH",
              arity = "1..*",
              description = "Programs, or directories of them.")
          List<String> paths) {
    ImmutableList<Input> inputs = Inputs.find(paths, ImmutableList.of(), "<stdin>");
    ImmutableList<Source> sources =
        inputs.stream().map(this::source).collect(ImmutableList.toImmutableList());
    PolicySuggestion suggestion =
        PolicySuggestion.of(
            compiler ->
                sources.stream()
                    .map(
                        source ->
                            compiler.compile(
                                source.text(), source.input().module(), source.input().program()))
                    .collect(ImmutableList.toImmutableList()));
    console.out().print(suggestion.policy().toToml());
    Console plain = console.onStandardError();
    boolean all = true;
    for (int i = 0; i < sources.size(); i++) {
      FileReport report =
          new FileReport(sources.get(i).text(), suggestion.results().get(i).diagnostics());
      report.diagnostics().forEach(found -> TextReport.print(report, found, plain));
      all &= report.diagnostics().isEmpty();
    }
    if (!all) {
      plain.err().println("pyrestrict: no policy can allow what is reported above");
    }
    return all ? ExitStatus.DONE : ExitStatus.REPORTED;
  }

  private record Source(Input input, SourceFile text) {}

  private Source source(Input input) {
    Input.Content content = input.read(console);
    if (!content.isReadable()) {
      throw new UsageException(input.name() + ": " + content.diagnostics().getFirst().message());
    }
    return new Source(input, content.source());
  }

  @Command(mixinStandardHelpOptions = true, description = "Writes a policy file to begin with.")
  int init(
      @Parameters(
              paramLabel = "[FILE]",
              arity = "0..1",
              defaultValue = "pyrestrict.toml",
              description = "Where to (default: pyrestrict.toml).")
          Path file) {
    if (Files.exists(file)) {
      throw new UsageException(file + ": exists already");
    }
    try {
      Files.writeString(file, BEGINNING, UTF_8);
    } catch (IOException e) {
      throw new UsageException(file + ": can't be written: " + Input.reason(e, Optional.of(file)));
    }
    return ExitStatus.DONE;
  }

  @Command(mixinStandardHelpOptions = true, description = "Reports every mistake in a policy file.")
  int lint(
      @Parameters(
              paramLabel = "[FILE]",
              arity = "0..1",
              description =
                  "The policy (default: ./pyrestrict.toml or [tool.pyrestrict] in"
                      + " ./pyproject.toml).")
          Optional<Path> named) {
    Path file = named.or(PolicyOption::usualFile).orElseGet(() -> Path.of(PolicyOption.USUAL_FILE));
    Policies.Read read = Policies.parse(file);
    if (read.loaded().policy().isEmpty()) {
      console.out().println(read.report());
      return ExitStatus.USAGE;
    }
    Policy policy = read.loaded().policy().get();
    Sets.SetView<String> unknown = Sets.difference(policy.modules(), ModuleTable.modules());
    unknown.forEach(
        module ->
            console
                .out()
                .println(
                    file
                        + ":"
                        + read.loaded().lines().getOrDefault("modules.allow " + module, 1)
                        + ": module '"
                        + module
                        + "' has no facade: guests can't import it"
                        + Spelling.question(module, ModuleTable.modules())
                            .map(question -> "; " + question)
                            .orElse("")));
    return unknown.isEmpty() ? ExitStatus.DONE : ExitStatus.REPORTED;
  }

  private static final String BEGINNING =
      """
      # What guests may do; 'pyrestrict policy show' prints all of it, docs/policy.md explains the keys.
      extends = "default"

      [modules]
      # Modules beyond the profile's, and modules of the profile that these guests don't get.
      allow = []
      refuse = []

      [builtins]
      refuse = []

      [names]
      # Names that your server gives to guests.
      predeclared = []
      """;
}
