# technique: a WeakMethod is a weak reference to what the method is bound to: called as a reference it answers with that; a derived class is handed the function
# source: reading Python's library
# goal: __self__ and __func__ of a library's method
# impact: introspect
import calendar
import random
import weakref

given = []


class Derived(weakref.WeakMethod):
    @property
    def _func_ref(self):
        return None

    @_func_ref.setter
    def _func_ref(self, reference):
        given.append(reference())


class Claims:
    def __init__(self, method):
        self.method = method

    def __getattr__(self, name):
        return getattr(self.method, name)


class Own:
    def method(self):
        return 5


for method in (calendar.calendar, calendar.setfirstweekday, random.choice, random.seed, Claims(random.choice), random.Random().choice):
    for cls in (weakref.WeakMethod, Derived):
        for call in (
            lambda: weakref.ref.__call__(cls(method)), lambda: super(weakref.WeakMethod, cls(method)).__call__(),
            lambda: weakref.ref.__call__(weakref.WeakMethod.__new__(cls, method)),
        ):
            try:
                found = call()
            except (AttributeError, TypeError):
                continue
            if found is not None:
                escaped(found)
if given:
    escaped(given)
own = Own()
reference = weakref.WeakMethod(own.method)
if reference()() != 5 or reference != weakref.WeakMethod(own.method):
    escaped('a reference to the own method is none')
