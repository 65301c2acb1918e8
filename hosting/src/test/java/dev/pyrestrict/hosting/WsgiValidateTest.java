package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** The standard library's own validator finds nothing wrong with how applications are called. */
final class WsgiValidateTest {
  @Test
  void theClientOfApplicationsIsAServerAsPep3333WantsIt() throws IOException {
    try (Context context =
        Context.newBuilder("python")
            .allowAllAccess(true)
            .option("engine.WarnInterpreterOnly", "false")
            .build()) {
      Value names = context.getBindings("python");
      names.putMember("SESSION", client("session"));
      names.putMember("HOSTED_APPLICATION", client("hosted_application"));
      context.eval("python", Files.readString(Path.of("../testdata/hosting/wsgi_checks.py")));
      assertThat(names.getMember("done").asBoolean()).isTrue();
    }
  }

  private static String client(String name) throws IOException {
    return Resources.toString(
        Resources.getResource(WsgiValidateTest.class, "guest/" + name + ".py"),
        StandardCharsets.UTF_8);
  }
}
