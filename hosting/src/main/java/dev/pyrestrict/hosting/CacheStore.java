package dev.pyrestrict.hosting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Where values are kept by key, for a time. Thread-safe. */
sealed interface CacheStore extends AutoCloseable permits EmbeddedCache, MemcachedClient {

  /**
   * What a value is kept under. No two of them meet, whatever a guest chooses as a name.
   *
   * @param kind what keeps it: a cache, or the sessions
   * @param application whose value it is
   * @param cache which of the application's caches
   * @param name as the application chose it
   */
  record Key(String kind, String application, String cache, String name) {}

  /**
   * A value that was found.
   *
   * @param unique another one after each change
   */
  record Found(ByteBuffer value, long unique) {}

  /** When a value is written. */
  enum Condition {
    ALWAYS,
    IF_ABSENT,
    IF_PRESENT
  }

  Optional<Found> get(Key key) throws IOException;

  /**
   * Keeps a value.
   *
   * @param life how long; zero for as long as there is room
   * @return whether it was written
   */
  boolean put(Condition condition, Key key, ByteBuffer value, Duration life) throws IOException;

  /** Keeps a value if the one that is there is still the one that was found. */
  boolean putIfUnchanged(Key key, ByteBuffer value, long unique, Duration life) throws IOException;

  boolean delete(Key key) throws IOException;

  boolean touch(Key key, Duration life) throws IOException;

  /**
   * Adds to a value that is a number in ASCII digits; it does not go below zero.
   *
   * @return the sum; empty when there is no such number
   */
  OptionalLong add(Key key, long delta) throws IOException;

  @Override
  void close();
}
