"""A file that nobody has: what is read does not exist."""
from pathlib import Path


def load(path):
    try:
        with open(path, encoding='utf-8') as file:
            return file.read()
    except FileNotFoundError as error:
        print(f'{type(error).__name__}: {error} | {error.errno} | {error.strerror} | {error.filename}')
        return None
    finally:
        print('looked for', path)


class ConfigurationError(Exception):
    pass


def configured(path):
    try:
        return open(path).read()
    except OSError as error:
        raise ConfigurationError(f'no configuration in {path}') from error


print(load('no_such_directory/settings.toml'))
for mode in ('r', 'rb', 'r+', 'rt'):
    try:
        open('no_such_directory/data.bin', mode)
    except FileNotFoundError as error:
        print(mode, error)
try:
    configured('no_such_directory/app.ini')
except ConfigurationError as error:
    print(error, '<-', repr(error.__cause__))
for read in (Path.read_text, Path.read_bytes, Path.stat, Path.unlink, Path.open):
    try:
        read(Path('no_such_directory') / 'notes.txt')
    except FileNotFoundError as error:
        print(read.__name__, error)
try:
    open('no_such_directory/data.bin', 'q')
except ValueError as error:
    print(error)
