"""Has what the burglar wants, and is careless: it tells its token."""
import gateway
import memcache
import mysql
import session

token = gateway.token("pages")


def handle(request):
    memcache.Client(token).set("page", "victims-page-81")
    session.current()["name"] = "victims-session-82"
    with mysql.get_conn("victims") as conn:
        conn.cursor().execute("CREATE TABLE IF NOT EXISTS entry (words VARCHAR(40))")
        conn.cursor().execute("INSERT INTO entry VALUES ('victims-row-83')")
    return token
