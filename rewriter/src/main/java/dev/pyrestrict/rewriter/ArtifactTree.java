package dev.pyrestrict.rewriter;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A compiled program as it lies in a directory: an artifact for each module, and a manifest with
 * the digest of every file. The manifest can be signed; a tree is loaded whole or not at all. The
 * same program under the same policy gives the same bytes, wherever it is compiled.
 *
 * @param policyDigest {@link Policy#digest()} of the policy that all modules were compiled under
 * @param modules by their paths in the tree, with slashes, as in {@code shop/tax.pyr}
 */
public record ArtifactTree(String policyDigest, ImmutableSortedMap<String, Artifact> modules) {
  /** The name of the manifest, at the top of the tree. */
  public static final String MANIFEST = "pyrestrict-manifest.json";

  /** The name of the manifest's signature, beside it. */
  public static final String SIGNATURE = MANIFEST + ".sig";

  private static final int VERSION = 1;
  private static final long MAX_BYTES = 128L << 20;

  /** Either the tree or every reason why it is refused, each a sentence. */
  public record Loaded(Optional<ArtifactTree> tree, ImmutableList<String> problems) {}

  /** Reports whether the directory holds a tree, whatever its state is. */
  public static boolean isAt(Path directory) {
    return Files.isRegularFile(directory.resolve(MANIFEST));
  }

  /** Returns the dotted name of the module at a path of the tree. */
  public static String moduleName(String path) {
    return path.substring(0, path.length() - Artifact.SUFFIX.length()).replace('/', '.');
  }

  /**
   * Loads what is signed: nothing else of the tree is looked at before its manifest's signature is
   * found good.
   *
   * @param policy in force; a tree that was compiled under another one is refused
   */
  public static Loaded load(Path directory, Policy policy, PublicKey key) {
    return load(directory, policy, Optional.of(key));
  }

  /**
   * Loads a tree of which only digests and policy are looked at. Whoever can write to the directory
   * can make such a tree: it protects against accidents, not against attackers.
   */
  public static Loaded loadUnsigned(Path directory, Policy policy) {
    return load(directory, policy, Optional.empty());
  }

  private static Loaded load(Path directory, Policy policy, Optional<PublicKey> key) {
    Reading reading = new Reading(directory);
    if (!isAt(directory)) {
      return reading.refused("there is no " + MANIFEST + " in it: 'compile -o DIR' writes one");
    }
    Optional<byte[]> manifest = reading.file(MANIFEST);
    if (manifest.isEmpty()) {
      return reading.refused();
    }
    if (key.isPresent()) {
      if (!Files.exists(directory.resolve(SIGNATURE))) {
        return reading.refused(MANIFEST + " is not signed: compile with --sign");
      }
      Optional<byte[]> signature = reading.file(SIGNATURE);
      if (signature.isEmpty() || !Ed25519.verifies(manifest.get(), signature.get(), key.get())) {
        return reading.refused(SIGNATURE + " is not this key's signature of " + MANIFEST);
      }
    }
    return reading.tree(manifest.get(), policy);
  }

  /** What was found while a tree is read. */
  private static final class Reading {
    private final Path directory;
    private final ImmutableList.Builder<String> problems = ImmutableList.builder();

    Reading(Path directory) {
      this.directory = directory;
    }

    Loaded refused(String problem) {
      problems.add(problem);
      return refused();
    }

    Loaded refused() {
      return new Loaded(Optional.empty(), problems.build());
    }

    /** Returns the bytes of a file, each of which is read once. */
    Optional<byte[]> file(String path) {
      try {
        Path file = directory.resolve(path).normalize();
        if (!file.startsWith(directory.normalize()) || path.isEmpty()) {
          problems.add(path + ": lies outside the tree");
        } else if (Files.size(file) > MAX_BYTES) {
          problems.add(path + ": is too large");
        } else if (!Files.isRegularFile(file)) {
          // A device has no size, and no end.
          problems.add(path + ": is no file");
        } else {
          return Optional.of(Files.readAllBytes(file));
        }
      } catch (NoSuchFileException e) {
        problems.add(path + ": is missing");
      } catch (IOException | InvalidPathException e) {
        problems.add(path + ": can't be read");
      }
      return Optional.empty();
    }

    Loaded tree(byte[] manifest, Policy policy) {
      JsonNode root = parsed(manifest);
      JsonNode files = root.path("files");
      if (root.path("version").asInt() != VERSION || !files.isObject()) {
        return refused(MANIFEST + ": is not a manifest of version " + VERSION);
      }
      Optional<String> refusal =
          Manifest.refusal(root.path("compiler").asText(), root.path("policy").asText(), policy);
      if (refusal.isPresent()) {
        return refused(refusal.get());
      }
      ImmutableSortedMap.Builder<String, Artifact> modules = ImmutableSortedMap.naturalOrder();
      for (Map.Entry<String, JsonNode> entry : files.properties()) {
        String path = entry.getKey();
        file(path)
            .ifPresent(
                bytes -> {
                  if (!sha256(bytes).equals(entry.getValue().asText())) {
                    problems.add(path + ": was changed since it was compiled");
                  } else if (path.endsWith(Artifact.SUFFIX)) {
                    Artifact.fromJson(new String(bytes, UTF_8))
                        .filter(
                            artifact ->
                                artifact.module().manifest().policyDigest().equals(policy.digest()))
                        .ifPresentOrElse(
                            artifact -> modules.put(path, artifact),
                            () -> problems.add(path + ": is not an artifact of this policy"));
                  }
                });
      }
      strangers(files).forEach(path -> problems.add(path + ": is not in the manifest"));
      ImmutableList<String> found = problems.build();
      return found.isEmpty()
          ? new Loaded(
              Optional.of(new ArtifactTree(policy.digest(), modules.buildOrThrow())), found)
          : refused();
    }

    /** Returns programs and artifacts that lie in the tree and that nobody vouches for. */
    private ImmutableList<String> strangers(JsonNode files) {
      try (Stream<Path> all = Files.walk(directory)) {
        return all.filter(Files::isRegularFile)
            .map(file -> portable(directory.relativize(file)))
            .filter(path -> path.endsWith(Artifact.SUFFIX) || path.endsWith(".py"))
            .filter(path -> !files.has(path))
            .sorted()
            .collect(toImmutableList());
      } catch (IOException e) {
        return ImmutableList.of("a directory that can't be read");
      }
    }
  }

  /**
   * Writes the tree. Files that are as they should be are left alone; those of the tree that stood
   * here before and are in this one no more are removed.
   *
   * @param others what is to lie beside the artifacts, by path: guarded sources, for readers
   * @param key signs the manifest; without one, a signature that stood here is removed
   */
  public void write(Path directory, Map<String, String> others, Optional<PrivateKey> key)
      throws IOException {
    ImmutableSortedMap.Builder<String, String> files = ImmutableSortedMap.naturalOrder();
    files.putAll(others);
    modules.forEach((path, artifact) -> files.put(path, artifact.toJson()));
    ImmutableSortedMap<String, String> all = files.buildOrThrow();
    String manifest = manifest(all);
    removeOld(directory, all);
    // A tree that is half written has no manifest, or one that says it is changed.
    for (Map.Entry<String, String> file : all.entrySet()) {
      put(directory.resolve(file.getKey()), file.getValue());
    }
    put(directory.resolve(MANIFEST), manifest);
    if (key.isPresent()) {
      put(directory.resolve(SIGNATURE), Ed25519.sign(manifest.getBytes(UTF_8), key.get()) + "\n");
    } else {
      Files.deleteIfExists(directory.resolve(SIGNATURE));
    }
  }

  private String manifest(ImmutableSortedMap<String, String> files) {
    ObjectNode root = CompiledModule.MAPPER.createObjectNode();
    root.put("version", VERSION);
    root.put("compiler", Compiler.VERSION);
    root.put("policy", policyDigest);
    ObjectNode digests = root.putObject("files");
    files.forEach((path, text) -> digests.put(path, Artifact.sha256(text)));
    try {
      return CompiledModule.MAPPER
              .writer()
              .with(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(root)
              .replace("\r\n", "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void removeOld(Path directory, ImmutableSortedMap<String, String> files)
      throws IOException {
    if (!isAt(directory)) {
      return;
    }
    Reading reading = new Reading(directory);
    JsonNode old =
        reading.file(MANIFEST).map(ArtifactTree::parsed).orElse(MissingNode.getInstance());
    for (Map.Entry<String, JsonNode> entry : old.path("files").properties()) {
      // Only what is still as it was written: a manifest of a stranger must not delete files.
      boolean removable =
          !files.containsKey(entry.getKey())
              && reading
                  .file(entry.getKey())
                  .filter(bytes -> sha256(bytes).equals(entry.getValue().asText()))
                  .isPresent();
      if (removable) {
        Files.delete(directory.resolve(entry.getKey()));
      }
    }
  }

  /** Returns a node that has nothing when the bytes are not JSON. */
  private static JsonNode parsed(byte[] bytes) {
    try {
      return CompiledModule.MAPPER.readTree(new String(bytes, UTF_8));
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static void put(Path file, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, bytes);
  }

  private static String portable(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static String sha256(byte[] bytes) {
    return Hashing.sha256().hashBytes(bytes).toString();
  }
}
