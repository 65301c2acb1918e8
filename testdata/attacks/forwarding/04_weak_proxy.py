# technique: a weak proxy passes reads and writes on to an object of another type
# goal: a library class that was changed
# impact: policy
import json
import weakref
weakref.proxy(json.JSONEncoder).default = lambda self, o: 'changed'
if json.dumps(object()) == '"changed"':
    ESCAPED = json
