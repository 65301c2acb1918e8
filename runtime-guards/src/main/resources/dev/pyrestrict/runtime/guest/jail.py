# Trusted code. Runs what the host trusts in a guest's context, before the guest: its prologue. What it hands over
# crosses like what the host hands over. Data is copied; a function of the prologue's stays on its side, is given
# copies of the arguments and answers with a copy, and of what it raises only a Refusal is told. So there is no object
# of the prologue's that a guest could ask for anything: no globals, closure, class, module or traceback. Its modules of
# the library are its own, and while it runs what there is but once, standard output for one, is as the host left it: a
# guest can change what it has itself.
def jail(host, crossing, crossing_of_prologue, facade, for_prologue, away, bind):
    execute, compile_text = away['exec'], away['compile']
    jailed = False

    def settings_of_host():
        """What guests set, or have warnings recorded by, in modules that there are but once: Java's code looks there. Returns what
        keeps it as it is, and what calls a function while it is so again. Only guests with a prologue need the modules."""
        import _csv
        import sys
        import warnings

        settings = ((sys, 'stdout'), (sys, 'stderr'), (warnings, 'filters'), (warnings, 'showwarning'), (warnings, '_showwarnmsg_impl'), (_csv, '_dialects'))
        most_digits, most_in_field = sys.get_int_max_str_digits(), _csv.field_size_limit()
        hosts = []

        def add_settings(values):
            for module, name in settings:
                values.append(module.__dict__[name])

        def keep():
            add_settings(hosts)
            # These are changed in place.
            warnings.filters, _csv._dialects = warnings.filters[:], dict(_csv._dialects)

        def within(function, *arguments):
            guests = []
            add_settings(guests)
            digits, longest_field = sys.get_int_max_str_digits(), _csv.field_size_limit()
            try:
                for (module, name), value in zip(settings, hosts):
                    module.__dict__[name] = value
                sys.set_int_max_str_digits(most_digits)
                _csv.field_size_limit(most_in_field)
                return function(*arguments)
            finally:
                # No function of Python's does this: at the end of the stack none can be called.
                for (module, name), value in zip(settings, guests):
                    module.__dict__[name] = value
                sys.set_int_max_str_digits(digits)
                _csv.field_size_limit(longest_field)

        return keep, within

    class Refusal(Exception):
        """Raised by a prologue's function: an exception of that builtin type and with those words, for the guest."""

        def __init__(self, kind, message):
            # Words, whatever it is: the guest would hold what is in the exception that it gets.
            super().__init__(str(kind), str(message))

    def outside():
        if jailed:
            raise PermissionError('not available in jail')

    def exact(name):
        if type(name) is not str or not name.isidentifier() or name.startswith('_'):
            raise ValueError('a name that is handed over is an identifier that does not begin with _')
        return name

    # What crosses on its side, and what calls its functions: there once it runs.
    prologues = {}

    def for_guest(value):
        return crossing['decode'](prologues['encode'](value))

    def of_guest(value):
        return prologues['decode'](crossing['encode'](value))

    def answer(function, given, named):
        return for_guest(function(*given, **named))

    def handed(name, value):
        """What a guest gets for a value of the prologue's."""
        if isinstance(value, type):
            raise TypeError('a class can not be handed over: hand over a function')
        if not callable(value):
            return for_guest(value)

        def function(*args, **kwargs):
            given, named = of_guest(args), of_guest(kwargs)
            try:
                return prologues['within'](answer, value, given, named)
            except Refusal as refusal:
                kind, message = refusal.args
            except RecursionError:
                kind, message = 'RecursionError', 'maximum recursion depth exceeded'
            except BaseException:
                kind, message = 'RuntimeError', 'a function of the host failed'
            # Out here nothing that was raised in there is the context of this.
            crossing['decode'](('error', kind, message))

        function.__name__ = function.__qualname__ = name
        function.__module__ = 'host'
        return function

    def give(name, value):
        """Binds a name in all of the guest's modules."""
        outside()
        bind(exact(name), handed(name, value))

    def replace(module, name, value):
        """Puts something in the place of a member of a module that guests may import, or adds one to it."""
        outside()
        facade(module).__dict__[exact(name)] = handed(name, value)

    def remove(module, *names):
        """Takes members out of a module that guests may import."""
        outside()
        for name in names:
            del facade(module).__dict__[exact(name)]

    def enter_jail():
        """There is no way back: what the prologue can do ends here, and the host's functions that are not for guests."""
        nonlocal jailed
        jailed = True
        host['enter_jail']()

    def run(text, names={}):
        """Runs a prologue, then enters the jail, whatever became of it."""
        prologues.update(crossing_of_prologue())
        keep_settings, prologues['within'] = settings_of_host()
        namespace = {'__name__': 'prologue', '_prologue_': True, **away, 'give': give, 'replace': replace, 'remove': remove,
                     'enter_jail': enter_jail, 'Refusal': Refusal, **names}
        try:
            for_prologue(execute, compile_text(str(text), 'prologue.py', 'exec', dont_inherit=True), namespace)
        finally:
            keep_settings()
            enter_jail()

    return run
