"""The gateway: what this guest may use of its host's services.

A token stands for one service and works for this guest only; what it stands for can't be read from it.
"""


class GatewayError(Exception):
    """The gateway refused: there is no such service, or it is not this guest's to use."""


def token(name):
    """Returns the token of the service of that name."""
    return call('gateway', 'token', name)


def services():
    """Returns the names of the services that this guest may use, by kind."""
    return call('gateway', 'services')


def call(service, operation, *arguments):
    """Asks a service of the host for something; its clients, like mysql and memcache, are made of this."""
    kind, value = service_call(service, operation, *arguments)
    if kind == 'ok':
        return value
    if kind == 'refused':
        raise GatewayError(value)
    raise ServiceFailure(kind, value)


class ServiceFailure(Exception):
    """A service could not do what it was asked for; its client makes an exception of its own of this."""

    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind
        self.message = message
