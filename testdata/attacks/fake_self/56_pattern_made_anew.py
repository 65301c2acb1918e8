# technique: a pattern that the library has, too, because it was compiled of the same text, is made anew of another one
# source: own
# goal: what the library takes for its own regular expression
# impact: library
import re
import string

for text, flags in (('[a-z]+', 0), (string.Template.pattern.pattern, string.Template.pattern.flags)):
    pattern = re.compile(text, flags)
    for make in (lambda: pattern.__init__('.*', 0), lambda: re.Pattern.__init__(pattern, '.*', 0), lambda: type(pattern).__init__(pattern, pattern='.*', flags=0),
                 lambda: super(re.Pattern, pattern).__init__('.*', 0)):
        try:
            make()
        except (TypeError, AttributeError):
            continue
        escaped(pattern)
if re.fullmatch('[a-z]+', '12'):
    escaped('another pattern')


class Own(re.Pattern):
    """What is the guest's own it may make as it likes."""


own = Own('a', 0)
assert own.match('a') and string.Template('$a').substitute(a=1) == '1'
