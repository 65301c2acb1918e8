# technique: a float is compared with an integer of four million bits, and read from eight million digits
# source: own; the longest time between two safepoints, measured for a table of operations
# goal: the half of a second in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
greatest = 1.7976931348623157e308
for big in (1 << 1024) - 1, 1 << 1024, (1 << 1024) + 1, 1 << 4_000_000:
    if not (greatest < big and big > greatest and greatest != big and -greatest > -big and float('inf') > big and float('-inf') < -big):
        escaped(f'{big.bit_length()} bits')
if not (int(greatest) == greatest and int(greatest) + 1 > greatest and float('nan') != big):
    escaped('the greatest float')
for digits in '1' * 8_000_000, '0.' + '1' * 8_000_000, '1' * 4_000_000 + 'e-4000000':
    try:
        float(digits)
        escaped('digits')
    except MemoryError:
        pass
try:
    float.fromhex('0x' + 'f' * 8_000_000)
    escaped('hexadecimal digits')
except MemoryError:
    pass
while True:
    1.5 < big
    big == 1e300
