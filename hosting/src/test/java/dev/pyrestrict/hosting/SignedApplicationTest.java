package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
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
import dev.pyrestrict.rewriter.CompiledModule;
import dev.pyrestrict.rewriter.Compiler;
import dev.pyrestrict.rewriter.GuardMode;
import dev.pyrestrict.rewriter.Policy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that was compiled and signed elsewhere: served as it was signed, or not at all.
 */
final class SignedApplicationTest {
  private static final String SETTINGS =
      "entry = \"shelf:handle\"\n[services]\nsql = [\"books\"]\n";

  private static final String SOURCE =
      """
      import mysql

      def handle(request):
          with mysql.get_conn("books").cursor() as cursor:
              cursor.execute("SELECT 6 * 7")
              return open("page.html").read() + str(cursor.fetchone()[0])
      """;

  @TempDir private Path parent;

  private Path directory;
  private KeyPair keys;

  @BeforeEach
  void compile() throws Exception {
    directory = Files.createDirectory(parent.resolve("books"));
    keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    ImmutableSet<String> modules = ImmutableSet.of("shelf");
    Policy policy =
        ApplicationSettings.read(directory, modules, name -> Optional.of(SETTINGS))
            .settings()
            .orElseThrow()
            .policy();
    CompiledModule module =
        new Compiler(policy, GuardMode.FAST)
            .compile(
                new SourceFile("shelf.py", SOURCE), "shelf", ApplicationSettings.program(modules))
            .module()
            .orElseThrow();
    ImmutableMap<String, ByteSource> others =
        ImmutableMap.of("app.toml", bytes(SETTINGS), "page.html", bytes("<b>"));
    new ArtifactTree(
            policy.digest(), ImmutableSortedMap.of("shelf.pyr", new Artifact(module, SOURCE)))
        .write(directory, others, Optional.of(keys.getPrivate()));
  }

  private static ByteSource bytes(String text) {
    return CharSource.wrap(text).asByteSource(UTF_8);
  }

  private ImmutableList<String> problems() throws IOException {
    return new ApplicationDirectory(parent, Optional.of(keys.getPublic())).read().problems();
  }

  @Test
  void itIsServed() throws Exception {
    ApplicationDirectory.Found found =
        new ApplicationDirectory(parent, Optional.of(keys.getPublic())).read();
    assertThat(found.problems()).isEmpty();
    try (ApplicationServer server =
            new ApplicationServer(
                Listener.local(0),
                ServerConfiguration.EMBEDDED.services(),
                ImmutableMap.of(),
                Isolation.IN_PROCESS,
                new SilentLog());
        HttpClient client = HttpClient.newHttpClient()) {
      server.deploy(found.applications());
      URI address = URI.create("http://127.0.0.1:" + server.start() + "/books");
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(response.body()).isEqualTo("<b>42");
    }
  }

  @Test
  void whatItIsGrantedIsSigned() throws IOException {
    Files.writeString(directory.resolve("app.toml"), SETTINGS.replace("books", "others"));
    assertThat(problems())
        .containsExactly(directory + ": app.toml: was changed since it was compiled");
  }

  @Test
  void whatGuestsReadIsSigned() throws IOException {
    Files.writeString(directory.resolve("page.html"), "<i>");
    assertThat(problems())
        .containsExactly(directory + ": page.html: was changed since it was compiled");
  }

  @Test
  void noModuleIsAdded() throws IOException {
    Files.writeString(directory.resolve("json.py"), "");
    assertThat(problems()).containsExactly(directory + ": json.py: is not in the manifest");
  }

  @Test
  void sourcesBesideItAreNoApplication() throws IOException {
    Files.createDirectory(parent.resolve("other"));
    Files.writeString(parent.resolve("other/app.toml"), "");
    Files.writeString(parent.resolve("other/app.py"), "");
    assertThat(problems())
        .containsExactly(
            parent.resolve("other")
                + ": there is no pyrestrict-manifest.json in it: 'compile -o DIR' writes one");
  }
}
