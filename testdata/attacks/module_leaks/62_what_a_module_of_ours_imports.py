# technique: modules of the library that are written as guest code have what they import for themselves
# source: red team of the merged tree, facades.library_module
# goal: a module, or a function of the runtime, that the policy may have refused
# impact: policy
import ast
import asyncio
import concurrent.futures
import doctest
import email.utils
import gettext
import inspect
import logging
import logging.config
import logging.handlers
import posixpath
import threading
import timeit
import unittest
import xml.dom.minidom
import zoneinfo

found = []
for module in (ast, asyncio, concurrent.futures, doctest, email.utils, gettext, inspect, logging, logging.config, logging.handlers, posixpath, threading, timeit, unittest, xml.dom,
               xml.dom.minidom, zoneinfo):
    for name in ('collections', 'contextvars', 'datetime', 'heapq', 'string', 'sys', 'time', 'traceback',
                 'contextlib', 'functools', 'io', 'literal_value', 'run_example', 'docstring_line', 'function_parameters', 'function_flags',
                 'generator_state', 'main_names', 'module_named', 'run_at_end', 'run_last', 'wraps', 'partial', 'dom', 'tree', 'is_coroutine', 'is_coroutine_function', 'is_unfinished', 'watch_async_generators', 'place_of_call', 'zone_exists', 'zone_keys', 'zone_at_instant', 'zone_at_local_time', 'base64', 'calendar', 'random', 'urllib'):
        if hasattr(module, name) or name in dir(module):
            found.append((module, name))
try:
    from logging import sys
    found.append(sys)
except ImportError:
    pass
if found:
    ESCAPED = found
