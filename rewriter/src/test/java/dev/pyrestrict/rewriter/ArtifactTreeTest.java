package dev.pyrestrict.rewriter;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.io.CharSource;
import dev.pyrestrict.grammar.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trees of artifacts: what is loaded, and everything that must not be. */
final class ArtifactTreeTest {
  private static final Policy POLICY = Policy.profile("default");
  private static final KeyPair KEYS = keys();

  @TempDir private Path directory;

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static ArtifactTree tree(String... namesAndSources) {
    ImmutableSortedMap.Builder<String, Artifact> modules = ImmutableSortedMap.naturalOrder();
    Compiler compiler = new Compiler(POLICY, GuardMode.FAST);
    for (int i = 0; i < namesAndSources.length; i += 2) {
      SourceFile source = new SourceFile(namesAndSources[i] + ".py", namesAndSources[i + 1]);
      CompiledModule module = compiler.compile(source).module().orElseThrow();
      modules.put(namesAndSources[i] + ".pyr", new Artifact(module, source.text()));
    }
    return new ArtifactTree(POLICY.digest(), modules.buildOrThrow());
  }

  private ArtifactTree written() throws IOException {
    ArtifactTree tree = tree("__main__", "import math\nprint(math.pi)\n", "shop/tax", "rate = 2\n");
    tree.write(
        directory,
        ImmutableMap.of("shop/tax.py", CharSource.wrap("rate = 2\n").asByteSource(UTF_8)),
        Optional.of(KEYS.getPrivate()));
    return tree;
  }

  private String problems() {
    ArtifactTree.Loaded loaded = ArtifactTree.load(directory, POLICY, KEYS.getPublic());
    assertThat(loaded.tree().isPresent()).isEqualTo(loaded.problems().isEmpty());
    return String.join("\n", loaded.problems());
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(directory.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void whatWasWrittenIsLoaded() throws IOException {
    ArtifactTree tree = written();
    assertThat(ArtifactTree.load(directory, POLICY, KEYS.getPublic()).tree()).hasValue(tree);
    assertThat(ArtifactTree.loadUnsigned(directory, POLICY).tree()).hasValue(tree);
  }

  @Test
  void everyBitOfEveryFileIsLookedAt() throws IOException {
    written();
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      byte[] bytes = file.getValue();
      for (int i = 0; i < bytes.length; i += 1 + bytes.length / 40) {
        // The low bits of a line end would make other white space of it, which no digest covers.
        if (bytes[i] == '\n' && file.getKey().endsWith(".sig")) {
          continue;
        }
        byte[] changed = bytes.clone();
        changed[i] ^= 1;
        Files.write(directory.resolve(file.getKey()), changed);
        assertThat(problems()).isNotEmpty();
      }
      Files.write(directory.resolve(file.getKey()), bytes);
    }
    assertThat(problems()).isEmpty();
  }

  @Test
  void whatIsMissingOrAddedIsFound() throws IOException {
    written();
    Files.writeString(directory.resolve("more.py"), "");
    assertThat(problems()).isEqualTo("more.py: is not in the manifest");
    Files.delete(directory.resolve("more.py"));
    Files.delete(directory.resolve("shop/tax.pyr"));
    assertThat(problems()).isEqualTo("shop/tax.pyr: is missing");
  }

  @Test
  void anotherKeyOrNoSignatureIsRefused() throws IOException {
    written();
    assertThat(ArtifactTree.load(directory, POLICY, keys().getPublic()).problems())
        .containsExactly(
            "pyrestrict-manifest.json.sig is not this key's signature of"
                + " pyrestrict-manifest.json");
    Files.delete(directory.resolve(ArtifactTree.SIGNATURE));
    assertThat(problems()).contains("is not signed");
  }

  @Test
  void anotherPolicyIsRefused() throws IOException {
    written();
    ArtifactTree.Loaded loaded =
        ArtifactTree.load(directory, Policy.profile("strict"), KEYS.getPublic());
    assertThat(loaded.tree()).isEmpty();
    assertThat(loaded.problems().getFirst()).startsWith("compiled under another policy");
  }

  @Test
  void whateverIsForgedIsRefusedInWords() throws IOException {
    Random random = new Random(1);
    Path forged = directory.resolve("forged");
    tree("__main__", "import math\nprint(math.pi)\n")
        .write(forged, ImmutableMap.of(), Optional.empty());
    Path artifact = forged.resolve("__main__.pyr");
    Path manifest = forged.resolve(ArtifactTree.MANIFEST);
    String artifactText = Files.readString(artifact);
    String manifestText = Files.readString(manifest);
    for (int round = 0; round < 300; round++) {
      boolean inManifest = round % 3 == 0;
      String changed = forged(random, inManifest ? manifestText : artifactText);
      Files.writeString(artifact, inManifest ? artifactText : changed);
      // Whoever writes to the directory makes the digests fit.
      Files.writeString(
          manifest,
          inManifest
              ? changed
              : manifestText.replace(Artifact.sha256(artifactText), Artifact.sha256(changed)));
      ArtifactTree.Loaded loaded = ArtifactTree.loadUnsigned(forged, POLICY);
      assertThat(loaded.tree().isPresent()).isEqualTo(loaded.problems().isEmpty());
      assertThat(String.join("\n", loaded.problems())).doesNotContain("Exception");
      loaded
          .tree()
          .ifPresent(
              tree ->
                  tree.modules()
                      .values()
                      .forEach(each -> each.module().sourceMap().origin(1, 0, 1)));
    }
  }

  private static String forged(Random random, String text) {
    ImmutableList<String> parts =
        ImmutableList.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "1e999",
            "9".repeat(990),
            "9".repeat(1010),
            "\"\\ud800\"",
            "\\u0000",
            "../",
            "/dev/zero",
            "FULL",
            "\"files\":{},",
            "\"guardedSource\":\"import os\",",
            "\"version\":2,",
            "\"sourceMap\":{},",
            "[".repeat(999),
            "[".repeat(2000),
            "{\"a\":".repeat(1500),
            "0,".repeat(5000));
    StringBuilder changed = new StringBuilder(text);
    for (int change = random.nextInt(3); change >= 0; change--) {
      int at = random.nextInt(changed.length());
      int end = Math.min(changed.length(), at + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> changed.insert(at, parts.get(random.nextInt(parts.size())));
        case 1 -> changed.replace(at, end, parts.get(random.nextInt(parts.size())));
        case 2 -> changed.insert(random.nextInt(changed.length()), changed.substring(at, end));
        default -> changed.setLength(at + 1);
      }
    }
    return changed.toString();
  }

  @Test
  void aManifestReachesNothingOutside() throws IOException {
    Path inner = directory.resolve("inner");
    tree("a", "x = 1\n").write(inner, ImmutableMap.of(), Optional.empty());
    Path manifest = inner.resolve(ArtifactTree.MANIFEST);
    Files.move(inner.resolve("a.pyr"), directory.resolve("a.pyr"));
    Files.writeString(manifest, Files.readString(manifest).replace("a.pyr", "../a.pyr"));
    assertThat(ArtifactTree.loadUnsigned(inner, POLICY).problems())
        .containsExactly("../a.pyr: lies outside the tree");
    // Nor does writing anew remove what it names there.
    tree("b", "x = 1\n").write(inner, ImmutableMap.of(), Optional.empty());
    assertThat(Files.exists(directory.resolve("a.pyr"))).isTrue();
  }

  @Test
  void whatIsNoFileIsNotRead() throws IOException {
    written();
    for (String path : ImmutableList.of("shop/tax.py", ArtifactTree.SIGNATURE)) {
      Files.delete(directory.resolve(path));
      Files.createSymbolicLink(directory.resolve(path), Path.of("/dev/zero"));
      assertThat(problems()).contains(path + ": is no file");
    }
  }

  @Test
  void writingAgainTouchesOnlyWhatIsOther() throws IOException {
    written();
    Path same = directory.resolve("__main__.pyr");
    FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(same, old);
    tree("__main__", "import math\nprint(math.pi)\n")
        .write(directory, ImmutableMap.of(), Optional.of(KEYS.getPrivate()));
    assertThat(Files.getLastModifiedTime(same)).isEqualTo(old);
    assertThat(files().keySet())
        .containsExactly("__main__.pyr", ArtifactTree.MANIFEST, ArtifactTree.SIGNATURE);
    assertThat(problems()).isEmpty();
  }

  @Test
  void aFileThatSomebodyChangedIsNotRemoved() throws IOException {
    written();
    Files.writeString(directory.resolve("shop/tax.py"), "mine = 1\n");
    tree("__main__", "x = 1\n").write(directory, ImmutableMap.of(), Optional.empty());
    assertThat(files().keySet())
        .containsExactly("__main__.pyr", "shop/tax.py", ArtifactTree.MANIFEST);
  }

  @Test
  void keysAreReadFromPem() throws InvalidKeyException {
    String secret = pem("PRIVATE KEY", KEYS.getPrivate().getEncoded());
    String open = pem("PUBLIC KEY", KEYS.getPublic().getEncoded());
    byte[] message = {1, 2, 3};
    String signature = Ed25519.sign(message, Ed25519.privateKey("text before\n" + secret));
    assertThat(
            Ed25519.verifies(
                message,
                signature.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Ed25519.publicKey(open)))
        .isTrue();
    assertThat(assertThrows(InvalidKeyException.class, () -> Ed25519.publicKey(secret)))
        .hasMessageThat()
        .isEqualTo("a PRIVATE KEY in PEM, where a PUBLIC KEY is needed");
    assertThat(assertThrows(InvalidKeyException.class, () -> Ed25519.privateKey("x")))
        .hasMessageThat()
        .isEqualTo("not a key in PEM");
    assertThat(
            assertThrows(
                InvalidKeyException.class,
                () -> Ed25519.publicKey(pem("PUBLIC KEY", new byte[] {1, 2, 3}))))
        .hasMessageThat()
        .isEqualTo("not an Ed25519 key");
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  @Test
  void theCacheGivesWhatTheCompilerWould() throws IOException {
    Compiler fast = new Compiler(POLICY, GuardMode.FAST);
    Compiler full = new Compiler(POLICY, GuardMode.FULL);
    SourceFile source = new SourceFile("a.py", "x = [1]\nprint(x[0])\n");
    for (int round = 0; round < 2; round++) {
      CompilationCache cache = new CompilationCache(directory.resolve("cache"));
      for (Compiler compiler : new Compiler[] {fast, full}) {
        assertThat(cache.compile(compiler, source, "__main__", Program.ALONE))
            .isEqualTo(compiler.compile(source));
      }
      assertThat(cache.found()).isEqualTo(2 * round);
    }
  }

  @Test
  void theCacheForgetsNoRefusalAndPrunes() throws IOException {
    CompilationCache cache = new CompilationCache(directory);
    Compiler compiler = new Compiler(POLICY, GuardMode.FAST);
    SourceFile bad = new SourceFile("a.py", "import os\n");
    assertThat(cache.compile(compiler, bad, "__main__", Program.ALONE).diagnostics()).hasSize(1);
    assertThat(cache.compile(compiler, bad, "__main__", Program.ALONE).diagnostics()).hasSize(1);
    cache.compile(compiler, new SourceFile("a.py", "x = 1\n"), "__main__", Program.ALONE);
    cache.prune();
    assertThat(files()).hasSize(1);
    for (String name : files().keySet()) {
      Files.setLastModifiedTime(
          directory.resolve(name), FileTime.from(Instant.now().minus(Duration.ofDays(40))));
    }
    cache.prune();
    assertThat(files()).isEmpty();
  }

  @Test
  void aCacheThatOthersMayWriteToIsNotUsed() throws IOException {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    CompilationCache cache = new CompilationCache(directory);
    Compiler compiler = new Compiler(POLICY, GuardMode.FAST);
    SourceFile source = new SourceFile("a.py", "x = 1\n");
    for (int i = 0; i < 2; i++) {
      assertThat(cache.compile(compiler, source, "__main__", Program.ALONE).module()).isPresent();
    }
    assertThat(cache.found()).isEqualTo(0);
    assertThat(files()).isEmpty();
  }
}
