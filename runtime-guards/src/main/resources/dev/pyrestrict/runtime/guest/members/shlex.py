# Trusted code, run when a guest first imports shlex. It reads the guest's standard input, and opens the files that the guest may.
def members(arguments, streams):
    import shlex

    class System:
        """What shlex needs of sys, as the guest has it."""
        __slots__ = ()
        stdin = property(lambda self: streams['standard']()['stdin'])

    shlex.__dict__.update({'sys': System(), 'open': arguments['open']})
    return {}
