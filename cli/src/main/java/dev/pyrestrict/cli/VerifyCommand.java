package dev.pyrestrict.cli;

import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.rewriter.ArtifactDirectory;
import dev.pyrestrict.rewriter.ArtifactTree;
import dev.pyrestrict.rewriter.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a tree of artifacts is what somebody signed, and fits the policy. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Says whether a tree that 'compile -o DIR --sign KEY' wrote is whole, unchanged, signed with"
          + " the key's other half, and compiled under the policy in force.",
    },
    footer = {
      "",
      "Examples:",
      "  openssl pkey -in key.pem -pubout -out key.pub",
      "  pyrestrict verify --key key.pub build/guarded",
      "  pyrestrict run --verify key.pub build/guarded"
    })
final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;
  @Mixin private PolicyOption policy;

  @Option(names = "--key", paramLabel = "KEY", description = "A public Ed25519 key in PEM.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--unsigned",
      description = "Look at digests and policy only: says nothing about who made the tree.")
  private boolean unsigned;

  @Parameters(paramLabel = "DIR", description = "The tree.")
  private String directory;

  VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (key.isPresent() == unsigned) {
      throw new ParameterException(spec.commandLine(), "name a --key, or say --unsigned");
    }
    Path tree = Input.path(directory);
    if (!Files.exists(tree)) {
      throw new UsageException(tree + ": no such file or directory");
    }
    if (!Files.isDirectory(tree)) {
      throw new UsageException(tree + ": is not a directory");
    }
    Policy rules = policy.load(console);
    ArtifactDirectory.Opened opened = ArtifactDirectory.open(tree, key.map(Keys::readPublic));
    ArtifactTree.Loaded loaded =
        opened
            .directory()
            .map(
                artifacts ->
                    artifacts.load(policy.of(HostedApplication.settings(tree, artifacts), rules)))
            .orElseGet(() -> new ArtifactTree.Loaded(Optional.empty(), opened.problems()));
    loaded
        .problems()
        .forEach(problem -> console.out().println(Printable.text(tree + ": " + problem)));
    loaded
        .tree()
        .ifPresent(
            good ->
                console
                    .out()
                    .println(
                        Printable.text(
                            tree
                                + ": "
                                + TextReport.counted(good.modules().size(), "module")
                                + (unsigned
                                    ? " as the manifest has them; who made it is not known"
                                    : ", signed"))));
    return loaded.tree().isPresent() ? ExitStatus.DONE : ExitStatus.REPORTED;
  }
}
