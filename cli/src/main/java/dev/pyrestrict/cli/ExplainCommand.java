package dev.pyrestrict.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import dev.pyrestrict.grammar.Identifiers;
import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.rewriter.AttributeTable;
import dev.pyrestrict.rewriter.BuiltinTable;
import dev.pyrestrict.rewriter.ModuleTable;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Spelling;
import dev.pyrestrict.rewriter.StandardLibrary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
      "  pyrestrict explain os json.dumps open __globals__"
    })
final class ExplainCommand implements Callable<Integer> {
  private static final Pattern RULE = Pattern.compile("(?i)PR\\d{1,4}");
  private static final Pattern NAME =
      Pattern.compile("\\w+(?:\\.\\w+)*", Pattern.UNICODE_CHARACTER_CLASS);

  private static final int WIDTH = 96;

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
    Policy rules = policy.load(console);
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
    if (Identifiers.isKeyword(subject)) {
      return subject
          + ": a keyword; [language] of a policy file has the parts that a policy can leave out\n";
    }
    Optional<String> part = partOfSomething(subject, rules);
    if (part.isPresent()) {
      return part.get();
    }
    StringBuilder text = new StringBuilder();
    if (isModule(subject, rules)) {
      text.append("module ").append(subject).append(": ").append(module(subject, rules));
    }
    member(subject, rules).ifPresent(text::append);
    if (BuiltinTable.contains(subject)) {
      text.append("builtin ").append(subject).append(": ").append(builtin(subject, rules));
    }
    boolean isAttribute = !subject.contains(".") && (text.isEmpty() || subject.startsWith("_"));
    if (isAttribute) {
      if (text.isEmpty() && !subject.startsWith("_")) {
        text.append("there is no module or builtin of this name")
            .append(
                Spelling.question(
                        subject, Iterables.concat(BuiltinTable.names(), ModuleTable.modules()))
                    .map(question -> " (" + question + ")")
                    .orElse(""))
            .append("; for what an object has:\n");
      }
      text.append("attribute ").append(subject).append(": ").append(attribute(subject, rules));
    } else if (text.isEmpty()) {
      text.append("module ").append(subject).append(": ").append(module(subject, rules));
    }
    return text.toString();
  }

  /** What is said of a.b when a is something that has attributes, or a module without a b. */
  private static Optional<String> partOfSomething(String subject, Policy rules) {
    int dot = subject.lastIndexOf('.');
    if (dot < 0 || rules.allowsModule(subject) || ModuleTable.modules().contains(subject)) {
      return Optional.empty();
    }
    String owner = subject.substring(0, dot);
    String name = subject.substring(dot + 1);
    if (BuiltinTable.contains(owner) || member(owner, rules).isPresent()) {
      return Optional.of("attribute " + name + ": " + attribute(name, rules));
    }
    if (ModuleTable.members(owner).isEmpty() || member(subject, rules).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        "module "
            + owner
            + ": has no '"
            + name
            + "' that guests could use"
            + Spelling.nearest(name, ModuleTable.memberNames(owner))
                .map(near -> "; did you mean '" + owner + "." + near + "'?\n")
                .orElse("\n"));
  }

  private static boolean isModule(String name, Policy rules) {
    String top = Splitter.on('.').split(name).iterator().next();
    return rules.allowsModule(name)
        || ModuleTable.modules().contains(name)
        || StandardLibrary.contains(name)
        || (!name.equals(top) && StandardLibrary.contains(top) && member(name, rules).isEmpty());
  }

  private static String module(String name, Policy rules) {
    if (rules.allowsModule(name)) {
      return "may be imported"
          + ModuleTable.members(name).map(members -> "; it has\n" + wrapped(members)).orElse("\n");
    }
    return ModuleTable.modules().contains(name)
        ? "refused by the policy; its file can allow it: [modules] allow = [\"" + name + "\"]\n"
        : "can't be imported, and no policy can allow it: ask the host for a service instead\n";
  }

  /** What is said of a.b when b is something in the module a. */
  private static Optional<String> member(String subject, Policy rules) {
    int dot = subject.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    String module = subject.substring(0, dot);
    String name = subject.substring(dot + 1);
    return ModuleTable.members(module)
        .filter(members -> Splitter.on(' ').splitToList(members).contains(name))
        .map(
            members ->
                "member "
                    + subject
                    + ": "
                    + (rules.allowsModule(module)
                        ? "guests have it\n"
                        : "the module is refused by the policy\n"));
  }

  private static String wrapped(String members) {
    StringBuilder text = new StringBuilder();
    int column = WIDTH;
    for (String member : Splitter.on(' ').omitEmptyStrings().split(members)) {
      if (column + 1 + member.length() > WIDTH) {
        text.append(text.isEmpty() ? "   " : "\n   ");
        column = 3;
      }
      text.append(' ').append(member);
      column += 1 + member.length();
    }
    return text.append('\n').toString();
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
    return switch (rules.builtin(name)) {
      case BuiltinTable.AsIs() -> "handed to guests as it is\n";
      case BuiltinTable.Guarded() -> "handed to guests in a guarded form\n";
      case BuiltinTable.OnRequest(String reason) -> refused(name, reason);
      case BuiltinTable.Refused(String reason) -> refused(name, reason);
    };
  }

  private static String refused(String builtin, String reason) {
    boolean canBeAllowed = BuiltinTable.decision(builtin) instanceof BuiltinTable.OnRequest;
    return "refused"
        + (canBeAllowed ? " unless builtins.allow of the policy has it" : "")
        + ": "
        + reason
        + "\n";
  }

  private static String attribute(String name, Policy rules) {
    return switch (rules.load(name)) {
      case AttributeTable.Plain() -> "every object may be asked for it\n";
      case AttributeTable.ByType() -> "decided at run time, by the type of the object\n";
      case AttributeTable.Refused(String reason) -> "refused: " + reason + "\n";
    };
  }
}
