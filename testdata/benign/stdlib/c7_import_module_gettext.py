import gettext
import importlib
from importlib import import_module

# Modules by name.
for name in ('math', 'collections.abc', 'json', 'no.such.module', 'no_such_module'):
    try:
        module = import_module(name)
        print(name, module.__name__)
    except ImportError as error:
        print(name, type(error).__name__)
print(import_module('math').floor(2.5))
print(importlib.import_module('.abc', 'collections').Sized)
for arguments in ((3,), ('.x',), ('..x', 'a'), ('.x', 3)):
    try:
        import_module(*arguments)
    except (TypeError, AttributeError, ImportError) as error:
        print(type(error).__name__, error)
importlib.invalidate_caches()

# Messages.
_ = gettext.gettext
print(_('hello'), gettext.ngettext('one file', '%d files', 1), gettext.ngettext('one file', '%d files', 3) % 3)
t = gettext.translation('shop', fallback=True)
print(t.gettext('price'), t.ngettext('a', 'b', 2), t.pgettext('menu', 'Open'), t.npgettext('menu', 'x', 'y', 1), t.info(), t.charset())
t.add_fallback(gettext.NullTranslations())
print(t.gettext('price'))
try:
    gettext.translation('shop')
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename)
print(gettext.find('shop'), gettext.find('shop', all=True), gettext.textdomain(), gettext.textdomain('shop'), gettext.dgettext('shop', 'x'))
