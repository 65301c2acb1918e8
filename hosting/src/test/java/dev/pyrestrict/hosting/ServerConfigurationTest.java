package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerConfigurationTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "nothing = 1, unknown key 'nothing'",
    "memcached = 3, memcached",
    "cache_megabytes = 'x', cache_megabytes",
    "session_key_file = 'none', none can't be read",
    "sql = 3, sql",
    "sql.a.url = 3, url",
    "sql.a.rows = 'x', rows",
    "sql.a.password_file = 'gone', gone can't be read",
  })
  void mistakesAreSaid(String line, String words) throws IOException {
    Path file = Files.writeString(directory.resolve("server.toml"), line);
    assertThat(assertThrows(IllegalArgumentException.class, () -> ServerConfiguration.read(file)))
        .hasMessageThat()
        .containsMatch("server.toml: .*" + words);
  }

  /** What {@code pyrestrict serve} is given may be an application itself. */
  @Test
  void secretsThatGuestsCanReadAreRefused() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("server.toml"),
            """
            [sql.guestbook]
            url = "jdbc:mariadb://db.internal/guestbook"
            password_file = "guestbook.password"
            """);
    Path secret = Files.writeString(directory.resolve("guestbook.password"), "secret");
    assertThat(ServerConfiguration.read(file).databases()).containsKey("guestbook");
    Files.writeString(directory.resolve("app.toml"), "");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> ServerConfiguration.read(file));
    assertThat(e).hasMessageThat().contains("can be read by an application's guests");
    assertThat(ApplicationDirectory.isGuests(secret)).isTrue();
    assertThat(ApplicationDirectory.isGuests(file)).isFalse();
    Path hidden = Files.createDirectory(directory.resolve(".secrets"));
    assertThat(ApplicationDirectory.isGuests(Files.writeString(hidden.resolve("key"), "k")))
        .isFalse();
    Path below = Files.createDirectories(directory.resolve("data/more"));
    assertThat(ApplicationDirectory.isGuests(Files.writeString(below.resolve("x.toml"), "")))
        .isTrue();
  }
}
