package dev.pyrestrict.rewriter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

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

  static final int VERSION = 1;

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
    return ArtifactDirectory.open(directory, Optional.of(key)).load(policy);
  }

  /**
   * Loads a tree of which only digests and policy are looked at. Whoever can write to the directory
   * can make such a tree: it protects against accidents, not against attackers.
   */
  public static Loaded loadUnsigned(Path directory, Policy policy) {
    return ArtifactDirectory.open(directory, Optional.empty()).load(policy);
  }

  /**
   * Writes the tree. Files that are as they should be are left alone; those of the tree that stood
   * here before and are in this one no more are removed.
   *
   * @param others what is to lie beside the artifacts, by path: guarded sources, for readers; an
   *     application's other files
   * @param key signs the manifest; without one, a signature that stood here is removed
   */
  public void write(Path directory, Map<String, ByteSource> others, Optional<PrivateKey> key)
      throws IOException {
    ImmutableSortedMap.Builder<String, ByteSource> files = ImmutableSortedMap.naturalOrder();
    files.putAll(others);
    modules.forEach((path, artifact) -> files.put(path, utf8(artifact.toJson())));
    ImmutableSortedMap<String, ByteSource> all = files.buildOrThrow();
    String manifest = manifest(all);
    removeOld(directory, all);
    // A tree that is half written has no manifest, or one that says it is changed.
    for (Map.Entry<String, ByteSource> file : all.entrySet()) {
      put(directory.resolve(file.getKey()), file.getValue());
    }
    put(directory.resolve(MANIFEST), utf8(manifest));
    if (key.isPresent()) {
      String signature = Ed25519.sign(manifest.getBytes(UTF_8), key.get());
      put(directory.resolve(SIGNATURE), utf8(signature + "\n"));
    } else {
      Files.deleteIfExists(directory.resolve(SIGNATURE));
    }
  }

  private String manifest(ImmutableSortedMap<String, ByteSource> files) throws IOException {
    ObjectNode root = CompiledModule.MAPPER.createObjectNode();
    root.put("version", VERSION);
    root.put("compiler", Compiler.VERSION);
    root.put("policy", policyDigest);
    ObjectNode digests = root.putObject("files");
    for (Map.Entry<String, ByteSource> file : files.entrySet()) {
      digests.put(file.getKey(), file.getValue().hash(Hashing.sha256()).toString());
    }
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

  private static void removeOld(Path directory, ImmutableSortedMap<String, ByteSource> files)
      throws IOException {
    for (String path : ArtifactDirectory.unchanged(directory)) {
      if (!files.containsKey(path)) {
        Files.delete(directory.resolve(path));
      }
    }
  }

  private static ByteSource utf8(String text) {
    return CharSource.wrap(text).asByteSource(UTF_8);
  }

  private static void put(Path file, ByteSource content) throws IOException {
    byte[] bytes = content.read();
    if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, bytes);
  }
}
