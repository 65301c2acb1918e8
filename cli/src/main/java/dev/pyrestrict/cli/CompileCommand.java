package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rewrites programs so that every dangerous operation in them goes through a guard. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    description = {
      "Rewrites programs so that every dangerous operation goes through a guard.",
      "Without -o the guarded source of one program goes to standard output."
    },
    footer = {
      "",
      "Examples:",
      "  pyrestrict compile --guards=full guest.py",
      "  pyrestrict compile -o build/guarded src/",
      "  pyrestrict compile --emit artifact guest.py > guest.pyr"
    })
final class CompileCommand implements Callable<Integer> {
  /** What is written for a program. */
  enum Emit {
    /** The guarded source. */
    SOURCE,
    /** All that a hosting server needs, as one JSON document: source, source map, manifest. */
    ARTIFACT
  }

  private final Console console;

  @Mixin private PolicyOption policy;
  @Mixin private GuardsOption guards;

  @Option(
      names = "--emit",
      paramLabel = "WHAT",
      description =
          "source (the guarded source) or artifact (JSON of source, source map and manifest);"
              + " both are written with -o.")
  private Emit emit = Emit.SOURCE;

  @Option(
      names = {"-o", "--output-directory"},
      paramLabel = "DIR",
      description = "Write NAME.py (guarded source) and NAME.pyr (artifact) below DIR.")
  private Optional<Path> directory = Optional.empty();

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "Leave out what matches, in the form of a line of .gitignore; repeatable.")
  private List<String> exclude = ImmutableList.of();

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, directories, or -.")
  private List<String> paths;

  CompileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Compiler compiler = new Compiler(policy.load(), guards.mode());
    ImmutableList<Input> inputs = Inputs.find(paths, exclude, "<stdin>");
    if (directory.isEmpty() && inputs.size() > 1) {
      throw new UsageException(
          inputs.size() + " programs can't go to standard output: name a directory with -o");
    }
    int status = ExitStatus.DONE;
    for (Input input : inputs) {
      status = Math.max(status, compile(compiler, input));
    }
    return status;
  }

  private int compile(Compiler compiler, Input input) {
    Input.Content content = input.read(console);
    if (!content.isReadable()) {
      report(new FileReport(content.source(), content.diagnostics()));
      return ExitStatus.USAGE;
    }
    CompileResult result = compiler.compile(content.source(), input.module(), input.program());
    report(new FileReport(content.source(), result.diagnostics()));
    if (result.module().isEmpty()) {
      return ExitStatus.REPORTED;
    }
    CompiledModule module = result.module().get();
    if (directory.isPresent()) {
      Path target = directory.get().resolve(input.relative()).normalize();
      write(target, module.guardedSource());
      String name = target.getFileName().toString().replaceFirst("\\.py$", "");
      write(target.resolveSibling(name + ".pyr"), module.toJson());
    } else {
      console
          .out()
          .print(
              switch (emit) {
                case SOURCE -> module.guardedSource();
                case ARTIFACT -> module.toJson();
              });
    }
    return ExitStatus.DONE;
  }

  /** Standard output is for the rewriting, so findings go to standard error. */
  private void report(FileReport report) {
    Console plain = console.onStandardError();
    report.diagnostics().forEach(diagnostic -> TextReport.print(report, diagnostic, plain));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UsageException(file + ": can't be written");
    }
  }
}
