# Trusted code, run when a guest first imports argparse. It finds the guest's arguments and streams in the place of the server's.
def members(guard, read, streams):
    import argparse
    own_private_names = ('_get_formatter', '_unrecognized_args', '_handle_conflict_error', '_handle_conflict_resolve')

    class System:
        """What argparse needs of sys, as the guest has it."""
        __slots__ = ()
        argv = property(lambda self: streams['own_arguments'][0] if streams['own_arguments'] else streams['program_arguments']())
        stdin = streams['standard']()['stdin']
        stdout = property(lambda self: streams['shown']('stdout'))
        stderr = property(lambda self: streams['shown']('stderr'))

        def exit(self, status=None):
            raise SystemExit(status)

        def getfilesystemencoding(self):
            return 'utf-8'

        def getfilesystemencodeerrors(self):
            return 'surrogateescape'

    def read_attribute(o, name, *default):
        if type(name) is str and name in own_private_names:
            return getattr(o, name, *default)
        return read(o, name, *default)

    def has_attribute(o, name):
        try:
            read_attribute(o, name)
        except AttributeError:
            return False
        return True

    def variables(o):
        return vars(o) if isinstance(o, argparse.Action) else read(o, '__dict__')

    def no_file(name, *_, **__):
        raise PermissionError(1, 'Operation not permitted: guests have no files of their own', name)

    # The module's own reads and writes of attributes, by names that the guest chose, go through the guards.
    argparse.__dict__.update({
        'setattr': guard['dynamic_setattr'], 'getattr': read_attribute, 'hasattr': has_attribute, 'vars': variables, 'open': no_file,
        '_sys': System(), '_': lambda text: text, 'ngettext': lambda one, many, count: one if count == 1 else many})

    class Namespace:
        """Simple object for storing attributes."""

        def __init__(self, **kwargs):
            # What is not such an object keeps its attributes, which a guest may not choose.
            if not issubclass(type(self), Namespace):
                raise TypeError("descriptor '__init__' requires a 'Namespace' object")
            self.__dict__.update(kwargs)

        def __repr__(self):
            plain = [f'{name}={value!r}' for name, value in self.__dict__.items() if name.isidentifier()]
            odd = {name: value for name, value in self.__dict__.items() if not name.isidentifier()}
            return f"{type(self).__name__}({', '.join(plain + ([f'**{odd!r}'] if odd else []))})"

        def __eq__(self, other):
            return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

        def __contains__(self, key):
            return key in self.__dict__

    Namespace.__module__ = 'argparse'
    Namespace.__qualname__ = 'Namespace'
    argparse.__dict__['Namespace'] = Namespace
    prepare = argparse.HelpFormatter.__init__

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        prepare(self, prog, indent_increment, max_help_position, 78 if width is None else width)

    argparse.HelpFormatter.__init__ = __init__
    return {}
