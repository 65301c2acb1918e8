

def turn(seconds):
    """Runs benchmark() for a while; returns how many milliseconds each time took."""
    import time
    start = time.perf_counter()
    times = 0
    spent = 0.0
    while spent < seconds:
        benchmark()
        times += 1
        spent = time.perf_counter() - start
    return spent / times * 1000
