package dev.pyrestrict.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pyrestrict.grammar.Printable;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.hosting.ApplicationSettings;
import dev.pyrestrict.rewriter.Artifact;
import dev.pyrestrict.rewriter.ArtifactDirectory;
import dev.pyrestrict.rewriter.ArtifactTree;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.rewriter.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that can be run.
 *
 * @param name what the guest finds in {@code sys.argv[0]}
 * @param main the module to run
 * @param others the modules that it may import, by their names
 */
record RunnableProgram(String name, Part main, ImmutableMap<String, Part> others) {

  /** A module of the program, and what its author wrote. */
  record Part(CompiledModule module, SourceFile source) {}

  /** Either the program, or that it was refused and how; what is wrong has been said. */
  sealed interface Found {}

  /** The program. */
  record Ready(RunnableProgram program) implements Found {}

  /** No program. */
  record Refused(int status) implements Found {}

  /**
   * Finds the program that an argument means: a source, a directory of sources with a {@code
   * __main__.py}, an artifact, or a tree of artifacts.
   *
   * @param key with one, only a tree of artifacts that verifies is run
   */
  static Found find(
      String argument, Policy policy, GuardMode guards, Optional<PublicKey> key, Console console) {
    if (!argument.equals("-")) {
      Path path = Input.path(argument);
      boolean isArtifact = argument.endsWith(Artifact.SUFFIX);
      if (Files.isDirectory(path) && (ArtifactTree.isAt(path) || key.isPresent())) {
        return ofTree(path, Optional.empty(), policy, key, console);
      }
      if (isArtifact && Files.isRegularFile(path)) {
        Optional<Path> tree = treeAround(path);
        return tree.isPresent()
            ? ofTree(tree.get(), Optional.of(path), policy, key, console)
            : ofArtifact(path, policy, key, console);
      }
    }
    if (key.isPresent()) {
      console
          .err()
          .println(
              "pyrestrict: "
                  + Printable.text(argument)
                  + ": --verify runs only what 'compile -o DIR --sign KEY' wrote");
      return new Refused(ExitStatus.REFUSED);
    }
    return ofSources(argument, new Compiler(policy, guards), console);
  }

  private static Found ofSources(String argument, Compiler compiler, Console console) {
    ImmutableList<Input> inputs = sources(argument);
    Map<String, Part> parts = new LinkedHashMap<>();
    for (Input input : inputs) {
      Input.Content content = input.read(console);
      if (!content.isReadable()) {
        report(new FileReport(content.source(), content.diagnostics()), console);
        return new Refused(ExitStatus.USAGE);
      }
      CompileResult compiled = compiler.compile(content.source(), input.module(), input.program());
      report(new FileReport(content.source(), compiled.diagnostics()), console);
      compiled
          .module()
          .ifPresent(module -> parts.put(input.module(), new Part(module, content.source())));
    }
    if (parts.size() < inputs.size()) {
      return new Refused(ExitStatus.REFUSED);
    }
    Part main = parts.remove(inputs.getFirst().module());
    return new Ready(
        new RunnableProgram(inputs.getFirst().name(), main, ImmutableMap.copyOf(parts)));
  }

  /** The files of the program, the one to run first: a directory is run by its __main__.py. */
  private static ImmutableList<Input> sources(String argument) {
    Path path = Input.path(argument);
    if (!Files.isDirectory(path)) {
      return ImmutableList.of(Inputs.single(argument));
    }
    ImmutableList<Input> all = Inputs.below(path, ImmutableList.of());
    ImmutableList<Input> main =
        all.stream().filter(input -> input.module().equals("__main__")).collect(toImmutableList());
    if (main.isEmpty()) {
      throw new UsageException(
          argument
              + (ApplicationSettings.isAt(path)
                  ? ": is an application: 'pyrestrict serve' runs it"
                  : ": there is no __main__.py in it"));
    }
    return Stream.concat(
            main.stream(), all.stream().filter(input -> input.program().contains(input.module())))
        .distinct()
        .collect(toImmutableList());
  }

  private static void report(FileReport report, Console console) {
    Console plain = console.onStandardError();
    report.diagnostics().forEach(diagnostic -> TextReport.print(report, diagnostic, plain));
  }

  /** Returns the nearest directory above an artifact that holds a tree. */
  private static Optional<Path> treeAround(Path artifact) {
    for (Path directory = artifact.toAbsolutePath().normalize().getParent();
        directory != null;
        directory = directory.getParent()) {
      if (ArtifactTree.isAt(directory)) {
        return Optional.of(directory);
      }
    }
    return Optional.empty();
  }

  private static Found ofTree(
      Path directory,
      Optional<Path> chosen,
      Policy policy,
      Optional<PublicKey> key,
      Console console) {
    ArtifactDirectory.Opened opened = ArtifactDirectory.open(directory, key);
    if (opened.directory().flatMap(sound -> sound.text(ApplicationSettings.FILE)).isPresent()) {
      throw new UsageException(
          Printable.text(directory + ": is an application: 'pyrestrict serve' runs it"));
    }
    ArtifactTree.Loaded loaded = opened.load(policy);
    if (loaded.tree().isEmpty()) {
      loaded
          .problems()
          .forEach(
              problem ->
                  console
                      .err()
                      .println("pyrestrict: " + Printable.text(directory + ": " + problem)));
      return new Refused(ExitStatus.REFUSED);
    }
    ArtifactTree tree = loaded.tree().get();
    String main =
        chosen.map(path -> inTree(directory, path)).orElseGet(() -> main(directory, tree));
    if (!tree.modules().containsKey(main)) {
      throw new UsageException(Printable.text(main + ": is not in the manifest of " + directory));
    }
    Map<String, Part> others = new LinkedHashMap<>();
    Program program =
        Program.of(tree.modules().keySet().stream().map(ArtifactTree::moduleName).toList());
    tree.modules()
        .forEach(
            (path, artifact) -> {
              String name = ArtifactTree.moduleName(path);
              if (!path.equals(main) && program.contains(name)) {
                others.put(name, part(artifact));
              }
            });
    return new Ready(
        new RunnableProgram(
            directory.resolve(main).toString(),
            part(tree.modules().get(main)),
            ImmutableMap.copyOf(others)));
  }

  private static String inTree(Path directory, Path artifact) {
    return directory
        .relativize(artifact.toAbsolutePath().normalize())
        .toString()
        .replace('\\', '/');
  }

  private static String main(Path directory, ArtifactTree tree) {
    String usual = "__main__" + Artifact.SUFFIX;
    if (tree.modules().containsKey(usual)) {
      return usual;
    }
    if (tree.modules().size() == 1) {
      return tree.modules().firstKey();
    }
    throw new UsageException(
        Printable.text(
            directory
                + ": there is no __main__.pyr in it: name the artifact to run, as in "
                + directory.resolve(tree.modules().isEmpty() ? usual : tree.modules().firstKey())));
  }

  private static Found ofArtifact(
      Path file, Policy policy, Optional<PublicKey> key, Console console) {
    Optional<Artifact> artifact;
    try {
      artifact = Artifact.fromJson(new String(Input.whole(file), UTF_8));
    } catch (IOException e) {
      throw new UsageException(file + ": " + Input.reason(e, Optional.of(file)));
    }
    String problem =
        key.isPresent()
            ? "there is no signed manifest beside it or above: 'compile -o DIR --sign KEY' makes"
                + " one"
            : artifact
                .map(whole -> whole.module().manifest().refusal(policy).orElse(""))
                .orElse("is not an artifact of this version, or was changed");
    if (!problem.isEmpty()) {
      console.err().println("pyrestrict: " + Printable.text(file + ": " + problem));
      return new Refused(ExitStatus.REFUSED);
    }
    return new Ready(
        new RunnableProgram(file.toString(), part(artifact.orElseThrow()), ImmutableMap.of()));
  }

  private static Part part(Artifact artifact) {
    return new Part(
        artifact.module(), new SourceFile(artifact.module().fileName(), artifact.source()));
  }
}
