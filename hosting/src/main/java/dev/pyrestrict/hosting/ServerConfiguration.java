package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.net.HostAndPort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * What only the host knows: addresses and credentials, from a file that no application can read.
 *
 * @param databases by name; a name that is not among them is a database of the server's own
 * @param cache where the memcached is that keeps caches and sessions; empty for the server's memory
 * @param cacheBytes what the server's memory keeps for the caches of one application, and for its
 *     sessions
 * @param sessionKey what sessions are signed with; empty for one that is made at each start
 */
public record ServerConfiguration(
    ImmutableMap<String, SqlService.Database> databases,
    Optional<HostAndPort> cache,
    long cacheBytes,
    Optional<ByteBuffer> sessionKey) {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of(
          "url", "user", "password", "password_file", "read_only", "rows", "seconds", "megabytes");

  /** Nothing but the server's own. */
  public static final ServerConfiguration EMBEDDED =
      new ServerConfiguration(ImmutableMap.of(), Optional.empty(), 8L << 20, Optional.empty());

  /**
   * Reads a file.
   *
   * @throws IOException if it can't be read
   * @throws IllegalArgumentException in words for the one who wrote it
   */
  public static ServerConfiguration read(Path file) throws IOException {
    TomlParseResult toml = Toml.parse(file);
    if (toml.hasErrors()) {
      throw wrong(file, toml.errors().get(0).toString());
    }
    try {
      return of(toml, file);
    } catch (TomlInvalidTypeException e) {
      throw wrong(file, e.getMessage());
    }
  }

  private static ServerConfiguration of(TomlParseResult toml, Path file) throws IOException {
    Map<String, SqlService.Database> databases = new LinkedHashMap<>();
    Optional<HostAndPort> cache = Optional.empty();
    Optional<ByteBuffer> sessionKey = Optional.empty();
    long bytes = EMBEDDED.cacheBytes();
    for (String key : toml.keySet()) {
      switch (key) {
        case "memcached" -> cache = Optional.of(address(file, toml.getString(key)));
        case "cache_megabytes" -> bytes = toml.getLong(key, () -> 8) << 20;
        case "session_key_file" ->
            sessionKey = Optional.of(key(file, file.resolveSibling(toml.getString(key))));
        case "sql" -> {
          TomlTable table =
              Optional.ofNullable(toml.getTable("sql"))
                  .orElseThrow(() -> wrong(file, "'sql' holds tables: [sql.name]"));
          for (String name : table.keySet()) {
            databases.put(name, database(file, name, table.getTableOrEmpty(name)));
          }
        }
        default ->
            throw wrong(
                file,
                "unknown key '"
                    + key
                    + "'; known: sql, memcached, cache_megabytes, session_key_file");
      }
    }
    return new ServerConfiguration(ImmutableMap.copyOf(databases), cache, bytes, sessionKey);
  }

  private static HostAndPort address(Path file, String text) {
    try {
      return HostAndPort.fromString(text).withDefaultPort(11211);
    } catch (IllegalArgumentException e) {
      throw wrong(file, "'memcached' is a host and a port: \"cache.internal:11211\"");
    }
  }

  private static ByteBuffer key(Path file, Path secret) throws IOException {
    byte[] bytes = secret(file, secret).getBytes(StandardCharsets.UTF_8);
    if (bytes.length < 32) {
      throw wrong(file, "'session_key_file' names a file with 32 characters or more");
    }
    return ByteBuffer.wrap(bytes);
  }

  private static SqlService.Database database(Path file, String name, TomlTable table)
      throws IOException {
    for (String key : table.keySet()) {
      if (!KEYS.contains(key)) {
        throw wrong(
            file, "unknown key 'sql." + name + "." + key + "'; known: " + String.join(", ", KEYS));
      }
    }
    String passwordFile = table.getString("password_file", () -> "");
    String password =
        passwordFile.isEmpty()
            ? table.getString("password", () -> "")
            : secret(file, file.resolveSibling(passwordFile));
    return new SqlService.Database(
        table.getString("url", () -> ""),
        table.getString("user", () -> ""),
        password,
        table.getBoolean("read_only", () -> false),
        (int) Math.min(1_000_000, table.getLong("rows", () -> 10_000)),
        Duration.ofSeconds(table.getLong("seconds", () -> 5)),
        Math.max(32, table.getLong("megabytes", () -> 128)) << 20);
  }

  private static String secret(Path file, Path secret) throws IOException {
    if (!Files.isReadable(secret)) {
      throw wrong(file, secret + " can't be read");
    }
    if (ApplicationDirectory.isGuests(secret)) {
      throw wrong(file, secret + " can be read by an application's guests: keep it elsewhere");
    }
    return Files.readString(secret).strip();
  }

  private static IllegalArgumentException wrong(Path file, String message) {
    return new IllegalArgumentException(file + ": " + message);
  }

  /** Makes the services. */
  public HostServices services() {
    return new HostServices(
        ImmutableMap.of(
            "sql", new SqlService(databases),
            "memcache", new MemcacheService(store()),
            "fetch", new FetchService(),
            "files", new FileService()),
        new Sessions(store(), sessionKey.orElseGet(Sessions::newKey)));
  }

  private CacheStore store() {
    return cache
        .<CacheStore>map(MemcachedClient::new)
        .orElseGet(() -> new EmbeddedCache(cacheBytes));
  }
}
