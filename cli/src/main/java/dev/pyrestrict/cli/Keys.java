package dev.pyrestrict.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.pyrestrict.rewriter.Ed25519;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/** Reads keys that a user names. */
final class Keys {
  private static final int MAX_BYTES = 1 << 16;

  private Keys() {}

  /**
   * Reads a private key.
   *
   * @throws UsageException when there is none in the file
   */
  static PrivateKey readPrivate(Path file) {
    try {
      return Ed25519.privateKey(read(file));
    } catch (InvalidKeyException e) {
      throw new UsageException(
          file
              + ": "
              + e.getMessage()
              + ": make a private key with 'openssl genpkey -algorithm ed25519 -out key.pem'");
    }
  }

  /**
   * Reads a public key.
   *
   * @throws UsageException when there is none in the file
   */
  static PublicKey readPublic(Path file) {
    try {
      return Ed25519.publicKey(read(file));
    } catch (InvalidKeyException e) {
      throw new UsageException(
          file
              + ": "
              + e.getMessage()
              + ": take the public half with 'openssl pkey -in key.pem -pubout -out key.pub'");
    }
  }

  private static String read(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
        throw new UsageException(file + ": is too large for a key");
      }
      return new String(Input.whole(file), ISO_8859_1);
    } catch (IOException e) {
      throw new UsageException(file + ": " + Input.reason(e, Optional.of(file)));
    }
  }
}
