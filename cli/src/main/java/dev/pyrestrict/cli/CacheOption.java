package dev.pyrestrict.cli;

import dev.pyrestrict.rewriter.CompilationCache;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where what was compiled before is kept. */
final class CacheOption {
  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Keep compiled modules in DIR (default: pyrestrict/compiled below $XDG_CACHE_HOME or"
              + " ~/.cache). What lies there is run: DIR must belong to you alone.")
  private Optional<Path> directory = Optional.empty();

  @Option(names = "--no-cache", description = "Compile everything, and keep nothing.")
  private boolean none;

  /** Opens the cache; nothing when none is wanted, or there is no home for one. */
  Optional<CompilationCache> open() {
    return none ? Optional.empty() : directory.or(CacheOption::usual).map(CompilationCache::new);
  }

  private static Optional<Path> usual() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(place -> !place.isEmpty())
        .map(Path::of)
        .or(() -> Optional.ofNullable(System.getenv("HOME")).map(home -> Path.of(home, ".cache")))
        .map(place -> place.resolve("pyrestrict").resolve("compiled"));
  }
}
