"""Every corner of PEP 3333 that a guest can see."""
import enum
import gateway
import memcache
import mysql
import session
import time

cache = memcache.Client(gateway.token("pages"))


class Member(enum.IntEnum):
    ONE = 1


class Name(str):
    pass


class Body:
    def __init__(self, parts):
        self.parts = iter(parts)
        self.closed = False

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.parts)

    def close(self):
        cache.incr("closed") or cache.set("closed", 1)


def written(environ, start_response):
    write = start_response("200 OK", [("Content-Type", "text/plain")])
    write(b"written, ")
    return [b"and returned"]


def late(environ, start_response):
    def parts():
        start_response("201 Created", [("X-Late", "yes")])
        yield b""
        yield b"late"
    return parts()


def failing(environ, start_response):
    import sys
    start_response("200 OK", [])
    try:
        raise ValueError("in the middle")
    except ValueError:
        start_response("418 I'm a teapot", [("X-Why", "middle")], sys.exc_info())
    return [b"sorry"]


def echo(environ, start_response):
    lines = environ["wsgi.input"].readlines()
    print("seen", len(lines), file=environ["wsgi.errors"])
    start_response("200 OK", [("Set-Cookie", "session-wsgi=forged"), ("Set-Cookie", "mine=1")])
    return Body([environ["REQUEST_METHOD"].encode(), b" ", *lines, environ["HTTP_X_TEST"].encode()])


def count(environ, start_response):
    visits = session.current()
    visits["n"] = visits.get("n", 0) + 1
    start_response("200 OK", [])
    return [str(visits["n"]).encode()]


def closed(environ, start_response):
    start_response("200 OK", [])
    return [str(cache.get("closed")).encode()]


def slowly(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    visits = session.current()
    visits["slowly"] = 1

    def parts():
        yield b"first "
        # The reader answers the first part before the second is made.
        while cache.get("read") is None:
            time.sleep(0.01)
        yield b"second"
    return parts()


def read(environ, start_response):
    start_response("200 OK", [])
    return [str(cache.set("read", 1)).encode()]


def breaking(environ, start_response):
    start_response("200 OK", [])
    yield b"begun"
    raise ValueError("in the middle of the body")


def endless(environ, start_response):
    start_response("200 OK", [])
    while True:
        yield b"x" * 10000


def cached(environ, start_response):
    value, unique = cache.gets("v")
    results = [
        cache.set("v", {"a": [1, 2]}), cache.get("v"), cache.add("v", 1), cache.set("n", 5), cache.incr("n", 3), cache.decr("n", 10),
        cache.delete("nothing"), cache.get_multi(["v", "n", "none"]), cache.cas("v", "new", -1), cache.cas("v", "new", cache.gets("v")[1]),
        cache.get("v"), cache.replace("none", 1), cache.set("n", Member.ONE, 60.0), cache.incr("n", 2.0), cache.set("n", 2 ** 70) and cache.get("n") == 2 ** 70,
        cache.set("n", Name("x")) and cache.get("n"), mysql.exact(Member.ONE), mysql.exact(Name("x"))]
    start_response("200 OK", [])
    return [repr(results).encode()]


def application(environ, start_response):
    name = environ["PATH_INFO"].strip("/")
    views = {f.__name__: f for f in (written, late, failing, echo, count, closed, cached, slowly, read, breaking, endless)}
    return views[name](environ, start_response)
