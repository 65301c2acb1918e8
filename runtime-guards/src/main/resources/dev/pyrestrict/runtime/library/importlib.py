"""importlib for guests: an import whose name is computed is asked for like one that is written down."""


def import_module(name, package=None):
    if not name.startswith('.'):
        return module_named(name, 'import_module()')
    if not package:
        raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
    if not isinstance(package, str):
        raise TypeError('__package__ not set to a string')
    module = name.lstrip('.')
    parts = package.rsplit('.', len(name) - len(module) - 1)
    if len(parts) < len(name) - len(module):
        raise ImportError('attempted relative import beyond top-level package')
    return module_named(f'{parts[0]}.{module}' if module else parts[0], 'import_module()')


def invalidate_caches():
    """Does nothing: there are no files in which modules could have changed."""
