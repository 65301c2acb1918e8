# technique: modules of the library that are written as guest code have what they import for themselves
# source: red team of the merged tree, facades.library_module
# goal: a module, or a function of the runtime, that the policy may have refused
# impact: policy
import asyncio
import concurrent.futures
import logging
import threading
import timeit
import zoneinfo

found = []
for module in (asyncio, concurrent.futures, logging, threading, timeit, zoneinfo):
    for name in ('collections', 'contextvars', 'datetime', 'heapq', 'string', 'sys', 'time', 'traceback',
                 'is_coroutine', 'is_coroutine_function', 'zone_exists', 'zone_keys', 'zone_at_instant', 'zone_at_local_time'):
        if hasattr(module, name) or name in dir(module):
            found.append((module, name))
try:
    from logging import sys
    found.append(sys)
except ImportError:
    pass
if found:
    ESCAPED = found
