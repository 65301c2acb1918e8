# Headers that would have a browser keep a session of the poisoner's choice, or that rule the other
# applications of its address. Of all of them only the plain cookie may arrive.
def application(environ, start_response):
    start_response('200 OK', [
        ('Content-Type', 'text/plain'),
        ('Set-Cookie', 'plain=1'),
        ('Set-Cookie', 'session-wsgi=stolen'),
        ('set-cookie', ' \tsession-wsgi=stolen'),
        ('Set-Cookie', 'Session-wsgi=stolen'),
        ('Set-Cookie', '=session-wsgi=stolen'),
        ('Set-Cookie', ' = session-wsgi=stolen'),
        ('Set-Cookie', ';session-wsgi=stolen'),
        ('Set-Cookie', '"session-wsgi"=stolen'),
        ('Set-Cookie', 'session-wsgi'),
        ('Set-Cookie', '; Path=/'),
        ('Service-Worker-Allowed', '/'),
        ('Clear-Site-Data', '"*"'),
        ('Strict-Transport-Security', 'max-age=31536000'),
        ('Alt-Svc', 'h2="elsewhere.example:443"'),
        ('NEL', '{"report_to": "x", "max_age": 1}'),
        ('Report-To', '{"group": "x"}'),
        ('Public-Key-Pins', 'pin-sha256="x"'),
        ('Transfer-Encoding', 'chunked'),
        ('Server', 'mine'),
    ])
    return [','.join(sorted(name for name in environ if name.startswith('HTTP_X'))).encode()]
