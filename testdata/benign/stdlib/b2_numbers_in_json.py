"""Numbers that json reads, made by itself or by what it is given."""
import json
from decimal import Decimal
from fractions import Fraction

TEXTS = ['0', '-0', '-0.0', '1', '12345678901', '-9223372036854775808', '9223372036854775807', '9223372036854775808', '1' * 60, '1.5', '1e5',
         '1E-5', '2.5e+3', '1e400', '-1e400', '2.5e-310', '1e-400', '0.1', '123456789.123456789', '1.7976931348623157e308', 'NaN', 'Infinity', '-Infinity']
for text in TEXTS:
    value = json.loads(text)
    print(text, type(value).__name__, value)

for wrong in ['', '-', '01', '1.', '.5', '+1', '1e', '--1', '0x10', '1_000', '- 1', 'Infinit', '-Infinit', '[1,]', '{"a": 01}']:
    try:
        print(wrong, json.loads(wrong))
    except json.JSONDecodeError as e:
        print(wrong, '->', e)

print(json.loads('[1.10, 2, -3e2]', parse_float=Decimal))
print(json.loads('[1.10, 2, -3e2]', parse_int=Fraction))
print(json.loads('[1.10, 2, -3e2]', parse_float=str, parse_int=lambda text: 'int ' + text, parse_constant=repr))
print(json.loads('[NaN, -Infinity]', parse_constant=lambda text: '<' + text + '>'))


class Celsius(float):
    pass


class Count(int):
    def __new__(cls, text):
        return int.__new__(cls, text)

    def __repr__(self):
        return f'Count({int(self)})'


mixed = json.loads('{"t": 21.5, "n": 7}', parse_float=Celsius, parse_int=Count)
print(type(mixed['t']).__name__, mixed['t'], mixed)
print(json.JSONDecoder(parse_float=lambda text: None).decode('[1.0, 1]'))

try:
    json.loads('1' * 5000)
except ValueError as e:
    print(type(e).__name__, e)

# More different keys than anyone wants to remember, and the same ones again.
rows = [{f'key {i * 7 + j}': i for j in range(7)} for i in range(900)]
again = json.loads(json.dumps(rows * 2))
print(again == rows * 2, len(again), len({key for row in again for key in row}))
