# technique: methods of patterns, and of their scanners, with an object of the guest's for self, which is asked to search
# source: own: every method of every class that is offered was called with objects that look at what they are given
# goal: how Java is told to search: an object of Java's
# impact: host object
import re

kinds = set()


class Asked:
    def __init__(self):
        self._SREScanner__string, self._SREScanner__start, self._SREScanner__end, self._SREScanner__must_advance = 'aa', 0, 2, False
        self.pattern = self

    def _search(self, *given, **named):
        for value in (*given, *named.values()):
            if type(value) not in (str, int, bool):
                escaped(type(value))
            kinds.add(type(value))

    def _SREScanner__match_search(self, method):
        self._search(method)

    def __getattr__(self, name):
        return self._search


scanner = type(re.compile('a').scanner('aa'))
for function in (re.Pattern.search, re.Pattern.match, re.Pattern.fullmatch, re.Pattern.findall, re.Pattern.finditer, re.Pattern.sub, re.Pattern.subn,
                 re.Pattern.split, re.Pattern.scanner, scanner.match, scanner.search):
    for given in ((), ('aa',), ('aa', 'aa'), ('aa', 'aa', 0)):
        try:
            function(Asked(), *given)
        except Exception as error:
            for value in error.args:
                if type(value).__name__ == 'ForeignObject':
                    escaped(value)
# As it was.
searched = re.compile('(a)+').scanner('aab')
if (re.search('b', 'ab').span(), re.match('b', 'ab'), re.fullmatch('a.', 'ab').group(), searched.match().span(), searched.search()) != ((1, 2), None, 'ab', (0, 2), None):
    raise AssertionError(kinds)
