import logging, logging.handlers, logging.config, sys, io, queue
out = io.StringIO()
target = logging.StreamHandler(out)
target.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
memory = logging.handlers.MemoryHandler(3, logging.ERROR, target)
log = logging.getLogger('m'); log.setLevel('DEBUG'); log.addHandler(memory); log.propagate = False
log.info('one'); print(repr(out.getvalue())); log.error('two'); print(repr(out.getvalue()))
log.debug('three'); memory.close(); print(repr(out.getvalue()))
q = queue.Queue(); log.removeHandler(memory)
qh = logging.handlers.QueueHandler(q); log.addHandler(qh)
listener = logging.handlers.QueueListener(q, target, respect_handler_level=True)
listener.start(); log.warning('queued %s', 5); listener.stop()
print(out.getvalue().splitlines()[-1])
print(logging.StreamHandler(), logging.StreamHandler(out), logging.StreamHandler(sys.stdout))
logging.config.dictConfig({
    'version': 1,
    'disable_existing_loggers': False,
    'formatters': {'plain': {'format': '%(name)s|%(levelname)s|%(message)s'}, 'brace': {'format': '{levelname}:{message}', 'style': '{'}},
    'filters': {'only': {'name': 'app'}},
    'handlers': {
        'console': {'class': 'logging.StreamHandler', 'formatter': 'plain', 'level': 'INFO', 'stream': 'ext://sys.stdout', 'filters': ['only']},
        'short': {'class': 'logging.StreamHandler', 'formatter': 'brace', 'stream': 'ext://sys.stdout'},
        'mem': {'class': 'logging.handlers.MemoryHandler', 'capacity': 2, 'target': 'short'},
    },
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['console']}, 'lib': {'handlers': ['short'], 'propagate': False}},
    'root': {'level': 'WARNING', 'handlers': ['mem']},
})
logging.getLogger('app.db').info('opened')
logging.getLogger('app').debug('no')
logging.getLogger('lib').warning('short')
logging.getLogger('other').warning('a'); logging.getLogger('other').warning('b')
print(sorted(logging.getHandlerNames()), logging.getHandlerByName('short'))
class Extra(logging.Handler):
    def __init__(self, prefix=''):
        super().__init__(); self.prefix = prefix
    def emit(self, record): print(self.prefix, self.format(record))
def make(prefix): return Extra(prefix)
logging.config.dictConfig({'version': 1, 'handlers': {'x': {'()': make, 'prefix': '>>'}, 'y': {'()': '__main__.Extra', 'prefix': '<<'}}, 'root': {'level': 'INFO', 'handlers': ['x', 'y']}})
logging.info('hi')
logging.getLogger('lib').warning('disabled')
for bad in ({}, {'version': 2}, {'version': 1, 'handlers': {'h': {'class': 'logging.Nope'}}}, {'version': 1, 'root': {'handlers': ['none']}},
            {'version': 1, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f'}}}):
    try:
        logging.config.dictConfig(bad)
    except Exception as e:
        print(type(e).__name__, e)
old = logging.getLogRecordFactory()
def factory(*a, **k):
    r = old(*a, **k); r.custom = 7; return r
logging.setLogRecordFactory(factory)
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter('%(custom)s %(message)s'))
l = logging.getLogger('z'); l.disabled = False; l.addHandler(h); l.propagate = False; l.warning('made')
print(logging.LoggerAdapter(l, {'a': 1}), l, h.name, 'z' in logging.root.manager.loggerDict)
h.name = 'named'; print(h.name, logging.getHandlerByName('named') is h)
print(logging.BufferingFormatter().format([logging.makeLogRecord({'msg': 'x'}), logging.makeLogRecord({'msg': 'y'})]))
