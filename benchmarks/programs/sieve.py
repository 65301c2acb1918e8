"""Lists: items, slices and flags."""


def benchmark():
    limit = 200_000
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for number in range(2, int(limit ** 0.5) + 1):
        if flags[number]:
            for multiple in range(number * number, limit + 1, number):
                flags[multiple] = False
    return sum(1 for flag in flags if flag)
