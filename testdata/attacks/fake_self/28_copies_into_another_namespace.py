# technique: UserDict and UserList copy the namespace of self into that of what __new__() gives; cached_property finds a namespace through an alias
# source: reading Python's library
# goal: names of guards in a module that is guest code; attributes of functions that are not the guest's
# impact: exec
import collections
import functools
import inspect
import json
import math
import types


class Holder:
    def __new__(cls):
        return target


class Dictionary(collections.UserDict):
    def __new__(cls):
        return target


class Listed(collections.UserList):
    def __new__(cls):
        return target


for target in (math, json.dumps, inspect, json.JSONEncoder.default):
    for method, cls in (
        (collections.UserDict.__copy__, Holder), (collections.UserList.__copy__, Holder),
        (collections.UserDict.__copy__, Dictionary), (collections.UserList.__copy__, Listed),
    ):
        holder = object.__new__(cls)
        holder.data = {} if method is collections.UserDict.__copy__ else []
        holder.changed = True
        try:
            method(holder)
        except (TypeError, KeyError):
            pass
        if hasattr(target, 'changed'):
            escaped(target)


class Alias(types.GenericAlias):
    changed = functools.cached_property(lambda self: True)


for target in (math, json.dumps, inspect):
    try:
        Alias.changed.__get__(Alias(target, ()))
    except (AttributeError, TypeError):
        pass
    try:
        Alias(target, ()).changed
    except (AttributeError, TypeError):
        pass
    if hasattr(target, 'changed'):
        escaped(target)
