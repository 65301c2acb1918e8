import inner


def outcome(name, *rest, **more):
    try:
        return open(name, *rest, **more).read(100)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def handle(request):
    with open('pages/lines.txt') as f:
        lines = list(f)
    return {
        'lines': lines,
        'closed': f.closed,
        'inner': inner.first_line(),
        'bytes': outcome('pages/../pages/bytes', 'rb').hex(),
        'own': outcome('a.py'),
        'missing': outcome('pages/none'),
        'others': [outcome(name) for name in (
            '/etc/passwd', '../files/a.py', '../thief/a.py', 'pages/link', 'pages/way/passwd', 'pages/../../thief/a.py', 'app.toml', './app.toml',
            'pages/../app.toml', '.hidden', '', '.', 'pages', 'a.py/', 'a.py/.', 'pages/lines.txt/x', 'a\0.py', 'file:///etc/passwd', '~/.bashrc',
            '//etc/passwd', 'pages//lines.txt', '\udc80', 'x' * 300)],
        'written': [outcome('new', 'w'), outcome('a.py', 'a'), outcome('a.py', 'r+'), outcome(3), outcome(b'a.py'), outcome('a.py', opener=print)],
    }
