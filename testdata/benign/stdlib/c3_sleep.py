"""time.sleep() of nothing takes no time, whatever number says so."""
import time

began = time.perf_counter()
for length in (0, False, 0.0) * 8:
    time.sleep(length)
print(time.perf_counter() - began < 5)


class Length:
    def __index__(self):
        return 0


class Lying(int):
    """What it says of itself is not what it is."""
    def bit_length(self):
        raise ValueError('never asked')

    def __lt__(self, other):
        return True

    def __ne__(self, other):
        return True

    def __float__(self):
        return float('inf')


print(time.sleep(Length()), time.sleep(Lying(0)))
for length in (float('inf'), 1e300, float('nan'), -1, -0.5, 10 ** 30, 9.3e9, 'x', None):
    try:
        time.sleep(length)
    except (OverflowError, TypeError, ValueError) as error:
        print(length, type(error).__name__, error)
