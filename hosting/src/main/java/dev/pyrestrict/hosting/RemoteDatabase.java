package dev.pyrestrict.hosting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A database of the host's, over JDBC. */
final class RemoteDatabase implements DatabaseSource {
  /** How long beyond its time a statement may keep a connection waiting. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final HikariDataSource pool;
  private final boolean streams;

  RemoteDatabase(SqlService.Database database) {
    streams = database.url().startsWith("jdbc:mariadb:");
    HikariConfig config = pooled(database.readOnly());
    config.setJdbcUrl(database.url());
    config.setUsername(database.user());
    config.setPassword(database.password());
    if (streams) {
      // Statements and values go to the server apart, one statement at a time, and it asks for no
      // file.
      config.addDataSourceProperty("useServerPrepStmts", "true");
      config.addDataSourceProperty("allowMultiQueries", "false");
      config.addDataSourceProperty("allowLocalInfile", "false");
      config.addDataSourceProperty("connectTimeout", "3000");
      // A row is read whole before anybody can look at it.
      config.addDataSourceProperty("maxAllowedPacket", Long.toString(SqlService.MOST_BYTES));
      config.addDataSourceProperty(
          "socketTimeout", Long.toString(database.time().plus(GRACE).toMillis()));
    }
    pool = new HikariDataSource(config);
  }

  /** What all pools have in common. */
  static HikariConfig pooled(boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(20);
    config.setMinimumIdle(0);
    config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
    config.setAutoCommit(false);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(3000);
    config.setReadOnly(readOnly);
    return config;
  }

  @Override
  public Connection connection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public String spelled(String sql, Statements.Effect effect) {
    return sql;
  }

  @Override
  public void forget(Connection connection) {
    pool.evictConnection(connection);
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public boolean isFull() {
    return false;
  }

  /** The driver for MariaDB reads from a stream: what is asked for beyond one only lies here. */
  @Override
  public int rowsAtOnce() {
    return streams ? 1 : 10;
  }

  /** The server keeps the time of statements, and the socket that of the server. */
  @Override
  public Watch watch() {
    return () -> {};
  }

  @Override
  public void close() {
    pool.close();
  }
}
