package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a guest sends as text arrives whole or not at all. */
final class SentTextTest {
  private static final String WHOLE = "\ud83d\ude00";
  private static final List<String> HALVES = List.of("\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d");

  private static final Grant GRANT =
      new Grant(
          "app",
          Path.of("."),
          ImmutableSetMultimap.of("sql", "guestbook", "memcache", "pages"),
          ImmutableMap.of(
              "sql",
              new SqlService(Map.of()),
              "memcache",
              new MemcacheService(new EmbeddedCache(1 << 20))),
          new ServiceLimits(Long.MAX_VALUE, Long.MAX_VALUE, 4, ImmutableMap.of()),
          new SilentLog());

  private static List<?> ask(Object... question) throws Exception {
    return (List<?>) GRANT.function().call(Arrays.asList(question), ImmutableMap.of());
  }

  @Test
  void toCaches() throws Exception {
    Object token = ask("gateway", "token", "pages").get(1);
    assertThat(ask("memcache", "set", token, WHOLE, WHOLE)).isEqualTo(List.of("ok", true));
    assertThat(((List<?>) ask("memcache", "get", token, WHOLE).get(1)).get(0)).isEqualTo(WHOLE);
    for (String half : HALVES) {
      for (Object value : new Object[] {half, List.of("json", half)}) {
        assertWithMessage("%s", value)
            .that(ask("memcache", "set", token, "key", value).get(0))
            .isEqualTo("data");
      }
      assertThat(ask("memcache", "set", token, half, 1L).get(0)).isEqualTo("data");
      assertThat(ask("memcache", "get", token, half).get(0)).isEqualTo("data");
    }
  }

  @Test
  void toDatabases() throws Exception {
    Object connection = ask("sql", "open", "guestbook").get(1);
    List<?> answer = ask("sql", "execute", connection, "SELECT '" + WHOLE + "', ?", List.of(WHOLE));
    assertThat(((List<?>) answer.get(1)).get(1)).isEqualTo(List.of(List.of(WHOLE, WHOLE)));
    for (String half : HALVES) {
      assertThat(ask("sql", "execute", connection, "SELECT ?", List.of(half)).get(0))
          .isEqualTo("data");
      assertThat(ask("sql", "execute", connection, "SELECT '" + half + "'", List.of()).get(0))
          .isEqualTo("data");
    }
    ask("sql", "close", connection);
  }
}
