package dev.pyrestrict.cli;

import dev.pyrestrict.hosting.ApplicationSettings;
import dev.pyrestrict.rewriter.Policy;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which policy a command goes by. */
final class PolicyOption {
  /** Read when no policy is named and the file is in the working directory. */
  static final String USUAL_FILE = "pyrestrict.toml";

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
  Policy load(Console console) {
    Policy found = find().policy();
    if (found.allowsEverything()) {
      console
          .err()
          .println(
              "pyrestrict: warning: the profile 'everything' REFUSES NOTHING and protects from"
                  + " nothing: it is for tests of the rewriting, never for programs of strangers");
    }
    return found;
  }

  /**
   * Returns the policy that modules are judged by: those of an application by the one that its
   * {@code app.toml} names, unless the command line names another.
   *
   * @param application whose modules they are
   * @param loaded what {@link #load} returned
   */
  Policy of(Optional<ApplicationSettings> application, Policy loaded) {
    return application
        .map(settings -> policy.isPresent() ? settings.given(loaded) : settings.policy())
        .orElse(loaded);
  }

  /** Returns the policy, and where it stands. */
  Policies.Found find() {
    return policy
        .map(Policies::named)
        .or(() -> usualFile().map(Policies::read))
        .orElseGet(() -> Policies.Found.profile("default"));
  }

  /** Returns the policy file that holds when none is named, if there is one. */
  static Optional<Path> usualFile() {
    Path usual = Path.of(USUAL_FILE);
    if (Files.exists(usual, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(usual);
    }
    return Optional.of(Path.of(Policies.PROJECT)).filter(Policies::isProjectWithPolicy);
  }
}
