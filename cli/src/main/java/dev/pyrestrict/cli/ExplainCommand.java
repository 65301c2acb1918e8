package dev.pyrestrict.cli;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.rewriter.AttributeTable;
import dev.pyrestrict.rewriter.BuiltinTable;
import dev.pyrestrict.rewriter.Policy;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what a rule means, or what the policy says about a name. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Says what a rule means, or what is decided about a module, builtin or attribute.",
    footer = {
      "",
      "Examples:",
      "  pyrestrict explain PR0301",
      "  pyrestrict explain os open __globals__"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final Pattern RULE = Pattern.compile("(?i)PR\\d{1,4}");
  private static final Pattern NAME =
      Pattern.compile("\\w+(?:\\.\\w+)*", Pattern.UNICODE_CHARACTER_CLASS);

  private final Console console;

  @Mixin private PolicyOption policy;

  @Parameters(
      paramLabel = "RULE|MODULE|BUILTIN|ATTRIBUTE",
      arity = "0..*",
      description = "What to explain; without any, all rules are listed.")
  private List<String> subjects = ImmutableList.of();

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (subjects.isEmpty()) {
      Rules.all().values().forEach(rule -> console.out().println(rule.id() + "  " + rule.title()));
      return ExitStatus.DONE;
    }
    Policy rules = policy.load();
    subjects.forEach(subject -> console.out().print(explanation(subject, rules)));
    return ExitStatus.DONE;
  }

  private String explanation(String subject, Policy rules) {
    if (RULE.matcher(subject).matches()) {
      String id = subject.toUpperCase(Locale.ROOT);
      return Rules.find(id)
          .map(this::explanation)
          .orElseThrow(
              () ->
                  new UsageException(
                      "there is no rule " + id + "; 'pyrestrict explain' lists all of them"));
    }
    if (!NAME.matcher(subject).matches()) {
      throw new UsageException(
          "'" + Printable.text(subject) + "' is neither a rule nor a name of Python");
    }
    StringBuilder text = new StringBuilder();
    if (rules.allowsModule(subject)) {
      text.append("module ").append(subject).append(": may be imported\n");
    }
    if (BuiltinTable.contains(subject)) {
      text.append("builtin ").append(subject).append(": ").append(builtin(subject, rules));
    }
    if (text.isEmpty() || subject.startsWith("_")) {
      if (!subject.startsWith("_")) {
        text.append("module ").append(subject).append(": is not on the policy's list\n");
      }
      if (!subject.contains(".")) {
        text.append("attribute ").append(subject).append(": ").append(attribute(subject));
      }
    }
    return text.toString();
  }

  private String explanation(Rules.Rule rule) {
    return console.bold(rule.id() + ": " + rule.title())
        + "\n  why: "
        + rule.reason()
        + "\n  instead: "
        + rule.instead()
        + "\n";
  }

  private static String builtin(String name, Policy rules) {
    if (rules.refusedBuiltins().contains(name)) {
      return "refused by the policy file\n";
    }
    return switch (BuiltinTable.decision(name)) {
      case BuiltinTable.AsIs() -> "handed to guests as it is\n";
      case BuiltinTable.Guarded() -> "handed to guests in a guarded form\n";
      case BuiltinTable.Refused(String reason) -> "refused: " + reason + "\n";
    };
  }

  private static String attribute(String name) {
    return switch (AttributeTable.load(name)) {
      case AttributeTable.Plain() -> "every object may be asked for it\n";
      case AttributeTable.ByType() -> "decided at run time, by the type of the object\n";
      case AttributeTable.Refused(String reason) -> "refused: " + reason + "\n";
    };
  }
}
