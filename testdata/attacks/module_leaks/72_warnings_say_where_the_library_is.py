# technique: where the library is, in what a warning says of its place, and in which places are skipped by a prefix
# source: own, Lib/warnings.py
# goal: the name of a directory of the server's, with that of the user who runs it
# impact: read
import json
import re
import sys
import warnings

said = []


def warned(o):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter('always')
        for level in range(1, 9):
            warnings.warn('x', stacklevel=level)
    for each in log:
        said.extend([each.filename, str(each)])
    return 1


def skipped(prefix):
    def warned_of_others(o):
        with warnings.catch_warnings(record=True) as log:
            warnings.simplefilter('always')
            for level in range(1, 9):
                warnings.warn('x', stacklevel=level, skip_file_prefixes=(prefix,))
        places.append([each.lineno for each in log])
        return 1

    places = []
    list(json.JSONEncoder(default=warned_of_others).iterencode([object]))
    return places


json.dumps({1: object}, default=warned)
json.JSONEncoder(indent=1, default=warned).encode([object])
list(json.JSONEncoder(default=warned).iterencode([object]))
for letter in 'hru':
    # Its own place a guest is told.
    if not sys.argv[0].startswith('/' + letter) and skipped('/' + letter) != skipped('/\0'):
        escaped(letter)
for text in said:
    # A guest is shown it as if it were at the root.
    if isinstance(text, str) and re.search(r'\w/lib/python|\.cache', text):
        escaped(text)
