# A prologue for WalkedGuest: trusted, and nothing in it is guarded. It knows what no guest may hold, and walks over all that the
# guest's names lead to: attributes are read by the guest's own getattr(), whatever holds other things is opened without it.
import builtins
import re
import sys
from collections import OrderedDict, defaultdict, deque
from types import (AsyncGeneratorType, BuiltinFunctionType, CellType, CodeType, CoroutineType, FrameType, FunctionType, GeneratorType,
                   MappingProxyType, MethodType, ModuleType)
from weakref import ref

main = sys.modules['__main__'].__dict__
runtime = give.__globals__
mro_of = type.__dict__['__mro__'].__get__
dict_of = type.__dict__['__dict__'].__get__


def free(function, name):
    """What the function of the runtime's knows by that name."""
    return function.__closure__[function.__code__.co_freevars.index(name)].cell_contents


read = main['getattr']
judge = free(free(read, 'getattr_guard'), 'judged_getattr')
classify = free(judge, 'classify')
decide_attribute = free(free(free(judge, 'decide'), 'decide_for'), 'decide_attribute')
is_own_class = free(free(free(judge, 'decide'), 'decide_for'), 'is_own_class')
made_facades = free(free(free(replace, 'facade'), 'facade'), 'made')
prologue_secret = 'secret-of-the-prologue'
marker = 'MARKER'

# --- what no guest may hold ------------------------------------------------------------------------

forbidden = {}
kept = []


def forbid(o, words):
    kept.append(o)
    forbidden.setdefault(id(o), words)


in_hand = {id(value) for value in main.values()}
away = {name: globals()[name] for name in ('open', 'exec', 'eval', 'compile', 'input', 'breakpoint', '__graalpython__') if name in globals()}
for name, o in {**builtins.__dict__, **away}.items():
    # The class of a range() that is not long is the real one.
    if id(o) not in in_hand and o is not range and not isinstance(o, (str, bool, type(None))):
        forbid(o, f'the real {name}')


def forbid_insides(roots):
    """The runtime's functions that guests are not given, and what it keeps."""
    waiting, seen = deque(roots), set()
    while waiting:
        o = waiting.popleft()
        if id(o) in seen or o is main:
            continue
        seen.add(id(o))
        t = type(o)
        if t is FunctionType and o.__globals__ is runtime:
            if id(o) not in in_hand:
                forbid(o, f'the function {o.__qualname__} of the runtime')
            for cell in o.__closure__ or ():
                try:
                    waiting.append(cell.cell_contents)
                except ValueError:
                    pass
            waiting.extend(o.__defaults__ or ())
        elif t is dict:
            forbid(o, f'a dict of the runtime: {[*o][:3]!r}')
            waiting.extend(o.values())
        elif t is list or t is set:
            forbid(o, f'a {t.__name__} of the runtime: {[*o][:3]!r}')
            waiting.extend(o)
        elif t is tuple:
            waiting.extend(o)


forbid(runtime, 'the namespace of the runtime')
forbid(globals(), 'the namespace of the prologue')
forbid_insides([give, replace, remove, enter_jail, *main.values()])



def ids(*classes):
    """Classes are told apart by these: a guest's metaclass has an __eq__ of its own."""
    return {id(cls) for cls in classes}


FILES = ('FileIO', 'TextIOWrapper', 'BufferedReader', 'BufferedWriter', 'BufferedRandom', 'BufferedRWPair')
NATIVE_TYPES = (BuiltinFunctionType, type(object.__init__), type(object().__str__), type(str.join), type(dict.__dict__['fromkeys']),
                type(FunctionType.__dict__['__code__']), type(FunctionType.__dict__['__globals__']), type(object.__dict__['__class__']))
NATIVE = ids(*NATIVE_TYPES)
INSIDE_WORDS = re.compile(
    r'com\.oracle|org\.graalvm|truffle\.api|\bjava\.|dev\.pyrestrict|TruffleString|ForeignObject|<locals>\.\w+_guard|StackOverflow'
    r'|(?:Polyglot|NullPointer|ClassCast|IllegalArgument|IllegalState|UnsupportedSpecialization|OutOfBounds|NumberFormat|NegativeArraySize|Interop)(?:Exception|Error)'
    r'|\bP(?:Function|List|Tuple|Dict|None|Set|Int|String|Bytes|Generator|Module|Builtin\w+|Python\w+)\b')
# Public attributes of a JSONDecoder: they read text, and call what they are given for it.
ATTRIBUTES = {('json.decoder', 'JSONObject'), ('json.decoder', 'JSONArray'), ('_json', 'scanstring')}
namespaces = {}
offered = set()
state = {}
modules_before = [0]


def note_state(module):
    """What a module of the library keeps, and its classes do under private names: nothing that guests could change."""
    for name, value in [*module.__dict__.items()]:
        if issubclass(type(value), type) and dict_of(value).get('__module__') == module.__name__:
            for member, kept_by_class in [*dict_of(value).items()]:
                if type(kept_by_class) in (dict, list, set) and member[:1] == '_' and member not in ('__slots__', '__annotations__', '_field_defaults'):
                    state[id(kept_by_class)] = (f'the state {module.__name__}.{name}.{member}', kept_by_class)
        elif type(value) in (dict, list, set):
            state[id(value)] = (f'the state {module.__name__}.{name}', value)


def look_around():
    """Takes note of modules that were imported since."""
    if len(sys.modules) + len(made_facades) == modules_before[0]:
        return
    modules_before[0] = len(sys.modules) + len(made_facades)
    for module in [*sys.modules.values(), *made_facades.values()]:
        if isinstance(module, ModuleType) and id(module.__dict__) not in namespaces:
            namespaces[id(module.__dict__)] = module
            if module is not sys.modules['__main__'] and module not in made_facades.values():
                note_state(module)
    for facade in made_facades.values():
        offered.update([id(value) for value in facade.__dict__.values()])
    offered.update(in_hand)


# At what the prologue has imported, too: a guest finds other modules.
look_around()
modules_before[0] = 0


def kind_of(o):
    """What it is, if no guest may hold it; '' for everything else."""
    t = type(o)
    if id(o) in forbidden and id(o) not in offered:
        return forbidden[id(o)]
    if t is FrameType or t is CodeType or t is CellType:
        return t.__name__
    if id(o) in state and id(o) not in offered:
        return state[id(o)][0]
    if id(o) in namespaces and t is dict:
        return f'the namespace of {namespaces[id(o)].__name__}'
    if issubclass(t, ModuleType) and (any([o is module for module in sys.modules.values()]) or o.__dict__.get('__spec__') is not None):
        return f'the real module {o.__name__}'
    if t is str:
        if 'secret-of-' in o and marker not in o:
            return f'the secret {o[:60]!r}'
        if INSIDE_WORDS.search(o):
            return f'words of the insides: {o[:200]!r}'
        return ''
    if o is FrameType or o is CodeType or o is CellType:
        return f'the class {o.__name__}'
    for k in mro_of(o if issubclass(t, type) else t):
        module = dict_of(k).get('__module__')
        if module == 'polyglot' or k.__name__.startswith('Foreign'):
            return 'an object of the host'
        if k.__name__ in FILES and k.__module__ == '_io':
            return f'a file: {k.__name__}'
    if id(t) in NATIVE:
        return native_kind(o)
    if t is FunctionType and not is_offered_function(o):
        return f'the function {o.__module__}.{o.__qualname__}'
    return ''


def native_kind(o):
    """A method of a builtin class that the guards do not hand out by its name, or a function of a module that they do not offer."""
    holder = getattr(o, '__self__', None)
    if type(holder) is ModuleType and holder.__dict__.get(o.__name__) is o:
        return '' if id(o) in offered or id(o) in methods or (holder.__name__, o.__name__) in ATTRIBUTES else f'the function {holder.__name__}.{o.__name__}'
    owner = getattr(o, '__objclass__', None) or (holder if isinstance(holder, type) else type(holder))
    name = o.__name__
    decision = classify(name)
    if decision == 0 or owner is super and name == '__get__' or is_own_class(owner):
        return ''
    for k in mro_of(owner):
        if name in dict_of(k):
            owner = k
            break
    if decision != 1 or str(decide_attribute(name, 'class', False, f'{owner.__module__}.{owner.__name__}', False)) != 'plain':
        return f'{owner.__name__}.{name} past the guards'
    return ''


def is_offered_function(o):
    """Whether a function that stands in a module of the library is one that its facade has."""
    namespace = o.__globals__
    if (namespace.get('__name__'), o.__name__) in ATTRIBUTES:
        return True
    return id(o) in offered or id(o) in methods or namespace is runtime or '_guest_' in namespace or namespace.get(o.__name__) is not o


# --- where it leads ---------------------------------------------------------------------------------

SPECIAL = '''__class__ __dict__ __mro__ __bases__ __base__ __init__ __new__ __call__ __get__ __set__ __getattribute__ __getattr__ __setattr__
__init_subclass__ __class_getitem__ __wrapped__ __traceback__ __context__ __cause__ __notes__ __origin__ __args__ __parameters__ __annotations__
__defaults__ __kwdefaults__ __objclass__ __slots__ __match_args__ __dataclass_fields__ __iter__ __next__ __enter__ __exit__ __members__
__type_params__ __value__ __bound__ __constraints__ __metadata__ __orig_bases__ __orig_class__ __abstractmethods__ __set_name__ __format__
__mul__ __pow__ __await__ __copy__ __deepcopy__ __dir__ __repr__ __eq__ __hash__'''.split()
PLAIN_DATA = ids(int, float, complex, str, bytes, bytearray, bool, type(None), type(...), type(NotImplemented))
NUMBERS = ids(int, float, complex, bool, type(None), type(...), type(NotImplemented))
OPENED = ids(dict, list, tuple, set, frozenset, deque)
ITERATORS = ids(map, filter, zip, enumerate, reversed, type(iter([])), type(iter(())), type(iter({})), type(iter(set())), type(iter({}.items())),
             type(iter({}.values())), GeneratorType)
METHODS = ids(FunctionType, classmethod, staticmethod, *NATIVE_TYPES[:5])
read_before = set()
# Functions of modules that are methods of a class, too.
methods = set()
told = set()


def names_of(o, t):
    """The names that a guest may read of it; methods of a class only the first time that one of its objects is met."""
    is_class = issubclass(t, type)
    first = is_class or id(t) not in read_before
    if not is_class:
        read_before.add(id(t))
        kept.append(t)
    names = set()
    for k in (mro_of(o) + mro_of(t) if is_class else mro_of(t)):
        for name, value in [*dict_of(k).items()]:
            if type(name) is str and (name[:2] != '__' or name in SPECIAL) and (first or id(type(value)) not in METHODS):
                names.add(name)
            if is_class and type(value) in (FunctionType, BuiltinFunctionType) and not is_own_class(k):
                methods.add(id(value))
    try:
        names.update([name for name in object.__getattribute__(o, '__dict__') if type(name) is str])
    except Exception:
        pass
    return [name for name in names if type(classify(name)) is int]


def held_in(o, t):
    """What it holds, and how a guest's code comes by it."""
    if issubclass(t, dict):
        for key, value in [*dict.items(o)]:
            yield '[key]', key
            yield f'[{key!r:.40}]' if id(type(key)) in PLAIN_DATA else '[...]', value
    for kind in (list, tuple, set, frozenset, deque):
        if issubclass(t, kind):
            yield from [(f'[{i}]', value) for i, value in enumerate([*kind.__iter__(o)])]
    if t is MappingProxyType:
        yield from [(f'[{key!r:.40}]', value) for key, value in [*o.items()]]
    if t is ref:
        yield '()', o()
    prefix = {id(GeneratorType): 'gi_', id(CoroutineType): 'cr_', id(AsyncGeneratorType): 'ag_'}.get(id(t), '')
    if prefix and getattr(o, prefix + 'frame') is not None and getattr(o, prefix + 'code').co_filename == 'guest.py':
        frame = getattr(o, prefix + 'frame')
        yield from [(' local ' + name, value) for name, value in [*frame.f_locals.items()]]
    if id(t) in ITERATORS:
        for i in range(3):
            try:
                yield '.next()', next(o)
            except BaseException as error:
                yield '.next() raises ', error
                break
    if t is FunctionType and '_guest_' in o.__globals__ and '_library_' not in o.__globals__:
        for name, cell in zip(o.__code__.co_freevars, o.__closure__ or ()):
            try:
                yield ' sees ' + name, cell.cell_contents
            except ValueError:
                pass


def edges(o):
    t = type(o)
    if id(t) in PLAIN_DATA:
        return
    yield from held_in(o, t)
    if id(t) in OPENED:
        return
    for name in names_of(o, t):
        try:
            value = read(o, name)
        except BaseException as error:
            words = (type(error), str(BaseException.__dict__['args'].__get__(error))[:60])
            if words not in told:
                told.add(words)
                yield f'.{name} raises ', error
            continue
        yield '.' + name, value


def stays_as_it_is(o):
    """Whether it is the library's or the runtime's, so that it is enough to look behind it once."""
    t = type(o)
    if t is FunctionType:
        return '_guest_' not in o.__globals__ or '_library_' in o.__globals__
    if t is BuiltinFunctionType:
        return type(o.__self__) is ModuleType
    return t is ModuleType or issubclass(t, type) and not is_own_class(o)


def is_name(name):
    """Whether a guest can name it: those of guards and of inline caches it can't."""
    return type(classify(name)) is int and not (name[0] == name[-1] == '_' and name[1] != '_')


known = {}
DEEPEST = 10


def walk(everything=False):
    """What the guest's names lead to that no guest may hold, each with the way there; before it, how much was looked at."""
    look_around()
    found, seen = [], {}
    waiting = deque((name, 0, value) for name, value in [*main.items()] if is_name(name) and (everything or id(value) not in in_hand and not any([value is facade for facade in made_facades.values()])))
    largest = 30_000 if everything else 3_000
    while waiting and len(seen) < largest:
        path, depth, o = waiting.popleft()
        if id(o) in seen or id(o) in known:
            continue
        (known if stays_as_it_is(o) else seen)[id(o)] = o
        kind = kind_of(o)
        if kind:
            found.append(f'{path}: {kind}')
        elif depth < DEEPEST:
            waiting.extend([(path + step, depth + 1, value) for step, value in edges(o) if id(type(value)) not in NUMBERS])
    return [len(seen), *found]


give('walk', walk)
