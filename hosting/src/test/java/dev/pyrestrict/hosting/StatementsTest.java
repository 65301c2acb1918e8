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
        "SHOW TABLES",
        "SHOW FULL COLUMNS FROM t LIKE 'a%'",
        "SELECT e.a, t.b FROM entry e JOIN t ON e.id = t.id AND e.x IN (t.y, 1.5), c WHERE c.z ="
            + " e.a",
        "SELECT EXTRACT(YEAR FROM e.at), TRIM(LEADING 'x' FROM e.a) FROM e ORDER BY e.at LIMIT 5",
        "SELECT s.a FROM (SELECT e.a FROM e) s LEFT JOIN b USING (a) GROUP BY s.a HAVING COUNT(*) >"
            + " 1",
        "SELECT a FROM t WHERE a IS NOT DISTINCT FROM t.b UNION ALL SELECT u.a FROM u",
        "INSERT INTO t (a, b) SELECT u.a, REPLACE(u.b, 'x', 'y') FROM u",
        "INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = VALUES(a), b = t.b + 1",
        "UPDATE t x SET x.a = 1.5, x.b = NOW() WHERE x.c = (SELECT MAX(u.a) FROM u)",
        "DELETE FROM t WHERE t.a = 1",
        "CREATE TABLE t (a INT, u INT, KEY k (a), FOREIGN KEY (u) REFERENCES u (id),"
            + " price DECIMAL(8, 2) DEFAULT 1.5, at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,"
            + " engine VARCHAR(9), connection INT) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM"
            + " n",
        "SELECT a, ROW_NUMBER() OVER (PARTITION BY t.b ORDER BY t.a) FROM t",
        "SELECT a FROM t WHERE a LIKE '%;--/*x*/ #' AND `select` = \"from\" FOR UPDATE"
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
        "LOAD DATA INFILE 'x' INTO TABLE t",
        "SHOW FULL PROCESSLIST",
        "SHOW TABLES FROM mysql",
        "SHOW COLUMNS FROM t FROM mysql",
        "SHOW CREATE USER x",
        "SELECT * FROM mysql.user",
        "SELECT * FROM t, mysql.user",
        "SELECT * FROM t `where`, mysql.user",
        "SELECT * FROM t offset, mysql.user",
        "SELECT * FROM t JOIN u ON t.a = u.a, mysql.user",
        "SELECT * FROM (t, mysql.user)",
        "SELECT * FROM (t CROSS JOIN (u, `mysql` . `user`))",
        "SELECT 1 AS mysql, user FROM mysql.user",
        "SELECT (SELECT MAX(u.x) FROM mysql.user u)",
        "SELECT * FROM t WHERE a IN (SELECT b FROM t NATURAL JOIN mysql.user)",
        "SELECT * FROM t WHERE a = ANY (TABLE mysql.user)",
        "FROM mysql.user SELECT *",
        "SELECT * FROM t WHERE EXISTS (FROM mysql.user SELECT *)",
        "INSERT mysql.user VALUES (1)",
        "INSERT INTO t SELECT * FROM mysql.user",
        "REPLACE mysql.user VALUES (1)",
        "UPDATE t, mysql.user SET a = 1",
        "DELETE t, mysql.user FROM t, mysql.user",
        "DELETE FROM t USING t, mysql.user",
        "MERGE INTO t USING mysql.user ON 1 = 1",
        "TRUNCATE mysql.user",
        "DROP TABLE t, mysql.user",
        "ALTER TABLE t RENAME TO mysql.t",
        "CREATE TABLE t LIKE mysql.user",
        "CREATE TABLE t (LIKE mysql.user)",
        "CREATE TABLE t (a INT REFERENCES mysql.user (id))",
        "CREATE TABLE t AS SELECT * FROM mysql.user",
        "DESCRIBE mysql.user",
        "EXPLAIN mysql.user",
        "EXPLAIN FOR CONNECTION 5",
        "EXPLAIN FORMAT=JSON FOR CONNECTION 5",
        "ALTER TABLE t ENGINE=FEDERATED CONNECTION='mysql://u:p@127.0.0.1/x/y'",
        "ALTER TABLE t ENGINE = CONNECT",
        "ALTER TABLE t CONNECTION='mysql://127.0.0.1/x/y'",
        "CREATE TABLE t (a INT) DATA DIRECTORY='/tmp'",
        "CREATE TABLE t (a INT) DATA DIRECTORY '/tmp'",
        "ALTER TABLE t DISCARD TABLESPACE",
        "CREATE TEMPORARY SEQUENCE s",
        "CREATE TABLE t (a INT DEFAULT (SLEEP(5)))",
        "SELECT t.SLEEP(5)",
        "SELECT `SLEEP`(5)",
        "SELECT sys.exec('id')",
        "SELECT GET_LOCK('a', 100)",
        "SELECT RELEASE_ALL_LOCKS()",
        "SELECT MASTER_POS_WAIT('a', 1)",
        "SELECT UUID_SHORT()",
        "SELECT CONNECTION_ID()",
        "SELECT VERSION()",
        "SELECT DATABASE()",
        "SELECT REPEAT('x', 1000000000)",
        "SELECT U&\"!0046ILE_READ\" UESCAPE '!' ('/etc/passwd')",
        "SELECT FILE_READ\u00a0('/etc/passwd')",
        "SELECT FILE_READ\u2003('/etc/passwd')",
        "SELECT * FROM TABLE(a INT = (1))",
        "SELECT * FROM UNNEST(ARRAY[1])",
        "SELECT * FROM SYSTEM_RANGE(1, 1000000000)",
        "SELECT DB_OBJECT_SQL('TABLE', 'T')",
        "SELECT CURRENT_CATALOG",
        "SELECT 1 INTO @a",
        "SELECT 1 FROM t PROCEDURE ANALYSE()",
        "SELECT {fn SLEEP(5)}",
        "DO SLEEP(5)",
        "HANDLER t OPEN",
        "PREPARE s FROM 'x'",
        "EXECUTE IMMEDIATE 'x'",
        "USE mysql",
        "KILL 1",
        "BEGIN",
        "SET GLOBAL general_log = 1",
        "SELECT DISTINCT FROM mysql.user"
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
        "TRUNCATE TABLE t",
        "SELECT * FROM FINAL TABLE (INSERT INTO t VALUES (1))",
        "SELECT a FROM t FOR UPDATE"
      })
  void nothingIsWrittenWhereOnlyReadingIsAllowed(String sql) {
    assertThrows(ServiceException.class, () -> Statements.check(sql, true));
  }
}
