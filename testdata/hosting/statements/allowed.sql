-- One statement a line; ordinary, and both databases take them.
SELECT t.a, u.b FROM t LEFT JOIN u ON t.a = u.a WHERE t.b LIKE '%o%' ORDER BY t.a LIMIT 5
SELECT COUNT(*), MAX(t.a) FROM t GROUP BY t.b HAVING COUNT(*) > 0
SELECT s.a FROM (SELECT t.a FROM t) s JOIN u USING (a)
SELECT EXTRACT(YEAR FROM NOW()), CONCAT('a', UPPER(t.b)), COALESCE(NULL, 1.5) FROM t
SELECT a FROM t WHERE a IN (SELECT t.a FROM t) UNION ALL SELECT a FROM u
SELECT a, ROW_NUMBER() OVER (PARTITION BY t.b ORDER BY t.a) FROM t
WITH x AS (SELECT a FROM t) SELECT x.a FROM x
INSERT INTO u (a, b) SELECT t.a, REPLACE(t.b, 'o', '0') FROM t
UPDATE u SET b = 'x', a = a + 1 WHERE u.a = 1
DELETE FROM u WHERE u.a = 2
CREATE TABLE IF NOT EXISTS k (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL, at TIMESTAMP DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB
CREATE TABLE IF NOT EXISTS date (a INT, b INT, PRIMARY KEY (a), KEY k (b))
DROP TABLE date
CREATE INDEX k_name ON k (name)
INSERT INTO k (name) VALUES ('it''s')
REPLACE INTO k (id, name) VALUES (5, 'n')
ALTER TABLE k ADD COLUMN price DECIMAL(8, 2) DEFAULT 1.5
SHOW TABLES
SHOW COLUMNS FROM k
TRUNCATE TABLE u
DROP TABLE k
CREATE TABLE visits (user VARCHAR(20), value INT, year INT, month INT, day INT, hour INT, minute INT, second INT)
INSERT INTO visits (user, value, year) VALUES ('ada', 1, 2020) ON DUPLICATE KEY UPDATE value = VALUES(value)
SELECT user, v.user AS user, YEAR(NOW()), value FROM visits v WHERE user = 'ada' GROUP BY user, value ORDER BY v.user
DROP TABLE visits
