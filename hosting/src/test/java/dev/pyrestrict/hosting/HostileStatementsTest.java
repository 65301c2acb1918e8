package dev.pyrestrict.hosting;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Statements of testdata/hosting/statements against both databases, as a guest would send them. */
final class HostileStatementsTest {
  private static final Path STATEMENTS = Path.of("../testdata/hosting/statements");

  /** A guest with one connection. */
  private static final class Sender implements AutoCloseable {
    final SilentLog log = new SilentLog();
    final SqlService service;
    final Grant grant;

    Sender(Map<String, SqlService.Database> databases) {
      this(databases, 4);
    }

    Sender(Map<String, SqlService.Database> databases, long connections) {
      service = new SqlService(databases);
      grant =
          new Grant(
              "app",
              Path.of("."),
              ImmutableSetMultimap.of("sql", "guestbook"),
              ImmutableMap.of("sql", service),
              new ServiceLimits(Long.MAX_VALUE, Long.MAX_VALUE, connections, ImmutableMap.of()),
              log);
    }

    /** What a guest is answered: a kind, and a value or words. */
    List<?> send(Object... question) {
      try {
        return (List<?>) grant.function().call(Arrays.asList(question), ImmutableMap.of());
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    List<?> execute(long connection, String sql, Object... values) {
      return send("sql", "execute", connection, sql, Arrays.asList(values));
    }

    long open() {
      return (Long) send("sql", "open", "guestbook").get(1);
    }

    @Override
    public void close() {
      grant.close();
      service.close();
    }
  }

  @Test
  void aGuestHasAsManyConnectionsAsItsLimitsSay() {
    try (Sender sender = new Sender(Map.of(), 2)) {
      long first = sender.open();
      sender.open();
      assertThat(sender.send("sql", "open", "guestbook").get(0)).isEqualTo("operational");
      assertThat(sender.send("sql", "close", first).get(0)).isEqualTo("ok");
      assertThat(sender.send("sql", "open", "guestbook").get(0)).isEqualTo("ok");
      assertThat(sender.send("sql", "open", "guestbook").get(0)).isEqualTo("operational");
    }
  }

  private static List<String> statements(String file) throws IOException {
    return Files.readAllLines(STATEMENTS.resolve(file)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("--"))
        .toList();
  }

  /** What no answer may hold. */
  private static void assertTellsNothing(String sql, Object answer, List<String> secrets) {
    String all = Ascii.toLowerCase(String.valueOf(answer));
    for (String secret : secrets) {
      assertWithMessage("%s: %s", sql, answer).that(all).doesNotContain(Ascii.toLowerCase(secret));
    }
  }

  private static void attack(Sender sender, List<String> secrets) throws Exception {
    long connection = sender.open();
    sender.execute(connection, "CREATE TABLE t (a INT, b VARCHAR(100))");
    sender.execute(connection, "CREATE TABLE u (a INT, b VARCHAR(100))");
    sender.execute(connection, "INSERT INTO t VALUES (1, 'one'), (2, 'two')");
    sender.send("sql", "commit", connection);
    List<String> got = new ArrayList<>();
    for (String sql : statements("refused.sql")) {
      int refusals = sender.log.refusals.size();
      long began = System.nanoTime();
      List<?> answer = sender.execute(connection, sql);
      assertTellsNothing(sql, answer, secrets);
      if (!answer.get(0).equals("refused") || sender.log.refusals.size() != refusals + 1) {
        got.add(sql + " -> " + answer);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
    }
    assertThat(got).isEmpty();
    for (String sql : statements("failing.sql")) {
      List<?> answer = sender.execute(connection, sql);
      assertTellsNothing(sql, answer, secrets);
      assertWithMessage("%s: %s", sql, answer).that(answer.get(0)).isNotEqualTo("internal");
      if (sender.send("sql", "rollback", connection).get(0).equals("ok")) {
        continue;
      }
      sender.send("sql", "close", connection);
      connection = sender.open();
    }
    for (String sql : statements("allowed.sql")) {
      List<?> answer = sender.execute(connection, sql);
      assertWithMessage("%s: %s", sql, answer).that(answer.get(0)).isEqualTo("ok");
    }
    assertThat(sender.send("sql", "execute", connection + 1, "SELECT 1", List.of()).get(0))
        .isEqualTo("interface");
    assertThat(sender.send("sql", "open", "other").get(0)).isEqualTo("refused");
  }

  @Test
  void embedded() throws Exception {
    try (Sender sender = new Sender(ImmutableMap.of())) {
      attack(sender, ImmutableList.of("jdbc:", "127.0.0.1", "administrator", "org.h2", "root:"));
    }
  }

  @Test
  void mariadb() throws Exception {
    try (RealServers servers = RealServers.start();
        Sender sender = new Sender(servers.configuration("guestbook").databases())) {
      attack(
          sender,
          ImmutableList.of(
              "jdbc:",
              "127.0.0.1",
              "localhost",
              RealServers.USER,
              RealServers.PASSWORD,
              RealServers.DATABASE,
              "somebody-elses",
              "org.mariadb",
              "root:"));
    }
  }

  /** What a guest may have written as bytes; an object would be made of it in the server. */
  private static final class Trap implements Serializable {
    private static final long serialVersionUID = 1L;
    private static boolean sprung;

    private void readObject(ObjectInputStream in) {
      sprung = true;
    }
  }

  @Test
  void noObjectOfJavaIsMadeOfWhatAGuestWrote() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
      objects.writeObject(new Trap());
    }
    try (Sender sender = new Sender(Map.of())) {
      long connection = sender.open();
      for (String sql :
          List.of(
              "CREATE TABLE x (a JAVA_OBJECT PRIMARY KEY DEFAULT CAST('' AS JAVA_OBJECT), b INT)",
              "INSERT INTO x VALUES (CAST(? AS JAVA_OBJECT), 1)",
              "SELECT a FROM x",
              "SELECT (a, a) FROM x",
              "SELECT CAST(a AS JAVA_OBJECT ARRAY) FROM x",
              "SELECT CAST(? AS OTHER)",
              "SELECT CAST(? AS OBJECT) UNION SELECT NULL",
              "SELECT COALESCE(NULL, CAST(? AS JAVA_OBJECT))")) {
        Object[] values = sql.contains("?") ? new Object[] {bytes.toByteArray()} : new Object[0];
        List<?> answer = sender.execute(connection, sql, values);
        assertWithMessage("%s: %s", sql, answer).that(Trap.sprung).isFalse();
        assertWithMessage("%s: %s", sql, answer).that(answer.get(0)).isNotEqualTo("internal");
      }
      assertThat(sender.execute(connection, "SELECT ?", Map.of("a", 1L)).get(0)).isEqualTo("data");
    }
  }

  @Test
  void datesAndTimesComeBackAsTheyWere() {
    try (Sender sender = new Sender(Map.of())) {
      List<Object> values =
          List.of(
              LocalDate.parse("1500-02-28"),
              LocalTime.parse("01:02:03.456789"),
              LocalDateTime.parse("2024-03-10T02:30:15.123456"));
      List<?> answer =
          sender.execute(
              sender.open(),
              "SELECT CAST(? AS DATE), CAST(? AS TIME(6)), CAST(? AS TIMESTAMP(6)),"
                  + " CAST('2024-01-01 00:00:00+02:00' AS TIMESTAMP WITH TIME ZONE),"
                  + " CAST('-0044-01-01' AS DATE)",
              values.toArray());
      List<Object> row = new ArrayList<>(values);
      row.add(OffsetDateTime.parse("2024-01-01T00:00+02:00"));
      row.add("-0044-01-01");
      assertThat(((List<?>) answer.get(1)).get(1)).isEqualTo(List.of(row));
    }
  }

  @Test
  void aTemporaryTableIsItsConnectionsOwn() {
    try (Sender sender = new Sender(Map.of())) {
      long connection = sender.open();
      String creating = " create\ttemporary TABLE own (a INT)";
      assertThat(sender.execute(connection, creating).get(0)).isEqualTo("ok");
      sender.send("sql", "commit", connection);
      String reading = "SELECT a FROM own";
      assertThat(sender.execute(connection, reading).get(0)).isEqualTo("ok");
      assertThat(sender.execute(sender.open(), reading).get(0)).isEqualTo("programming");
      sender.grant.requestEnded();
      assertThat(sender.execute(connection, reading).get(0)).isEqualTo("programming");
      assertThat(sender.execute(connection, creating).get(0)).isEqualTo("ok");
    }
  }

  /** It would stand in front of the table of that name, for whoever gets the connection next. */
  @Test
  void aTemporaryTableGoesWithItsRequest() throws Exception {
    try (RealServers servers = RealServers.start();
        Sender sender = new Sender(servers.configuration("guestbook").databases())) {
      long connection = sender.open();
      assertThat(sender.execute(connection, "CREATE TEMPORARY TABLE accounts (a INT)").get(0))
          .isEqualTo("ok");
      sender.grant.requestEnded();
      assertThat(sender.execute(connection, "SELECT a FROM accounts").get(0))
          .isEqualTo("programming");
    }
  }

  @Test
  void aDatabaseThatIsNotThereTellsNoAddress() throws Exception {
    SqlService.Database gone =
        new SqlService.Database(
            "jdbc:mariadb://127.0.0.1:9/nowhere",
            "someone",
            "something",
            false,
            10,
            Duration.ofSeconds(1),
            0);
    try (Sender sender = new Sender(ImmutableMap.of("guestbook", gone))) {
      List<?> answer = sender.execute(sender.open(), "SELECT 1");
      assertThat(answer)
          .containsExactly("operational", "the database could not do this (state 08000)");
    }
  }

  @Test
  void aPatternThatNoTimeoutEndsEndsWithItsProcessAndTheNextFindsANewDatabase() {
    SqlService.Database quick =
        new SqlService.Database("", "", "", false, 10, Duration.ofSeconds(1), 64L << 20);
    try (Sender sender = new Sender(ImmutableMap.of("guestbook", quick))) {
      long connection = sender.open();
      long began = System.nanoTime();
      List<?> answer =
          sender.execute(connection, "SELECT ? LIKE ?", "a".repeat(2000), "%a".repeat(40) + "%b");
      assertThat(answer.get(0)).isEqualTo("operational");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
      sender.send("sql", "close", connection);
      assertThat(sender.execute(sender.open(), "SELECT 7").get(0)).isEqualTo("ok");
    }
  }

  /** H2's driver has the whole row before the service sees any of it. */
  @Test
  void aRowThatRepeatsALargeValueTakesNoMoreThanAnAnswerMay() throws Exception {
    try (Sender sender = new Sender(Map.of())) {
      long connection = sender.open();
      sender.execute(connection, "CREATE TABLE t (a VARBINARY(1000000), b BLOB)");
      byte[] large = new byte[1_000_000];
      assertThat(sender.execute(connection, "INSERT INTO t VALUES (?, ?)", large, large).get(0))
          .isEqualTo("ok");
      sender.send("sql", "commit", connection);
      for (String column : List.of("a", "b")) {
        String sql = "SELECT " + String.join(", ", Collections.nCopies(1000, column)) + " FROM t";
        long asking = sender.open();
        assertAllocates(400L << 20, "operational", () -> sender.execute(asking, sql));
        sender.send("sql", "close", asking);
      }
    }
  }

  @Test
  void aRowOfAnyWidthTakesNoMoreThanAnAnswerMayFromARealDatabase() throws Exception {
    try (RealServers servers = RealServers.start();
        Sender sender = new Sender(servers.configuration("guestbook").databases())) {
      long connection = sender.open();
      sender.execute(connection, "CREATE TABLE wide (a MEDIUMBLOB)");
      sender.execute(connection, "INSERT INTO wide VALUES (?)", new byte[8_000_000]);
      String sql = "SELECT " + String.join(", ", Collections.nCopies(100, "a")) + " FROM wide";
      assertAllocates(400L << 20, "operational", () -> sender.execute(connection, sql));
    }
  }

  @Test
  void aDecimalIsNoLongerThanWhatTheDatabaseHoldsOfIt() {
    try (Sender sender = new Sender(Map.of())) {
      long connection = sender.open();
      for (String number : List.of("1E+1000000000", "1E-1000000000")) {
        List<?> answer = sender.execute(connection, "SELECT " + number);
        assertThat(answer.get(1).toString()).contains("[[" + number + "]]");
      }
      for (String number : List.of("1E+401", "1E-401", "1" + "0".repeat(400))) {
        assertThat(sender.execute(connection, "SELECT ?", new BigDecimal(number)).get(0))
            .isEqualTo("data");
      }
    }
  }

  @Test
  void aStatementHasAnEnd() throws Exception {
    String much = "SELECT a" + ",a".repeat(30_000_000);
    String brackets = "SELECT " + "COUNT(KEY ".repeat(100_000);
    try (Sender sender = new Sender(Map.of())) {
      long connection = sender.open();
      assertAllocates(100L << 20, "programming", () -> sender.execute(connection, much));
      assertAllocates(100L << 20, "programming", () -> sender.execute(connection, brackets));
    }
  }

  private static void assertAllocates(long most, String kind, Callable<List<?>> question)
      throws Exception {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    List<?> answer = question.call();
    assertThat(answer.get(0)).isEqualTo(kind);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isAtMost(most);
  }

  @Test
  void anEmbeddedDatabaseBecomesFullAndHasRoomAgain() throws Exception {
    SqlService.Database small =
        new SqlService.Database("", "", "", false, 10, Duration.ofSeconds(10), 48L << 20);
    try (Sender sender = new Sender(ImmutableMap.of("guestbook", small))) {
      long connection = sender.open();
      sender.execute(connection, "CREATE TABLE t (a INT AUTO_INCREMENT PRIMARY KEY, b BLOB)");
      List<?> answer = List.of("ok");
      int rows = 0;
      for (; rows < 10_000 && answer.get(0).equals("ok"); rows++) {
        answer = sender.execute(connection, "INSERT INTO t (b) VALUES (?)", new byte[50_000]);
        sender.send("sql", "commit", connection);
        Thread.sleep(2);
      }
      assertThat(answer).containsExactly("operational", "the database is full: delete something");
      assertThat(rows).isGreaterThan(100);
      assertThat(sender.execute(connection, "DELETE FROM t").get(0)).isEqualTo("ok");
      sender.send("sql", "commit", connection);
      for (int i = 0; i < 200 && !answer.get(0).equals("ok"); i++) {
        Thread.sleep(50);
        answer = sender.execute(connection, "INSERT INTO t (b) VALUES (?)", new byte[10]);
      }
      assertThat(answer.get(0)).isEqualTo("ok");
    }
  }
}
