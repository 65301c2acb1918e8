package dev.pyrestrict.cli;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Splitter;
import com.google.common.base.Strings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A directory with files to try commands on, which call it DIR. */
record Workspace(Path directory) {

  void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Writes a new pair of keys, NAME.pem and NAME.pub. */
  void writeKeys(String name) throws IOException, NoSuchAlgorithmException {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    write(name + ".pem", pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    write(name + ".pub", pem("PUBLIC KEY", keys.getPublic().getEncoded()));
  }

  private static String pem(String kind, byte[] bytes) {
    String body = Base64.getEncoder().encodeToString(bytes);
    return Strings.lenientFormat("-----BEGIN %s-----\n%s\n-----END %s-----\n", kind, body, kind);
  }

  /** Runs a command; a space ends each of its words. */
  Terminal.Result run(String commandLine) {
    return Terminal.run(
        Splitter.on(' ')
            .splitToStream(commandLine.replace("DIR", directory.toString()))
            .toArray(String[]::new));
  }

  /** Runs a command that has to succeed, and returns its standard output. */
  String succeed(String commandLine) {
    Terminal.Result result = run(commandLine);
    assertWithMessage("%s%s", result.out(), result.err()).that(result.status()).isEqualTo(0);
    return result.out();
  }
}
