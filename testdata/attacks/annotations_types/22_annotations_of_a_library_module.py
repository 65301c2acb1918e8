# technique: get_type_hints() evaluates the text of annotations in the namespace of the module that a function or class is of
# source: red team of the merged tree, guards.namespace_of
# goal: what a module of the library imports for itself
# impact: policy
import asyncio
import typing


class Claims:
    __module__ = 'asyncio'
    modules: 'heapq'


asyncio.sleep.__annotations__ = {'modules': 'heapq'}
for bearer in (Claims, asyncio.sleep):
    try:
        ESCAPED = typing.get_type_hints(bearer)
    except NameError:
        pass
