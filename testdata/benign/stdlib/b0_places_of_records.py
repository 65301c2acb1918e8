# Where a record was made: a logger knows the function and the line that called it.
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(levelname)s %(module)s %(funcName)s:%(lineno)d %(message)s")
log = logging.getLogger("app")
log.info("at the top")


def load(name):
    log.debug("loading %s", name)
    return [log.warning("each %d", n) for n in range(2)]


class Service:
    def run(self):
        logging.error("by the module's function")
        try:
            {}["missing"]
        except KeyError:
            log.warning("several lines, %s",
                        "one call")

    @staticmethod
    def helper(text):
        log.info(text, stacklevel=2)


def calls_helper():
    Service.helper("the caller's place")


load("settings")
Service().run()
calls_helper()
(lambda: log.critical("in a lambda"))()
logging.LoggerAdapter(log, {"user": "ann"}).info("adapted")


class Keeping(logging.Handler):
    def __init__(self):
        super().__init__()
        self.places = []

    def emit(self, record):
        self.places.append((record.filename.endswith(".py"), record.funcName, record.lineno, record.name))


handler = Keeping()
log.addHandler(handler)
log.propagate = False


def numbers():
    for n in range(2):
        log.info(n)
        yield n


print(list(numbers()), handler.places)
