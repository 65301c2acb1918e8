package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Both stores do the same. */
final class CacheStoreTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void embedded() throws Exception {
    try (CacheStore store = new EmbeddedCache(1 << 20)) {
      check(store);
    }
  }

  @Test
  void memcached() throws Exception {
    try (RealServers servers = RealServers.startCacheOnly();
        CacheStore store = new MemcachedClient(servers.cache())) {
      check(store);
    }
  }

  @Test
  void anEmbeddedCacheKeepsToItsSizeAndPushesOutNobodyElses() throws Exception {
    try (CacheStore store = new EmbeddedCache(1 << 20)) {
      CacheStore.Key other = new CacheStore.Key("memcache", "other", "c", "k");
      store.put(CacheStore.Condition.ALWAYS, other, bytes("kept"), Duration.ZERO);
      for (int i = 0; i < 100; i++) {
        store.put(
            CacheStore.Condition.ALWAYS, key("k" + i), ByteBuffer.allocate(100_000), Duration.ZERO);
      }
      long left = 0;
      for (int i = 0; i < 100; i++) {
        left += store.get(key("k" + i)).isPresent() ? 1 : 0;
      }
      assertThat(left).isAtMost(11);
      assertThat(left).isAtLeast(5);
      assertThat(text(store, other)).isEqualTo("kept");
    }
  }

  private static CacheStore.Key key(String name) {
    return new CacheStore.Key("memcache", "app", "c", name);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(CacheStore store, CacheStore.Key key) throws IOException {
    return store
        .get(key)
        .map(found -> StandardCharsets.UTF_8.decode(found.value()).toString())
        .orElse("nothing");
  }

  private static void check(CacheStore store) throws Exception {
    CacheStore.Key key = key("k é\r\nset x 0 0 1\r\n");
    assertThat(store.get(key)).isEmpty();
    assertThat(store.put(CacheStore.Condition.IF_PRESENT, key, bytes("no"), MINUTE)).isFalse();
    assertThat(store.put(CacheStore.Condition.IF_ABSENT, key, bytes("a\r\nEND\r\n\0é"), MINUTE))
        .isTrue();
    assertThat(text(store, key)).isEqualTo("a\r\nEND\r\n\0é");
    assertThat(store.put(CacheStore.Condition.IF_ABSENT, key, bytes("no"), MINUTE)).isFalse();
    long unique = store.get(key).orElseThrow().unique();
    assertThat(store.put(CacheStore.Condition.IF_PRESENT, key, bytes(""), MINUTE)).isTrue();
    assertThat(text(store, key)).isEqualTo("");
    assertThat(store.putIfUnchanged(key, bytes("no"), unique, MINUTE)).isFalse();
    long now = store.get(key).orElseThrow().unique();
    assertThat(store.putIfUnchanged(key, bytes("7"), now, Duration.ofDays(60))).isTrue();
    assertThat(store.add(key, 5)).isEqualTo(OptionalLong.of(12));
    assertThat(store.add(key, -4)).isEqualTo(OptionalLong.of(8));
    assertThat(store.add(key, -40)).isEqualTo(OptionalLong.of(0));
    CacheStore.Key counted = key("counted");
    store.put(CacheStore.Condition.ALWAYS, counted, bytes("1"), Duration.ofSeconds(3));
    Thread.sleep(1500);
    // What is counted, or not written, does not live longer for that.
    assertThat(store.add(counted, 1)).isEqualTo(OptionalLong.of(2));
    assertThat(store.putIfUnchanged(counted, bytes("no"), -1, MINUTE)).isFalse();
    assertThat(store.touch(key, Duration.ofSeconds(1))).isTrue();
    Thread.sleep(2100);
    assertThat(store.get(counted)).isEmpty();
    assertThat(store.get(key)).isEmpty();
    assertThat(store.touch(key, MINUTE)).isFalse();
    assertThat(store.delete(key)).isFalse();
    assertThat(store.put(CacheStore.Condition.ALWAYS, key, bytes("word"), MINUTE)).isTrue();
    assertThat(store.add(key, 1)).isEmpty();
    assertThat(store.add(key("none"), 1)).isEmpty();
    // It counts in 64 bits without a sign, and begins again at nothing.
    CacheStore.Key large = key("large");
    store.put(CacheStore.Condition.ALWAYS, large, bytes("18446744073709551600"), MINUTE);
    assertThat(store.add(large, 10)).isEqualTo(OptionalLong.of(-6));
    assertThat(store.add(large, 10)).isEqualTo(OptionalLong.of(4));
    CacheStore.Key sameName = new CacheStore.Key("memcache", "app", "other", key.name());
    assertThat(store.get(sameName)).isEmpty();
    assertThat(store.delete(key)).isTrue();
    assertThat(store.get(key)).isEmpty();
    CacheStore.Key counter = key("counter");
    store.put(CacheStore.Condition.ALWAYS, counter, bytes("0"), MINUTE);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int j = 0; j < 20; j++) {
                        store.add(counter, 1);
                      }
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(text(store, counter)).isEqualTo("1000");
  }
}
