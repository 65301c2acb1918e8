package dev.pyrestrict.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many files are worked on at the same time. */
final class JobsOption {
  static final int MOST = 256;

  private int jobs = Runtime.getRuntime().availableProcessors();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Files read at the same time (default: one for each processor).")
  void set(int value) {
    if (value < 1 || value > MOST) {
      throw new ParameterException(
          command.commandLine(), "--jobs must be between 1 and " + MOST + ", got " + value);
    }
    jobs = value;
  }

  int jobs() {
    return jobs;
  }
}
