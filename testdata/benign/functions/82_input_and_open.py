"""A guest that nobody gave standard input or files: input() finds the end, open() is not permitted."""
import sys

__maintainer__ = 'nobody'
__credits__ = ['somebody']


def ask(prompt, default):
    try:
        return input(prompt)
    except EOFError as error:
        print()
        return f'{default} ({error})'


def settings(path):
    try:
        with open(path, encoding='utf-8') as file:
            return file.read()
    except OSError:
        return 'defaults'


print(ask('name? ', 'nobody'))
print(settings('/no/such/settings.toml'))
print([line for line in sys.stdin], repr(sys.stdin.read()), repr(sys.stdin.readline()), sys.stdin.readlines())
print(__maintainer__, __credits__)
