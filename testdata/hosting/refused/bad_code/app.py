import os


def application(environ, start_response):
    return os.environ.__class__.__subclasses__()
