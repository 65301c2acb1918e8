"""Class decorators that add methods; total ordering by hand; assigning dunders after the class."""


def auto_repr(cls):
    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in vars(self).items())
        return f"{cls.__name__}({fields})"
    cls.__repr__ = __repr__
    return cls


def auto_init(*names):
    def deco(cls):
        def __init__(self, *args):
            for n, a in zip(names, args):
                setattr(self, n, a)
        cls.__init__ = __init__
        return cls
    return deco


def eq_by(*names):
    def deco(cls):
        cls.__eq__ = lambda self, o: all(getattr(self, n) == getattr(o, n) for n in names)
        cls.__hash__ = lambda self: hash(tuple(getattr(self, n) for n in names))
        return cls
    return deco


@auto_repr
@auto_init("x", "y")
class P:
    pass


@eq_by("k")
class K:
    def __init__(self, k): self.k = k


def proxy(cls):
    class Wrapped(cls):
        def __init__(self, *a, **k):
            print("creating", cls.__name__)
            super().__init__(*a, **k)
    Wrapped.__name__ = cls.__name__
    Wrapped.__qualname__ = cls.__qualname__
    Wrapped.__doc__ = cls.__doc__
    return Wrapped


@proxy
class Q:
    """Q doc"""
    def __init__(self, v): self.v = v


print(P(1, 2), K(1) == K(1), len({K(1), K(1)}), Q(3).v, Q.__name__, Q.__doc__)
