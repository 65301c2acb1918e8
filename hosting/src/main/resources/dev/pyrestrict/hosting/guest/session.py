"""What is remembered of a user between requests. In a request, session.current() is a dict of JSON values."""
import json

import gateway


class Session(dict):
    """Changes are kept when the request is answered; session.clear() ends the session."""

    def __init__(self, values):
        super().__init__(values)
        self.kept = json.dumps(values, sort_keys=True)


_current = None


def current():
    """Returns the session of the user whose request is being answered."""
    if _current is None:
        raise gateway.GatewayError('there is no session outside a request, or the host has given this guest none')
    return _current


def begin(text):
    global _current
    _current = None if text is None else Session(json.loads(text) if text else {})


def changes():
    """Returns the values to keep, or None when nothing changed since they were last kept."""
    if _current is None:
        return None
    text = json.dumps(dict(_current), sort_keys=True)
    if text == _current.kept:
        return None
    _current.kept = text
    return text


def end():
    """Returns the values to keep, or None when nothing changed."""
    global _current
    text, _current = changes(), None
    return text
