# technique: imports that are looked at only when they run: below except ImportError, TYPE_CHECKING and sys.version_info
# source: own
# goal: a module, or a member of one, that the policy refuses
# impact: policy
import sys

TYPE_CHECKING = True
found = []


class Typing:
    TYPE_CHECKING = True
    version_info = (9,)


typing = Typing()

# --- modules that are not there for guests ---------------------------------------------------------

try:
    import os
    found.append(os)
except ImportError as error:
    refusal = error
try:
    import os.path as path
    found.append(path)
except ImportError:
    try:
        import posix
        found.append(posix)
    except ImportError:
        pass
try:
    import builtins
    found.append(builtins)
except (ImportError, AttributeError):
    pass
try:
    import polyglot
    found.append(polyglot)
except ModuleNotFoundError:
    pass
try:
    import java.lang
    found.append(java)
except ImportError:
    pass
try:
    import importlib, subprocess
    found.append((importlib, subprocess))
except ImportError:
    pass
try:
    import collections.abc.sys
    found.append(collections.abc.sys)
except ImportError:
    pass
try:
    import json.decoder.re
    found.append(json.decoder.re)
except (ImportError, AttributeError):
    pass
if TYPE_CHECKING:
    try:
        import _imp
        found.append(_imp)
    except Exception:
        pass
if typing.TYPE_CHECKING:
    try:
        import ctypes
        found.append(ctypes)
    except Exception:
        pass
if typing.version_info >= (3,):
    try:
        import _thread
        found.append(_thread)
    except Exception:
        pass
else:
    import socket
if sys.version_info[0] > 2:
    try:
        import marshal
        found.append(marshal)
    except Exception:
        pass

# --- members that modules do not offer: what they import, what is lent to them, what is their own -----

try:
    from sys import modules
    found.append(modules)
except ImportError:
    pass
try:
    from sys import _getframe
    found.append(_getframe)
except ImportError:
    pass
try:
    from random import _os
    found.append(_os)
except ImportError:
    pass
try:
    from collections import _sys
    found.append(_sys)
except ImportError:
    pass
try:
    from collections import abc, sys as sys_of_collections
    found.append(sys_of_collections)
except ImportError:
    pass
try:
    from json import codecs
    found.append(codecs.open)
except (ImportError, AttributeError):
    pass
try:
    from doctest import run_example
    found.append(run_example)
except ImportError:
    pass
try:
    from doctest import main_names
    found.append(main_names)
except ImportError:
    pass
try:
    from threading import run_at_end
    found.append(run_at_end)
except ImportError:
    pass
try:
    from logging.config import module_named
    found.append(module_named)
except ImportError:
    pass
try:
    from logging import _loggers
    found.append(_loggers)
except ImportError:
    pass
try:
    from queue import _import_from
    found.append(_import_from)
except ImportError:
    pass
try:
    from types import CodeType
    found.append(CodeType)
except ImportError:
    pass
try:
    from io import FileIO
    found.append(FileIO)
except ImportError:
    pass
try:
    from inspect import currentframe
    found.append(currentframe())
except ImportError:
    pass
try:
    from email.utils import os as os_of_email
    found.append(os_of_email)
except ImportError:
    pass
try:
    from gettext import os as os_of_gettext
    found.append(os_of_gettext)
except ImportError:
    pass


# --- in a function, and what the refusal tells --------------------------------------------------------

def in_function():
    global os, sys
    try:
        import os, sys
    except ImportError:
        return None
    return os


found.append(in_function()) if in_function() else None
for leak in (refusal.path, refusal.__cause__, refusal.__context__):
    if leak is not None:
        found.append(leak)
if isinstance(refusal.name, str) and refusal.name != "os" or "/" in str(refusal):
    found.append(refusal.name)
found = [each for each in found if each is not None]
if found:
    escaped(found)
