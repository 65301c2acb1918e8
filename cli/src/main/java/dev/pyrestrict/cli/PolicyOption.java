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
          "A policy file, or a built-in profile: default, strict"
              + " (default: ./pyrestrict.toml if there is one, else the profile default).")
  private Optional<String> policy = Optional.empty();

  /**
   * Returns the policy.
   *
   * @throws UsageException when the file can't be read or is not a policy
   */
  Policy load() {
    if (policy.isEmpty()) {
      Path usual = Path.of(USUAL_FILE);
      return Files.isRegularFile(usual) ? Policies.read(usual) : Policy.profile("default");
    }
    return Policies.named(policy.get());
  }
}
