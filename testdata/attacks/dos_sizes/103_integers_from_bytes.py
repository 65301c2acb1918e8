# technique: an integer of more bits than a product may have is read from bytes; a division takes it from there
# source: own
# goal: minutes in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
for order in ('big', 'little'):
    for signed in (False, True):
        try:
            n = int.from_bytes(b'\x7f' * 10 ** 7, order, signed=signed)
        except MemoryError:
            continue
        n % (n >> 40_000_001)
        escaped(f'an integer of {n.bit_length()} bits')
assert int.from_bytes(b'\x7f' * 500_000, 'big') % 1009 == sum(0x7f * pow(256, i, 1009) for i in range(500_000)) % 1009
