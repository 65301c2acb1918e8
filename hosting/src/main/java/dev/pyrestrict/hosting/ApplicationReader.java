package dev.pyrestrict.hosting;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import dev.pyrestrict.grammar.Diagnostic;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.ArtifactDirectory;
import dev.pyrestrict.rewriter.ArtifactTree;
import dev.pyrestrict.rewriter.CompileResult;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Program;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads an application's directory: {@code app.toml} and the Python files beside it and below, or
 * the artifacts that {@code compile -o} made of them. Everything in it is compiled, or found to be
 * as it was compiled, before any of it is served.
 */
public final class ApplicationReader {
  private final Path directory;
  private final Path real;
  private final List<String> problems = new ArrayList<>();

  private ApplicationReader(Path directory) throws IOException {
    this.directory = directory;
    real = directory.toRealPath();
  }

  /**
   * An application, or what is wrong with it, each problem in a line of its own that begins with
   * the file.
   */
  public record Result(Optional<Application> application, ImmutableList<String> problems) {}

  /**
   * Reads a directory.
   *
   * @param key with one, nothing is read but artifacts that are signed with its other half
   * @throws IOException if a file can't be read
   */
  public static Result read(Path directory, Optional<PublicKey> key) throws IOException {
    ApplicationReader reader = new ApplicationReader(directory);
    Optional<Application> application =
        ArtifactTree.isAt(directory) || key.isPresent() ? reader.artifacts(key) : reader.compiled();
    return new Result(
        reader.problems.isEmpty() ? application : Optional.empty(),
        ImmutableList.copyOf(reader.problems));
  }

  private Optional<Application> compiled() throws IOException {
    ImmutableSortedMap<String, SourceFile> sources = sources();
    Optional<ApplicationSettings> settings = settings(sources.keySet(), this::text);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    Compiler compiler = new Compiler(settings.get().policy(), GuardMode.FAST);
    Program program = ApplicationSettings.program(sources.keySet()).withSources(sources);
    ImmutableList.Builder<Application.Part> parts = ImmutableList.builder();
    sources.forEach(
        (module, source) -> part(compiler, module, source, program).ifPresent(parts::add));
    return application(settings.get(), parts.build());
  }

  private Optional<Application> artifacts(Optional<PublicKey> key) {
    ArtifactDirectory.Opened opened = ArtifactDirectory.open(directory, key);
    opened.problems().forEach(this::problem);
    if (opened.directory().isEmpty()) {
      return Optional.empty();
    }
    ArtifactDirectory artifacts = opened.directory().get();
    if (artifacts.text(ApplicationSettings.FILE).isEmpty()) {
      problem(
          ApplicationSettings.FILE
              + " is not in the manifest: 'compile -o DIR' of the application's directory puts it"
              + " there");
      return Optional.empty();
    }
    Optional<ApplicationSettings> settings = settings(artifacts.modules(), artifacts::text);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    ArtifactTree.Loaded loaded = artifacts.load(settings.get().policy());
    loaded.problems().forEach(this::problem);
    return loaded
        .tree()
        .flatMap(
            tree ->
                application(
                    settings.get(),
                    tree.modules().entrySet().stream()
                        .map(
                            module ->
                                new Application.Part(
                                    ArtifactTree.moduleName(module.getKey()),
                                    module.getValue().module(),
                                    module.getValue().source()))
                        .collect(toImmutableList())));
  }

  private Optional<ApplicationSettings> settings(
      ImmutableSet<String> modules, Function<String, Optional<String>> files) {
    ApplicationSettings.Result result = ApplicationSettings.read(directory, modules, files);
    problems.addAll(result.problems());
    return result.settings();
  }

  private Optional<Application> application(
      ApplicationSettings settings, ImmutableList<Application.Part> modules) {
    ApplicationSettings.Entry entry = settings.entry();
    String driver =
        String.format(
            """
            import hosted_application
            from %s import %s as entry


            def answer(request):
                return hosted_application.serve('%s', entry, request)
            """,
            entry.module(), entry.function(), entry.kind());
    Program program =
        ApplicationSettings.program(
            modules.stream().map(Application.Part::name).collect(toImmutableSet()));
    Compiler compiler = new Compiler(settings.policy(), GuardMode.FAST);
    return part(compiler, "__main__", new SourceFile("pyrestrict/serve.py", driver), program)
        .map(
            main ->
                new Application(
                    directory.toAbsolutePath().normalize().getFileName().toString(),
                    real,
                    settings,
                    main,
                    ImmutableList.<Application.Part>builder()
                        .addAll(modules)
                        .addAll(ServiceClients.all())
                        .build()));
  }

  private Optional<Application.Part> part(
      Compiler compiler, String module, SourceFile source, Program program) {
    CompileResult result = compiler.compile(source, module, program);
    for (Diagnostic d : result.diagnostics()) {
      problems.add(
          directory.resolve(source.name())
              + ":"
              + d.span().line()
              + ":"
              + (d.span().column() + 1)
              + ": "
              + d.rule()
              + ": "
              + d.message());
    }
    return result.module().map(m -> new Application.Part(module, m, source.text()));
  }

  /**
   * The Python files by module name. A link that leads out of the directory is not followed, and
   * what was compiled into a directory below is none of them.
   */
  private ImmutableSortedMap<String, SourceFile> sources() throws IOException {
    ImmutableSortedMap.Builder<String, SourceFile> sources = ImmutableSortedMap.naturalOrder();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
            return ArtifactTree.isAt(below)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
              throws IOException {
            String relative = directory.relativize(path).toString();
            if (relative.endsWith(".py") && attributes.isRegularFile()) {
              String module = relative.substring(0, relative.length() - 3).replace('/', '.');
              SourceFile.Decoded decoded = SourceFile.decode(relative, Files.readAllBytes(path));
              decoded
                  .diagnostics()
                  .forEach(d -> problems.add(path + ":" + d.span().line() + ": " + d.message()));
              sources.put(module, decoded.source());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return sources.buildOrThrow();
  }

  private Optional<String> text(String name) {
    try {
      return Optional.of(Files.readString(directory.resolve(name)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void problem(String problem) {
    problems.add(directory + ": " + problem);
  }
}
