package dev.pyrestrict.hosting;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatementsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT user, version, role FROM account WHERE load > 1 AND script = 'CALL x; DROP'",
        "select count(*) from t where a like 'it''s; fine'",
        "INSERT INTO t (a, b) VALUES (?, ?)",
        "REPLACE INTO t VALUES (1)",
        "WITH x AS (SELECT 1) SELECT * FROM x;",
        "CREATE TABLE IF NOT EXISTS `user` (id INT AUTO_INCREMENT PRIMARY KEY) ENGINE=InnoDB",
        "CREATE UNIQUE INDEX i ON t (a)",
        "ALTER TABLE t ADD COLUMN schema VARCHAR(10)",
        "DROP TABLE t",
        "INSERT INTO version (a) VALUES (1)",
        "CREATE INDEX i ON user (a)",
        "SHOW TABLES"
      })
  void ordinaryStatementsPass(String sql) {
    assertDoesNotThrow(() -> Statements.check(sql, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "CALL 1",
        "SELECT 1; SELECT 2",
        "SELECT 1;;",
        "SELECT ';' ; DROP TABLE t",
        "CREATE ALIAS f AS 'x'",
        "CREATE ALIAS f AS $$ x $$",
        "CREATE TRIGGER t BEFORE INSERT ON x CALL 'java.lang.Runtime'",
        "CREATE USER u PASSWORD 'p'",
        "CREATE LINKED TABLE l ('a', 'b', 'c', 'd', 'e')",
        "CREATE TABLE t (a INT) ENGINE \"java.lang.Runtime\"",
        "CREATE OR REPLACE ALIAS f AS 'x'",
        "RUNSCRIPT FROM 'http://x/y.sql'",
        "SCRIPT TO '/tmp/x'",
        "BACKUP TO '/tmp/x'",
        "SELECT FILE_READ('/etc/passwd')",
        "SELECT file_read ('/etc/passwd')",
        "SELECT \"FILE_READ\"('/etc/passwd')",
        "SELECT * FROM CSVREAD('/etc/passwd')",
        "SELECT * FROM LINK_SCHEMA('a', 'b', 'c', 'd', 'e', 'f')",
        "SELECT LOAD_FILE('/etc/passwd')",
        "SELECT 1 INTO OUTFILE '/tmp/x'",
        "SELECT CURRENT_USER",
        "SELECT USER()",
        "SELECT @@hostname",
        "SELECT * FROM INFORMATION_SCHEMA.USERS",
        "SELECT SLEEP(100)",
        "SELECT * FROM a JOIN b ON SLEEP(100)",
        "SELECT /*! LOAD_FILE */ 1",
        "SELECT 1 -- x",
        "SELECT 1 # x",
        "SELECT 'a\\'; DROP TABLE t; --'",
        "SELECT 'no end",
        "SHOW GRANTS",
        "SHOW VARIABLES",
        "SET PASSWORD 'x'",
        "SHUTDOWN",
        "GRANT ALL ON t TO u",
        "LOAD DATA INFILE 'x' INTO TABLE t"
      })
  void whatLeadsOutOfTheTablesIsRefused(String sql) {
    assertThrows(ServiceException.class, () -> Statements.check(sql, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1)",
        "WITH x AS (SELECT 1) DELETE FROM t",
        "EXPLAIN ANALYZE UPDATE t SET a = 1",
        "DROP TABLE t",
        "TRUNCATE TABLE t"
      })
  void nothingIsWrittenWhereOnlyReadingIsAllowed(String sql) {
    assertThrows(ServiceException.class, () -> Statements.check(sql, true));
  }
}
