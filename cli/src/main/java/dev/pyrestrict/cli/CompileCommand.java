package dev.pyrestrict.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.Artifact;
import dev.pyrestrict.rewriter.ArtifactTree;
import dev.pyrestrict.rewriter.CompilationCache;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "Without -o one form of one program goes to standard output. With -o a tree of artifacts is"
          + " written, with a manifest of their digests, for 'run' and for servers; nothing is"
          + " written when a program is refused."
    },
    footer = {
      "",
      "Examples:",
      "  pyrestrict compile --guards=full guest.py",
      "  pyrestrict compile -o build/guarded src/",
      "  pyrestrict compile -o build/guarded --sign key.pem src/",
      "  pyrestrict compile --emit artifact guest.py > guest.pyr"
    })
final class CompileCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PolicyOption policy;
  @Mixin private GuardsOption guards;

  @Option(
      names = "--emit",
      paramLabel = "WHAT",
      split = ",",
      description = {
        "source: guarded source; map: where it came from; manifest: digests, imports, guards;"
            + " ast: the tree that was read; artifact: all that running needs (default: source).",
        "With -o: what to write beside the artifacts; several are separated by commas."
      })
  private Set<Emission> emit = new LinkedHashSet<>(ImmutableSet.of(Emission.SOURCE));

  @Option(
      names = {"-o", "--output-directory"},
      paramLabel = "DIR",
      description = "Write a tree of artifacts (NAME.pyr) with a manifest below DIR.")
  private Optional<Path> directory = Optional.empty();

  @Option(
      names = "--sign",
      paramLabel = "KEY",
      description =
          "Sign the manifest of the tree: a private Ed25519 key in PEM, as 'openssl genpkey"
              + " -algorithm ed25519' makes one.")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "How what is refused is reported, one of: ${COMPLETION-CANDIDATES} (default: text).")
  private Report.Format format = Report.Format.TEXT;

  @Option(
      names = "--exclude",
      paramLabel = "PATTERN",
      description = "Leave out what matches, in the form of a line of .gitignore; repeatable.")
  private List<String> exclude = ImmutableList.of();

  @Mixin private JobsOption jobs;
  @Mixin private CacheOption cache;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, directories, or -.")
  private List<String> paths;

  CompileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Policy loaded = policy.load(console);
    Optional<PrivateKey> signer = key.map(Keys::readPrivate);
    ImmutableList<Input> inputs = Inputs.find(paths, exclude, "<stdin>");
    if (directory.isEmpty()) {
      requireOne(inputs);
    }
    Optional<HostedApplication> application = requireOneApplication(inputs);
    ImmutableMap<String, ByteSource> files =
        application
            .filter(whole -> directory.isPresent())
            .map(whole -> whole.files(exclude))
            .orElse(ImmutableSortedMap.of());
    if (directory.isPresent()) {
      requireDifferentNames(inputs, files);
      requireNothingLost(inputs, files, directory.get());
    }
    Policy rules = policy.of(application.map(HostedApplication::settings), loaded);
    Compiler compiler = new Compiler(rules, guards.mode());
    Optional<CompilationCache> known = directory.isPresent() ? cache.open() : Optional.empty();
    ImmutableList<Compiled> all =
        InOrder.map(
            inputs,
            jobs.jobs(),
            Progress.over(console, "compiling", inputs.size()),
            input -> compile(compiler, known, input));
    report(all);
    int status = all.stream().mapToInt(Compiled::status).max().orElse(ExitStatus.DONE);
    if (directory.isEmpty()) {
      all.getFirst().result().module().ifPresent(module -> print(all.getFirst(), module));
    } else if (status == ExitStatus.DONE) {
      write(rules, all, files, directory.get(), signer);
      say(all, known, directory.get());
    } else {
      console.err().println("pyrestrict: nothing is written to " + directory.get());
    }
    known.ifPresent(CompilationCache::prune);
    return status;
  }

  private void requireOne(ImmutableList<Input> inputs) {
    if (inputs.size() != 1) {
      throw new UsageException(
          inputs.size() + " programs can't go to standard output: name a directory with -o");
    }
    if (emit.size() != 1) {
      throw new UsageException("--emit: one form at a time goes to standard output");
    }
    if (key.isPresent()) {
      throw new UsageException("--sign: a signature stands beside the manifest: use -o as well");
    }
  }

  /** An application is compiled by itself, from its own directory: a tree is served as it is. */
  private static Optional<HostedApplication> requireOneApplication(ImmutableList<Input> inputs) {
    ImmutableSet<Optional<HostedApplication>> all =
        inputs.stream().map(Input::application).collect(toImmutableSet());
    if (all.size() <= 1) {
      return all.stream().flatMap(Optional::stream).findFirst();
    }
    Path one = all.stream().flatMap(Optional::stream).findFirst().orElseThrow().directory();
    throw new UsageException(
        one + ": is an application: compile it by itself, as in 'compile -o DIR " + one + "'");
  }

  /** Returns the paths of what is written of an input, its artifact first. */
  private ImmutableList<String> outputs(Input input) {
    return Stream.concat(
            Stream.of(input.artifact()),
            emit.stream().flatMap(form -> form.suffix().stream()).map(input.stem()::concat))
        .collect(toImmutableList());
  }

  private void requireDifferentNames(
      ImmutableList<Input> inputs, ImmutableMap<String, ByteSource> files) {
    Set<String> names = new LinkedHashSet<>(files.keySet());
    for (Input input : inputs) {
      for (String name : outputs(input)) {
        if (!names.add(name)) {
          throw new UsageException(
              "two of the programs would be written to the same file: " + name);
        }
      }
    }
  }

  /** Nothing is written over what was not written by this command, sources before all. */
  private void requireNothingLost(
      ImmutableList<Input> inputs, ImmutableMap<String, ByteSource> files, Path target) {
    for (String name : files.keySet()) {
      if (Files.exists(target.resolve(name)) && !ArtifactTree.isAt(target)) {
        throw lost(target.resolve(name));
      }
    }
    ImmutableSet<Path> sources =
        inputs.stream()
            .flatMap(input -> input.path().stream())
            .map(CompileCommand::real)
            .collect(toImmutableSet());
    for (Input input : inputs) {
      boolean ours = Files.exists(target.resolve(input.artifact()));
      for (String name : outputs(input)) {
        Path written = target.resolve(name);
        if (Files.exists(written) && (!ours || sources.contains(real(written)))) {
          throw lost(written);
        }
      }
    }
  }

  private static UsageException lost(Path written) {
    return new UsageException(written + ": would be written over: name another directory with -o");
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /**
   * What became of an input.
   *
   * @param source as diagnostics name it
   */
  private record Compiled(Input input, SourceFile source, CompileResult result, int status) {}

  private Compiled compile(Compiler compiler, Optional<CompilationCache> known, Input input) {
    Input.Content content = input.read(console);
    if (!content.isReadable()) {
      return new Compiled(
          input,
          content.source(),
          new CompileResult(Optional.empty(), content.diagnostics()),
          ExitStatus.USAGE);
    }
    // Artifacts must not tell where they were compiled.
    SourceFile source =
        directory.isPresent()
            ? new SourceFile(input.portableRelative(), content.source().text())
            : content.source();
    CompileResult result =
        known
            .map(entries -> entries.compile(compiler, source, input.module(), input.program()))
            .orElseGet(() -> compiler.compile(source, input.module(), input.program()));
    return new Compiled(
        input,
        content.source(),
        result,
        result.module().isPresent() ? ExitStatus.DONE : ExitStatus.REPORTED);
  }

  /** Standard output is for the rewriting where there is one, so findings go to standard error. */
  private void report(ImmutableList<Compiled> all) {
    boolean refused = all.stream().anyMatch(each -> each.status() != ExitStatus.DONE);
    if (refused || format != Report.Format.TEXT) {
      ImmutableList<FileReport> reports =
          all.stream()
              .map(each -> new FileReport(each.source(), each.result().diagnostics()))
              .collect(toImmutableList());
      format.report().write(reports, directory.isEmpty() ? console.onStandardError() : console);
    }
  }

  private void print(Compiled compiled, CompiledModule module) {
    console.out().print(emit.iterator().next().text(module, compiled.source()));
  }

  private void write(
      Policy rules,
      ImmutableList<Compiled> all,
      ImmutableMap<String, ByteSource> files,
      Path target,
      Optional<PrivateKey> signer) {
    ImmutableSortedMap.Builder<String, Artifact> modules = ImmutableSortedMap.naturalOrder();
    TreeMap<String, ByteSource> others = new TreeMap<>(files);
    for (Compiled each : all) {
      CompiledModule module = each.result().module().orElseThrow();
      modules.put(each.input().artifact(), new Artifact(module, each.source().text()));
      for (Emission form : emit) {
        form.suffix()
            .ifPresent(
                suffix ->
                    others.put(
                        each.input().stem() + suffix,
                        CharSource.wrap(form.text(module, each.source())).asByteSource(UTF_8)));
      }
    }
    try {
      new ArtifactTree(rules.digest(), modules.buildOrThrow()).write(target, others, signer);
    } catch (IOException e) {
      throw new UsageException(target + ": can't be written");
    }
  }

  private void say(ImmutableList<Compiled> all, Optional<CompilationCache> known, Path target) {
    if (format == Report.Format.TEXT) {
      int found = known.map(CompilationCache::found).orElse(0);
      console
          .out()
          .println(
              target
                  + ": "
                  + (all.size() - found)
                  + " compiled, "
                  + found
                  + " unchanged"
                  + (key.isPresent() ? ", signed" : ""));
    }
  }
}
