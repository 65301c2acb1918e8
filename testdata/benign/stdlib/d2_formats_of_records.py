"""A logging.Formatter looks at its format when it is made, and a program may change the format afterwards."""
import logging
import sys

for style, formats in (
        ('%', ('%(message)s', '%(levelname)-8s %(lineno)d', 'no field', '%(message)', '%(message)z')),
        ('{', ('{message}', '{levelname:<8}', '{message', 'none', '{0}', '{a-b}', '{message!x}', '{message:%d}', '{record.name[0]}')),
        ('$', ('$message', '${levelname}', 'none', '$', '$$ only', '$ alone'))):
    for text in formats:
        try:
            formatter = logging.Formatter(text, style=style)
            print(style, repr(text), formatter._fmt == text, formatter.usesTime())
        except ValueError as e:
            print(style, repr(text), e)

print(logging.Formatter('no field', validate=False)._fmt)
print(logging.Formatter('$asctime $message', style='$').usesTime(), logging.Formatter('{asctime:>30}', style='{').usesTime())
print(logging.Formatter('%(message)s %(user)s', defaults={'user': 'nobody'}).format(logging.makeLogRecord({'msg': 'in'})))


class ByLevel(logging.Formatter):
    formats = {logging.INFO: '%(message)s', logging.ERROR: 'ERROR %(name)s: %(message)s'}

    def format(self, record):
        before = self._style._fmt
        self._style._fmt = self.formats.get(record.levelno, before)
        try:
            return super().format(record)
        finally:
            self._style._fmt = before


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(ByLevel('%(levelname)s: %(message)s'))
log = logging.getLogger('shop')
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.info('open')
log.error('closed')
log.warning('soon')
try:
    logging.basicConfig(format='{message}', style='%', force=True)
except ValueError as e:
    print(e)
