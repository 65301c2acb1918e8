import gateway
import memcache
import mysql


def tried(f):
    try:
        return repr(f())
    except Exception as e:
        return type(e).__name__ + ": " + str(e)


def handle(request):
    conn = mysql.get_conn("guestbook")
    c = conn.cursor()
    return [
        tried(lambda: mysql.get_conn("other")),
        tried(lambda: memcache.Client("127.0.0.1:11211")),
        tried(lambda: memcache.Client(["127.0.0.1:11211"])),
        tried(lambda: gateway.token("other")),
        tried(lambda: memcache.Client(gateway.token("pages")).get("page")),
        tried(lambda: c.execute("SELECT CURRENT_USER").fetchall()),
        tried(lambda: c.execute("SELECT * FROM INFORMATION_SCHEMA.SETTINGS").fetchall()),
        tried(lambda: c.execute("CREATE ALIAS x AS $$ String f() { return System.getenv().toString(); } $$")),
        tried(lambda: c.execute("SELECT 1; CREATE TABLE z (a INT)")),
        tried(lambda: c.execute("SELECT FILE_READ('/etc/passwd')").fetchall()),
        tried(lambda: c.execute("CALL CSVREAD('/etc/passwd')").fetchall()),
        tried(lambda: c.execute("SELECT * FROM nothere").fetchall()),
        tried(lambda: c.execute("CREATE TABLE t9 (a INT) ENGINE \"org.h2.mvstore.db.MVTableEngine\"")),
        tried(lambda: c.execute("SELECT %s, %s, %s", [1.5, None, b"x"]).fetchall()),
        tried(lambda: conn.close() or conn.cursor()),
        tried(lambda: service_call("sql", "execute", 1, "SELECT 1", [])),
        tried(lambda: service_call("sql", "open", ["guestbook"])),
        tried(lambda: service_call(1, 2)),
        tried(lambda: [conn, c, service_call]),
        tried(lambda: gateway.services()),
    ]
