# technique: an integer of a million bits is written in digits, of any base
# source: own
# goal: the third of a second in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
big = (1 << 1_000_000) + 1
assert hex(big) == '0x1' + '0' * 249_999 + '1' and oct(-big) == '-0o2' + '0' * 333_332 + '1' and f'{big:b}' == '1' + '0' * 999_999 + '1'
while True:
    f'{big:,}'
    '%d' % big
    hex(big)
    oct(big)
