package dev.pyrestrict.rewriter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EncodedKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signatures of RFC 8032, with keys in PEM (RFC 7468) as {@code openssl genpkey -algorithm ed25519}
 * and {@code openssl pkey -pubout} write them.
 */
public final class Ed25519 {
  private static final String ALGORITHM = "Ed25519";
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  private Ed25519() {}

  /**
   * Reads a private key.
   *
   * @throws InvalidKeyException which says in a sentence what else the text is
   */
  public static PrivateKey privateKey(String pem) throws InvalidKeyException {
    EncodedKeySpec key = new PKCS8EncodedKeySpec(decoded(pem, "PRIVATE KEY"));
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(key);
    } catch (InvalidKeySpecException e) {
      throw new InvalidKeyException("not an Ed25519 key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a public key.
   *
   * @throws InvalidKeyException which says in a sentence what else the text is
   */
  public static PublicKey publicKey(String pem) throws InvalidKeyException {
    EncodedKeySpec key = new X509EncodedKeySpec(decoded(pem, "PUBLIC KEY"));
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(key);
    } catch (InvalidKeySpecException e) {
      throw new InvalidKeyException("not an Ed25519 key", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] decoded(String pem, String kind) throws InvalidKeyException {
    Matcher matcher = PEM.matcher(pem);
    if (!matcher.find()) {
      throw new InvalidKeyException("not a key in PEM");
    }
    if (!matcher.group(1).equals(kind)) {
      throw new InvalidKeyException(
          "a " + matcher.group(1) + " in PEM, where a " + kind + " is needed");
    }
    try {
      return Base64.getMimeDecoder().decode(matcher.group(2));
    } catch (IllegalArgumentException e) {
      throw new InvalidKeyException("not a key in PEM", e);
    }
  }

  /** Returns the signature of the bytes, in Base64. */
  static String sign(byte[] bytes, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reports whether the text is a signature of the bytes, made with the key's other half. */
  static boolean verifies(byte[] bytes, byte[] text, PublicKey key) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(bytes);
      return signature.verify(Base64.getDecoder().decode(new String(text, US_ASCII).strip()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
