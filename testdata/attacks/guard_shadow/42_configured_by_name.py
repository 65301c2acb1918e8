# technique: dictConfig() looks modules, classes and streams up by text
# source: red team of logging.config
# goal: a guard, a module that the policy refuses, what the library's modules have imported for themselves
# impact: escape
import logging.config

got = []


class Name(str):
    """A text that is another one when it is asked for a second time."""
    def split(self, *_):
        return ['os', 'system']

    def partition(self, *_):
        return Name('os'), '.', Name('system')


for name in ('os.system', 'subprocess.Popen', 'ext://sys.modules', 'ext://os.environ', 'cfg://version.__class__', 'builtins.eval', 'polyglot.eval', 'java.type',
             'importlib.import_module', 'json.sys', 'json.decoder.scanner', 'collections._sys', 'logging.os', 'logging.sys', 'logging.config.module_named',
             'logging.config.main_names', '__main__._getattr_', '__main__.__builtins__', '__main__.__import__', Name('json.loads'), Name('ext://sys.stdout')):
    for configuration in ({'handlers': {'h': {'()': name}}}, {'handlers': {'h': {'class': name}}}, {'formatters': {'f': {'()': name}}},
                          {'filters': {'f': {'()': name}}}, {'handlers': {'h': {'class': 'logging.StreamHandler', 'stream': name}}, 'root': {'handlers': ['h']}}):
        try:
            logging.config.dictConfig({'version': 1, **configuration})
        except Exception:
            continue
        stream = logging.root.handlers[0].stream if logging.root.handlers else None
        if not isinstance(stream, str) and type(name) is str:
            got.append((name, configuration, stream))
if got:
    escaped(got)
