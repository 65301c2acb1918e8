"""A guestbook: entries in a database, the page in a cache, the visitor's name in a session."""
from html import escape
from urllib.parse import parse_qs

import gateway
import memcache
import mysql
import session

cache = memcache.Client(gateway.token("pages"))


def prepare(conn):
    conn.cursor().execute(
        "CREATE TABLE IF NOT EXISTS entry"
        " (id INT AUTO_INCREMENT PRIMARY KEY, author VARCHAR(80), words VARCHAR(500))")


def page():
    found = cache.get("page")
    if found is not None:
        return found
    with mysql.get_conn("guestbook") as conn:
        prepare(conn)
        cursor = conn.cursor()
        cursor.execute("SELECT author, words FROM entry ORDER BY id DESC LIMIT 50")
        items = "".join(f"<li><b>{escape(author)}</b>: {escape(words)}</li>" for author, words in cursor)
        cursor.execute("SELECT COUNT(*) FROM entry")
        (count,) = cursor.fetchone()
    conn.close()
    html = f"<h1>{count} entries</h1><ul>{items}</ul>"
    cache.set("page", html, 60)
    return html


def sign(environ):
    length = int(environ.get("CONTENT_LENGTH") or 0)
    form = parse_qs(environ["wsgi.input"].read(length).decode())
    visitor = session.current()
    author = form.get("author", [visitor.get("author", "anonymous")])[0][:80]
    visitor["author"] = author
    with mysql.get_conn("guestbook") as conn:
        prepare(conn)
        conn.cursor().execute(
            "INSERT INTO entry (author, words) VALUES (%s, %s)", (author, form.get("words", [""])[0][:500]))
    conn.close()
    cache.delete("page")


def application(environ, start_response):
    if environ["REQUEST_METHOD"] == "POST":
        sign(environ)
        start_response("303 See Other", [("Location", environ["SCRIPT_NAME"] + "/")])
        return [b""]
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    greeting = session.current().get("author", "stranger")
    return [f"<p>Hello, {escape(greeting)}.</p>".encode(), page().encode()]
