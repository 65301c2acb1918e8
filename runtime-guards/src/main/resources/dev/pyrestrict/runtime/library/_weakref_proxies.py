"""The proxies of weakref, which GraalPy has not as CPython has them."""
from weakref import ref


def proxy(object, callback=None, /):
    """Stands for the object without keeping it alive."""
    made = _new(CallableProxyType if callable(object) else ProxyType)
    _refer(made, ref(object, None if callback is None else lambda _: callback(made)))
    return made


_new = object.__new__


def _refer(made, reference):
    object.__setattr__(made, '_ProxyType__reference', reference)


def _unwrapped(value):
    if type(value) is ProxyType or type(value) is CallableProxyType:
        return value._ProxyType__referent()
    return value


class ProxyType:
    __module__ = 'weakref'
    __slots__ = ('__reference',)
    __hash__ = None

    def __new__(cls, *arguments, **keywords):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __referent(self):
        found = self.__reference()
        if found is None:
            raise ReferenceError('weakly-referenced object no longer exists')
        return found

    def __getattr__(self, name):
        return getattr(self.__referent(), name)

    def __setattr__(self, name, value):
        setattr(self.__referent(), name, value)

    def __delattr__(self, name):
        delattr(self.__referent(), name)

    def __repr__(self):
        found = self.__reference()
        return f'<weakproxy at {id(self):#x} to {type(found).__name__} at {id(found):#x}>'

    def __str__(self):
        return str(self.__referent())

    def __bytes__(self):
        return bytes(self.__referent())

    def __bool__(self):
        return bool(self.__referent())

    def __len__(self):
        return len(self.__referent())

    def __iter__(self):
        return iter(self.__referent())

    def __next__(self):
        found = self.__referent()
        if not hasattr(type(found), '__next__'):
            raise TypeError(f"Weakref proxy referenced a non-iterator '{type(found).__name__}' object")
        return next(found)

    def __reversed__(self):
        return reversed(self.__referent())

    def __contains__(self, value):
        return value in self.__referent()

    def __getitem__(self, key):
        return self.__referent()[_unwrapped(key)]

    def __setitem__(self, key, value):
        self.__referent()[_unwrapped(key)] = value

    def __delitem__(self, key):
        del self.__referent()[_unwrapped(key)]

    def __neg__(self):
        return -self.__referent()

    def __pos__(self):
        return +self.__referent()

    def __abs__(self):
        return abs(self.__referent())

    def __invert__(self):
        return ~self.__referent()

    def __int__(self):
        return int(self.__referent())

    def __float__(self):
        return float(self.__referent())

    def __index__(self):
        return self.__referent().__index__()

    def __lt__(self, other):
        return self.__referent() < _unwrapped(other)

    def __le__(self, other):
        return self.__referent() <= _unwrapped(other)

    def __eq__(self, other):
        return self.__referent() == _unwrapped(other)

    def __ne__(self, other):
        return self.__referent() != _unwrapped(other)

    def __gt__(self, other):
        return self.__referent() > _unwrapped(other)

    def __ge__(self, other):
        return self.__referent() >= _unwrapped(other)

    def __add__(self, other):
        return self.__referent() + _unwrapped(other)

    def __radd__(self, other):
        return _unwrapped(other) + self.__referent()

    def __iadd__(self, other):
        found = self.__referent()
        found += _unwrapped(other)
        return found

    def __sub__(self, other):
        return self.__referent() - _unwrapped(other)

    def __rsub__(self, other):
        return _unwrapped(other) - self.__referent()

    def __isub__(self, other):
        found = self.__referent()
        found -= _unwrapped(other)
        return found

    def __mul__(self, other):
        return self.__referent() * _unwrapped(other)

    def __rmul__(self, other):
        return _unwrapped(other) * self.__referent()

    def __imul__(self, other):
        found = self.__referent()
        found *= _unwrapped(other)
        return found

    def __matmul__(self, other):
        return self.__referent() @ _unwrapped(other)

    def __rmatmul__(self, other):
        return _unwrapped(other) @ self.__referent()

    def __imatmul__(self, other):
        found = self.__referent()
        found @= _unwrapped(other)
        return found

    def __truediv__(self, other):
        return self.__referent() / _unwrapped(other)

    def __rtruediv__(self, other):
        return _unwrapped(other) / self.__referent()

    def __itruediv__(self, other):
        found = self.__referent()
        found /= _unwrapped(other)
        return found

    def __floordiv__(self, other):
        return self.__referent() // _unwrapped(other)

    def __rfloordiv__(self, other):
        return _unwrapped(other) // self.__referent()

    def __ifloordiv__(self, other):
        found = self.__referent()
        found //= _unwrapped(other)
        return found

    def __mod__(self, other):
        return self.__referent() % _unwrapped(other)

    def __rmod__(self, other):
        return _unwrapped(other) % self.__referent()

    def __imod__(self, other):
        found = self.__referent()
        found %= _unwrapped(other)
        return found

    def __lshift__(self, other):
        return self.__referent() << _unwrapped(other)

    def __rlshift__(self, other):
        return _unwrapped(other) << self.__referent()

    def __ilshift__(self, other):
        found = self.__referent()
        found <<= _unwrapped(other)
        return found

    def __rshift__(self, other):
        return self.__referent() >> _unwrapped(other)

    def __rrshift__(self, other):
        return _unwrapped(other) >> self.__referent()

    def __irshift__(self, other):
        found = self.__referent()
        found >>= _unwrapped(other)
        return found

    def __and__(self, other):
        return self.__referent() & _unwrapped(other)

    def __rand__(self, other):
        return _unwrapped(other) & self.__referent()

    def __iand__(self, other):
        found = self.__referent()
        found &= _unwrapped(other)
        return found

    def __xor__(self, other):
        return self.__referent() ^ _unwrapped(other)

    def __rxor__(self, other):
        return _unwrapped(other) ^ self.__referent()

    def __ixor__(self, other):
        found = self.__referent()
        found ^= _unwrapped(other)
        return found

    def __or__(self, other):
        return self.__referent() | _unwrapped(other)

    def __ror__(self, other):
        return _unwrapped(other) | self.__referent()

    def __ior__(self, other):
        found = self.__referent()
        found |= _unwrapped(other)
        return found

    def __divmod__(self, other):
        return divmod(self.__referent(), _unwrapped(other))

    def __rdivmod__(self, other):
        return divmod(_unwrapped(other), self.__referent())

    def __pow__(self, other, modulo=None):
        return pow(self.__referent(), _unwrapped(other), _unwrapped(modulo))

    def __rpow__(self, other):
        return _unwrapped(other) ** self.__referent()

    def __ipow__(self, other):
        found = self.__referent()
        found **= _unwrapped(other)
        return found


class CallableProxyType(ProxyType):
    __module__ = 'weakref'
    __slots__ = ()

    def __call__(self, *arguments, **keywords):
        return self._ProxyType__referent()(*arguments, **keywords)


ProxyTypes = (ProxyType, CallableProxyType)
