# technique: what repr() of a slice calls: reprs of the guest's that fail, answer with no text, look at who called them, or show the slice again
# source: own; repr() of a slice is made anew
# goal: an exception or a frame of the runtime's, a name of Java's, a fault
# impact: introspect
import sys
import traceback


class Text(str):
    def __str__(self):
        escaped('said')
        return 'x'


class Part:
    def __init__(self, answer):
        self.answer = answer

    def __repr__(self):
        return self.answer() if callable(self.answer) else self.answer


def caller():
    try:
        raise KeyError
    except KeyError as error:
        for frame in traceback.extract_tb(error.__traceback__):
            if 'texts_of_slices' not in frame.filename and 'guest' not in frame.filename:
                pass
    return 'x'


def fails(kind):
    def fail():
        raise kind
    return fail


again = []
again.append(slice(Part(lambda: repr(again[0]))))
for part in (Part(1), Part(None), Part(Text('x')), Part('\ud800'), Part('x' * 100_000), Part(caller), Part(fails(ValueError)), Part(fails(GeneratorExit)),
             Part(fails(StopIteration)), Part(fails(SystemExit)), again[0], object, len, type, sys, Part, slice, iter([]), (x for x in []), {}.items(), memoryview(b'x')):
    for shown in (lambda: repr(slice(part)), lambda: str(slice(1, part)), lambda: f'{slice(1, 2, part)!r}', lambda: '%r' % slice(part), lambda: ascii(slice(part)),
                  lambda: repr([slice(part)]), lambda: [].__getitem__(slice(part, part)), lambda: str({slice(part): 1}), lambda: str(KeyError(slice(part)))):
        try:
            text = shown()
        except BaseException as error:
            text = traceback.format_exc()
            if error.__traceback__ is not None and 'com.oracle' in text:
                escaped(text)
            continue
        if type(text) is str and any(word in text for word in ('com.oracle', 'java.', 'Storage', 'PBuiltin', 'PDict', 'truffle')):
            escaped(text)
