package dev.pyrestrict.hosting;

import java.sql.Connection;
import java.sql.SQLException;

/** Where the connections to one database come from. Thread-safe. */
sealed interface DatabaseSource extends AutoCloseable permits EmbeddedDatabase, RemoteDatabase {

  Connection connection() throws SQLException;

  /** Returns a statement as this database has it. */
  String spelled(String sql, Statements.Effect effect);

  /** Ends a connection instead of keeping it for others. */
  void forget(Connection connection);

  /** Reports whether it can still be used; if not, a new one is made. */
  boolean isAlive();

  /** Reports whether it has no room for more rows. */
  boolean isFull();

  /** Returns how many rows of an answer are asked for together. */
  int rowsAtOnce();

  /** Begins to look after something that may take as long as a statement. */
  Watch watch();

  @Override
  void close();
}
