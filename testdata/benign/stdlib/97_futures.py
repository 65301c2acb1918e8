# features: executors and futures, timing
# imports: concurrent.futures, timeit
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, Future, TimeoutError
import concurrent.futures
import timeit
def sq(x):
    if x == 3: raise ValueError("three")
    return x * x
with ThreadPoolExecutor(max_workers=4) as ex:
    print(list(ex.map(sq, [1, 2, 4])))
    fs = {ex.submit(sq, i): i for i in range(5)}
    for f in sorted(as_completed(fs), key=fs.get):
        try: print(fs[f], f.result(timeout=1))
        except ValueError as e: print(fs[f], "failed", e, repr(f.exception()))
    done, pending = wait([ex.submit(pow, 2, 3)]); print(len(done), len(pending), done.pop().result())
    f = ex.submit(sum, [1, 2]); f.result(); f.add_done_callback(lambda f: print("cb", f.result())); print(f.cancelled())
try: ex.submit(sq, 1)
except RuntimeError as e: print(e)
f = Future(); f.set_result(5); print(f.result())
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
print(concurrent.futures.FIRST_COMPLETED, timeit.timeit(lambda: sum(range(10)), number=10) > 0, len(timeit.repeat(lambda: None, repeat=3, number=5)), timeit.default_timer() > 0)
