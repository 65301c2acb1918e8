"""posixpath for guests: paths as text. There are no files, so that none exists."""

curdir, pardir, extsep, sep, pathsep, altsep = '.', '..', '.', '/', ':', None
defpath, devnull = '/bin:/usr/bin', '/dev/null'
supports_unicode_filenames = False


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    found = method(path)
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(f'expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}')


def _no_files(path=''):
    raise PermissionError(1, 'Operation not permitted: guests have no files of their own', path)


def _parts(function, path, *more):
    """The paths as text or bytes, all of them of one kind, and what is 'sep', 'dot' and nothing in that kind."""
    paths = [_fspath(each) for each in (path, *more)]
    if all(isinstance(each, str) for each in paths):
        return paths, '/', '.', ''
    if all(isinstance(each, bytes) for each in paths):
        return paths, b'/', b'.', b''
    if all(isinstance(each, (str, bytes)) for each in paths):
        raise TypeError("Can't mix strings and bytes in path components") from None
    wrong = next(each for each in paths if not isinstance(each, (str, bytes)))
    raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, not {type(wrong).__name__!r}') from None


def normcase(s):
    return _fspath(s)


def isabs(s):
    (s,), slash, _, _ = _parts('isabs', s)
    return s.startswith(slash)


def join(a, /, *p):
    (path, *more), slash, _, nothing = _parts('join', a, *p)
    for each in more:
        if each.startswith(slash):
            path = each
        elif not path or path.endswith(slash):
            path += each
        else:
            path += slash + each
    return path


def split(p):
    (p,), slash, _, _ = _parts('split', p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    (p,), slash, dot, nothing = _parts('splitext', p)
    last_slash, last_dot = p.rfind(slash), p.rfind(dot)
    if last_dot > last_slash and p[last_slash + 1:last_dot].strip(dot):
        return p[:last_dot], p[last_dot:]
    return p, nothing


def splitdrive(p):
    (p,), _, _, nothing = _parts('splitdrive', p)
    return nothing, p


def splitroot(p):
    (p,), slash, _, nothing = _parts('splitroot', p)
    if p[:1] != slash:
        return nothing, nothing, p
    roots = 2 if p[1:2] == slash and p[2:3] != slash else 1
    return nothing, p[:roots], p[roots:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def normpath(path):
    (path,), slash, dot, nothing = _parts('normpath', path)
    _, root, rest = splitroot(path)
    kept = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dot + dot or not root and not kept or kept and kept[-1] == dot + dot:
            kept.append(part)
        elif kept:
            kept.pop()
    return root + slash.join(kept) or dot


def abspath(path):
    return normpath(path if isabs(path) else _no_files(path))


def realpath(filename, *, strict=False):
    return abspath(filename)


def relpath(path, start=None):
    (path,), slash, dot, _ = _parts('relpath', path)
    if not path:
        raise ValueError('no path specified')
    start = dot if start is None else _fspath(start)
    if isabs(path) or isabs(start):
        path, start = abspath(path), abspath(start)
    else:
        path, start = normpath(path), normpath(start)
    wanted = [part for part in path.split(slash) if part and part != dot]
    base = [part for part in start.split(slash) if part and part != dot]
    if dot + dot in base:
        _no_files(start)
    same = 0
    while same < min(len(base), len(wanted)) and base[same] == wanted[same]:
        same += 1
    return slash.join([dot + dot] * (len(base) - same) + wanted[same:]) or dot


def commonprefix(m):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def commonpath(paths):
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths, slash, dot, nothing = _parts('commonpath', *paths)
    rooted = {isabs(path) for path in paths}
    if len(rooted) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    return (slash if rooted.pop() else nothing) + slash.join(commonprefix(split_paths))


def expanduser(path):
    return _fspath(path)


def expandvars(path):
    return _fspath(path)


def exists(path):
    return False


lexists = isfile = isdir = islink = ismount = exists


def samefile(f1, f2):
    _no_files(f1)


def getsize(filename):
    _no_files(filename)


getmtime = getatime = getctime = getsize
