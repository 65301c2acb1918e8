"""Variables whose values belong to a context, as asyncio's tasks have one each.

This is guest code: it is compiled like any guest's and runs in the guest's own world, so nothing in it
is trusted. GraalPy's own shows objects of Java for values that are missing.
"""
import types


class _Missing:
    def __repr__(self):
        return '<Token.MISSING>'


class Context:
    """A mapping of variables to their values."""

    __module__ = '_contextvars'

    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        self._entered = True
        _contexts.append(self)
        try:
            return callable(*args, **kwargs)
        finally:
            _contexts.pop()
            self._entered = False

    def copy(self):
        made = Context()
        made._values = dict(self._values)
        return made

    def __getitem__(self, var):
        return self._values[_variable(var)]

    def __contains__(self, var):
        return _variable(var) in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def get(self, var, default=None, /):
        return self._values.get(_variable(var), default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


_contexts = [Context()]
_contexts[0]._entered = True


def copy_context():
    return _contexts[-1].copy()


class Token:
    """What set() answers: reset() takes it to make the variable what it was."""

    __module__ = '_contextvars'
    MISSING = _Missing()
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, var, old_value, context):
        self._var = var
        self._old_value = old_value
        self._context = context
        self._used = False

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old_value

    def __repr__(self):
        return f"<Token{' used' if self._used else ''} var={self._var!r} at {id(self):#x}>"


_no_default = Token.MISSING


class ContextVar:
    __module__ = '_contextvars'

    def __init__(self, name, *, default=_no_default):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self._name = name
        self._default = default

    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def name(self):
        return self._name

    def get(self, default=_no_default, /):
        values = _contexts[-1]._values
        if self in values:
            return values[self]
        if default is not _no_default:
            return default
        if self._default is not _no_default:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _contexts[-1]
        token = Token(self, context._values.get(self, Token.MISSING), context)
        context._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token._var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        if token._context is not _contexts[-1]:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if token._old_value is Token.MISSING:
            del token._context._values[self]
        else:
            token._context._values[self] = token._old_value

    def __repr__(self):
        default = '' if self._default is _no_default else f' default={self._default!r}'
        return f'<ContextVar name={self._name!r}{default} at {id(self):#x}>'


def _variable(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")
    return var
