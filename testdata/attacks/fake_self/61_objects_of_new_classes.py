# technique: what hashlib.shake_128(), codecs.lookup(), sys.flags and types.SimpleNamespace are made of, made anew, given others for self and changed
# source: own
# goal: an object of trusted code changed for others, or its methods called with what is not the guest's
# impact: guard
import codecs
import functools
import hashlib
import ipaddress
import json
import sys
import types


def attempt(function):
    try:
        return function()
    except (AttributeError, TypeError, ValueError):
        return None


marker = object()
info, shake = codecs.lookup('utf8'), hashlib.shake_128()
info_class, shake_class, namespace_class = type(info), type(shake), types.SimpleNamespace
for change in (lambda: setattr(info, 'name', marker), lambda: object.__setattr__(info, 'name', marker), lambda: info.__init__(marker), lambda: type(info).__init__(info, marker, marker, marker)):
    attempt(change)
if codecs.lookup('utf8').name != 'utf-8' or info.name != 'utf-8':
    escaped('name of a codec')
for victim in (json, json.dumps, json.JSONEncoder, json.JSONEncoder.encode, info_class, shake_class, codecs, print, dict):
    for change in (lambda: info_class.__init__(victim, 'x', marker, marker), lambda: shake_class.__init__(victim, marker, 1), lambda: namespace_class.__init__(victim, name=marker, encode=marker, func=marker)):
        attempt(change)
    for name in ('name', 'encode', 'func'):
        if getattr(victim, name, None) is marker:
            escaped((victim, name))
    for text in (attempt(lambda: namespace_class.__repr__(victim)), attempt(lambda: shake_class.digest(victim, 1)), attempt(lambda: shake_class.hexdigest(victim, 1))):
        if text is not None:
            escaped((victim, text))


class Machine:
    name = block_size = 'own'

    def digest(self, length):
        return [length]

    def copy(self):
        return self


# Around the guest's own machine it is the guest's own answers.
own = attempt(lambda: shake_class(Machine(), 1 << 60))
for found in (attempt(lambda: own.digest(1 << 50)), attempt(lambda: own.copy().name), attempt(lambda: own.block_size)):
    if found is not None and type(found) is not str and type(found) is not list:
        escaped(found)
if hashlib.shake_128().digest(4) != shake.digest(4) or attempt(lambda: shake.digest(1 << 40)) is not None:
    raise AssertionError('shake')


class Key(str):
    def __format__(self, specification):
        return escaped('format')

    def __str__(self):
        return escaped('str')


namespace = namespace_class(a=1)
attempt(lambda: vars(namespace).update({Key('b'): 2}))
attempt(lambda: setattr(namespace, 'own', type('Own', (), {'__repr__': lambda self: repr(namespace)})()))
if not repr(namespace).startswith('namespace(a=1'):
    raise AssertionError(repr(namespace))

# A property of a class of the library's, and the functions behind it.
library = ipaddress.IPv4Network.broadcast_address
for change in (lambda: setattr(library, 'func', marker), lambda: delattr(library, 'func'), lambda: functools.cached_property.func.fset(library, marker),
               lambda: functools.cached_property.func.fset(ipaddress, marker), lambda: vars(library).update(func=marker), lambda: library.__init__(marker)):
    attempt(change)
if library.func is marker or hasattr(ipaddress, 'func') or '<locals>' in repr(functools.cached_property.func.fget):
    escaped('func')
if str(ipaddress.ip_network('10.0.0.0/8').broadcast_address) != '10.255.255.255':
    escaped('broadcast address')
