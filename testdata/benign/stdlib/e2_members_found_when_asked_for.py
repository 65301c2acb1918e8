"""Members that are seldom asked for stand with the others: named, listed, imported by name or with all."""
import io
import weakref

print('TextIOWrapper' in dir(io), hasattr(io, 'TextIOWrapper'), hasattr(io, 'nothing'), getattr(io, 'nothing', 'none'))
for module, name in (io, 'Nothing'), (weakref, 'prox'):
    try:
        print(getattr(module, name))
    except AttributeError as error:
        print(error)
from weakref import *
from weakref import proxy as made


class Held:
    size = 3


held = Held()
print(made is proxy, proxy(held).size, weakref.ProxyTypes == (ProxyType, CallableProxyType))
print(getattr(io, 'TextIOWrapper')(io.BytesIO(b'text\n')).readline(), end='')
print('TextIOWrapper' in dir(io), '__getattr__' in dir(io))
