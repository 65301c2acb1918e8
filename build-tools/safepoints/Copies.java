package safepoints;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes copies of GraalPy's jars in which every loop looks whether it should stop, every operation
 * of Java's that has no end in sight is asked for its size first, and some classes are changed
 * where GraalPy differs from CPython or does not tell what the guards have to know.
 *
 * <p>A guest is cancelled at Truffle's safepoints. GraalPy has them in its bytecode loop, and the
 * compiler puts them into what it compiles; but {@code sorted(...)}, {@code deque(...)} or {@code
 * str.find(...)} run in loops of plain Java that have none, and a guest inside one of them could
 * not be stopped. See {@link Safepoints}, {@link OperandSizes} and each {@link Change}. What is
 * called from the copies is in runtime-guards: they and its jar stand on one class path.
 *
 * <p>Arguments: the directory for the copies, the jars, {@code --with} and the class path on which
 * what their classes derive from is found. A copy that is newer than its jar and this program is
 * kept.
 */
final class Copies {
  private static final List<Change> OF_PYTHON =
      Stream.of(
              List.of(
                  new CallDepth(),
                  new BuiltinDepth(),
                  CallerFrames.CHANGE,
                  SliceText.CHANGE,
                  new TypeNames(),
                  new ClassPatterns(),
                  CollectionPatterns.CHANGE,
                  MappingPatterns.CHANGE,
                  new FrameValues(),
                  new UnexpectedKeywords(),
                  new NestedBuiltins(),
                  NewLists.CHANGE,
                  PlainNumbers.CHANGE,
                  PlainObjects.CHANGE,
                  ProductLists.CHANGE,
                  Properties.CHANGE,
                  FillCharacters.CHANGE,
                  FloatComparisons.CHANGE,
                  FloatPowers.CHANGE,
                  GroupParts.CHANGE,
                  LineSteps.CHANGE,
                  Quotients.CHANGE,
                  WeakCallbacks.CHANGE,
                  ZeroShifts.CHANGE),
              ArraySteps.CHANGES,
              ByteSteps.CHANGES,
              CharsetSteps.CHANGES,
              Defects.CHANGES,
              DigitSteps.CHANGES,
              GeneratorNames.CHANGES,
              Hashes.CHANGES,
              IntegerSteps.CHANGES,
              JsonScanner.CHANGES,
              KeptSources.CHANGES,
              LargeFloats.CHANGES,
              NativeMemory.CHANGES,
              NewClasses.CHANGES,
              SetOrder.CHANGES,
              Sorting.CHANGES,
              StepCounts.CHANGES,
              TextSteps.CHANGES)
          .flatMap(List::stream)
          .toList();

  /** By the beginning of a jar's name. */
  private static final Map<String, List<Change>> CHANGES =
      Map.of(
          "python-language-",
          OF_PYTHON,
          "truffle-runtime-",
          List.of(CompilerThread.CHANGE, RareFunctions.CHANGE));

  private final ClassFile classFile;

  private Copies(ClassHierarchyResolver hierarchy) {
    classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  }

  public static void main(String... arguments) throws IOException {
    List<String> all = List.of(arguments);
    Path directory = Path.of(all.getFirst());
    int with = all.indexOf("--with");
    List<Path> jars = all.subList(1, with).stream().map(Path::of).toList();
    List<URL> known = new ArrayList<>();
    for (String jar : all.get(with + 1).split(File.pathSeparator)) {
      known.add(Path.of(jar).toUri().toURL());
    }
    Files.createDirectories(directory);
    try (URLClassLoader loader =
        new URLClassLoader(known.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      ClassHierarchyResolver hierarchy =
          ClassHierarchyResolver.defaultResolver()
              .orElse(ClassHierarchyResolver.ofResourceParsing(loader))
              .cached();
      for (Path jar : jars) {
        Path copy = directory.resolve(jar.getFileName());
        if (!isFresh(copy, jar)) {
          new Copies(hierarchy).copy(jar, copy);
        }
      }
    }
  }

  private static boolean isFresh(Path copy, Path jar) throws IOException {
    if (!Files.exists(copy)) {
      return false;
    }
    FileTime made = Files.getLastModifiedTime(copy);
    if (made.compareTo(Files.getLastModifiedTime(jar)) <= 0) {
      return false;
    }
    try (Stream<Path> program = Files.list(Path.of("build-tools", "safepoints"))) {
      return program.allMatch(source -> made.toMillis() > source.toFile().lastModified());
    }
  }

  private void copy(Path jar, Path copy) throws IOException {
    List<Change> changes =
        CHANGES.entrySet().stream()
            .filter(entry -> copy.getFileName().toString().startsWith(entry.getKey()))
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    Set<String> missing =
        changes.stream().flatMap(change -> change.classes().stream()).collect(Collectors.toSet());
    boolean found = false;
    Path unfinished = copy.resolveSibling(copy.getFileName() + ".part");
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(unfinished));
        JarOutputStream to = new JarOutputStream(file)) {
      to.setLevel(0);
      for (JarEntry entry : Collections.list(from.entries())) {
        String name = entry.getName();
        JarEntry made = new JarEntry(name);
        made.setTime(entry.getTime());
        to.putNextEntry(made);
        try (InputStream content = from.getInputStream(entry)) {
          byte[] bytes = content.readAllBytes();
          byte[] changed = changed(bytes, name, changes);
          found |= changed != bytes;
          to.write(changed);
        }
        missing.remove(name);
        to.closeEntry();
      }
    }
    if (!found || !missing.isEmpty()) {
      throw new IllegalStateException(
          jar + ": are its classes named otherwise now? Not found: " + missing);
    }
    Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] changed(byte[] bytes, String name, List<Change> changes) {
    byte[] changed = Safepoints.areWanted(name) ? Safepoints.apply(classFile, bytes, name) : bytes;
    for (Change change : changes) {
      if (change.classes().contains(name)) {
        changed = change.apply(classFile, changed, name);
      }
    }
    return changed;
  }
}
