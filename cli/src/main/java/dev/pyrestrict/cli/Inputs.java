package dev.pyrestrict.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.grammar.SourceFile;
import dev.pyrestrict.rewriter.ArtifactTree;
import dev.pyrestrict.rewriter.Program;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the files that a command's arguments mean, in an order that does not depend on the machine.
 */
final class Inputs {
  /** Directories that hold no sources of the project's own; nor do trees of artifacts. */
  private static final ImmutableSet<String> EXCLUDED =
      ImmutableSet.of(
          ".git",
          ".hg",
          ".svn",
          ".venv",
          "venv",
          ".tox",
          ".nox",
          ".eggs",
          ".mypy_cache",
          ".pytest_cache",
          ".ruff_cache",
          "__pycache__",
          "node_modules",
          "site-packages");

  private Inputs() {}

  /**
   * Returns the files: a path of a file means that file, whatever its name; a directory means the
   * {@code .py} files below it that neither a {@code .gitignore} nor a pattern excludes; {@code -}
   * means standard input.
   *
   * @param exclude glob patterns, in the form of {@code .gitignore}
   * @param standardInputName what reports call standard input
   */
  static ImmutableList<Input> find(
      List<String> arguments, List<String> exclude, String standardInputName) {
    ImmutableList.Builder<Input> inputs = ImmutableList.builder();
    List<String> missing = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals("-")) {
        Path name = Input.path(standardInputName).getFileName();
        if (name == null) {
          throw new UsageException("'" + standardInputName + "' is no name of a file");
        }
        inputs.add(new Input(standardInputName, Optional.empty(), name));
        continue;
      }
      Path path = Input.path(argument);
      if (Files.isDirectory(path)) {
        inputs.addAll(HostedApplication.among(below(path, exclude), path));
      } else if (Files.exists(path)) {
        inputs.add(new Input(path.toString(), Optional.of(path), path.getFileName()));
      } else {
        missing.add(
            path
                + (Files.isSymbolicLink(path)
                    ? ": a link to what is not there"
                    : ": no such file or directory"));
      }
    }
    if (!missing.isEmpty()) {
      throw new UsageException(String.join("\npyrestrict: ", missing));
    }
    return inputs.build();
  }

  /** Returns the one file that an argument means, {@code -} for standard input. */
  static Input single(String argument) {
    if (!argument.equals("-") && Files.isDirectory(Input.path(argument))) {
      throw new UsageException(argument + ": is a directory");
    }
    return find(List.of(argument), List.of(), "<stdin>").getFirst();
  }

  static ImmutableList<Input> below(Path root, List<String> exclude) {
    List<Path> found = new ArrayList<>();
    walk(root, new Finder(root, exclude, name -> name.endsWith(".py"), found));
    ImmutableList<Input> inputs =
        found.stream()
            .map(file -> new Input(file.toString(), Optional.of(file), root.relativize(file)))
            .sorted(Comparator.comparing(input -> input.relative().toString()))
            .collect(toImmutableList());
    Program program = program(inputs);
    return inputs.stream().map(input -> input.in(program)).collect(toImmutableList());
  }

  private static void walk(Path root, Finder finder) {
    try {
      Files.walkFileTree(root, finder);
    } catch (IOException e) {
      throw new UsageException(root + ": " + Input.reason(e, Optional.empty()));
    }
  }

  private static Program program(ImmutableList<Input> inputs) {
    return Program.of(inputs.stream().map(Input::module).collect(toImmutableList()))
        .withSources(texts(inputs));
  }

  /** Returns the texts of those that can be read, by their modules. */
  static ImmutableMap<String, SourceFile> texts(ImmutableList<Input> inputs) {
    Map<String, SourceFile> texts = new LinkedHashMap<>();
    for (Input input : inputs) {
      input.text().ifPresent(source -> texts.put(input.module(), source));
    }
    return ImmutableMap.copyOf(texts);
  }

  /** Returns a directory's files that are its project's own and have no program in them. */
  static ImmutableList<Path> others(Path root, List<String> exclude) {
    List<Path> found = new ArrayList<>();
    walk(
        root,
        new Finder(root, exclude, name -> !name.startsWith(".") && !name.endsWith(".py"), found));
    return ImmutableList.sortedCopyOf(found);
  }

  /**
   * Returns the files with what they may import when each is run from where it lies: besides the
   * directory that was named, one below it that is no package of Python is the root of a program,
   * as {@code src} is in many projects.
   */
  static ImmutableList<Input> withRootsBelow(ImmutableList<Input> inputs) {
    ImmutableSet<Path> files =
        inputs.stream().flatMap(input -> input.path().stream()).collect(toImmutableSet());
    ImmutableListMultimap<Path, Input> byRoot =
        inputs.stream()
            .filter(input -> input.path().isPresent() && input.relative().getNameCount() > 1)
            .filter(input -> input.application().isEmpty())
            .collect(toImmutableListMultimap(input -> root(input, files), input -> input));
    Map<Input, Input> widened = new HashMap<>();
    byRoot
        .asMap()
        .forEach(
            (root, members) -> {
              Program own =
                  program(
                      members.stream()
                          .map(input -> input.at(root.relativize(input.path().orElseThrow())))
                          .collect(toImmutableList()));
              for (Input input : members) {
                widened.put(input, input.in(input.program().with(own)));
              }
            });
    return inputs.stream()
        .map(input -> widened.getOrDefault(input, input))
        .collect(toImmutableList());
  }

  /**
   * Returns the nearest directory above the file, up to the one that was named, without an
   * __init__.py.
   */
  private static Path root(Input input, ImmutableSet<Path> files) {
    Path directory = input.path().orElseThrow().getParent();
    for (int depth = input.relative().getNameCount() - 1; depth > 0; depth--) {
      if (!files.contains(directory.resolve("__init__.py"))) {
        return directory;
      }
      directory = directory.getParent();
    }
    return directory;
  }

  /** Walks a tree with the rules of every {@code .gitignore} on the way down. */
  private static final class Finder extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Predicate<String> names;
    private final List<Path> found;
    private final Deque<IgnoreRules> rules = new ArrayDeque<>();

    Finder(Path root, List<String> exclude, Predicate<String> names, List<Path> found) {
      this.root = root;
      this.names = names;
      this.found = found;
      rules.push(IgnoreRules.of(root, exclude));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      boolean excluded =
          !directory.equals(root)
              && (EXCLUDED.contains(directory.getFileName().toString())
                  || ArtifactTree.isAt(directory)
                  || isIgnored(directory, true));
      if (excluded) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      rules.push(IgnoreRules.read(directory));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, IOException e) {
      rules.pop();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()
          && names.test(file.getFileName().toString())
          && !isIgnored(file, false)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** What can't be looked at is found all the same: whoever reads it says why it can't. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root)) {
        throw e;
      }
      if (!EXCLUDED.contains(file.getFileName().toString()) && !isIgnored(file, true)) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** The rules that are nearest to the path and say something about it decide. */
    private boolean isIgnored(Path path, boolean directory) {
      for (IgnoreRules nearest : rules) {
        Optional<Boolean> decision = nearest.ignores(path, directory);
        if (decision.isPresent()) {
          return decision.get();
        }
      }
      return false;
    }
  }
}
