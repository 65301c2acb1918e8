package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * What only the host knows: addresses and credentials, from a file that no application can read.
 *
 * @param databases by name; a name that is not among them is a database of the server's own
 * @param memcacheBytes what the caches hold together
 */
public record ServerConfiguration(
    ImmutableMap<String, SqlService.Database> databases, long memcacheBytes) {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of("url", "user", "password", "password_file", "read_only", "rows", "seconds");

  /** Nothing but the server's own. */
  public static final ServerConfiguration EMBEDDED =
      new ServerConfiguration(ImmutableMap.of(), 64L << 20);

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
    Map<String, SqlService.Database> databases = new LinkedHashMap<>();
    long bytes = EMBEDDED.memcacheBytes();
    for (String key : toml.keySet()) {
      switch (key) {
        case "memcache_megabytes" -> bytes = toml.getLong(key, () -> 64) << 20;
        case "sql" -> {
          TomlTable table =
              Optional.ofNullable(toml.getTable("sql"))
                  .orElseThrow(() -> wrong(file, "'sql' holds tables: [sql.name]"));
          for (String name : table.keySet()) {
            databases.put(name, database(file, name, table.getTableOrEmpty(name)));
          }
        }
        default -> throw wrong(file, "unknown key '" + key + "'; known: sql, memcache_megabytes");
      }
    }
    return new ServerConfiguration(ImmutableMap.copyOf(databases), bytes);
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
            : Files.readString(file.resolveSibling(passwordFile)).strip();
    return new SqlService.Database(
        table.getString("url", () -> ""),
        table.getString("user", () -> ""),
        password,
        table.getBoolean("read_only", () -> false),
        (int) Math.min(1_000_000, table.getLong("rows", () -> 10_000)),
        Duration.ofSeconds(table.getLong("seconds", () -> 5)));
  }

  private static IllegalArgumentException wrong(Path file, String message) {
    return new IllegalArgumentException(file + ": " + message);
  }

  /** Makes the services. */
  public ImmutableMap<String, Service> services() {
    return ImmutableMap.of(
        "sql", new SqlService(databases),
        "memcache", new MemcacheService(memcacheBytes),
        "fetch", new FetchService(),
        "files", new FileService());
  }
}
