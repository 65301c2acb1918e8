package dev.pyrestrict.hosting;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Databases by name. Addresses, users and passwords stay here; a guest holds numbers of
 * connections. A connection of the pool is lent for as long as one request lasts.
 */
final class SqlService implements Service {
  private static final ImmutableSet<String> OPERATIONS =
      ImmutableSet.of("execute", "commit", "rollback", "close");

  /** Connections that the guests of one application have to one database at the same time. */
  static final int MOST_AT_ONCE = 8;

  /** Types of values that JDBC makes nothing of but data. */
  private static final ImmutableSet<Integer> DATA =
      ImmutableSet.of(
          Types.BIT,
          Types.BOOLEAN,
          Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC,
          Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB,
          Types.NCLOB,
          Types.BINARY,
          Types.VARBINARY,
          Types.LONGVARBINARY,
          Types.BLOB,
          Types.DATE,
          Types.TIME,
          Types.TIMESTAMP,
          Types.TIMESTAMP_WITH_TIMEZONE);

  /** An integer has as many bits as the widest decimal has digits, and more. */
  private static final int MOST_BITS = 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_CELLS = 1_000_000;

  /** Of one answer, and so of one row and one value. */
  static final long MOST_BYTES = 64L << 20;

  /** A decimal has this many zeros written out at most; it may have a thousand million. */
  private static final int MOST_ZEROS = 400;

  /** Characters of a decimal that is sent: no database has as many digits. */
  private static final int LONGEST_DECIMAL = 400;

  /**
   * A database.
   *
   * @param url of JDBC; empty for one of the server's own, which is gone with it
   * @param rows the most that one statement may answer with
   * @param time the longest that one statement may take
   * @param bytes the memory of one of the server's own
   */
  public record Database(
      String url,
      String user,
      String password,
      boolean readOnly,
      int rows,
      Duration time,
      long bytes) {

    /** One of the server's own. */
    public static final Database EMBEDDED =
        new Database("", "", "", false, 10_000, Duration.ofSeconds(5), 128L << 20);

    /** Says nothing of what it holds. */
    @Override
    public String toString() {
      return "Database";
    }
  }

  /** What one guest holds: connections that it opened, and what of the pools is lent to them. */
  private static final class Holding {
    final Map<Long, String> opened = new ConcurrentHashMap<>();
    final Map<Long, Lent> lent = new ConcurrentHashMap<>();
  }

  /**
   * A connection, and what it takes of what its application may have.
   *
   * @param marked whether something in it may outlast a rollback: nobody else gets it then
   */
  private record Lent(
      Connection connection, DatabaseSource source, Semaphore share, AtomicBoolean marked) {}

  private final ImmutableMap<String, Database> databases;
  private final Map<String, DatabaseSource> sources = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> shares = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  /** Creates the service; a database that is not among these is one of the server's own. */
  public SqlService(Map<String, Database> databases) {
    this.databases = ImmutableMap.copyOf(databases);
  }

  private Database database(String name) {
    return databases.getOrDefault(name, Database.EMBEDDED);
  }

  private DatabaseSource source(String name) {
    return sources.compute(
        name, (n, source) -> source != null && source.isAlive() ? source : open(database(n)));
  }

  private static DatabaseSource open(Database database) {
    return database.url().isEmpty()
        ? EmbeddedDatabase.start(database)
        : new RemoteDatabase(database);
  }

  @Override
  public Object call(Grant grant, String operation, List<Object> arguments)
      throws ServiceException {
    Holding holding = grant.holding(Holding.class, Holding::new);
    if (operation.equals("open")) {
      return open(grant, holding, arguments);
    }
    if (!OPERATIONS.contains(operation)) {
      throw ServiceException.refused("sql knows no operation of that name");
    }
    long number = arguments.size() > 0 && arguments.get(0) instanceof Long n ? n : -1;
    String name = holding.opened.get(number);
    if (name == null) {
      throw new ServiceException("interface", "the connection is closed");
    }
    if (operation.equals("close")) {
      holding.opened.remove(number);
      giveBack(holding.lent.remove(number));
      return null;
    }
    Lent lent = lent(grant, holding, number, name);
    try (Watch _ = lent.source().watch()) {
      return switch (operation) {
        case "execute" -> execute(lent, database(name), arguments);
        case "commit" -> {
          lent.connection().commit();
          yield null;
        }
        case "rollback" -> {
          lent.connection().rollback();
          yield null;
        }
        default -> throw ServiceException.refused("sql knows no operation of that name");
      };
    } catch (SQLException e) {
      throw failure(e, database(name), catalog(lent.connection()));
    }
  }

  private Object open(Grant grant, Holding holding, List<Object> arguments)
      throws ServiceException {
    if (arguments.size() != 1
        || !(arguments.get(0) instanceof String name)
        || !grant.allows("sql", name)) {
      throw ServiceException.refused("the host gives this guest no database of that name");
    }
    long most = grant.limits().connections();
    if (holding.opened.size() >= most) {
      throw new ServiceException(
          "operational", "a guest has at most " + most + " connections: close some");
    }
    long number = last.incrementAndGet();
    holding.opened.put(number, name);
    return number;
  }

  private Lent lent(Grant grant, Holding holding, long number, String name)
      throws ServiceException {
    Lent there = holding.lent.get(number);
    if (there != null) {
      return there;
    }
    Semaphore share =
        shares.computeIfAbsent(
            grant.application() + "\n" + name, ignored -> new Semaphore(MOST_AT_ONCE, true));
    try {
      if (!share.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ServiceException("operational", "all connections of this application are in use");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException("operational", "interrupted");
    }
    try {
      DatabaseSource source = source(name);
      Lent lent = new Lent(source.connection(), source, share, new AtomicBoolean());
      holding.lent.put(number, lent);
      return lent;
    } catch (SQLException e) {
      share.release();
      throw failure(e, database(name), "");
    } catch (RuntimeException e) {
      share.release();
      throw e;
    }
  }

  private static Object execute(Lent lent, Database database, List<Object> arguments)
      throws SQLException, ServiceException {
    if (arguments.size() != 3
        || !(arguments.get(1) instanceof String sql)
        || !(arguments.get(2) instanceof List<?> values)) {
      throw new ServiceException("interface", "execute takes a statement and its parameters");
    }
    Statements.Effect effect = Statements.check(SentText.whole(sql), database.readOnly());
    if (effect.adds() && lent.source().isFull()) {
      throw new ServiceException("operational", "the database is full: delete something");
    }
    if (effect.keeps()) {
      lent.marked().set(true);
    }
    try (PreparedStatement statement =
        lent.connection()
            .prepareStatement(
                lent.source().spelled(sql, effect), Statement.RETURN_GENERATED_KEYS)) {
      statement.setQueryTimeout(Math.max(1, (int) database.time().toSeconds()));
      statement.setMaxRows(database.rows() + 1);
      // Rows may be large: few of them are here at the same time.
      statement.setFetchSize(lent.source().rowsAtOnce());
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
      return keys.next()
              && value(keys, 1, keys.getMetaData().getColumnType(1)) instanceof Number number
          ? number.longValue()
          : null;
    }
  }

  /**
   * Returns a value of a type that is data; what is left is read as text. H2 has a type for Java's
   * objects, makes them of bytes that a guest may have written, and would do so here.
   */
  private static Object value(ResultSet rows, int column, int type) throws SQLException {
    return switch (type) {
      // The older types of java.sql know no fraction of a second, nor days before 1582, and have
      // the server's time zone.
      case Types.DATE -> rows.getObject(column, LocalDate.class);
      case Types.TIME -> rows.getObject(column, LocalTime.class);
      case Types.TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
      default -> DATA.contains(type) ? rows.getObject(column) : rows.getString(column);
    };
  }

  private static Object answer(ResultSet rows, Database database)
      throws SQLException, ServiceException {
    ResultSetMetaData metadata = rows.getMetaData();
    int width = metadata.getColumnCount();
    int[] types = new int[width];
    List<Object> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      types[i] = metadata.getColumnType(i + 1);
      columns.add(Arrays.asList(metadata.getColumnLabel(i + 1), kind(types[i])));
    }
    List<Object> answer = new ArrayList<>();
    long bytes = 0;
    while (rows.next()) {
      if (answer.size() >= database.rows() || (long) answer.size() * width > MOST_CELLS) {
        throw new ServiceException(
            "operational", "the answer has more than " + database.rows() + " rows: use LIMIT");
      }
      List<Object> row = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        Object value = toGuest(value(rows, i + 1, types[i]));
        bytes += ServiceLimits.size(value);
        if (bytes > MOST_BYTES) {
          throw new ServiceException("operational", "the answer is too large: use LIMIT");
        }
        row.add(value);
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
    return switch (value) {
      case Boolean _, Long _, Double _, byte[] _ -> value;
      case String text -> SentText.whole(text);
      case LocalDate _, LocalTime _, LocalDateTime _ -> value;
      case BigInteger big when big.bitLength() <= MOST_BITS -> big;
      case BigDecimal number
          when hasFewZeros(number) && number.toString().length() <= LONGEST_DECIMAL ->
          number;
      case BigDecimal _ -> throw new ServiceException("data", "a Decimal with too many digits");
      case OffsetDateTime _ ->
          throw new ServiceException(
              "data", "a datetime with a tzinfo can't be sent to a database");
      case null -> null;
      default -> throw new ServiceException("data", "a parameter of that kind can't be sent");
    };
  }

  private static Object toGuest(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Boolean b -> b;
      case BigInteger big -> big;
      // 1E+3 is 1000 for a database.
      case BigDecimal number when hasFewZeros(number) ->
          number.setScale(Math.max(number.scale(), 0));
      case BigDecimal number -> number.toString();
      case Float number -> number.doubleValue();
      case Double number -> number;
      case Number number -> number.longValue();
      case byte[] bytes -> bytes;
      case Blob blob -> blob.getBytes(1, (int) Math.min(blob.length(), MOST_BYTES));
      case Clob clob -> clob.getSubString(1, (int) Math.min(clob.length(), MOST_BYTES));
      case LocalTime time -> time;
      case LocalDate date when isPythons(date.getYear()) -> date;
      case LocalDateTime time when isPythons(time.getYear()) -> time;
      case OffsetDateTime time when isPythons(time.getYear()) -> time;
      default -> value.toString();
    };
  }

  private static boolean hasFewZeros(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MOST_ZEROS;
  }

  private static boolean isPythons(int year) {
    return year >= 1 && year <= 9999;
  }

  /** Returns the name by which the database's own server knows it, "" if there is none. */
  private static String catalog(Connection connection) {
    try {
      return Strings.nullToEmpty(connection.getCatalog());
    } catch (SQLException e) {
      return "";
    }
  }

  /** Puts a failure into words that tell nothing of where the database is and who it knows. */
  private static ServiceException failure(SQLException e, Database database, String catalog) {
    String state = Strings.nullToEmpty(e.getSQLState());
    String kind =
        switch (state.length() < 2 ? "" : state.substring(0, 2)) {
          case "22" -> "data";
          case "23" -> "integrity";
          case "42", "07", "21" -> "programming";
          case "0A" -> "unsupported";
          default -> "operational";
        };
    String message = Strings.nullToEmpty(e.getMessage()).split("\n", 2)[0];
    int statement = message.indexOf("; SQL statement:");
    message = statement < 0 ? message : message.substring(0, statement);
    message = message.replaceFirst("^\\(conn[^)]*\\) ", "");
    if (!catalog.isEmpty()) {
      message = message.replace("`" + catalog + "`.", "").replace(catalog + ".", "");
    }
    String said = Ascii.toLowerCase(message);
    boolean tells =
        kind.equals("operational")
            || ImmutableList.of("@", "jdbc:", "java", "org.").stream().anyMatch(said::contains)
            || ImmutableList.of(database.user(), catalog).stream()
                .anyMatch(word -> !word.isEmpty() && said.contains(Ascii.toLowerCase(word)));
    return new ServiceException(
        kind, tells ? "the database could not do this (state " + state + ")" : message);
  }

  private static void giveBack(Lent lent) {
    if (lent == null) {
      return;
    }
    try (Connection connection = lent.connection();
        Watch _ = lent.source().watch()) {
      connection.rollback();
      if (lent.marked().get()) {
        lent.source().forget(connection);
      }
    } catch (SQLException e) {
      // It is no connection any more; the pool finds out.
      return;
    } finally {
      lent.share().release();
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
    sources.values().forEach(DatabaseSource::close);
  }
}
