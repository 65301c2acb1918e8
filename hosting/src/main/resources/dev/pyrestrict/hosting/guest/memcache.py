"""A cache of the host. A client is made with a token of the gateway; an address means nothing here."""
import json

import gateway


class Client:
    """Keys of this guest; another guest has keys of its own, whatever they are called."""

    def __init__(self, servers, *rest, **options):
        token = servers if isinstance(servers, str) else servers[0]
        if not isinstance(token, str):
            raise TypeError('a client is made with a token of the gateway: Client(gateway.token(name))')
        self._token = token
        self._ask('check')

    def _ask(self, operation, *arguments):
        try:
            return gateway.call('memcache', operation, self._token, *arguments)
        except gateway.ServiceFailure as failure:
            message = failure.message
        raise ValueError(message)

    def get(self, key, default=None):
        found = self._ask('get', key)
        return default if found is None else from_wire(found[0])

    def gets(self, key):
        """Returns the value and what cas() wants to see of it."""
        found = self._ask('get', key)
        return (None, None) if found is None else (from_wire(found[0]), found[1])

    def get_multi(self, keys):
        return {key: value for key in keys if (value := self.get(key, MISSING)) is not MISSING}

    def set(self, key, value, time=0):
        return self._ask('set', key, to_wire(value), int(time))

    def set_multi(self, mapping, time=0):
        return [key for key, value in mapping.items() if not self.set(key, value, time)]

    def add(self, key, value, time=0):
        return self._ask('add', key, to_wire(value), int(time))

    def replace(self, key, value, time=0):
        return self._ask('replace', key, to_wire(value), int(time))

    def cas(self, key, value, unique, time=0):
        return self._ask('cas', key, to_wire(value), unique, int(time))

    def delete(self, key):
        return self._ask('delete', key)

    def delete_multi(self, keys):
        return all([self.delete(key) for key in keys])

    def incr(self, key, delta=1):
        return self._ask('incr', key, int(delta))

    def decr(self, key, delta=1):
        return self._ask('incr', key, -int(delta))

    def touch(self, key, time=0):
        return self._ask('touch', key, int(time))

    def __repr__(self):
        return '<memcache.Client>'


MISSING = object()


def to_wire(value):
    if isinstance(value, bytes):
        return bytes(value)
    if isinstance(value, str):
        return ''.join([value])
    if isinstance(value, int) and not isinstance(value, bool) and -1 << 63 <= value < 1 << 63:
        return int(value)
    return ['json', json.dumps(value)]


def from_wire(value):
    return json.loads(value[1]) if isinstance(value, list) else value
