package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pyrestrict.hosting.StatementToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Which statements a guest may send to a database: rows are read and written, tables and indexes
 * made, in its own schema and with functions that compute. Everything that is not listed is
 * refused; the rights of the database's user hold behind it.
 */
final class Statements {
  private static final ImmutableSet<String> READING =
      ImmutableSet.of("SELECT", "VALUES", "WITH", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "TABLE");
  private static final ImmutableSet<String> WRITING =
      ImmutableSet.of("INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "TRUNCATE");
  private static final ImmutableSet<String> DEFINING = ImmutableSet.of("CREATE", "DROP", "ALTER");
  private static final ImmutableSet<String> FREEING = ImmutableSet.of("DELETE", "DROP", "TRUNCATE");

  /** In these a name is that of a table, or of something in the table that was named. */
  private static final ImmutableSet<String> NAMING =
      ImmutableSet.of("CREATE", "DROP", "ALTER", "TRUNCATE", "SHOW", "DESCRIBE", "DESC");

  /** Words that lead out of the tables, or tell who is connected from where. */
  private static final ImmutableSet<String> REFUSED =
      words(
          """
          outfile dumpfile infile linked current_user session_user system_user current_role
          current_catalog current_schema current_path information_schema performance_schema uescape
          tablespace procedure
          """);

  /** What may stand in front of a parenthesis and is no function. */
  private static final ImmutableSet<String> OPENING =
      words(
          """
          select distinct all from join on using where having by as over within group filter set
          values value then else when case union intersect except and or xor not in any some exists
          between like escape is interval key primary unique index foreign check default add column
          limit offset partition returning row div mod regexp rlike rollup always stored virtual
          lateral against into explain end ignore

          char varchar character varying nchar nvarchar binary varbinary text tinytext mediumtext
          longtext blob tinyblob mediumblob longblob clob int integer tinyint smallint mediumint
          bigint bit decimal dec numeric number fixed float double precision real datetime timestamp
          time year enum json boolean
          """);

  /** Functions that compute from what they are given, in bounds that the statement's time sets. */
  private static final ImmutableSet<String> FUNCTIONS =
      words(
          """
          count sum avg min max group_concat listagg stddev stddev_pop stddev_samp std variance
          var_pop var_samp bit_and bit_or bit_xor json_arrayagg json_objectagg any_value median
          row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value
          nth_value

          coalesce ifnull nullif if nvl nvl2 greatest least cast convert isnull

          abs ceil ceiling floor round truncate sign mod power pow sqrt exp ln log log2 log10 sin cos
          tan asin acos atan atan2 cot pi radians degrees rand conv

          concat concat_ws lower lcase upper ucase length char_length character_length octet_length
          bit_length substring substr substring_index mid left right trim ltrim rtrim replace reverse
          locate position instr insert ascii ord char hex unhex field find_in_set elt strcmp format
          soundex quote bin oct md5 sha sha1 sha2 crc32 to_base64 from_base64 match
          regexp_like regexp_replace regexp_substr regexp_instr

          now curdate current_date curtime current_time current_timestamp localtime localtimestamp
          sysdate utc_date utc_time utc_timestamp unix_timestamp from_unixtime date time timestamp
          year quarter month week weekday weekofyear day dayofmonth dayofweek dayofyear dayname
          monthname hour minute second microsecond date_add date_sub adddate subdate addtime subtime
          datediff timediff timestampdiff timestampadd date_format time_format str_to_date extract
          last_day makedate maketime to_days from_days to_seconds sec_to_time time_to_sec period_add
          period_diff dateadd

          json_extract json_unquote json_value json_query json_object json_array json_set json_insert
          json_replace json_remove json_contains json_contains_path json_length json_keys json_valid
          json_type json_search json_quote json_merge_patch

          last_insert_id
          """);

  /** Behind these a name in front of a parenthesis is that of a table, an index or a key. */
  private static final ImmutableSet<String> BEFORE_NAME =
      words(
          """
          table exists into references key index unique insert replace ignore with recursive
          constraint
          """);

  private Statements() {}

  private static ImmutableSet<String> words(String text) {
    return ImmutableSet.copyOf(text.toUpperCase(Locale.ROOT).strip().split("\\s+"));
  }

  /**
   * What a statement does beyond the rows that it answers with.
   *
   * @param adds whether it may need more room than was needed before
   * @param keeps whether it makes a table that its connection keeps to itself
   * @param user where it has the word USER as a name: the user's own where a database reads it as a
   *     function
   */
  record Effect(boolean adds, boolean keeps, ImmutableList<Integer> user) {}

  /**
   * Checks a statement.
   *
   * @throws ServiceException if it is more than one, or one that guests may not send
   */
  static Effect check(String sql, boolean readOnly) throws ServiceException {
    ImmutableList<StatementToken> tokens = StatementToken.read(sql);
    if (tokens.isEmpty()) {
      throw new ServiceException("programming", "the statement is empty");
    }
    String first = tokens.get(0).kind() == Kind.WORD ? tokens.get(0).text() : "";
    boolean reads = READING.contains(first) && !writes(tokens);
    boolean known =
        READING.contains(first)
            || WRITING.contains(first)
            || DEFINING.contains(first) && isDefined(tokens);
    if (!known || first.equals("SHOW") && !isShown(tokens)) {
      throw ServiceException.refused("a statement that begins with " + first + " is not available");
    }
    if (readOnly && !reads) {
      throw ServiceException.refused("this database is for reading only");
    }
    checkWords(tokens, first);
    checkSchemas(tokens, first);
    return new Effect(
        !reads && !FREEING.contains(first),
        at(tokens, 1).is("TEMPORARY"),
        tokens.stream()
            .filter(token -> token.kind() == Kind.WORD && token.is("USER"))
            .map(StatementToken::begin)
            .collect(ImmutableList.toImmutableList()));
  }

  /** Reports whether anything in it writes: the function REPLACE(a, b, c) does not. */
  private static boolean writes(ImmutableList<StatementToken> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      StatementToken token = tokens.get(i);
      boolean function = FUNCTIONS.contains(token.text()) && at(tokens, i + 1).is("(");
      if (token.kind() == Kind.WORD && WRITING.contains(token.text()) && !function) {
        return true;
      }
    }
    return false;
  }

  private static StatementToken at(ImmutableList<StatementToken> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i) : new StatementToken(Kind.SYMBOL, "", -1);
  }

  private static boolean isDefined(ImmutableList<StatementToken> tokens) {
    StatementToken second = at(tokens, 1);
    return second.is("TABLE")
        || second.is("INDEX")
        || second.is("UNIQUE") && at(tokens, 2).is("INDEX")
        || second.is("TEMPORARY") && at(tokens, 2).is("TABLE");
  }

  /** Tables, or what is in one table: no other schemas, nothing about the server. */
  private static boolean isShown(ImmutableList<StatementToken> tokens) {
    int i = at(tokens, 1).is("FULL") ? 2 : 1;
    StatementToken what = at(tokens, i++);
    if (!what.is("TABLES")) {
      boolean ofTable =
          what.is("COLUMNS") || what.is("INDEX") || what.is("INDEXES") || what.is("KEYS");
      if (!ofTable || !at(tokens, i++).is("FROM") || !at(tokens, i++).isName()) {
        return false;
      }
    }
    if (at(tokens, i).is("LIKE") && at(tokens, i + 1).kind() == Kind.TEXT) {
      i += 2;
    }
    return i == tokens.size();
  }

  private static void checkWords(ImmutableList<StatementToken> tokens, String first)
      throws ServiceException {
    Deque<Boolean> calls = new ArrayDeque<>();
    boolean called = false;
    for (int i = 0; i < tokens.size(); i++) {
      StatementToken token = tokens.get(i);
      if (token.is("(")) {
        calls.push(called);
      } else if (token.is(")")) {
        calls.poll();
      }
      boolean inCall = !calls.isEmpty() && calls.peek();
      called = token.isName() && checkName(tokens, i, first, inCall);
    }
  }

  /**
   * Checks a word or name.
   *
   * @param inCall whether it is in a function's parentheses: nothing has a name there, H2 has
   *     JSON_OBJECT(KEY f() VALUE 1)
   * @return whether it is a function that is called
   */
  private static boolean checkName(
      ImmutableList<StatementToken> tokens, int i, String first, boolean inCall)
      throws ServiceException {
    StatementToken token = tokens.get(i);
    StatementToken before = at(tokens, i - 1);
    StatementToken after = at(tokens, i + 1);
    if (token.kind() == Kind.WORD && REFUSED.contains(token.text())) {
      throw ServiceException.refused(token.text() + " is not available in statements");
    }
    if (DEFINING.contains(first)) {
      checkOption(tokens, i);
    }
    if (token.is("CONNECTION") && before.is("FOR")) {
      throw ServiceException.refused("other connections are not available in statements");
    }
    boolean isName =
        !inCall && before.kind() == Kind.WORD && BEFORE_NAME.contains(before.text())
            || before.is("ON") && isIndexed(tokens, i);
    if (!after.is("(") || isName) {
      return false;
    }
    boolean isKnown =
        token.kind() == Kind.WORD
            && !before.is(".")
            && (OPENING.contains(token.text()) || FUNCTIONS.contains(token.text()));
    if (!isKnown) {
      throw ServiceException.refused(
          "the function " + token.text() + " is not available in statements");
    }
    return FUNCTIONS.contains(token.text());
  }

  /** Reports whether the name is that of the table whose index is made, not of a function. */
  private static boolean isIndexed(ImmutableList<StatementToken> tokens, int i) {
    boolean index = at(tokens, 1).is("INDEX") || at(tokens, 1).is("UNIQUE");
    return at(tokens, 0).is("CREATE")
        && index
        && tokens.subList(0, i - 1).stream().noneMatch(token -> token.is("ON"));
  }

  /** What a table is made of, and where: by the database itself, at its usual place. */
  private static void checkOption(ImmutableList<StatementToken> tokens, int i)
      throws ServiceException {
    StatementToken token = tokens.get(i);
    StatementToken after = at(tokens, i + 1);
    boolean given = after.is("=") || after.kind() == Kind.TEXT || after.kind() == Kind.NAME;
    if (token.is("ENGINE")) {
      StatementToken engine = at(tokens, after.is("=") ? i + 2 : i + 1);
      boolean column = engine.kind() == Kind.WORD && OPENING.contains(engine.text());
      if (!engine.is("INNODB") && !engine.is("MYISAM") && !column) {
        throw ServiceException.refused("a table's engine is InnoDB or none");
      }
    }
    if (token.is("DIRECTORY") || token.is("CONNECTION") && given) {
      throw ServiceException.refused(
          "the option " + token.text() + " of a table is not available in statements");
    }
  }

  /**
   * What stands between parentheses, or around all of them.
   *
   * @param query whether FROM is followed by tables here, not by an operand
   * @param list whether a comma leads to one more table
   * @param tables whether names are those of tables here
   */
  private record Level(boolean query, boolean list, boolean tables) {}

  /**
   * Refuses tables of another schema: no point in the name of a table. Only words that both
   * databases reserve end a list of tables: what could be a table's other name does not.
   */
  private static void checkSchemas(ImmutableList<StatementToken> tokens, String first)
      throws ServiceException {
    Deque<Level> around = new ArrayDeque<>();
    Level level = new Level(true, true, true);
    boolean naming = NAMING.contains(first);
    for (int i = 0; i < tokens.size(); i++) {
      StatementToken token = tokens.get(i);
      StatementToken before = at(tokens, i - 1);
      if (token.is("(")) {
        around.push(level);
        boolean tablesBegin =
            before.is("FROM")
                || before.is("JOIN")
                || before.is("USING")
                || before.is("IGNORE")
                || before.is(",")
                || before.is("(");
        level =
            level.tables() && tablesBegin
                ? new Level(false, true, true)
                : new Level(false, false, false);
        continue;
      }
      if (token.is(")")) {
        level = around.isEmpty() ? level : around.pop();
        continue;
      }
      if (token.is(".") && (level.tables() || naming || isSequence(tokens, i - 1))) {
        throw ServiceException.refused("tables of other schemas are not available in statements");
      }
      if (token.is(",") && level.list()) {
        level = new Level(level.query(), true, true);
      }
      if (token.kind() != Kind.WORD) {
        continue;
      }
      switch (token.text()) {
        case "SELECT", "VALUES" -> {
          level = new Level(true, false, false);
          naming = false;
        }
        case "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "UNION", "SET" -> {
          // USE INDEX FOR ORDER BY (i) is followed by more tables.
          if (!before.is("FOR")) {
            level = new Level(level.query(), false, false);
          }
        }
        case "ON" -> level = new Level(level.query(), level.list(), false);
        case "FROM" -> {
          boolean compares = before.is("DISTINCT") && isComparison(tokens, i - 2);
          if (!compares && (level.query() || before.is("("))) {
            level = new Level(true, true, true);
          }
        }
        case "UPDATE" -> {
          if (!before.is("KEY") && !before.is("FOR") && !before.is("ON")) {
            level = new Level(level.query(), true, true);
          }
        }
        case "USING" -> {
          if (!at(tokens, i + 1).is("(")) {
            level = new Level(level.query(), true, true);
          }
        }
        case "JOIN", "STRAIGHT_JOIN", "INTO", "TABLE" ->
            level = new Level(level.query(), true, true);
        default -> {}
      }
    }
  }

  /** Reports whether it is what NEXT VALUE FOR counts with, or the schema of that. */
  private static boolean isSequence(ImmutableList<StatementToken> tokens, int i) {
    return at(tokens, i - 1).is("FOR") && at(tokens, i - 2).is("VALUE");
  }

  private static boolean isComparison(ImmutableList<StatementToken> tokens, int i) {
    return at(tokens, i).is("IS") || at(tokens, i).is("NOT") && at(tokens, i - 1).is("IS");
  }
}
