# technique: typing's generic aliases forward attribute writes to what they were made of
# source: CPython 3.12 Lib/typing.py, _BaseGenericAlias.__setattr__
# goal: a library class that answers differently
# impact: policy
import json
from typing import Annotated
Annotated[json.JSONEncoder, 1].__setattr__('default', lambda self, o: 'changed')
if json.dumps(object()) == '"changed"':
    ESCAPED = json
