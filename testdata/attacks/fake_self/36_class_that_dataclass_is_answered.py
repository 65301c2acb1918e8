# technique: dataclass(slots=True) makes the class anew, and names what a guest's metaclass answers; so does ABCMeta
# source: reading dataclasses and abc: who goes on with the answer of a metaclass
# goal: change a class of the library
# impact: policy
import dataclasses
import json

answer = []


class Meta(type):
    def __new__(meta, name, bases, namespace):
        return answer[0] if answer else super().__new__(meta, name, bases, namespace)


class Called(type(Meta)):
    pass


class Asked(type, metaclass=type('MetaMeta', (type,), {'__call__': lambda meta, *arguments: answer[0] if answer else type.__call__(meta, *arguments)})):
    pass


for metaclass in (Meta, Asked):
    for what in (json.JSONEncoder, json.dumps):
        answer.clear()
        C = metaclass('C', (), {'__annotations__': {'a': int}, 'a': 1})
        answer.append(what)
        before = what.__qualname__
        try:
            dataclasses.dataclass(slots=True, frozen=True)(C)
        except (TypeError, AttributeError):
            pass
        if what.__qualname__ != before:
            escaped(what)
