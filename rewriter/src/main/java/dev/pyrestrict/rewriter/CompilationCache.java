package dev.pyrestrict.rewriter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.pyrestrict.grammar.Parser;
import dev.pyrestrict.grammar.SourceFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Compiled modules on disk, by the digest of all that they were made of: source, its name, policy,
 * guards, the program's other modules, and the compiler's own code. Thread-safe, also between
 * processes. What can't be read or written there is compiled as if there were no cache.
 *
 * <p>What lies in the cache is run: the directory belongs to the user alone, and one that others
 * may write to is not used.
 */
public final class CompilationCache {
  /** How long an entry is kept that nobody asks for. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final Supplier<Optional<String>> COMPILER =
      Suppliers.memoize(CompilationCache::compiler);

  private final Path directory;
  private final boolean usable;
  private final AtomicInteger found = new AtomicInteger();

  /** Opens the cache in a directory, which is made when it is not there. */
  public CompilationCache(Path directory) {
    this.directory = directory;
    usable = COMPILER.get().isPresent() && isPrivate(directory);
  }

  /** Returns how many modules did not have to be compiled. */
  public int found() {
    return found.get();
  }

  /** Compiles the module, or takes what was made of the same before. */
  public CompileResult compile(Compiler compiler, SourceFile source, String name, Program program) {
    if (!usable) {
      return compiler.compile(source, name, program);
    }
    Path entry = directory.resolve(key(compiler, source, name, program) + Artifact.SUFFIX);
    Optional<CompiledModule> known = read(entry);
    if (known.isPresent()) {
      found.incrementAndGet();
      return new CompileResult(known, ImmutableList.of());
    }
    CompileResult result = compiler.compile(source, name, program);
    result.module().ifPresent(module -> write(entry, module));
    return result;
  }

  /** Removes what nobody has asked for in a month. */
  public void prune() {
    if (!usable) {
      return;
    }
    FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
    try (Stream<Path> entries = Files.list(directory)) {
      for (Path entry : entries.toList()) {
        if (Files.getLastModifiedTime(entry).compareTo(oldest) < 0) {
          Files.deleteIfExists(entry);
        }
      }
    } catch (IOException e) {
      // Another process prunes as well: the next one does what is left.
      return;
    }
  }

  private static Optional<CompiledModule> read(Path entry) {
    try {
      Optional<CompiledModule> module = CompiledModule.fromJson(Files.readString(entry, UTF_8));
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
      return module;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Written beside and moved: another process sees all of an entry or nothing. */
  private void write(Path entry, CompiledModule module) {
    try {
      Path part = Files.createTempFile(directory, "part", "");
      Files.writeString(part, module.toJson(), UTF_8);
      Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // A full or vanished disk costs time, nothing else.
      return;
    }
  }

  private static String key(Compiler compiler, SourceFile source, String name, Program program) {
    Hasher hasher = Hashing.sha256().newHasher();
    add(hasher, COMPILER.get().orElseThrow());
    add(hasher, compiler.settings());
    add(hasher, source.name());
    add(hasher, name);
    add(hasher, String.join(" ", ImmutableSortedSet.copyOf(program.modules())));
    ImmutableSortedMap.copyOf(program.exported())
        .forEach(
            (module, names) ->
                add(hasher, module + " " + String.join(" ", ImmutableSortedSet.copyOf(names))));
    add(hasher, source.text());
    return hasher.hash().toString();
  }

  /** With its length, so that no two lists of texts give the same bytes. */
  private static void add(Hasher hasher, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    hasher.putInt(bytes.length).putBytes(bytes);
  }

  /** Returns the digest of the code that compiles; nothing when it can't be told. */
  private static Optional<String> compiler() {
    try {
      Hasher hasher = Hashing.sha256().newHasher();
      for (Class<?> part : ImmutableList.of(Parser.class, Compiler.class)) {
        Path place = Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(place)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            add(hasher, place.relativize(file).toString());
            byte[] bytes = Files.readAllBytes(file);
            hasher.putInt(bytes.length).putBytes(bytes);
          }
        }
      }
      return Optional.of(hasher.hash().toString());
    } catch (IOException | URISyntaxException | NullPointerException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isPrivate(Path directory) {
    try {
      if (!directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(directory);
        return true;
      }
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      EnumSet<PosixFilePermission> ofOthers =
          EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
      return Files.getPosixFilePermissions(directory).stream().noneMatch(ofOthers::contains)
          && Files.getOwner(directory)
              .equals(Files.getOwner(Path.of(System.getProperty("user.home"))));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
