# Trusted code, run when a guest first imports pathlib. Paths without files, but for those that the guest may read.
def members(arguments):
    import pathlib

    class Path(pathlib.PurePosixPath):
        """A path as text; a guest has no files that it could lead to."""
        __slots__ = ()

        def __new__(cls, *args, **kwargs):
            return super().__new__(PosixPath if cls is Path else cls, *args, **kwargs)

        def exists(self, *, follow_symlinks=True):
            return False

        is_file = is_dir = is_symlink = is_mount = exists

        def expanduser(self):
            return self

    class PosixPath(Path):
        __slots__ = ()

    def refused(name):
        def method(self, *_, **__):
            raise PermissionError(1, 'Operation not permitted: guests have no files of their own', str(self))
        method.__name__ = name
        method.__qualname__ = 'Path.' + name
        method.__module__ = 'pathlib'
        return method

    def missing(name):
        def method(self, mode='r', *_, **__):
            arguments['open'](str(self), mode if name == 'open' else 'r')
        method.__name__ = name
        method.__qualname__ = 'Path.' + name
        method.__module__ = 'pathlib'
        return method

    for name in ('open', 'read_text', 'read_bytes', 'iterdir', 'rmdir', 'unlink', 'rename', 'replace', 'stat', 'lstat', 'chmod', 'owner'):
        setattr(Path, name, missing(name))
    for name in ('write_text', 'write_bytes', 'glob', 'rglob', 'walk', 'mkdir', 'touch', 'resolve', 'absolute', 'symlink_to', 'samefile'):
        setattr(Path, name, refused(name))
    for name in ('cwd', 'home'):
        setattr(Path, name, classmethod(refused(name)))
    for cls in (Path, PosixPath):
        cls.__module__ = 'pathlib'
        cls.__qualname__ = cls.__name__
    return {'Path': Path, 'PosixPath': PosixPath}
