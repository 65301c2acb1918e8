# technique: standard output is redirected when the program ends; the runtime flushes it, which calls the guest's method, for ever
# source: reading pyrestrict
# goal: guest code that runs after the guest, outside its limits
# impact: dos
# dos: cpu
import contextlib


class Stream:
    def write(self, text):
        return len(text)

    def flush(self):
        while True:
            pass


contextlib.redirect_stdout(Stream()).__enter__()
