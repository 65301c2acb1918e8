package dev.pyrestrict.cli;

import dev.pyrestrict.rewriter.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which policy a command goes by. */
final class PolicyOption {
  /** Read when no policy is named and the file is in the working directory. */
  private static final String USUAL_FILE = "pyrestrict.toml";

  @Option(
      names = "--policy",
      paramLabel = "FILE|PROFILE",
      description =
          "A policy file, or a built-in profile: default, strict, zope; everything, for tests"
              + " only, refuses nothing (default: ./pyrestrict.toml or [tool.pyrestrict] in"
              + " ./pyproject.toml if there is one, else the profile default).")
  private Optional<String> policy = Optional.empty();

  /**
   * Returns the policy; a warning goes to standard error when it protects from nothing.
   *
   * @throws UsageException when the file can't be read or is not a policy
   */
  Policy load() {
    Policy found = find().policy();
    if (found.allowsEverything()) {
      System.err.println(
          "pyrestrict: warning: the profile 'everything' REFUSES NOTHING and protects from nothing:"
              + " it is for tests of the rewriting, never for programs of strangers");
    }
    return found;
  }

  /** Returns the policy, and where it stands. */
  Policies.Found find() {
    if (policy.isPresent()) {
      return Policies.named(policy.get());
    }
    Path usual = Path.of(USUAL_FILE);
    Path project = Path.of(Policies.PROJECT);
    if (Files.isRegularFile(usual)) {
      return Policies.read(usual);
    }
    return Policies.isProjectWithPolicy(project)
        ? Policies.read(project)
        : Policies.Found.profile("default");
  }
}
