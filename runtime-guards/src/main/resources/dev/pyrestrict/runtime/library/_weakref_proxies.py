"""The proxies of weakref, which GraalPy has not as CPython has them."""
import operator
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


def _asking(function):
    return lambda self: function(self._ProxyType__referent())


def _with(function):
    return lambda self, other: function(self._ProxyType__referent(), _unwrapped(other))


def _behind(function):
    return lambda self, other: function(_unwrapped(other), self._ProxyType__referent())


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

    __str__, __bytes__, __bool__, __len__ = _asking(str), _asking(bytes), _asking(bool), _asking(len)
    __int__, __float__, __index__ = _asking(int), _asking(float), _asking(operator.index)
    __neg__, __pos__, __abs__, __invert__ = _asking(operator.neg), _asking(operator.pos), _asking(abs), _asking(operator.invert)
    __iter__, __reversed__ = _asking(iter), _asking(reversed)

    def __next__(self):
        found = self.__referent()
        if not hasattr(type(found), '__next__'):
            raise TypeError(f"Weakref proxy referenced a non-iterator '{type(found).__name__}' object")
        return next(found)

    def __contains__(self, value):
        return value in self.__referent()

    def __getitem__(self, key):
        return self.__referent()[_unwrapped(key)]

    def __setitem__(self, key, value):
        self.__referent()[_unwrapped(key)] = value

    def __delitem__(self, key):
        del self.__referent()[_unwrapped(key)]

    __lt__, __le__, __eq__ = _with(operator.lt), _with(operator.le), _with(operator.eq)
    __ne__, __gt__, __ge__ = _with(operator.ne), _with(operator.gt), _with(operator.ge)
    __add__, __radd__, __iadd__ = _with(operator.add), _behind(operator.add), _with(operator.iadd)
    __sub__, __rsub__, __isub__ = _with(operator.sub), _behind(operator.sub), _with(operator.isub)
    __mul__, __rmul__, __imul__ = _with(operator.mul), _behind(operator.mul), _with(operator.imul)
    __matmul__, __rmatmul__, __imatmul__ = _with(operator.matmul), _behind(operator.matmul), _with(operator.imatmul)
    __truediv__, __rtruediv__, __itruediv__ = _with(operator.truediv), _behind(operator.truediv), _with(operator.itruediv)
    __floordiv__, __rfloordiv__, __ifloordiv__ = _with(operator.floordiv), _behind(operator.floordiv), _with(operator.ifloordiv)
    __mod__, __rmod__, __imod__ = _with(operator.mod), _behind(operator.mod), _with(operator.imod)
    __lshift__, __rlshift__, __ilshift__ = _with(operator.lshift), _behind(operator.lshift), _with(operator.ilshift)
    __rshift__, __rrshift__, __irshift__ = _with(operator.rshift), _behind(operator.rshift), _with(operator.irshift)
    __and__, __rand__, __iand__ = _with(operator.and_), _behind(operator.and_), _with(operator.iand)
    __xor__, __rxor__, __ixor__ = _with(operator.xor), _behind(operator.xor), _with(operator.ixor)
    __or__, __ror__, __ior__ = _with(operator.or_), _behind(operator.or_), _with(operator.ior)
    __divmod__, __rdivmod__ = _with(divmod), _behind(divmod)
    __rpow__, __ipow__ = _behind(operator.pow), _with(operator.ipow)

    def __pow__(self, other, modulo=None):
        return pow(self.__referent(), _unwrapped(other), _unwrapped(modulo))


class CallableProxyType(ProxyType):
    __module__ = 'weakref'
    __slots__ = ()

    def __call__(self, *arguments, **keywords):
        return self._ProxyType__referent()(*arguments, **keywords)


for _name, _function in vars(ProxyType).items():
    if type(_function) is type(proxy):
        _function.__name__, _function.__qualname__ = _name, 'ProxyType.' + _name

ProxyTypes = (ProxyType, CallableProxyType)
