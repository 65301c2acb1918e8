package dev.pyrestrict.hosting;

import com.google.common.util.concurrent.Uninterruptibles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.h2.tools.Server;

/**
 * The process of an embedded database. It is told a password, says where it listens, then when it
 * becomes full or has room again; it ends with its standard input.
 */
final class EmbeddedDatabaseWorker {
  /** The user that guests' statements are run as. */
  static final String GUEST = "guest";

  /** What it says when it becomes full. */
  static final String FULL = "full";

  /** What rows that a guest may be answered with need on their way, and more. */
  private static final long LONGEST_ANSWER = 2 * SqlService.MOST_BYTES;

  private static final double MOST = 0.7;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private EmbeddedDatabaseWorker() {}

  /** Serves the database. */
  public static void main(String[] arguments) throws IOException, SQLException {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream says = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String password = told.readLine();
    // Whatever a statement says, H2 loads no class by name but the one with which a server stops,
    // and makes no objects of bytes.
    System.setProperty("h2.allowedClasses", "org.h2.server.TcpServer," + DataOnly.class.getName());
    System.setProperty("h2.bindAddress", "127.0.0.1");
    String name =
        "mem:"
            + UUID.randomUUID()
            + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            // MySQL has these as names of columns.
            + ";NON_KEYWORDS=USER,VALUE,YEAR,MONTH,DAY,HOUR,MINUTE,SECOND";
    Connection administrator =
        DriverManager.getConnection(
            "jdbc:h2:" + name + ";DB_CLOSE_DELAY=-1",
            "administrator",
            UUID.randomUUID().toString());
    try (Statement statement = administrator.createStatement()) {
      statement.execute("SET JAVA_OBJECT_SERIALIZER '" + DataOnly.class.getName() + "'");
      statement.execute("CREATE USER " + GUEST + " PASSWORD '" + password + "'");
      statement.execute("GRANT ALTER ANY SCHEMA TO " + GUEST);
    }
    Server server =
        Server.createTcpServer("-tcpPort", "0", "-tcpPassword", UUID.randomUUID().toString())
            .start();
    int port = new BoundedRelay(server.getPort(), LONGEST_ANSWER).start();
    says.println("jdbc:h2:tcp://127.0.0.1:" + port + "/" + name);
    Thread.ofPlatform().daemon().start(() -> watchMemory(says));
    while (told.readLine() != null) {
      // Nothing more is said to it.
    }
    System.exit(0);
  }

  /**
   * Rows that are kept end up in the oldest generation: what is in it after a collection counts.
   */
  private static void watchMemory(PrintStream says) {
    MemoryPoolMXBean old =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(
                pool ->
                    pool.getType() == MemoryType.HEAP && pool.isCollectionUsageThresholdSupported())
            .filter(pool -> pool.isUsageThresholdSupported())
            .findFirst()
            .orElseThrow();
    boolean full = false;
    while (true) {
      Uninterruptibles.sleepUninterruptibly(PAUSE);
      long most = (long) (old.getUsage().getMax() * MOST);
      if (old.getUsage().getUsed() > most) {
        // What has been deleted may be garbage by now.
        System.gc();
      }
      boolean now =
          Optional.ofNullable(old.getCollectionUsage()).map(u -> u.getUsed() > most).orElse(false);
      if (now != full) {
        full = now;
        says.println(full ? FULL : "room");
      }
    }
  }
}
