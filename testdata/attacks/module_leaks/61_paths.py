# technique: pathlib keeps the module of its flavour, and its paths lead to files
# source: own, beside the facade of pathlib
# goal: the module posixpath (and through it os), or a file
# impact: policy
# plain-cpython: escapes
import pathlib
from operator import attrgetter
from pathlib import Path, PurePath, PurePosixPath

taken = []


def attempt(action):
    try:
        value = action()
    except Exception:
        return
    if value:
        taken.append(value)


class Mine(PurePosixPath):
    def flavour(self):
        return super()._flavour


for path in (Path('/etc/passwd'), PurePath('/etc/passwd'), Mine('/etc/passwd'), Path, PurePath, Mine):
    attempt(lambda: path._flavour)
    attempt(lambda: getattr(path, '_flavour'))
    attempt(lambda: attrgetter('_flavour.os')(path))
    attempt(lambda: '{0._flavour.os}'.format(path))
    attempt(lambda: vars(path)['_flavour'])
attempt(lambda: Mine('x').flavour())
attempt(lambda: pathlib.os)
attempt(lambda: Path('/etc/passwd').read_text())
attempt(lambda: Path('/etc/passwd').open().read())
attempt(lambda: Path('/').exists())
attempt(lambda: list(Path('/').iterdir()))
attempt(lambda: list(Path('/').glob('*')))
attempt(lambda: Path('/').stat())
attempt(lambda: Path.cwd())
attempt(lambda: Path.home())
attempt(lambda: Path('x').resolve())
attempt(lambda: PurePath.read_text(Path('/etc/passwd')))
attempt(lambda: getattr(Path.read_text, '__globals__'))
if taken:
    ESCAPED = taken
