# technique: the tables of an enumeration of the library's, read to be changed; operators with their operands' division replaced
# source: own
# goal: members of http.HTTPStatus that the guest made up, or trusted code's own error changed
# impact: guard
import enum
import http
import operator

class Own(enum.Enum):
    A = 1


for holder in (http.HTTPStatus, http.HTTPStatus.OK, Own, Own.A):
    for name, value in (('_value2member_map_', 200), ('_member_map_', 'OK')):
        try:
            table = getattr(holder, name)
            table.clear()
            table[value] = 'escaped'
        except AttributeError:
            pass
if http.HTTPStatus(200) == 'escaped' or http.HTTPStatus['OK'] == 'escaped' or not list(http.HTTPStatus) or list(Own) != [Own(1)]:
    escaped('an enumeration of the library has members of the guest')


class Zero(int):
    def __rtruediv__(self, other):
        raise error


error = ZeroDivisionError('mine')
try:
    operator.truediv(1, Zero())
except ZeroDivisionError as caught:
    if caught is not error or caught.args != ('mine',):
        escaped('an error of the guest was changed')
