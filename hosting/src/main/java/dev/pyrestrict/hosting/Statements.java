package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which statements a guest may send to a database: rows are read and written, tables and indexes
 * made. Everything that is not listed is refused; the rights of the database's user hold behind it.
 */
final class Statements {
  private static final ImmutableSet<String> READING =
      ImmutableSet.of("SELECT", "VALUES", "WITH", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "TABLE");
  private static final ImmutableSet<String> WRITING =
      ImmutableSet.of("INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "TRUNCATE");
  private static final ImmutableSet<String> DEFINING = ImmutableSet.of("CREATE", "DROP", "ALTER");
  private static final ImmutableSet<String> DEFINED =
      ImmutableSet.of("TABLE", "INDEX", "UNIQUE", "TEMPORARY");

  private static final ImmutableSet<String> SHOWN =
      ImmutableSet.of("TABLES", "COLUMNS", "INDEX", "INDEXES", "KEYS", "FULL");

  /** Words that lead out of the tables, or tell who is connected from where. */
  private static final ImmutableSet<String> REFUSED =
      ImmutableSet.of(
          "OUTFILE",
          "DUMPFILE",
          "INFILE",
          "LINKED",
          "CURRENT_USER",
          "SESSION_USER",
          "SYSTEM_USER",
          "CURRENT_ROLE",
          "INFORMATION_SCHEMA",
          "PERFORMANCE_SCHEMA");

  /** Functions that read files, wait, tell about the server, or make much of little. */
  private static final ImmutableSet<String> REFUSED_FUNCTIONS =
      ImmutableSet.of(
          "FILE_READ",
          "FILE_WRITE",
          "CSVREAD",
          "CSVWRITE",
          "LINK_SCHEMA",
          "LOAD_FILE",
          "SLEEP",
          "BENCHMARK",
          "GET_LOCK",
          "SYSTEM_RANGE",
          "GENERATE_SERIES",
          "REPEAT",
          "SPACE",
          "LPAD",
          "RPAD",
          "USER",
          "VERSION",
          "DATABASE",
          "SCHEMA",
          "CONNECTION_ID",
          "SESSION_ID",
          "ABORT_SESSION",
          "CANCEL_SESSION",
          "DATABASE_PATH",
          "H2VERSION",
          "MEMORY_USED",
          "MEMORY_FREE",
          "DB_OBJECT_SQL",
          "XMLTYPE",
          "EXTRACTVALUE",
          "UPDATEXML",
          "NAME_CONST");

  /** Behind these a word in front of a parenthesis is the name of a table. */
  private static final ImmutableSet<String> BEFORE_TABLE =
      ImmutableSet.of("TABLE", "EXISTS", "INTO", "REFERENCES");

  private Statements() {}

  /**
   * Checks a statement.
   *
   * @throws ServiceException if it is more than one, or one that guests may not send
   */
  static void check(String sql, boolean readOnly) throws ServiceException {
    List<String> words = words(sql);
    if (words.isEmpty()) {
      throw new ServiceException("programming", "the statement is empty");
    }
    String first = words.get(0);
    boolean shows = first.equals("SHOW") && (words.size() < 2 || !SHOWN.contains(words.get(1)));
    boolean reads =
        READING.contains(first) && !shows && words.stream().noneMatch(WRITING::contains);
    boolean writes =
        READING.contains(first) && !shows
            || WRITING.contains(first)
            || DEFINING.contains(first) && words.size() > 1 && DEFINED.contains(words.get(1));
    if (!reads && !writes) {
      throw ServiceException.refused("a statement that begins with " + first + " is not available");
    }
    if (readOnly && !reads) {
      throw ServiceException.refused("this database is for reading only");
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean engine = first.equals("CREATE") && word.equals("ENGINE") && i + 1 < words.size();
      boolean table =
          i > 0
              && (BEFORE_TABLE.contains(words.get(i - 1))
                  || first.equals("CREATE") && words.get(i - 1).equals("ON"));
      boolean called = !table && i + 1 < words.size() && words.get(i + 1).equals("(");
      if (engine && !ImmutableSet.of("INNODB", "MYISAM").contains(words.get(i + 1))) {
        throw ServiceException.refused("a table's engine is InnoDB or none");
      }
      if (REFUSED.contains(word) || called && REFUSED_FUNCTIONS.contains(word)) {
        throw ServiceException.refused(word + " is not available in statements");
      }
    }
  }

  /**
   * Returns the words of a statement outside of texts and comments, in upper case. What two
   * databases could read differently is refused: backslashes in texts, dollar quotes, comments that
   * are executed.
   */
  private static List<String> words(String sql) throws ServiceException {
    List<String> words = new ArrayList<>();
    int i = 0;
    int length = sql.length();
    boolean ended = false;
    while (i < length) {
      char c = sql.charAt(i);
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      }
      if (ended) {
        throw ServiceException.refused("one statement at a time");
      }
      if (c == ';') {
        ended = true;
        i++;
      } else if (c == '\'' || c == '"' || c == '`') {
        int end = i + 1;
        while (end < length
            && (sql.charAt(end) != c || end + 1 < length && sql.charAt(end + 1) == c)) {
          if (sql.charAt(end) == '\\') {
            throw ServiceException.refused("no backslashes in a statement's texts: use parameters");
          }
          end += sql.charAt(end) == c ? 2 : 1;
        }
        if (end >= length) {
          throw new ServiceException("programming", "a text in the statement does not end");
        }
        if (c != '\'') {
          words.add(sql.substring(i + 1, end).toUpperCase(Locale.ROOT));
        }
        i = end + 1;
      } else if (c == '$' || c == '#' || c == '\\' || c == '{' || c == '}' || c == '@') {
        throw ServiceException.refused("'" + c + "' is not available in statements");
      } else if (sql.startsWith("--", i) || sql.startsWith("/*", i)) {
        throw ServiceException.refused("comments are not available in statements");
      } else if (Character.isLetter(c) || c == '_') {
        int end = i + 1;
        while (end < length
            && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
          end++;
        }
        words.add(sql.substring(i, end).toUpperCase(Locale.ROOT));
        i = end;
      } else {
        if (c == '(') {
          words.add("(");
        }
        i++;
      }
    }
    return words;
  }
}
