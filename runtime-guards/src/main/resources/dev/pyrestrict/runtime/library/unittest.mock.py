"""unittest.mock for guests: mocks that note how they are called, and patches of what a guest can set, attributes of its own
modules, classes and objects. What create_autospec() makes of a function is a mock too.
"""
# Parts of it come from CPython 3.12's Lib/unittest/mock.py: Copyright (c) 2001-2023 Python Software Foundation; All Rights Reserved.
# PSF License Agreement, https://docs.python.org/3.12/license.html; what is left out or done otherwise is for guests.
import contextlib
import functools
import inspect
import io
import pprint
import types
from unittest import safe_repr

FILTER_DIR = True


class InvalidSpecError(Exception):
    """Says that a mock was given as a spec."""


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name[:2] == '__':
            raise AttributeError(name)
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


# --- calls -------------------------------------------------------------------------------------------

def _call_text(name, args, kwargs):
    return f"{name}({', '.join([*[repr(arg) for arg in args], *[f'{key}={value!r}' for key, value in kwargs.items()]])})"


def _parts_of_call(call):
    """Name, arguments and keywords of what stands for a call; what is not said is empty."""
    name, args, kwargs = '', (), {}
    for part in call:
        if isinstance(part, str):
            name = part
        elif isinstance(part, tuple):
            args = part
        else:
            kwargs = part
    return name, args, kwargs


class _Call(tuple):
    """A call as (arguments, keywords) or (name, arguments, keywords). It is equal to a tuple without what is empty."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        said, args, kwargs = _parts_of_call(value)
        if not any(isinstance(part, str) for part in value):
            said = name or ''
        return tuple.__new__(cls, (args, kwargs) if two else (said, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def __eq__(self, other):
        try:
            length = len(other)
        except TypeError:
            return NotImplemented
        if length > 3:
            return False
        parent, others = self._mock_parent, getattr(other, '_mock_parent', None)
        if parent is not None and others is not None and parent != others:
            return False
        if length == 2 and not isinstance(other[0], str):
            name, args, kwargs = '', *other
        else:
            name, args, kwargs = _parts_of_call(other)
        own_name, own_args, own_kwargs = self if len(self) == 3 else ('', *self)
        if own_name and name != own_name:
            return False
        # In this order ANY is asked first.
        return (args, kwargs) == (own_args, own_kwargs)

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, name):
        if name[:6] == '_mock_':
            raise AttributeError(name)
        if self._mock_name is None:
            return _Call(name=name, from_kall=False)
        return _Call(name=f'{self._mock_name}.{name}', parent=self, from_kall=False)

    def count(self, /, *args, **kwargs):
        return self.__getattr__('count')(*args, **kwargs)

    def index(self, /, *args, **kwargs):
        return self.__getattr__('index')(*args, **kwargs)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return f'call{name}' if name.startswith('()') else name
        name = self[0] if len(self) == 3 else ''
        return _call_text('call' if not name else f'call{name}' if name.startswith('()') else f'call.{name}', self[-2], self[-1])

    def call_list(self):
        """The calls that it is made of, and it."""
        found, thing = [], self
        while thing is not None:
            if thing._mock_from_kall:
                found.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


class _CallList(list):
    """A list that has others in it: those that stand in it one after the other."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any(self[start:start + len(value)] == value for start in range(len(self) - len(value) + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


# --- what is known of a spec -----------------------------------------------------------------------------

_functions = (types.FunctionType, types.MethodType)


def _is_mock(value):
    return isinstance(value, NonCallableMock)


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _is_async(value):
    if _is_mock(value):
        return isinstance(value, AsyncMock)
    return inspect.iscoroutinefunction(value) or inspect.isawaitable(value)


def _is_names(spec):
    return type(spec) is list or type(spec) is tuple


def _instances_callable(spec):
    if not isinstance(spec, type):
        return callable(spec)
    return any(vars(base).get('__call__') is not None for base in spec.__mro__ if base is not object)


def _signature_of(spec, as_instance, without_first):
    if isinstance(spec, type) and not as_instance:
        spec, without_first = spec.__init__, True
    elif not isinstance(spec, _functions):
        if not _instances_callable(spec):
            return None
        spec, without_first = spec.__call__, isinstance(spec, type)
    try:
        signature = inspect.signature(spec)
    except (ValueError, TypeError):
        return None
    if without_first:
        parameters = list(signature.parameters.values())
        if parameters and parameters[0].kind in (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD):
            signature = signature.replace(parameters=parameters[1:])
    return signature


# --- special methods -------------------------------------------------------------------------------------

_numeric = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()
_magics = {f'__{name}__' for name in (
    'lt le gt ge eq ne getitem setitem delitem len contains iter hash str sizeof enter exit divmod rdivmod neg pos abs invert '
    'complex int float index round trunc floor ceil bool next fspath aiter').split() + [side + name for side in ('', 'i', 'r') for name in _numeric]}
_async_magics = {'__aenter__', '__aexit__', '__anext__'}
_settable_magics = _magics | _async_magics | {'__reversed__', '__missing__', '__repr__', '__dir__', '__format__', '__call__'}
_fixed_values = {
    '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented, '__int__': 1, '__contains__': False,
    '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0, '__bool__': True, '__index__': 1, '__aexit__': False,
}


class _AsyncIterator:
    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return next(self.iterator)
        except StopIteration:
            pass
        raise StopAsyncIteration


def _give_value(mock, method, name):
    """What a special method answers that nobody has configured."""
    if name in _fixed_values:
        method.return_value = _fixed_values[name]
    elif name == '__hash__':
        method.return_value = object.__hash__(mock)
    elif name == '__str__':
        method.return_value = object.__str__(mock)
    elif name == '__sizeof__':
        method.return_value = 48
    elif name == '__fspath__':
        method.return_value = f'{type(mock).__name__}/{mock._mock_full_name()}/{id(mock)}'
    elif name == '__eq__' or name == '__ne__':
        def compare(other):
            value = method._mock_return_value
            if value is not DEFAULT:
                return value if name == '__eq__' else DEFAULT
            return NotImplemented if mock is not other else name == '__eq__'
        method.side_effect = compare
    elif name == '__iter__' or name == '__aiter__':
        def iterate():
            value = method._mock_return_value
            iterator = iter([] if value is DEFAULT else value)
            return iterator if name == '__iter__' else _AsyncIterator(iterator)
        method.side_effect = iterate


class _Magic:
    """A special method that a MagicMock has until its own is asked for."""

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, owner=None):
        if mock is None:
            return self
        name = self.name
        found = mock._mock_children.get(name)
        if found is None:
            found = mock._get_child_mock(name=name, _new_name=name, _new_parent=mock)
            _adopt(mock, found, None, name)
            mock._mock_children[name] = found
            _give_value(mock, found, name)
        return found


# The special methods of a MagicMock that has no spec.
_AllMagics = type('_AllMagics', (), {name: _Magic(name) for name in _magics | _async_magics})


def _as_method(function):
    def method(self, /, *args, **kwargs):
        return function(self, *args, **kwargs)
    return method


def _is_expected(expected, actual):
    """What is expected is asked first: ANY is in it."""
    return len(expected) == len(actual) and all(one == other for one, other in zip(expected, actual))


# --- mocks -----------------------------------------------------------------------------------------------

def _adopt(parent, value, name, new_name):
    """Makes the mock a child, unless it has a name or a parent already; says whether it has."""
    if not _is_mock(value) or value._mock_name or value._mock_new_name or value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent, value._mock_new_name = parent, new_name
    if name:
        value._mock_parent, value._mock_name = parent, name
    return True


def _is_magic(name):
    return name[:2] == '__' == name[-2:]


_own_names = {'return_value', 'side_effect'}
_unsettable = {'__getattr__', '__setattr__', '__init__', '__new__', '__prepare__', '__instancecheck__', '__subclasscheck__', '__del__'}


class NonCallableMock:
    """A mock that can't be called."""
    _mock_return_value = DEFAULT
    _mock_side_effect = None
    _mock_methods = None
    _mock_sealed = False
    _mock_unsafe = False

    def __new__(cls, /, *args, **kwargs):
        # Each has a class of its own: special methods are looked for there.
        spec = kwargs.get('spec_set') or kwargs.get('spec') or (args[0] if args else None)
        bases = (cls,)
        if spec is not None and not issubclass(cls, AsyncMock) and issubclass(cls, Mock) and not _is_names(spec) and _is_async(spec):
            bases = (_AsyncCalls, cls)
        names = {'__doc__': cls.__doc__, '__module__': cls.__module__}
        if issubclass(cls, NonCallableMagicMock):
            if spec is None:
                bases = (*bases, _AllMagics)
            else:
                known = spec if _is_names(spec) else dir(spec)
                names.update((name, _Magic(name)) for name in _magics | _async_magics if name in known)
        return object.__new__(type(cls.__name__, bases, names))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        names = self.__dict__
        names['_mock_parent'], names['_mock_name'] = parent, name
        names['_mock_new_name'], names['_mock_new_parent'] = _new_name, parent if _new_parent is None else _new_parent
        names['_mock_children'] = {}
        self._mock_set_spec(spec if spec_set is None else spec_set, spec_set is not None, _spec_as_instance, parent is not None if _eat_self is None else _eat_self)
        names['_mock_wraps'], names['_mock_unsafe'] = wraps, unsafe
        self._mock_forget_calls()
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_forget_calls(self):
        names = self.__dict__
        names['called'], names['call_count'], names['call_args'] = False, 0, None
        names['call_args_list'], names['mock_calls'], names['method_calls'] = _CallList(), _CallList(), _CallList()

    def _mock_set_spec(self, spec, spec_set, as_instance=False, without_first=False):
        if _is_mock(spec):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        names = self.__dict__
        names['_spec_class'] = names['_spec_signature'] = None
        names['_spec_asyncs'] = []
        if spec is not None and not _is_names(spec):
            names['_spec_class'] = spec if isinstance(spec, type) else type(spec)
            names['_spec_signature'] = _signature_of(spec, as_instance, without_first)
            names['_spec_asyncs'] = [name for name in dir(spec) if name[:2] != '__' and inspect.iscoroutinefunction(getattr(spec, name, None))]
            spec = dir(spec)
        names['_spec_set'], names['_mock_methods'] = spec_set, spec

    def mock_add_spec(self, spec, spec_set=False):
        """Only what the spec has can be read from now on; with spec_set only that can be set."""
        self._mock_set_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Makes the mock an attribute of this one, which notes its calls from now on."""
        mock._mock_parent = mock._mock_new_parent = mock._mock_new_name = None
        mock._mock_name = ''
        setattr(self, attribute, mock)

    @property
    def return_value(self):
        value = self._mock_return_value
        if value is DEFAULT:
            value = self.return_value = self._get_child_mock(_new_parent=self, _new_name='()')
        return value

    @return_value.setter
    def return_value(self, value):
        self.__dict__['_mock_return_value'] = value
        _adopt(self, value, None, '()')

    @property
    def side_effect(self):
        return self._mock_side_effect

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not _is_exception(value) and not callable(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        self.__dict__['_mock_side_effect'] = value

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls."""
        visited = [] if visited is None else visited
        if any(self is mock for mock in visited):
            return
        visited.append(self)
        self._mock_forget_calls()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in list(self._mock_children.values()):
            if _is_mock(child):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if _is_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, those of children by names with dots."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *path, last = name.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def __getattr__(self, name):
        if name[:6] == '_mock_' or name[:6] == '_spec_':
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _settable_magics:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods):
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) or f'assert_{name}' in _assertions:
                raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._mock_children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
        return child

    def __setattr__(self, name, value):
        if name in _own_names or name[:6] == '_mock_':
            return object.__setattr__(self, name, value)
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods and name not in self.__dict__:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _settable_magics:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_mock(value):
                _adopt(self, value, None, name)
                self._mock_children[name] = value
                setattr(type(self), name, lambda self, /, *args, **kwargs: value(*args, **kwargs))
            else:
                setattr(type(self), name, _as_method(value))
                original = value
                value = lambda *args, **kwargs: original(self, *args, **kwargs)
        elif name in _unsettable:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        elif _adopt(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._mock_full_name()}.{name}')
        self.__dict__[name] = value

    def __delattr__(self, name):
        if name in _settable_magics and name in type(self).__dict__:
            delattr(type(self), name)
        if name in _settable_magics and isinstance(getattr(type(self), name, None), _Magic):
            setattr(type(self), name, None)
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            del self.__dict__[name]
        elif child is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def _mock_full_name(self):
        names, parent, last = [self._mock_new_name], self._mock_new_parent, self
        dot = '' if names == ['()'] else '.'
        while parent is not None:
            last = parent
            names.append(parent._mock_new_name + dot)
            dot = '' if parent._mock_new_name == '()' else '.'
            parent = parent._mock_new_parent
        names.reverse()
        first = last._mock_name or 'mock'
        if len(names) > 1 and names[1] not in ('()', '().'):
            first += '.'
        return ''.join([first, *names[1:]])

    def __repr__(self):
        name = self._mock_full_name()
        shown = f' name={name!r}' if name not in ('mock', 'mock.') else ''
        if self._spec_class is not None:
            shown += f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{shown} id='{id(self)}'>"

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        names = [name for name in [*object.__dir__(self), *self.__dict__] if name[:1] != '_' or _is_magic(name) and name in self.__dict__]
        return sorted({*(self._mock_methods or ()), *names, *[name for name, child in self._mock_children.items() if child is not _deleted]})

    def _get_child_mock(self, /, **kwargs):
        """Makes the mock for an attribute, or for what a call answers."""
        if self._mock_sealed:
            raise AttributeError(self._mock_full_name() + (f".{kwargs['name']}" if 'name' in kwargs else '()'))
        name, cls = kwargs.get('_new_name'), type(self)
        if name in self._spec_asyncs or issubclass(cls, MagicMock) and name in _async_magics:
            return AsyncMock(**kwargs)
        if issubclass(cls, _AsyncCalls):
            is_plain = name in _settable_magics and name not in _async_magics or self._mock_methods and name in self._mock_methods
            return (MagicMock if is_plain else AsyncMock)(**kwargs)
        if not issubclass(cls, Mock):
            return (MagicMock if issubclass(cls, NonCallableMagicMock) else Mock)(**kwargs)
        return cls.__mro__[1](**kwargs)

    # --- assertions ---

    def _mock_said(self, args, kwargs):
        return _call_text(self._mock_name or 'mock', args, kwargs)

    def _mock_calls_said(self, prefix='Calls'):
        return f'\n{prefix}: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _mock_times_said(self, wanted):
        return f"Expected '{self._mock_name or 'mock'}' {wanted}. Called {self.call_count} times.{self._mock_calls_said()}"

    def _mock_bound(self, called):
        """The call as the spec's signature binds it; the TypeError if it doesn't."""
        signature = self._spec_signature
        name = called[0] if isinstance(called, tuple) and len(called) == 3 else ''
        if name:
            signature, children = None, self._mock_children
            for part in name.replace('()', '').split('.'):
                child = children.get(part)
                if not _is_mock(child):
                    break
                children, signature = child._mock_children, child._spec_signature
        if signature is None:
            return called
        try:
            bound = signature.bind(*called[-2], **called[-1])
        except TypeError as error:
            return error.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def _mock_compare(self, last, args, kwargs, action):
        expected, actual = self._mock_bound(_Call((args, kwargs), two=True)), self._mock_bound(last)
        if actual != expected:
            raise AssertionError(f'expected {action} not found.\nExpected: {self._mock_said(args, kwargs)}\n  Actual: {self._mock_said(*last)}') from (
                expected if isinstance(expected, Exception) else None)

    def _mock_find_all(self, calls, found, any_order, what):
        expected = [self._mock_bound(each) for each in calls]
        cause = next((each for each in expected if isinstance(each, Exception)), None)
        actual = _CallList(self._mock_bound(each) for each in found)
        if any_order:
            actual, not_found = list(actual), []
            for each in expected:
                try:
                    actual.remove(each)
                except ValueError:
                    not_found.append(each)
            if not_found:
                raise AssertionError(
                    f"{self._mock_name or 'mock'!r} does not contain all of {tuple(not_found)!r} in its call list, found {actual!r} instead"
                    if what == 'Calls' else f'{tuple(not_found)!r} not all found in await list') from cause
        elif expected not in actual:
            problem = f'{what} not found.' if cause is None else (
                f'Error processing expected {what.lower()}.\nErrors: {[each if isinstance(each, Exception) else None for each in expected]}')
            shown = self._mock_calls_said('  Actual').rstrip('.') if what == 'Calls' else f'\nActual: {found}'
            raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}{shown}') from cause

    def _mock_find_one(self, args, kwargs, found, what):
        expected = self._mock_bound(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or not any(_is_expected(expected, self._mock_bound(each)) for each in found):
            raise AssertionError(f'{self._mock_said(args, kwargs)} {what} not found') from cause

    def assert_not_called(self):
        if self.call_count != 0:
            raise AssertionError(self._mock_times_said('to not have been called'))

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(self._mock_times_said('to have been called once'))

    def assert_called_with(self, /, *args, **kwargs):
        """The last call was this one."""
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {self._mock_said(args, kwargs)}\n  Actual: not called.')
        self._mock_compare(self.call_args, args, kwargs, 'call')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(self._mock_times_said('to be called once'))
        self.assert_called_with(*args, **kwargs)

    def assert_has_calls(self, calls, any_order=False):
        """All of these were made, one after the other if not in any order."""
        self._mock_find_all(calls, self.mock_calls, any_order, 'Calls')

    def assert_any_call(self, /, *args, **kwargs):
        self._mock_find_one(args, kwargs, self.call_args_list, 'call')


class Mock(NonCallableMock):
    """A mock that can be called, and notes how it was."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None,
                 _new_name='', _new_parent=None, **kwargs):
        self.__dict__['_mock_return_value'] = return_value
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if side_effect is not None:
            self.side_effect = side_effect
        if return_value is not DEFAULT:
            _adopt(self, return_value, None, '()')

    _mock_checked_signature = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_checked_signature is not None:
            self._mock_checked_signature.bind(*args, **kwargs)
        self._mock_note(args, kwargs)
        return self._mock_answer(args, kwargs)

    def _mock_note(self, args, kwargs):
        names = self.__dict__
        names['called'], names['call_count'] = True, self.call_count + 1
        names['call_args'] = noted = _Call((args, kwargs), two=True)
        self.call_args_list.append(noted)
        is_method, method_name = self._mock_parent is not None, self._mock_name
        call_name = self._mock_new_name
        is_call = call_name == '()'
        self.mock_calls.append(_Call(('', args, kwargs)))
        parent = self._mock_new_parent
        while parent is not None:
            if is_method:
                parent.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = parent._mock_parent is not None
                if is_method:
                    method_name = f'{parent._mock_name}.{method_name}'
            parent.mock_calls.append(_Call((call_name, args, kwargs)))
            if parent._mock_new_name:
                dot = '' if is_call else '.'
                is_call = parent._mock_new_name == '()'
                call_name = parent._mock_new_name + dot + call_name
            parent = parent._mock_new_parent

    def _mock_answer(self, args, kwargs):
        effect = self._mock_side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            answer = effect(*args, **kwargs) if callable(effect) else next(effect)
            if not callable(effect) and _is_exception(answer):
                raise answer
            if answer is not DEFAULT:
                return answer
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class NonCallableMagicMock(NonCallableMock):
    """A mock that has the special methods, and can't be called."""


class MagicMock(NonCallableMagicMock, Mock):
    """A mock that has the special methods."""


class _AsyncCalls:
    """What a mock does that is awaited."""
    _is_coroutine_mark = True

    def __init__(self, /, *args, **kwargs):
        self._mock_forget_awaits()
        super().__init__(*args, **kwargs)

    def _mock_forget_awaits(self):
        names = self.__dict__
        names['await_count'], names['await_args'], names['await_args_list'] = 0, None, _CallList()

    async def _mock_answer(self, args, kwargs):
        names = self.__dict__
        names['await_count'], names['await_args'] = self.await_count + 1, _Call((args, kwargs), two=True)
        self.await_args_list.append(self.await_args)
        effect = self._mock_side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if callable(effect):
                answer = effect(*args, **kwargs)
                if inspect.isawaitable(answer):
                    answer = await answer
            else:
                try:
                    answer = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_exception(answer):
                    raise answer
            if answer is not DEFAULT:
                return answer
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            answer = self._mock_wraps(*args, **kwargs)
            return await answer if inspect.isawaitable(answer) else answer
        return self.return_value

    def _mock_awaits_said(self, wanted):
        return f"Expected {self._mock_name or 'mock'} {wanted}. Awaited {self.await_count} times."

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(self._mock_awaits_said('to have been awaited once'))

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f'Expected await: {self._mock_said(args, kwargs)}\nNot awaited')
        self._mock_compare(self.await_args, args, kwargs, 'await')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        self._mock_find_one(args, kwargs, self.await_args_list, 'await')

    def assert_has_awaits(self, calls, any_order=False):
        self._mock_find_all(calls, self.await_args_list, any_order, 'Awaits')

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(self._mock_awaits_said('to not have been awaited'))

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self._mock_forget_awaits()


class AsyncMock(_AsyncCalls, MagicMock):
    """A mock whose calls are awaited."""


class PropertyMock(Mock):
    """A mock that is a property of a class: it is called when that is read or set."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, instance, owner=None):
        return self()

    def __set__(self, instance, value):
        self(value)


_assertions = frozenset(name for name in dir(NonCallableMock) if name.startswith('assert_'))


def _bound(mock, instance, owner=None):
    return mock if instance is None else types.MethodType(mock, instance)


# What stands in a class for a function that its instances call with themselves.
_MethodMock = type('MagicMock', (MagicMock,), {'__get__': _bound})
_AsyncMethodMock = type('AsyncMock', (AsyncMock,), {'__get__': _bound})


def _check_spelling(keywords):
    for name in ('autospect', 'auto_spec', 'set_spec'):
        if name in keywords:
            raise RuntimeError(f'{name!r} might be a typo; use unsafe=True if this is intended')


def _takes_self(spec, name):
    """Whether what is read of the spec by that name is a function that its instances call with themselves."""
    if isinstance(spec, type):
        for base in spec.__mro__:
            if name in base.__dict__:
                return isinstance(base.__dict__[name], types.FunctionType)
    return False


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, _is_method=False, **kwargs):
    """A mock whose methods are called as those of the spec are."""
    if _is_names(spec):
        spec = type(spec)
    if _is_mock(spec):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    if not unsafe:
        _check_spelling(kwargs)
    given = {} if spec is None else {'spec_set' if spec_set else 'spec': spec}
    is_class = isinstance(spec, type)
    if inspect.iscoroutinefunction(spec):
        if instance:
            raise RuntimeError('Instance can not be True when create_autospec is mocking an async function')
        cls = _AsyncMethodMock if _is_method else AsyncMock
    elif _is_method:
        cls = _MethodMock
    else:
        cls = MagicMock if callable(spec) and not (is_class and instance and not _instances_callable(spec)) else NonCallableMagicMock
    name = kwargs.pop('name', _name)
    mock = cls(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else name, name=name, **given, **kwargs)
    if spec is None:
        return mock
    if isinstance(mock, Mock):
        mock.__dict__['_spec_signature'] = mock.__dict__['_mock_checked_signature'] = _signature_of(spec, instance, False)
    if is_class and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock)
    if isinstance(spec, _functions):
        return mock
    for name in dir(spec):
        if name[:2] == '__' or name in mock.__dict__:
            continue
        value = getattr(spec, name, None)
        if isinstance(value, _functions):
            cls = AsyncMock if inspect.iscoroutinefunction(value) else MagicMock
            child = cls(parent=mock, name=name, _new_name=name, _new_parent=mock, **{'spec_set' if spec_set else 'spec': value})
            signature = _signature_of(value, False, _takes_self(spec, name))
            child.__dict__['_spec_signature'] = child.__dict__['_mock_checked_signature'] = signature
            mock._mock_children[name] = child
    return mock


def seal(mock):
    """No more mocks are made for what is read of this one, nor of those that it has made."""
    mock._mock_sealed = True
    for child in [*mock._mock_children.values(), mock._mock_return_value]:
        if _is_mock(child) and child._mock_new_parent is mock:
            seal(child)


def mock_open(mock=None, read_data=''):
    """A mock that opens mocks of files, which are read from the text or the bytes given."""
    def stream():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    state = [stream(), None]

    def read(*args, **kwargs):
        return state[0].read(*args, **kwargs) if handle.read.return_value is None else handle.read.return_value

    def readlines(*args, **kwargs):
        return state[0].readlines(*args, **kwargs) if handle.readlines.return_value is None else handle.readlines.return_value

    def lines():
        while handle.readline.return_value is not None:
            yield handle.readline.return_value
        for line in state[0]:
            yield line

    def readline(*args, **kwargs):
        yield from lines()
        while True:
            yield state[0].readline(*args, **kwargs)

    def following():
        return next(state[0]) if handle.readline.return_value is None else handle.readline.return_value

    def opened(*args, **kwargs):
        state[0] = stream()
        if handle.readline.side_effect is state[1]:
            state[1] = handle.readline.side_effect = readline()
        return DEFAULT

    if mock is None:
        mock = MagicMock(name='open', spec=['__call__'])
    # Not before: TextIOWrapper is read and run when it is first asked for.
    handle = MagicMock(spec=list({*dir(io.TextIOWrapper), *dir(io.BytesIO), '__enter__', '__exit__', '__iter__', '__next__'}))
    handle.__enter__.return_value = handle
    for name in ('write', 'read', 'readline', 'readlines'):
        getattr(handle, name).return_value = None
    handle.read.side_effect, handle.readlines.side_effect = read, readlines
    state[1] = handle.readline.side_effect = readline()
    handle.__iter__.side_effect, handle.__next__.side_effect = lines, following
    mock.side_effect, mock.return_value = opened, handle
    return mock


show_specs(NonCallableMock)


# --- patches -----------------------------------------------------------------------------------------------

class _Patching:
    """What is a decorator of functions and of classes, and a context, and can be started and stopped."""

    def __call__(self, decorated):
        if isinstance(decorated, type):
            for name in dir(decorated):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(decorated, name)):
                    setattr(decorated, name, self.copy()(getattr(decorated, name)))
            return decorated
        if hasattr(decorated, 'patchings'):
            decorated.patchings.append(self)
            return decorated
        if inspect.iscoroutinefunction(decorated):
            @functools.wraps(decorated)
            async def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    more = _entered(stack, patched.patchings, kwargs)
                    return await decorated(*args, *more, **kwargs)
        else:
            @functools.wraps(decorated)
            def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    more = _entered(stack, patched.patchings, kwargs)
                    return decorated(*args, *more, **kwargs)
        patched.patchings = [self]
        return patched

    def start(self):
        made = self.__enter__()
        _active.append(self)
        return made

    def stop(self):
        if not any(self is each for each in _active):
            return None
        _active[:] = [each for each in _active if each is not self]
        return self.__exit__(None, None, None)


_active = []


def _entered(stack, patchings, kwargs):
    """Begins them all; returns the mocks that were made for the function."""
    more = []
    for patching in patchings:
        made = stack.enter_context(patching)
        if patching.attribute_name is not None:
            kwargs.update(made)
        elif patching.new is DEFAULT:
            more.append(made)
    return more


class _patch(_Patching):
    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        if new_callable is not None and autospec is not None:
            raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            _check_spelling(kwargs)
        for word, given in (('spec', spec), ('spec_set', spec_set)):
            if _is_mock(given):
                raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the {word}{"" if word == "spec" else " target"} has already been mocked out. [{word}={given!r}]')
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec = spec, create, spec_set, autospec
        self.kwargs, self.unsafe = kwargs, unsafe
        self.attribute_name, self.additional_patchers = None, []

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs,
                      unsafe=self.unsafe)
        made.attribute_name, made.additional_patchers = self.attribute_name, [each.copy() for each in self.additional_patchers]
        return made

    def __enter__(self):
        self.target = target = self.getter()
        name = self.attribute
        try:
            original, self.is_local = vars(target)[name], True
        except (KeyError, TypeError):
            original, self.is_local = getattr(target, name, DEFAULT), False
        if original is DEFAULT and not self.create:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        new = self._make_new(original, getattr(target, name, None))
        self.temp_original = original
        set_attribute(target, name, new)
        self._stack = contextlib.ExitStack()
        if self.attribute_name is None:
            return new
        made = {self.attribute_name: new} if self.new is DEFAULT else {}
        try:
            for each in self.additional_patchers:
                more = self._stack.enter_context(each)
                if each.new is DEFAULT:
                    made.update(more)
        except BaseException as error:
            self.__exit__(type(error), error, error.__traceback__)
            raise
        return made

    def _make_new(self, original, seen):
        spec, spec_set, autospec = [None if given is False else given for given in (self.spec, self.spec_set, self.autospec)]
        if autospec is not None:
            if spec is not None:
                raise TypeError("Can't specify spec and autospec")
            if spec_set not in (True, None):
                raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
            if self.new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            return create_autospec(seen if autospec is True else autospec, spec_set=bool(spec_set), _name=self.attribute,
                                   _is_method=autospec is True and _takes_self(self.target, self.attribute), **self.kwargs)
        if spec is not None and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        if self.new is not DEFAULT:
            if self.kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
            return self.new
        given = original if spec is True or spec is None and spec_set is True else spec if spec is not None else spec_set
        if given is not None and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        kwargs = {} if given is None else {'spec' if spec_set is None else 'spec_set': given}
        cls = self.new_callable
        if cls is None:
            cls = AsyncMock if not _is_names(given) and _is_async(seen if given is None or given is original else given) else MagicMock
            if given is not None and not ('__call__' in given if _is_names(given) else callable(given)):
                cls = NonCallableMagicMock
        if isinstance(cls, type) and issubclass(cls, NonCallableMock):
            kwargs['name'] = self.attribute
        kwargs.update(self.kwargs)
        new = cls(**kwargs)
        if given is not None and isinstance(original, type) and _is_mock(new):
            kwargs.pop('name', None)
            is_called = _is_names(given) or _instances_callable(given)
            new.return_value = (cls if is_called else NonCallableMagicMock)(_new_parent=new, _new_name='()', _spec_as_instance=True, **kwargs)
        return new

    def __exit__(self, *error):
        target, name, original = self.target, self.attribute, self.temp_original
        if self.is_local and original is not DEFAULT:
            set_attribute(target, name, original)
        else:
            delete_attribute(target, name)
            if not self.create and not hasattr(target, name):
                set_attribute(target, name, original)
        del self.target, self.temp_original
        return self._stack.__exit__(*error)


def _named(target):
    """The function that finds what the name with dots means, when it is called."""
    def find():
        first, *rest = target.split('.')
        found, name = module_named(first), first
        for part in rest:
            name += '.' + part
            found = getattr(found, part) if hasattr(found, part) else module_named(name)
        return found
    return find


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Puts the new thing, or a mock, in the place of what the name says while a function, a class's tests or a block run."""
    try:
        target, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(_named(target), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """As patch(), of an object's attribute."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """As patch.object(), of several attributes at once; those whose new thing is DEFAULT are given by keyword."""
    getter = _named(target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers += patchers[1:]
    return patchers[0]


class _patch_dict(_Patching):
    """Sets items of a dictionary for a time; afterwards it is what it was."""
    attribute_name = new = None

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _named(self.in_dict)()
        self._original = self.in_dict.copy() if hasattr(self.in_dict, 'copy') else {key: self.in_dict[key] for key in self.in_dict}
        if self.clear:
            _clear(self.in_dict)
        _update(self.in_dict, self.values)
        return self.in_dict

    def __exit__(self, *error):
        _clear(self.in_dict)
        _update(self.in_dict, self._original)
        return False


def _clear(items):
    if hasattr(items, 'clear'):
        items.clear()
    else:
        for key in list(items):
            del items[key]


def _update(items, more):
    if hasattr(items, 'update'):
        items.update(more)
    else:
        for key in more:
            items[key] = more[key]


def _stop_all():
    """Stops those that were started, the last first."""
    for each in reversed(_active[:]):
        each.stop()


patch.object, patch.dict, patch.multiple, patch.stopall = _patch_object, _patch_dict, _patch_multiple, _stop_all
patch.TEST_PREFIX = 'test'
