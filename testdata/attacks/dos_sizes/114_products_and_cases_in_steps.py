# technique: products of integers of millions of bits, and the case and the normal form of eight million characters, by code that the JVM has not compiled
# source: own; the longest time between two safepoints, measured for a table of operations
# goal: the half second in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
import unicodedata

step = 1 << 17
for length in step - 1, step, step + 1, 2 * step, 2 * step + 3:
    for text, lower in (
            ('\u03a3', '\u03c3' * (length - 1) + '\u03c2'), ('A', 'a' * length), ('\u03a3.', ('\u03c3.' * length)[:length]),
            ('A\u03a3 ', ('a\u03c2 ' * length)[:length])):
        found = (text * length)[:length].lower()
        if len(found) != length or found[:-3] != lower[:-3]:
            escaped(f'{length} of {text!a} in lower case')
    if ('\xdf' * length).upper() != 'SS' * length or ('\xdf' * length).casefold() != 'ss' * length:
        escaped(f'{length} in upper case')
    if ('\u03a3' * length).capitalize() != '\u03a3' + '\u03c3' * (length - 2) + '\u03c2':
        escaped(f'{length} with a capital')
    if unicodedata.normalize('NFC', 'e\u0301' * length) != '\xe9' * length or unicodedata.normalize('NFD', '\xe9' * length) != 'e\u0301' * length:
        escaped(f'{length} normalized')
    if unicodedata.is_normalized('NFC', 'e\u0301' * length) or not unicodedata.is_normalized('NFC', '\xe9' * length + 'x\u0303'):
        escaped(f'{length} seen as normal')
left, right = (1 << 600_000) - 12345, (1 << 500_000) + 54321
if left * right % 1_000_003 != left % 1_000_003 * (right % 1_000_003) % 1_000_003 or left * -left != -(left ** 2) or (-3) ** 400_001 != -3 * 9 ** 200_000:
    escaped('a product')
while True:
    number = (1 << 2_000_000) - 1
    number * number
    3 ** 2_000_000
    for text in '\u0130' * 8_000_000, '\u03a3' * 8_000_000:
        text.casefold()
        text.lower()
        text.upper()
        unicodedata.normalize('NFKC', text)
