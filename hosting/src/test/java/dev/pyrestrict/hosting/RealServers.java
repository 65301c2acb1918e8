package dev.pyrestrict.hosting;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.net.HostAndPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A MariaDB and a memcached of a test's own, on free ports of the loopback interface. */
final class RealServers implements AutoCloseable {
  static final String USER = "app_user_7";
  static final String PASSWORD = "correct-horse-9";
  static final String DATABASE = "guestbook_db_5";

  private final Path directory;
  private final List<Process> processes = new ArrayList<>();
  private final int databasePort = freePort();
  private final int cachePort = freePort();

  private RealServers() throws IOException {
    directory = Files.createTempDirectory("pyrestrict-servers");
  }

  /** Starts both; skips the test where one of them is not installed. */
  static RealServers start() throws IOException, InterruptedException {
    assumeTrue(
        find("mariadbd").isPresent() && find("memcached").isPresent(),
        "mariadbd and memcached are not installed: apt-get install mariadb-server memcached");
    RealServers servers = new RealServers();
    try {
      servers.startDatabase();
      servers.startCache();
      return servers;
    } catch (IOException | InterruptedException | RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  /** Starts a memcached; skips the test where there is none. */
  static RealServers startCacheOnly() throws IOException, InterruptedException {
    assumeTrue(
        find("memcached").isPresent(), "memcached is not installed: apt-get install memcached");
    RealServers servers = new RealServers();
    servers.startCache();
    return servers;
  }

  private static Optional<Path> find(String program) {
    return ImmutableList.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/local/sbin").stream()
        .map(place -> Path.of(place, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve(Path.of(command[0]).getFileName() + ".log").toFile())
            .start();
    processes.add(process);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }

  private void startDatabase() throws IOException, InterruptedException {
    Path data = directory.resolve("data");
    String me = System.getProperty("user.name");
    Process install =
        run(
            find("mariadb-install-db").orElseThrow().toString(),
            "--no-defaults",
            "--user=" + me,
            "--datadir=" + data,
            "--auth-root-authentication-method=normal",
            "--skip-test-db");
    if (!install.waitFor(60, TimeUnit.SECONDS) || install.exitValue() != 0) {
      throw new IOException("mariadb-install-db failed: " + logged());
    }
    run(
        find("mariadbd").orElseThrow().toString(),
        "--no-defaults",
        "--user=" + me,
        "--datadir=" + data,
        "--socket=" + directory.resolve("s"),
        "--pid-file=" + directory.resolve("pid"),
        "--bind-address=127.0.0.1",
        "--port=" + databasePort,
        "--skip-log-bin",
        "--innodb-buffer-pool-size=32M",
        "--innodb-flush-log-at-trx-commit=0");
    await(databasePort);
    try (Connection root = root();
        Statement statement = root.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
      statement.execute("CREATE DATABASE others_db");
      statement.execute("CREATE TABLE others_db.secret (word VARCHAR(40))");
      statement.execute("INSERT INTO others_db.secret VALUES ('somebody-elses')");
      // More than a guestbook needs: what is refused must be refused before rights are asked for.
      statement.execute(
          "GRANT ALL ON *.* TO '" + USER + "'@'127.0.0.1' IDENTIFIED BY '" + PASSWORD + "'");
    } catch (SQLException e) {
      throw new IOException("the database does not listen: " + logged(), e);
    }
  }

  private void startCache() throws IOException, InterruptedException {
    run(
        find("memcached").orElseThrow().toString(),
        "-u",
        System.getProperty("user.name"),
        "-l",
        "127.0.0.1",
        "-p",
        Integer.toString(cachePort),
        "-U",
        "0",
        "-m",
        "64");
    await(cachePort);
  }

  private void await(int port) throws IOException, InterruptedException {
    for (int i = 0; i < 600; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (socket.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IOException("nothing listens on port " + port + ": " + logged());
  }

  private String logged() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("mariadb-install-db.log", "mariadbd.log", "memcached.log")) {
      if (Files.exists(directory.resolve(name))) {
        all.append(Files.readString(directory.resolve(name)));
      }
    }
    return all.toString();
  }

  Connection root() throws SQLException {
    return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + databasePort, "root", "");
  }

  HostAndPort cache() {
    return HostAndPort.fromParts("127.0.0.1", cachePort);
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:" + databasePort + "/" + DATABASE;
  }

  /** A server's configuration in which guests' databases and caches are these. */
  ServerConfiguration configuration(String... databases) {
    SqlService.Database database =
        new SqlService.Database(url(), USER, PASSWORD, false, 1000, Duration.ofSeconds(2), 0);
    ImmutableMap.Builder<String, SqlService.Database> named = ImmutableMap.builder();
    for (String name : databases) {
      named.put(name, database);
    }
    return new ServerConfiguration(
        named.buildOrThrow(),
        Optional.of(cache()),
        0,
        Optional.of(
            ByteBuffer.wrap(
                "0123456789abcdef0123456789abcdef"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))));
  }

  @Override
  public void close() throws IOException {
    for (Process process : processes) {
      process.destroyForcibly().onExit().join();
    }
    MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
  }
}
