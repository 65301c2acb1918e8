"""A guestbook whose every answer says what it saw, so that a test can add it all up."""
import json
from urllib.parse import parse_qs

import gateway
import memcache
import mysql
import session

cache = memcache.Client(gateway.token("pages"))


def prepare():
    conn = mysql.get_conn("guestbook")
    conn.cursor().execute(
        "CREATE TABLE IF NOT EXISTS entry (id INT AUTO_INCREMENT PRIMARY KEY, author VARCHAR(80) NOT NULL UNIQUE, words VARCHAR(500))")
    conn.close()
    cache.add("signed", 0)


def sign(author, words):
    visitor = session.current()
    visitor["author"] = author
    visitor["signed"] = visitor.get("signed", 0) + 1
    with mysql.get_conn("guestbook") as conn:
        cursor = conn.cursor()
        cursor.execute("INSERT INTO entry (author, words) VALUES (%s, %s)", (author, words))
        number = cursor.lastrowid
        cursor.execute("SELECT e.author, e.words FROM entry e WHERE e.id = %s", (number,))
        row = cursor.fetchone()
    conn.close()
    cache.set(f"entry-{number}", {"author": author, "words": words}, 300)
    return {"id": number, "row": row, "signed": cache.incr("signed")}


def read(number):
    visitor = session.current()
    with mysql.get_conn("guestbook") as conn:
        (count,) = conn.cursor().execute("SELECT COUNT(*) FROM entry").fetchone()
    conn.close()
    return {"session": dict(visitor), "cached": cache.get(f"entry-{number}"), "count": count, "signed": cache.get("signed")}


def application(environ, start_response):
    query = {key: values[0] for key, values in parse_qs(environ["QUERY_STRING"]).items()}
    if environ["PATH_INFO"] == "/prepare":
        answer = prepare()
    elif environ["REQUEST_METHOD"] == "POST":
        answer = sign(query["author"], environ["wsgi.input"].read().decode())
    else:
        answer = read(int(query["id"]))
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(answer).encode()]
