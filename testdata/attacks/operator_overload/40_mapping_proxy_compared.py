# technique: a mapping proxy that is compared with an object, or joined to it, hands the object the dictionary behind the proxy
# source: known of CPython's mappingproxy (bpo-43838)
# goal: to change an enumeration of the library's
# impact: guard
import calendar
import enum
import http
import re

given = []


class Taker:
    def __eq__(self, other):
        given.append(other)
        return False

    __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __or__ = __ror__ = __eq__


for cls in (calendar.Day, re.RegexFlag, http.HTTPStatus, enum.FlagBoundary):
    members = cls.__members__
    for compare in (lambda: members == Taker(), lambda: members != Taker(), lambda: members | Taker(), lambda: members < Taker(), lambda: Taker() in [members]):
        try:
            compare()
        except TypeError:
            pass
for mapping in given:
    if type(mapping) is dict:
        mapping['STOLEN'] = 1
for cls in (calendar.Day, re.RegexFlag, http.HTTPStatus, enum.FlagBoundary):
    if 'STOLEN' in cls.__members__:
        ESCAPED = cls
