import io
import logging
import sys
import threading

out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s")
log = logging.getLogger("app.part")
log.debug("not seen")
log.info("value %d of %s", 3, "x")
log.warning("named %(a)s", {"a": 1})
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed with %r", "y")
print(out.getvalue().replace(" ~^~", "").splitlines()[0:3], "ZeroDivisionError: division by zero" in out.getvalue())


class Upper(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


class ListHandler(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


handler = ListHandler()
handler.setFormatter(Upper("{name}/{levelname}/{message}", style="{"))
other = logging.getLogger("app")
other.addHandler(handler)
other.setLevel("DEBUG")
log.debug("below")
log.error("above %s", [1])
logging.LoggerAdapter(log, {"user": "u"}).critical("adapted")
print(handler.lines, log.parent is other, other.parent is logging.getLogger(), log.getEffectiveLevel())
print(other, logging.getLevelName(30), logging.getLevelName("INFO"), log.isEnabledFor(logging.DEBUG))

quiet = logging.getLogger("quiet")
quiet.propagate = False
quiet.addHandler(logging.NullHandler())
quiet.error("nobody hears")
stream = logging.StreamHandler(sys.stdout)
stream.setFormatter(logging.Formatter("$levelname|$message", style="$"))
stream.addFilter(lambda record: "secret" not in record.getMessage())
quiet.addHandler(stream)
quiet.error("shown")
quiet.error("secret")
quiet.log(25, "between")
try:
    log.setLevel("LOUD")
except ValueError as e:
    print(e)
try:
    logging.getLogger("x").info("m", extra={"message": 1})
except KeyError as e:
    print(e)

lock = threading.Lock()
with lock:
    print(lock.locked(), lock.acquire(blocking=False))
with threading.RLock():
    print(threading.current_thread().name)
event = threading.Event()
event.set()
print(event.wait(), threading.active_count())
data = threading.local()
data.x = 1
print(data.x, hasattr(data, "y"))
