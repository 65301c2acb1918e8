package dev.pyrestrict.hosting;

import com.google.common.base.Splitter;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What applications remember of their users, in a store. A user's browser holds a signed number and
 * nothing else. Thread-safe.
 */
public final class Sessions implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LARGEST = 64 << 10;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private final CacheStore store;
  private final HashFunction signature;

  /**
   * Creates sessions.
   *
   * @param key what numbers are signed with: servers that share a store share it too
   */
  Sessions(CacheStore store, ByteBuffer key) {
    this.store = store;
    byte[] bytes = new byte[key.remaining()];
    key.duplicate().get(bytes);
    signature = Hashing.hmacSha256(bytes);
  }

  /** Returns a key that nobody knows. */
  static ByteBuffer newKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return ByteBuffer.wrap(key);
  }

  /** Returns the number in a cookie, if it was signed here for that application. */
  Optional<String> number(String application, String cookie) {
    List<String> parts = Splitter.on('.').splitToList(cookie);
    return parts.size() == 2
            && MessageDigest.isEqual(bytes(parts.get(1)), bytes(signed(application, parts.get(0))))
        ? Optional.of(parts.get(0))
        : Optional.empty();
  }

  /** Returns a number that nobody has. */
  static String newNumber() {
    byte[] bytes = new byte[18];
    RANDOM.nextBytes(bytes);
    return BaseEncoding.base64Url().encode(bytes);
  }

  /** Returns what a browser is given for a number. */
  String cookie(String application, String number) {
    return number + "." + signed(application, number);
  }

  private String signed(String application, String number) {
    return signature.hashString(application + "\n" + number, StandardCharsets.UTF_8).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static CacheStore.Key key(String application, String number) {
    return new CacheStore.Key("session", application, "", number);
  }

  /**
   * Returns the values kept under a number, "" when there are none.
   *
   * @throws IOException if the store does not answer
   */
  String get(String application, String number) throws IOException {
    CacheStore.Key key = key(application, number);
    Optional<CacheStore.Found> found = store.get(key);
    if (found.isPresent()) {
      store.touch(key, LIFE);
    }
    return found.map(f -> StandardCharsets.UTF_8.decode(f.value()).toString()).orElse("");
  }

  /**
   * Keeps values; reports whether they were small enough.
   *
   * @throws IOException if the store does not answer
   */
  boolean put(String application, String number, String value) throws IOException {
    if (value.length() > LARGEST) {
      return false;
    }
    return store.put(
        CacheStore.Condition.ALWAYS, key(application, number), ByteBuffer.wrap(bytes(value)), LIFE);
  }

  /** Forgets them, or the way to where they are kept. */
  @Override
  public void close() {
    store.close();
  }
}
