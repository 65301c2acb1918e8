"""The files of this application's own directory: to be read, nothing else."""
import io

import gateway


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Opens a file of this application, by its path in the application's directory."""
    if not isinstance(file, str):
        raise TypeError(f'expected str, not {type(file).__name__}')
    if mode not in ('r', 'rt', 'tr', 'rb', 'br'):
        raise PermissionError(13, 'files of an application can only be read', file)
    if 'b' in mode and (encoding is not None or errors is not None or newline is not None):
        raise ValueError("binary mode doesn't take an encoding, errors or newline argument")
    try:
        data = gateway.call('files', 'read', file)
    except gateway.GatewayError:
        raise PermissionError(13, 'Permission denied', file) from None
    except gateway.ServiceFailure as failure:
        if failure.kind == 'directory':
            raise IsADirectoryError(21, 'Is a directory', file) from None
        if failure.kind == 'missing':
            raise FileNotFoundError(2, 'No such file or directory', file) from None
        raise OSError(27, 'File too large', file) from None
    if 'b' in mode:
        return BinaryFile(data, file, mode)
    return TextFile(data, file, mode, encoding or 'utf-8', errors or 'strict', newline)


class BinaryFile(io.BytesIO):
    def __init__(self, data, name, mode):
        super().__init__(data)
        self.name = name
        self.mode = mode

    def writable(self):
        return False

    def write(self, data):
        raise io.UnsupportedOperation('write')

    def __repr__(self):
        return f"<_io.BufferedReader name='{self.name}'>"


class TextFile(io.StringIO):
    def __init__(self, data, name, mode, encoding, errors, newline):
        super().__init__(data.decode(encoding, errors), newline)
        self.name = name
        self.mode = mode

    def writable(self):
        return False

    def write(self, text):
        raise io.UnsupportedOperation('not writable')

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='{self.mode}'>"
