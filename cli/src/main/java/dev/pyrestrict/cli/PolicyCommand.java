package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.pyrestrict.rewriter.ModuleTable;
import dev.pyrestrict.rewriter.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows, begins and checks policy files. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Shows, begins and checks policy files.")
final class PolicyCommand implements Runnable {
  private final Console console;

  @Spec private CommandSpec spec;

  PolicyCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which one: show, init or lint?");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Prints the policy in force, profile and file put together.")
  int show(@Mixin PolicyOption policy) {
    console.out().print(toml(policy.load()));
    return ExitStatus.DONE;
  }

  @Command(mixinStandardHelpOptions = true, description = "Writes a policy file to begin with.")
  int init(
      @Parameters(
              paramLabel = "FILE",
              defaultValue = "pyrestrict.toml",
              description = "Where to (default: pyrestrict.toml).")
          Path file) {
    if (Files.exists(file)) {
      throw new UsageException(file + ": exists already");
    }
    try {
      Files.writeString(file, BEGINNING, UTF_8);
    } catch (IOException e) {
      throw new UsageException(file + ": can't be written");
    }
    return ExitStatus.DONE;
  }

  @Command(mixinStandardHelpOptions = true, description = "Reports every mistake in a policy file.")
  int lint(
      @Parameters(
              paramLabel = "FILE",
              defaultValue = "pyrestrict.toml",
              description = "The policy (default: pyrestrict.toml).")
          Path file) {
    Policies.Read read = Policies.parse(file);
    if (read.loaded().policy().isEmpty()) {
      console.out().println(read.report());
      return ExitStatus.USAGE;
    }
    Policy policy = read.loaded().policy().get();
    Sets.SetView<String> unknown =
        Sets.difference(
            Sets.difference(policy.modules(), Policy.profile(policy.name()).modules()),
            ModuleTable.modules());
    unknown.forEach(
        module ->
            console
                .out()
                .println(file + ": module '" + module + "' has no facade: guests can't import it"));
    return unknown.isEmpty() ? ExitStatus.DONE : ExitStatus.REPORTED;
  }

  private static final String BEGINNING =
      """
      # What guests may do; 'pyrestrict policy show' prints all of it.
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

  private static String toml(Policy policy) {
    return "extends = \""
        + policy.name()
        + "\"\n"
        + "# digest "
        + policy.digest()
        + "\n\n"
        + "standard_input = "
        + policy.standardInput()
        + "\n\n"
        + "[language]\nclasses = "
        + policy.classes()
        + "\n\n"
        + "[modules]\nallow = "
        + array(policy.modules())
        + "\n\n"
        + "[builtins]\nrefuse = "
        + array(policy.refusedBuiltins())
        + "\n\n"
        + "[names]\npredeclared = "
        + array(policy.predeclared())
        + "\n";
  }

  private static String array(ImmutableSortedSet<String> names) {
    return names.stream()
        .map(name -> "  \"" + name + "\",\n")
        .collect(Collectors.joining("", names.isEmpty() ? "[" : "[\n", "]"));
  }
}
