package dev.pyrestrict.cli;

import dev.pyrestrict.rewriter.GuardMode;
import picocli.CommandLine.Option;

/** How many guard calls the rewriting writes out. */
final class GuardsOption {
  @Option(
      names = "--guards",
      paramLabel = "full|fast",
      description =
          "full writes out every guard call, fast leaves out what names alone decide"
              + " (default: fast).")
  private GuardMode mode = GuardMode.FAST;

  GuardMode mode() {
    return mode;
  }
}
