# technique: arrays filled with one value, and bytes looked for, in loops that the JVM has not compiled yet
# source: own; the longest time between two safepoints, measured for a table of operations
# goal: the third of a second in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
step = 1 << 20
for length in 0, 1, step, step + 1:
    for one in [None], [True], [7], [1 << 40], [1.5]:
        many = one * length
        if len(many) != length or many.count(one[0]) != length:
            escaped(f'{length} times {one}')
    text = b'a' * length
    if text + b'b' != (b'b' + text)[::-1] or text != bytes([97]) * length:
        escaped(f'{length} bytes')
    for found, expected in (
            ((text + b'b' + text).find(b'b'), length), ((text + b'b' + text).rfind(b'b'), length), (text.find(b'b'), -1),
            (text.rfind(b'b'), -1), (b'b' in text, False), (b'b' in text + b'b', True), ((b'b' + text).rfind(b'b'), 0),
            ((b'b' + text).find(b'b', 1), -1), ((text + b'b').rfind(b'b', 0, length), -1), ((b'bb' + text).rfind(b'b'), 1)):
        if found != expected:
            escaped(f'found at {found}, not {expected}, of {length}')
    if (b'1'.zfill(length), b'1'.ljust(length, b'2'), b'1'.rjust(length, b'2')) != (
            b'0' * (length - 1) + b'1', b'1' + b'2' * (length - 1), b'2' * (length - 1) + b'1'):
        escaped(f'{length} bytes beside one')
while True:
    [None] * 60_000_000
    text = b'a' * 100_000_000
    b'b' in text
    text.rfind(b'b')
