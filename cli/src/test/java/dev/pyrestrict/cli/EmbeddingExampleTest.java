package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pyrestrict.rewriter.Ed25519;
import dev.pyrestrict.rewriter.Policy;
import dev.pyrestrict.runtime.GuestResult;
import dev.pyrestrict.runtime.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project in {@code examples/embedding} compiles and does what its guide says. */
final class EmbeddingExampleTest {
  private static final Path ROOT = Path.of(System.getProperty("pyrestrict.root"));
  private static final Path SOURCES = ROOT.resolve("examples/embedding/src/main/java/example");

  @TempDir private Path directory;
  private Class<?> example;

  @BeforeEach
  void compile() throws Exception {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                messages,
                messages,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory + File.separator + "classes",
                SOURCES.resolve("PriceServer.java").toString(),
                SOURCES.resolve("RefusedOfType.java").toString());
    assertWithMessage(messages.toString(UTF_8)).that(status).isEqualTo(0);
    URL[] classes = {directory.resolve("classes").toUri().toURL()};
    example =
        new URLClassLoader(classes, getClass().getClassLoader()).loadClass("example.PriceServer");
  }

  private static String captured(Run run) throws Exception {
    PrintStream usual = System.out;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, UTF_8));
    try {
      run.run();
    } finally {
      System.setOut(usual);
    }
    return output.toString(UTF_8);
  }

  private interface Run {
    void run() throws Exception;
  }

  @Test
  void rulesAnswerRaiseOrAreStopped() throws Exception {
    Method main = example.getMethod("main", String[].class);
    String said = captured(() -> main.invoke(null, (Object) new String[0]));
    String guide = Files.readString(ROOT.resolve("docs/embedding.md"), UTF_8);
    assertThat(said).startsWith("ready answered: 2700\n");
    assertWithMessage("docs/embedding.md shows what the example writes").that(guide).contains(said);
  }

  @Test
  void signedProgramsRun() throws Exception {
    Shell shell = Shell.in(directory);
    Files.createDirectories(shell.directory().resolve("src"));
    Files.writeString(shell.directory().resolve("src/__main__.py"), "import one\nprint(one.x)\n");
    Files.writeString(shell.directory().resolve("src/one.py"), "x = 1\n");
    Shell.Result made =
        shell.run(
            "set -e; openssl genpkey -algorithm ed25519 -out key.pem;"
                + " openssl pkey -in key.pem -pubout -out key.pub;"
                + " pyrestrict compile -o build --sign key.pem src");
    assertWithMessage(made.output()).that(made.status()).isEqualTo(0);
    PublicKey key = Ed25519.publicKey(Files.readString(shell.directory().resolve("key.pub")));
    Method runSigned =
        example.getDeclaredMethod(
            "runSigned", Path.class, PublicKey.class, Policy.class, Sandbox.class);
    runSigned.setAccessible(true);
    Policy policy = Policy.profile("default");
    try (Sandbox sandbox = Sandbox.builder().policy(policy).build()) {
      Path build = shell.directory().resolve("build");
      String said =
          captured(
              () ->
                  assertThat(runSigned.invoke(null, build, key, policy, sandbox))
                      .isInstanceOf(GuestResult.Completed.class));
      assertThat(said).isEqualTo("1\n");
    }
  }
}
