package dev.pyrestrict.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.base.Splitter;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What applications remember of their users. A user's browser holds a signed number, the values
 * stay here. Thread-safe.
 */
final class Sessions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LARGEST = 64 << 10;
  private static final Duration LIFE = Duration.ofMinutes(30);

  private record Key(String application, String number) {}

  private final HashFunction signature;
  private final Cache<Key, String> values =
      Caffeine.newBuilder()
          .maximumWeight(64L << 20)
          .weigher((Key key, String value) -> 100 + 2 * value.length())
          .expireAfterAccess(LIFE)
          .build();

  Sessions() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    signature = Hashing.hmacSha256(key);
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

  /** Returns the values kept under a number, "" when there are none. */
  String get(String application, String number) {
    return Optional.ofNullable(values.getIfPresent(new Key(application, number))).orElse("");
  }

  /** Keeps values; reports whether they were small enough. */
  boolean put(String application, String number, String value) {
    if (value.length() > LARGEST) {
      return false;
    }
    values.put(new Key(application, number), value);
    return true;
  }
}
