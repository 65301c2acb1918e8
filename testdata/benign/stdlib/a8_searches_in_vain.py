"""What is said of things in which nothing can be searched, and of formats of Decimal that are none."""
import re
from decimal import Decimal

word = re.compile(r'\w+')
for call in (
    lambda: re.findall('a', 1), lambda: re.sub('a', 'b', 1.5), lambda: list(re.finditer('a', None)),
    lambda: re.fullmatch('a', []), lambda: re.search('a', {}), lambda: word.sub('x', b'abc'), lambda: re.findall(b'a', 'abc'), lambda: re.match('a', ('a',)),
    lambda: format(Decimal('1.5'), 'x'), lambda: f'{Decimal(2):.2q}', lambda: '{:>0,z}'.format(Decimal(1)),
):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

try:
    raise ValueError('Invalid format specifier: mine')
except ValueError as e:
    print(e)
try:
    raise TypeError('expected string or bytes-like object')
except TypeError as e:
    print(e)
