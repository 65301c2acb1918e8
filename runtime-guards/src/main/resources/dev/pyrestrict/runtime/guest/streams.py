# Trusted code. The standard streams and the arguments of sys: what the guest has put there, else ones that lead to the host's.
def streams(guard, arguments):
    import sys

    made = {}
    # The host's own: no guest gets hold of them.
    host_streams = {'stdout': sys.stdout, 'stderr': sys.stderr}

    def stream_shown(name):
        """What a guest, or the library for it, finds under the name: what it has put there, or a stream that leads to the host's."""
        current = getattr(sys, name)
        return standard_streams()[name] if current is host_streams[name] else current

    def put_stream(name, target):
        setattr(sys, name, host_streams[name] if target is standard_streams()[name] else target)
        show_stream(name, stream_shown(name))

    def put_input(target):
        arguments['read_from_own'](None if target is standard_streams()['stdin'] else target)
        show_stream('stdin', target)

    def show_stream(name, stream):
        module = guard['facades'].get('sys')
        if module is not None and name in module.__dict__:
            module.__dict__[name] = stream

    # What the guest has put in the place of sys.argv.
    own_arguments = []

    def put_arguments(target):
        if not isinstance(target, list):
            raise TypeError('sys.argv must be a list')
        own_arguments[:] = [target]
        show_stream('argv', target)

    argv = arguments['argv']

    def program_arguments():
        if not argv:
            argv.append(arguments['main_file']())
        return argv

    guard['stream_setters'].update({
        'argv': put_arguments,
        'stdin': put_input, 'stdout': lambda target: put_stream('stdout', target), 'stderr': lambda target: put_stream('stderr', target)})

    def standard_streams():
        """Those of sys, and of library modules that hand them to methods which a guest may have overridden."""
        if made:
            return made

        class Stream:
            """Standard output or error: text goes out, nothing behind it can be reached."""
            __slots__ = ()
            encoding = 'utf-8'
            errors = 'strict'
            closed = False

            def reconfigure(self, **options):
                pass

            def flush(self):
                pass

            def writable(self):
                return True

            def readable(self):
                return False

            def isatty(self):
                return False

            def writelines(self, lines):
                for line in lines:
                    self.write(line)

        rest = ['']

        class Input:
            """Standard input: what the host gives of it, which may be nothing."""
            __slots__ = ()
            encoding = 'utf-8'
            errors = 'strict'
            closed = False
            name = '<stdin>'

            def reconfigure(self, **options):
                pass

            @property
            def buffer(self):
                return InputBytes()

            def readable(self):
                return True

            def writable(self):
                return False

            def isatty(self):
                return False

            def readline(self, size=-1, /):
                line = rest[0] or arguments['read_line']()
                length = len(line) if size is None or size < 0 else int(size)
                rest[0] = line[length:]
                return line[:length]

            def read(self, size=-1, /):
                wanted = None if size is None or size < 0 else int(size)
                parts = []
                while wanted is None or wanted > 0:
                    part = self.readline(-1 if wanted is None else wanted)
                    if not part:
                        break
                    parts.append(part)
                    if wanted is not None:
                        wanted -= len(part)
                return ''.join(parts)

            def readlines(self, hint=-1, /):
                return list(self)

            def __iter__(self):
                return self

            def __next__(self):
                line = self.readline()
                if not line:
                    raise StopIteration
                return line

        class InputBytes:
            """Standard input as bytes."""
            __slots__ = ()

            def readable(self):
                return True

            def readline(self, size=-1, /):
                return Input().readline(size).encode()

            def read(self, size=-1, /):
                return Input().read(size).encode()

            def readlines(self, hint=-1, /):
                return list(self)

            def __iter__(self):
                return self

            def __next__(self):
                return next(Input()).encode()

        class OutputBytes:
            """Standard output or error as bytes."""
            __slots__ = ('_stream',)

            def __init__(self, stream):
                self._stream = stream

            def writable(self):
                return True

            def write(self, data, /):
                if not isinstance(data, (bytes, bytearray, memoryview)):
                    raise TypeError(f"a bytes-like object is required, not '{guard['name_of'](type(data))}'")
                data = bytes(data)
                self._stream.write(data.decode('utf-8', 'replace'))
                return len(data)

            def flush(self):
                pass

        class Output(Stream):
            __slots__ = ()
            name = '<stdout>'
            buffer = property(lambda self: OutputBytes(Output()))

            def write(self, text):
                return host_streams['stdout'].write(text)

        class Errors(Stream):
            __slots__ = ()
            name = '<stderr>'
            buffer = property(lambda self: OutputBytes(Errors()))

            def write(self, text):
                return host_streams['stderr'].write(text)

        made.update(stdin=Input(), stdout=Output(), stderr=Errors())
        return made

    return {'standard': standard_streams, 'host': host_streams, 'shown': stream_shown, 'put': put_stream,
            'own_arguments': own_arguments, 'program_arguments': program_arguments}
