# technique: texts, and their dictionaries, have names that guarded code uses for a moment; their files are called like trusted ones
# source: own
# goal: a class that a pattern takes for one that was looked at; a frame of trusted code in a traceback
# impact: escape
import traceback


class Evil:
    __match_args__ = ('__mro_' + 'entries__',)

    def __init__(self, *_):
        self.x = 1


names = {'__held__': Evil, '_plain_': lambda o: True, '_getattr_': escaped, '_match_class_': lambda cls: Evil, 'Evil': Evil}
names.update({f'__t{(text << 24) + i}__': Evil for text in range(4) for i in range(3)})
kept = dict(names)
for text in ("match Evil():\n  case int(y): escaped(y)\n", "match 1:\n  case int(y): pass\n", "x = [Evil()]\nx[0].x += 1\n", "a = (b, c) = 1, 2\n",
             "def f(o):\n  match o:\n    case Evil(q): return q\n"):
    for more in ((), (names,)):
        try:
            exec(text, names, *more)
        except TypeError:
            pass
try:
    escaped(names['f'](Evil()))
except TypeError:
    pass
if any(names.get(name) is not value for name, value in kept.items()):
    escaped('a temporary was bound in a guest\'s dictionary')
FORMS = ('%s', 'class %s: pass', 'def f(%s): pass', 'import math as %s', 'for %s in []: pass', 'global %s', '(%s := 1)', 'del %s', 'def f[%s](): pass', 'type %s = int',
         'lambda %s: 1', 'try: pass\nexcept ValueError as %s: pass', 'match 1:\n case %s: pass', 'class C: %s = 1', '[1 for %s in []]', 'f"{%s}"')
for name in ('__held__', '_plain_', '__t0__', '__t16777216__'):
    for form in FORMS:
        try:
            exec(form % name, {})
            escaped(form % name)
        except SyntaxError:
            pass
for name in ('pyrestrict/guards.py', 'pyrestrict/boot.py', '<annotation>', '<literal>', '<string>', 'doctest', '', '\n', '\0', '\ud800'):
    try:
        exec(compile('\n' * 400 + 'class A:\n  def __len__(self): 1/0\nsorted([A(), A()], key=len)', name, 'exec'), {})
    except ZeroDivisionError as error:
        if any('guard' in place.line or 'host' in place.line for place in traceback.extract_tb(error.__traceback__)):
            escaped(traceback.format_exc())
