package dev.pyrestrict.runtime;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.zip.Checksum;
import java.util.zip.Deflater;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes, sums up and compresses bytes, and makes them by chance, as the methods of those names do,
 * in steps between which a guest can be stopped. Called from the copies of GraalPy's jars.
 * Stateless.
 */
public final class ByteSteps {
  /** Bytes: some milliseconds' work. */
  private static final int STEP = 1 << 20;

  /** Bytes that come out of a compressor: more than a megabyte may go in for them. */
  private static final int COMPRESSED = 1 << 14;

  /** What an HMAC's name has before its hash's. */
  private static final int PREFIX = "hmac".length();

  /** Java calls them SHA-1 and SHA-512, and their HMACs HmacSHA1 and HmacSHA512. */
  private static final String SHA = "^sha(?=\\d)(?!3-)";

  /** One step. */
  @FunctionalInterface
  private interface Step {
    void take(int from, int length);
  }

  private ByteSteps() {}

  /** {@link MessageDigest#update(byte[], int, int)}. */
  public static void update(MessageDigest digest, byte[] bytes, int from, int length) {
    inSteps(from, length, (start, count) -> digest.update(bytes, start, count));
  }

  /** {@link Mac#update(byte[], int, int)}. */
  public static void update(Mac mac, byte[] bytes, int from, int length) {
    inSteps(from, length, (start, count) -> mac.update(bytes, start, count));
  }

  /** {@link Mac#init(Key)}, for an HMAC: its hash stands for a key that is longer than a block. */
  public static void init(Mac mac, Key key) throws InvalidKeyException, NoSuchAlgorithmException {
    byte[] bytes = key.getEncoded();
    if (bytes.length <= STEP) {
      mac.init(key);
      return;
    }
    String hash =
        mac.getAlgorithm().toLowerCase(Locale.ROOT).substring(PREFIX).replaceFirst(SHA, "sha-");
    MessageDigest digest = MessageDigest.getInstance(hash);
    update(digest, bytes, 0, bytes.length);
    mac.init(new SecretKeySpec(digest.digest(), mac.getAlgorithm()));
  }

  /** {@link Checksum#update(byte[])}. */
  public static void update(Checksum sum, byte[] bytes) {
    inSteps(0, bytes.length, (start, count) -> sum.update(bytes, start, count));
  }

  /** {@link Deflater#deflate(byte[])}: into few bytes at a time, so that it does not read many. */
  public static int deflate(Deflater deflater, byte[] compressed) {
    int made = 0;
    int more;
    do {
      int room = Math.min(COMPRESSED, compressed.length - made);
      more = deflater.deflate(compressed, made, room);
      made += more;
      Safepoint.poll();
    } while (more > 0 && made < compressed.length);
    return made;
  }

  /** {@link SecureRandom#nextBytes(byte[])}. */
  public static void nextBytes(SecureRandom random, byte[] bytes) {
    inSteps(
        0,
        bytes.length,
        (start, count) -> {
          byte[] made = new byte[count];
          random.nextBytes(made);
          System.arraycopy(made, 0, bytes, start, count);
        });
  }

  private static void inSteps(int from, int length, Step step) {
    int end = from + length;
    for (int at = from; at < end; at += STEP) {
      step.take(at, Math.min(STEP, end - at));
      if (end - at > STEP) {
        Safepoint.poll();
      }
    }
  }
}
