-- One statement a line; a database may see these, and whatever it says tells no address, no user and no other's row.
SELECT * FROM nothere
SELECT nothere FROM t
SELECT 1 +
SELECT CAST('x' AS INT)
INSERT INTO t VALUES (1)
INSERT INTO t VALUES ('a', 'b')
SELECT a / 0 FROM t
SELECT user FROM t
SELECT "FILE_READ" FROM t
SELECT a FROM t WHERE a = (SELECT a FROM t)
SELECT CONVERT('x' USING nothere)
CREATE TABLE t (a INT)
DROP TABLE nothere
ALTER TABLE t ADD COLUMN a INT
SELECT JSON_EXTRACT('{', '$')
SELECT b REGEXP '(' FROM t
SELECT MATCH (b) AGAINST ('one') FROM t
CREATE UNIQUE INDEX i ON t (nothere)
SELECT * FROM t ORDER BY 99
SELECT COUNT(*) FROM t a, t b, t c, t d, t e, t f, t g, t h, t i, t j, t k, t l, t m, t n, t o, t p, t q, t r, t s, t v, t w, t x, t y, t z, t aa, t bb, t cc, t dd
SELECT a FROM t WHERE b LIKE '%a%b%c%d%e%' ESCAPE 'xx'
INSERT INTO t SELECT * FROM t, t
SELECT USER
SELECT User AS "user", (uSER) FROM t
VALUES (USER)
SELECT a FROM t WHERE b = USER OR user LIKE '%'
INSERT INTO t (b) SELECT USER
