# technique: argparse reads and sets attributes by names that its caller chose
# source: own, beside the facade of argparse
# goal: a special attribute, a guard's name in a module, or what vars() of a class of the runtime holds
# impact: policy
# plain-cpython: escapes
import argparse
import asyncio
import json

taken = []


def attempt(action):
    try:
        value = action()
    except (Exception, SystemExit):
        return
    if value is not None:
        taken.append(value)


class Plain:
    pass


class Other:
    pass


def set_class():
    parser = argparse.ArgumentParser()
    parser.add_argument('--x', dest='__class__', type=lambda text: Other)
    target = Plain()
    parser.parse_args(['--x', '1'], namespace=target)
    return target if type(target) is Other else None


def set_on_module(module):
    parser = argparse.ArgumentParser()
    parser.add_argument('--x', dest='dumps')
    parser.parse_args(['--x', '1'], namespace=module)
    return module if module.dumps == '1' else None


def guard_name(module):
    argparse.Namespace.__init__(module, _getattr_=lambda *_: 'mine', _write_=lambda o, *_: o)
    return module


def read_special():
    parser = argparse.ArgumentParser()
    parser.set_defaults(**{'__globals__': 1})
    return getattr(parser.parse_args([]), '__globals__', None)


def class_of_runtime():
    class Sub(argparse.ArgumentParser):
        def parse_known_args(self, args=None, namespace=None):
            return type(x for x in ()), []

    parser = argparse.ArgumentParser()
    parser.add_subparsers(parser_class=Sub).add_parser('go')
    return vars(parser.parse_args(['go'])).get('gi_frame')


def handler():
    parser = argparse.ArgumentParser(conflict_handler='error.__func__')
    return parser


def private():
    return argparse.ArgumentParser()._registries


def read_file():
    parser = argparse.ArgumentParser(fromfile_prefix_chars='@')
    parser.add_argument('words', nargs='*')
    return parser.parse_args(['@/etc/passwd']).words


attempt(set_class)
attempt(lambda: set_on_module(json))
attempt(lambda: guard_name(asyncio))
attempt(lambda: guard_name(argparse))
attempt(read_special)
attempt(class_of_runtime)
attempt(handler)
attempt(private)
attempt(read_file)
attempt(lambda: argparse._sys)
attempt(lambda: argparse.FileType()('/etc/passwd').read())
if taken:
    ESCAPED = taken
