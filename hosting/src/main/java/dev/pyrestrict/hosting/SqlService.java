package dev.pyrestrict.hosting;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Databases by name. Addresses, users and passwords stay here; a guest holds numbers of
 * connections. A connection of the pool is lent for as long as one request lasts.
 */
public final class SqlService implements Service, AutoCloseable {
  private static final int MOST_CONNECTIONS = 4;
  private static final int MOST_CELLS = 1_000_000;
  private static final long MOST_BYTES = 64L << 20;

  static {
    // Whatever a statement says, H2 loads no class by name.
    System.setProperty("h2.allowedClasses", "none");
  }

  /**
   * A database.
   *
   * @param url of JDBC; empty for one of this process's own, which is gone with it
   * @param rows the most that one statement may answer with
   * @param time the longest that one statement may take
   */
  public record Database(
      String url, String user, String password, boolean readOnly, int rows, Duration time) {

    /** One of this process's own. */
    public static final Database EMBEDDED =
        new Database("", "", "", false, 10_000, Duration.ofSeconds(5));

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
      return "Database";
    }
  }

  /** What one guest holds: connections that it opened, and what of the pool is lent to them. */
  private static final class Holding {
    final Map<Long, String> opened = new ConcurrentHashMap<>();
    final Map<Long, Connection> lent = new ConcurrentHashMap<>();
  }

  private final ImmutableMap<String, Database> databases;
  private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  /** Creates the service; a database that is not among these is one of this process's own. */
  public SqlService(Map<String, Database> databases) {
    this.databases = ImmutableMap.copyOf(databases);
  }

  private Database database(String name) {
    return databases.getOrDefault(name, Database.EMBEDDED);
  }

  private HikariDataSource pool(String name) {
    Database database = database(name);
    HikariConfig config = new HikariConfig();
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(0);
    config.setAutoCommit(false);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(3000);
    config.setReadOnly(database.readOnly());
    if (database.url().isEmpty()) {
      embedded(config);
    } else {
      config.setJdbcUrl(database.url());
      config.setUsername(database.user());
      config.setPassword(database.password());
    }
    return new HikariDataSource(config);
  }

  /** A database in memory whose user has no rights but to tables. */
  private static void embedded(HikariConfig config) {
    String password = UUID.randomUUID().toString();
    String url =
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
    try (Connection administrator =
            DriverManager.getConnection(
                url + ";DB_CLOSE_DELAY=-1", "administrator", UUID.randomUUID().toString());
        Statement statement = administrator.createStatement()) {
      statement.execute("CREATE USER guest PASSWORD '" + password + "'");
      statement.execute("GRANT ALTER ANY SCHEMA TO guest");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    config.setJdbcUrl(url);
    config.setUsername("guest");
    config.setPassword(password);
  }

  @Override
  public Object call(Grant grant, String operation, List<Object> arguments)
      throws ServiceException {
    Holding holding = grant.holding(Holding.class, Holding::new);
    if (operation.equals("open")) {
      return open(grant, holding, arguments);
    }
    long number = arguments.size() > 0 && arguments.get(0) instanceof Long n ? n : -1;
    String name = holding.opened.get(number);
    if (name == null) {
      throw new ServiceException("interface", "the connection is closed");
    }
    try {
      return switch (operation) {
        case "execute" -> execute(connection(holding, number, name), database(name), arguments);
        case "commit" -> {
          connection(holding, number, name).commit();
          yield null;
        }
        case "rollback" -> {
          connection(holding, number, name).rollback();
          yield null;
        }
        case "close" -> {
          holding.opened.remove(number);
          giveBack(holding.lent.remove(number));
          yield null;
        }
        default -> throw ServiceException.refused("sql knows no operation of that name");
      };
    } catch (SQLException e) {
      throw failure(e, database(name));
    }
  }

  private Object open(Grant grant, Holding holding, List<Object> arguments)
      throws ServiceException {
    if (arguments.size() != 1
        || !(arguments.get(0) instanceof String name)
        || !grant.allows("sql", name)) {
      throw ServiceException.refused("the host gives this guest no database of that name");
    }
    if (holding.opened.size() >= MOST_CONNECTIONS) {
      throw new ServiceException(
          "operational", "a guest has at most " + MOST_CONNECTIONS + " connections: close some");
    }
    long number = last.incrementAndGet();
    holding.opened.put(number, name);
    return number;
  }

  private Connection connection(Holding holding, long number, String name) throws SQLException {
    Connection connection = holding.lent.get(number);
    if (connection == null) {
      connection = pools.computeIfAbsent(name, this::pool).getConnection();
      holding.lent.put(number, connection);
    }
    return connection;
  }

  private static Object execute(Connection connection, Database database, List<Object> arguments)
      throws SQLException, ServiceException {
    if (arguments.size() != 3
        || !(arguments.get(1) instanceof String sql)
        || !(arguments.get(2) instanceof List<?> values)) {
      throw new ServiceException("interface", "execute takes a statement and its parameters");
    }
    Statements.check(sql, database.readOnly());
    try (PreparedStatement statement =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      statement.setQueryTimeout(Math.max(1, (int) database.time().toSeconds()));
      statement.setMaxRows(database.rows() + 1);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, toDatabase(values.get(i)));
      }
      if (statement.execute()) {
        try (ResultSet rows = statement.getResultSet()) {
          return answer(rows, database);
        }
      }
      return Arrays.asList(null, null, (long) statement.getUpdateCount(), lastRow(statement));
    }
  }

  private static Long lastRow(PreparedStatement statement) throws SQLException {
    try (ResultSet keys = statement.getGeneratedKeys()) {
      return keys.next() && keys.getObject(1) instanceof Number number ? number.longValue() : null;
    }
  }

  private static Object answer(ResultSet rows, Database database)
      throws SQLException, ServiceException {
    ResultSetMetaData metadata = rows.getMetaData();
    int width = metadata.getColumnCount();
    List<Object> columns = new ArrayList<>();
    for (int i = 1; i <= width; i++) {
      columns.add(Arrays.asList(metadata.getColumnLabel(i), kind(metadata.getColumnType(i))));
    }
    List<Object> answer = new ArrayList<>();
    long bytes = 0;
    while (rows.next()) {
      if (answer.size() >= database.rows() || (long) answer.size() * width > MOST_CELLS) {
        throw new ServiceException(
            "operational", "the answer has more than " + database.rows() + " rows: use LIMIT");
      }
      List<Object> row = new ArrayList<>();
      for (int i = 1; i <= width; i++) {
        Object value = toGuest(rows.getObject(i));
        bytes +=
            value instanceof String s ? 2L * s.length() : value instanceof byte[] b ? b.length : 8;
        row.add(value);
      }
      if (bytes > MOST_BYTES) {
        throw new ServiceException("operational", "the answer is too large: use LIMIT");
      }
      answer.add(row);
    }
    return Arrays.asList(columns, answer, (long) answer.size(), null);
  }

  private static String kind(int type) {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.BOOLEAN,
          Types.BIT ->
          "number";
      case Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "datetime";
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> "binary";
      default -> "string";
    };
  }

  private static Object toDatabase(Object value) throws ServiceException {
    if (!(value instanceof List<?> pair)) {
      return value;
    }
    if (pair.size() != 2
        || !(pair.get(0) instanceof String kind)
        || !(pair.get(1) instanceof String text)
        || text.length() > 400) {
      throw new ServiceException("data", "a parameter of that kind can't be sent");
    }
    try {
      return switch (kind) {
        case "decimal" -> decimal(text);
        case "datetime" -> LocalDateTime.parse(text);
        case "date" -> LocalDate.parse(text);
        case "time" -> LocalTime.parse(text);
        default -> throw new ServiceException("data", "a parameter of that kind can't be sent");
      };
    } catch (RuntimeException e) {
      throw new ServiceException("data", "'" + text + "' is no " + kind + " for a database");
    }
  }

  private static BigDecimal decimal(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > 400) {
      throw new NumberFormatException("too many digits");
    }
    return number;
  }

  private static Object toGuest(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Boolean b -> b;
      case BigInteger big -> big;
      case BigDecimal number -> List.of("decimal", number.toPlainString());
      case Float number -> number.doubleValue();
      case Double number -> number;
      case Number number -> number.longValue();
      case byte[] bytes -> bytes;
      case Blob blob -> blob.getBytes(1, (int) Math.min(blob.length(), MOST_BYTES));
      case Clob clob -> clob.getSubString(1, (int) Math.min(clob.length(), MOST_BYTES));
      case java.sql.Timestamp time -> List.of("datetime", time.toLocalDateTime().toString());
      case java.sql.Date date -> List.of("date", date.toLocalDate().toString());
      case java.sql.Time time -> List.of("time", time.toLocalTime().toString());
      default -> value.toString();
    };
  }

  /** Puts a failure into words that tell nothing of where the database is and who it knows. */
  private static ServiceException failure(SQLException e, Database database) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String kind =
        switch (state.length() < 2 ? "" : state.substring(0, 2)) {
          case "22" -> "data";
          case "23" -> "integrity";
          case "42", "07", "21" -> "programming";
          case "0A" -> "unsupported";
          default -> "operational";
        };
    String message = e.getMessage() == null ? "" : e.getMessage().split("\n", 2)[0];
    int statement = message.indexOf("; SQL statement:");
    message = statement < 0 ? message : message.substring(0, statement);
    boolean tells =
        kind.equals("operational")
            || message.contains("@")
            || message.contains("jdbc:")
            || !database.user().isEmpty()
                && Ascii.toLowerCase(message).contains(Ascii.toLowerCase(database.user()));
    return new ServiceException(
        kind, tells ? "the database could not do this (state " + state + ")" : message);
  }

  private static void giveBack(Connection connection) {
    if (connection == null) {
      return;
    }
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      // It is no connection any more; the pool finds out.
      return;
    }
  }

  @Override
  public void requestEnded(Grant grant) {
    Holding holding = grant.holding(Holding.class, Holding::new);
    for (Long number : List.copyOf(holding.lent.keySet())) {
      giveBack(holding.lent.remove(number));
    }
  }

  /** Closes all connections. */
  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
  }
}
