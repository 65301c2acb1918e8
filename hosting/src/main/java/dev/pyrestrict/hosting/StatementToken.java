package dev.pyrestrict.hosting;

import com.google.common.collect.ImmutableList;
import java.util.Locale;

/**
 * A piece of a statement of SQL.
 *
 * @param text in upper case; of a text or number nothing
 * @param begin where a word or name begins in the statement; -1 for what is no such
 */
record StatementToken(Kind kind, String text, int begin) {
  /** Characters: a piece takes far more here than what it is made of. */
  private static final int LONGEST = 1 << 20;

  private static final String SYMBOLS = "()+-*/%<>=!|&^~,.:?";
  private static final ImmutableList<StatementToken> OF_SYMBOLS =
      SYMBOLS
          .chars()
          .mapToObj(c -> new StatementToken(Kind.SYMBOL, Character.toString(c), -1))
          .collect(ImmutableList.toImmutableList());
  private static final StatementToken ANY_TEXT = new StatementToken(Kind.TEXT, "", -1);
  private static final StatementToken ANY_NUMBER = new StatementToken(Kind.NUMBER, "", -1);

  /** What a piece is. */
  enum Kind {
    /** A keyword, or a name that is not quoted. */
    WORD,
    /** A name in quotes: no keyword, whatever it says. Some databases read a text there. */
    NAME,
    TEXT,
    NUMBER,
    SYMBOL
  }

  boolean is(String word) {
    return kind != Kind.NAME && kind != Kind.TEXT && text.equals(word);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.NAME;
  }

  /**
   * Reads a statement.
   *
   * @throws ServiceException if it is more than one, or too long, or holds what two databases could
   *     read differently: backslashes in texts, dollar quotes, comments
   */
  static ImmutableList<StatementToken> read(String sql) throws ServiceException {
    if (sql.length() > LONGEST) {
      throw new ServiceException(
          "programming", "a statement has at most " + LONGEST + " characters: use parameters");
    }
    ImmutableList.Builder<StatementToken> tokens = ImmutableList.builder();
    int i = 0;
    boolean ended = false;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        i++;
        continue;
      }
      if (ended) {
        throw ServiceException.refused("one statement at a time");
      }
      int end;
      if (c == ';') {
        ended = true;
        end = i + 1;
      } else if (c == '\'' || c == '"' || c == '`') {
        end = afterQuotes(sql, i);
        tokens.add(
            c == '\'' ? ANY_TEXT : new StatementToken(Kind.NAME, upper(sql, i + 1, end - 1), i));
      } else if (sql.startsWith("--", i) || sql.startsWith("/*", i)) {
        throw ServiceException.refused("comments are not available in statements");
      } else if (isNamePart(c)) {
        end = afterName(sql, i);
        boolean digits = sql.substring(i, end).chars().allMatch(d -> d >= '0' && d <= '9');
        if (digits && end + 1 < sql.length() && sql.charAt(end) == '.' && isDigit(sql, end + 1)) {
          end = afterName(sql, end + 1);
        }
        tokens.add(digits ? ANY_NUMBER : new StatementToken(Kind.WORD, upper(sql, i, end), i));
      } else if (SYMBOLS.indexOf(c) >= 0) {
        tokens.add(OF_SYMBOLS.get(SYMBOLS.indexOf(c)));
        end = i + 1;
      } else {
        throw ServiceException.refused("'" + c + "' is not available in statements");
      }
      i = end;
    }
    return tokens.build();
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isDigit(String sql, int i) {
    return sql.charAt(i) >= '0' && sql.charAt(i) <= '9';
  }

  private static int afterName(String sql, int begin) {
    int end = begin;
    while (end < sql.length() && isNamePart(sql.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int afterQuotes(String sql, int begin) throws ServiceException {
    char quote = sql.charAt(begin);
    int i = begin + 1;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == '\\') {
        throw ServiceException.refused("no backslashes in a statement's texts: use parameters");
      }
      if (c == quote && (i + 1 >= sql.length() || sql.charAt(i + 1) != quote)) {
        return i + 1;
      }
      i += c == quote ? 2 : 1;
    }
    throw new ServiceException("programming", "a text in the statement does not end");
  }

  private static String upper(String sql, int begin, int end) {
    return sql.substring(begin, end).toUpperCase(Locale.ROOT);
  }
}
