package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A directory with an {@link ArtifactTree}, of which every file was found to be as it was written,
 * and is held as it was then: for whoever has to read one of them to know the policy.
 */
public final class ArtifactDirectory {
  private static final long MAX_BYTES = 128L << 20;

  private final Path path;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, byte[]> files = new TreeMap<>();
  private JsonNode manifest = MissingNode.getInstance();

  private ArtifactDirectory(Path path) {
    this.path = path;
  }

  /** Either the directory or every reason why it is refused, each a sentence. */
  public record Opened(Optional<ArtifactDirectory> directory, ImmutableList<String> problems) {
    /** Returns the directory's tree: see {@link ArtifactDirectory#load}. */
    public ArtifactTree.Loaded load(Policy policy) {
      return directory
          .map(sound -> sound.load(policy))
          .orElseGet(() -> new ArtifactTree.Loaded(Optional.empty(), problems));
    }
  }

  /**
   * Reads a directory, each file once, and nothing else before the manifest's signature is found
   * good.
   *
   * @param key whose signature there has to be; without one, none is looked for
   */
  public static Opened open(Path path, Optional<PublicKey> key) {
    ArtifactDirectory directory = new ArtifactDirectory(path);
    if (directory.readManifest(key)) {
      directory.readFiles();
      directory.findStrangers();
    }
    ImmutableList<String> problems = ImmutableList.copyOf(directory.problems);
    return new Opened(problems.isEmpty() ? Optional.of(directory) : Optional.empty(), problems);
  }

  private boolean readManifest(Optional<PublicKey> key) {
    if (!ArtifactTree.isAt(path)) {
      return refuse("there is no " + ArtifactTree.MANIFEST + " in it: 'compile -o DIR' writes one");
    }
    Optional<byte[]> bytes = read(ArtifactTree.MANIFEST);
    if (bytes.isEmpty()) {
      return false;
    }
    if (key.isPresent()) {
      if (!Files.exists(path.resolve(ArtifactTree.SIGNATURE))) {
        return refuse(ArtifactTree.MANIFEST + " is not signed: compile with --sign");
      }
      Optional<byte[]> signature = read(ArtifactTree.SIGNATURE);
      if (signature.isEmpty() || !Ed25519.verifies(bytes.get(), signature.get(), key.get())) {
        return refuse(
            ArtifactTree.SIGNATURE + " is not this key's signature of " + ArtifactTree.MANIFEST);
      }
    }
    manifest = parsed(bytes.get());
    boolean isManifest =
        manifest.path("version").asInt() == ArtifactTree.VERSION
            && manifest.path("files").isObject();
    return isManifest
        || refuse(ArtifactTree.MANIFEST + ": is not a manifest of version " + ArtifactTree.VERSION);
  }

  private boolean refuse(String problem) {
    problems.add(problem);
    return false;
  }

  private void readFiles() {
    for (Map.Entry<String, JsonNode> entry : manifest.path("files").properties()) {
      String file = entry.getKey();
      Optional<byte[]> bytes = read(file);
      if (bytes.isEmpty()) {
        continue;
      }
      if (Hashing.sha256().hashBytes(bytes.get()).toString().equals(entry.getValue().asText())) {
        files.put(file, bytes.get());
      } else {
        problems.add(file + ": was changed since it was compiled");
      }
    }
  }

  /** Finds programs and artifacts that lie in the tree and that nobody vouches for. */
  private void findStrangers() {
    try (Stream<Path> all = Files.walk(path)) {
      all.filter(Files::isRegularFile)
          .map(file -> path.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(Artifact.SUFFIX) || file.endsWith(".py"))
          .filter(file -> !manifest.path("files").has(file))
          .sorted()
          .forEach(file -> problems.add(file + ": is not in the manifest"));
    } catch (IOException | UncheckedIOException e) {
      problems.add("there is a directory in it that can't be read");
    }
  }

  /** Returns the text of a file; nothing when the manifest has none of that name. */
  public Optional<String> text(String file) {
    return Optional.ofNullable(files.get(file)).map(bytes -> new String(bytes, UTF_8));
  }

  /** Returns the dotted names of the modules. */
  public ImmutableSet<String> modules() {
    return files.keySet().stream()
        .filter(file -> file.endsWith(Artifact.SUFFIX))
        .map(ArtifactTree::moduleName)
        .collect(toImmutableSet());
  }

  /**
   * Returns the tree.
   *
   * @param policy in force; a tree that was compiled under another one is refused
   */
  public ArtifactTree.Loaded load(Policy policy) {
    Optional<String> refusal =
        Manifest.refusal(
            manifest.path("compiler").asText(), manifest.path("policy").asText(), policy);
    if (refusal.isPresent()) {
      return new ArtifactTree.Loaded(Optional.empty(), ImmutableList.of(refusal.get()));
    }
    ImmutableSortedMap.Builder<String, Artifact> modules = ImmutableSortedMap.naturalOrder();
    ImmutableList.Builder<String> strange = ImmutableList.builder();
    files.forEach(
        (file, bytes) -> {
          if (file.endsWith(Artifact.SUFFIX)) {
            Artifact.fromJson(new String(bytes, UTF_8))
                .filter(
                    artifact -> artifact.module().manifest().policyDigest().equals(policy.digest()))
                .ifPresentOrElse(
                    artifact -> modules.put(file, artifact),
                    () -> strange.add(file + ": is not an artifact of this policy"));
          }
        });
    ImmutableList<String> found = strange.build();
    return new ArtifactTree.Loaded(
        found.isEmpty()
            ? Optional.of(new ArtifactTree(policy.digest(), modules.buildOrThrow()))
            : Optional.empty(),
        found);
  }

  /** Returns the files of a tree that are as they were written; where there is none, none. */
  static ImmutableSet<String> unchanged(Path path) {
    ArtifactDirectory directory = new ArtifactDirectory(path);
    if (directory.readManifest(Optional.empty())) {
      directory.readFiles();
    }
    return ImmutableSet.copyOf(directory.files.keySet());
  }

  private Optional<byte[]> read(String name) {
    try {
      Path file = path.resolve(name).normalize();
      if (!file.startsWith(path.normalize()) || name.isEmpty()) {
        problems.add(name + ": lies outside the tree");
      } else if (Files.size(file) > MAX_BYTES) {
        problems.add(name + ": is too large");
      } else if (!Files.isRegularFile(file)) {
        // A device has no size, and no end.
        problems.add(name + ": is no file");
      } else {
        return Optional.of(Files.readAllBytes(file));
      }
    } catch (NoSuchFileException e) {
      problems.add(name + ": is missing");
    } catch (IOException | InvalidPathException e) {
      problems.add(name + ": can't be read");
    }
    return Optional.empty();
  }

  /** Returns a node that has nothing when the bytes are not JSON. */
  private static JsonNode parsed(byte[] bytes) {
    try {
      return CompiledModule.MAPPER.readTree(new String(bytes, UTF_8));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
