# technique: UserDict.__copy__() writes into the namespace of whatever __new__() of the guest's class answers with; Morsel.copy() takes that of whatever it is given for self
# source: reading Python's library
# goal: attributes of the library's functions and objects set, the namespace of a library's class read
# impact: policy
import collections
import copy
import enum
import http.cookies
import json
import random
import re
import typing
import weakref

answers = []


class Dictionary(collections.UserDict):
    def __new__(cls, *_):
        return answers.pop() if answers else object.__new__(cls)


class Listing(collections.UserList):
    def __new__(cls, *_):
        return answers.pop() if answers else object.__new__(cls)


def attempt(call):
    try:
        return call()
    except (AttributeError, TypeError, KeyError):
        return None


for cls in (Dictionary, Listing):
    source = cls()
    vars(source).update(__mro_entries__=lambda bases: (object,), changed=1)
    for target in (json.dumps, typing.NamedTuple, typing.List, getattr, json, re.compile('x'), random.Random(), copy.copy):
        for call in (lambda: cls.__copy__(source), lambda: copy.copy(source), source.copy, lambda: copy.deepcopy([source])):
            answers[:] = [target]
            attempt(call)
            if hasattr(target, 'changed'):
                escaped(target)
answers.clear()
source = Dictionary({1: 2})
if copy.copy(source) != {1: 2} or copy.copy(Listing([1])) != [1]:
    escaped('a copy is another')
for target in (enum.Enum, enum.StrEnum, weakref.WeakValueDictionary()):
    made = attempt(lambda: http.cookies.Morsel.copy(target))
    for name in ('data', '__new__', '__init__', 'name'):
        found = attempt(lambda: getattr(made, name))
        if type(found) in (dict, staticmethod, enum.property):
            escaped(found)
cookie = http.cookies.SimpleCookie('a=b')
if cookie['a'].copy() != cookie['a'] or copy.copy(cookie['a']) != cookie['a']:
    escaped('a copy is another')
