"""logging.config for guests: dictConfig(). What it names is looked for where an import statement of the guest's would find it."""
# Parts of it come from CPython 3.12's Lib/logging/config.py: Copyright (c) 2001-2023 Python Software Foundation; All Rights Reserved.
# PSF License Agreement, https://docs.python.org/3.12/license.html; what is left out or done otherwise is for guests.
import logging
import logging.handlers as handlers
import re


class ConvertingDict(dict):
    """A dictionary whose values are converted when they are asked for."""
    def __init__(self, values, configurator):
        super().__init__(values)
        self.configurator = configurator

    def __getitem__(self, key):
        return self.configurator.convert(dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self[key] if key in self else default

    def pop(self, key, default=None):
        return self.configurator.convert(dict.pop(self, key, default))


class BaseConfigurator:
    def __init__(self, config):
        self.config = ConvertingDict(config, self)

    def resolve(self, name):
        first, *rest = name.split('.')
        if first == '__main__':
            path, (member, *rest) = first, rest
            try:
                found = main_names()[member]
            except KeyError:
                raise ValueError(f'Cannot resolve {name!r}: no {member!r} in the program') from None
        else:
            path = first
            try:
                found = module_named(first)
            except ImportError as e:
                raise ValueError(f'Cannot resolve {name!r}: {e}') from e
        for part in rest:
            path += '.' + part
            try:
                found = getattr(found, part)
            except AttributeError:
                try:
                    found = module_named(path)
                except ImportError as e:
                    raise ValueError(f'Cannot resolve {name!r}: {e}') from e
        return found

    def convert(self, value):
        if isinstance(value, ConvertingDict):
            return value
        if isinstance(value, dict):
            return ConvertingDict(value, self)
        if isinstance(value, (list, tuple)) and not hasattr(value, '_fields'):
            return type(value)([self.convert(item) for item in value])
        if isinstance(value, str):
            match = re.match(r'^(?P<prefix>[a-z]+)://(?P<suffix>.*)$', value)
            if match:
                if match['prefix'] == 'ext':
                    return self.resolve(match['suffix'])
                if match['prefix'] == 'cfg':
                    return self.inside(match['suffix'])
        return value

    def inside(self, path):
        """What cfg://handlers.file.level or cfg://list[0] names in the configuration."""
        found = self.config
        for name, key in re.findall(r'(?:^|\.)(\w+)|\[([^\]]*)\]', path):
            if name:
                found = found[name]
            else:
                found = found[int(key)] if key.isdigit() and not isinstance(found, dict) else found[key]
        return found

    def called(self, config):
        """Calls what a '()' names with the rest of the entry."""
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        more = config.pop('.', None)
        made = factory(**{key: config[key] for key in config if key.isidentifier()})
        for name, value in (more or {}).items():
            setattr(made, name, value)
        return made


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.pop('incremental', False):
            self.change()
            return
        disable = config.pop('disable_existing_loggers', True)
        formatters = {name: self.each('formatter', name, self.formatter, each) for name, each in self.entries('formatters')}
        filters = {name: self.each('filter', name, self.filter, each) for name, each in self.entries('filters')}
        self.formatters, self.filters, self.handlers = formatters, filters, {}
        waiting = sorted(self.entries('handlers'), key=lambda entry: (isinstance(entry[1].get('target'), str), entry[0]))
        for name, each in waiting:
            self.handlers[name] = self.each('handler', name, self.handler, each)
            self.handlers[name].name = name
        known = [*logging.root.manager.loggerDict]
        configured = dict(self.entries('loggers'))
        for name in known:
            logger = logging.root.manager.loggerDict[name]
            if name not in configured:
                if any(name.startswith(other + '.') for other in configured):
                    logger.level, logger.propagate = logging.NOTSET, True
                    logger.handlers.clear()
                else:
                    logger.disabled = disable
        for name, each in configured.items():
            self.each('logger', name, self.logger, each, logging.getLogger(name))
        if 'root' in config:
            try:
                self.logger(config['root'], logging.getLogger())
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def entries(self, part):
        """The names of a part with what stands under them."""
        found = self.config.get(part, {})
        return [(name, found[name]) for name in found]

    def each(self, what, name, function, *arguments):
        try:
            return function(*arguments)
        except Exception as e:
            raise ValueError(f'Unable to configure {what} {name!r}') from e

    def change(self):
        """Sets levels and propagation of what there is."""
        for name, each in self.entries('handlers'):
            handler = logging.getHandlerByName(name)
            if handler is None:
                raise ValueError(f'No handler found with name {name!r}')
            if each.get('level'):
                handler.setLevel(each['level'])
        for name, each in [*self.entries('loggers'), *([('', self.config['root'])] if 'root' in self.config else [])]:
            self.level_and_propagation(each, logging.getLogger(name))

    def level_and_propagation(self, config, logger):
        if config.get('level') is not None:
            logger.setLevel(config['level'])
        if logger is not logging.root and config.get('propagate') is not None:
            logger.propagate = config['propagate']

    def formatter(self, config):
        if '()' in config:
            factory = config['()']
            try:
                return self.called(config)
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
                config['fmt'] = config.pop('format')
                config['()'] = factory
                return self.called(config)
        cls = config.get('class')
        make = self.resolve(cls) if isinstance(cls, str) else cls or logging.Formatter
        more = {'defaults': config['defaults']} if 'defaults' in config else {}
        if 'validate' in config:
            more['validate'] = config['validate']
        return make(config.get('format'), config.get('datefmt'), config.get('style', '%'), **more)

    def filter(self, config):
        return self.called(config) if '()' in config else logging.Filter(config.get('name', ''))

    def handler(self, config):
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except KeyError as e:
                raise ValueError(f'Unable to set formatter {formatter!r}') from e
        level, filters = config.pop('level', None), config.pop('filters', None)
        if '()' in config:
            factory = config.pop('()')
            make = factory if callable(factory) else self.resolve(factory)
        else:
            cls = config.pop('class')
            make = self.resolve(cls) if isinstance(cls, str) else cls
            if issubclass(make, handlers.MemoryHandler) and isinstance(config.get('target'), str):
                config['target'] = self.handlers[config['target']]
        more = config.pop('.', None)
        made = make(**{key: config[key] for key in config if key.isidentifier()})
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(level)
        self.add_filters(made, filters or ())
        for name, value in (more or {}).items():
            setattr(made, name, value)
        return made

    def add_filters(self, filterer, names):
        for name in names:
            try:
                filterer.addFilter(name if callable(name) or hasattr(name, 'filter') else self.filters[name])
            except Exception as e:
                raise ValueError(f'Unable to add filter {name!r}') from e

    def logger(self, config, logger):
        if config.get('level') is not None:
            logger.setLevel(config['level'])
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get('handlers') or ():
            try:
                logger.addHandler(self.handlers[name])
            except Exception as e:
                raise ValueError(f'Unable to add handler {name!r}') from e
        self.add_filters(logger, config.get('filters') or ())
        if logger is not logging.root:
            logger.disabled = False
            if config.get('propagate') is not None:
                logger.propagate = config['propagate']


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
