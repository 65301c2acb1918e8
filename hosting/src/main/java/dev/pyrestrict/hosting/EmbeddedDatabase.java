package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A database in the memory of a process of its own, so that nothing that a statement does takes the
 * server's memory or processor for longer than it may: there are patterns of LIKE that no timeout
 * ends. The process is killed when a statement is overdue, and ends when its heap is full; what was
 * in it is gone then, and the next connection finds an empty one.
 */
final class EmbeddedDatabase implements DatabaseSource {
  /** How long beyond its time a statement may take to notice that. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private static final Duration START = Duration.ofSeconds(30);

  private static final ScheduledExecutorService DEADLINES =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("pyrestrict-database-deadlines").factory());

  private final Process process;
  private final HikariDataSource pool;
  private final Duration time;
  private volatile boolean full;
  private volatile boolean killed;

  private EmbeddedDatabase(Process process, HikariDataSource pool, Duration time) {
    this.process = process;
    this.pool = pool;
    this.time = time;
  }

  /**
   * Starts the process and waits until it listens.
   *
   * @throws UncheckedIOException if it does not
   */
  static EmbeddedDatabase start(SqlService.Database database) {
    String password = UUID.randomUUID().toString();
    Process process;
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command(database.bytes()))
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().clear();
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("the process of a database can't be started", e);
    }
    Future<?> deadline =
        DEADLINES.schedule(process::destroyForcibly, START.toMillis(), TimeUnit.MILLISECONDS);
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    try {
      Writer writer = new BufferedWriter(process.outputWriter(StandardCharsets.UTF_8));
      writer.write(password + "\n");
      writer.flush();
      String url = said.readLine();
      if (url == null || !url.startsWith("jdbc:h2:tcp://127.0.0.1:")) {
        throw new IOException("it does not say where it listens");
      }
      HikariConfig config = RemoteDatabase.pooled(database.readOnly());
      config.setJdbcUrl(url);
      config.setUsername(EmbeddedDatabaseWorker.GUEST);
      config.setPassword(password);
      EmbeddedDatabase made =
          new EmbeddedDatabase(process, new HikariDataSource(config), database.time());
      Thread.ofVirtual().start(() -> made.listen(said));
      return made;
    } catch (IOException e) {
      process.destroyForcibly();
      throw new UncheckedIOException("a database did not start", e);
    } finally {
      deadline.cancel(false);
    }
  }

  private static ImmutableList<String> command(long bytes) {
    return ImmutableList.of(
        System.getProperty("java.home") + "/bin/java",
        "-Xmx" + bytes,
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        EmbeddedDatabaseWorker.class.getName());
  }

  private void listen(BufferedReader said) {
    try (said) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        full = line.equals(EmbeddedDatabaseWorker.FULL);
      }
    } catch (IOException e) {
      full = false;
    }
    close();
  }

  @Override
  public Connection connection() throws SQLException {
    return pool.getConnection();
  }

  /**
   * A temporary table of H2 is everybody's, if it is not said to be local; and a column USER is the
   * name of whoever is connected, if it has no quotes.
   */
  @Override
  public String spelled(String sql, Statements.Effect effect) {
    StringBuilder spelled = new StringBuilder(sql);
    for (int begin : effect.user().reverse()) {
      spelled.insert(begin + "USER".length(), '`').insert(begin, '`');
    }
    return effect.keeps()
        ? "CREATE LOCAL" + spelled.toString().strip().substring("CREATE".length())
        : spelled.toString();
  }

  @Override
  public void forget(Connection connection) {
    pool.evictConnection(connection);
  }

  @Override
  public boolean isAlive() {
    return !killed && process.isAlive();
  }

  @Override
  public boolean isFull() {
    return full;
  }

  @Override
  public int rowsAtOnce() {
    return 10;
  }

  @Override
  public Watch watch() {
    Future<?> overdue =
        DEADLINES.schedule(this::kill, time.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    return () -> overdue.cancel(false);
  }

  /** The system takes a while to end a process: nobody gets a connection to it in that time. */
  private void kill() {
    killed = true;
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    pool.close();
  }
}
