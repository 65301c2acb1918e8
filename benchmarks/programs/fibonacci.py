"""Recursion: calls with an integer."""


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def benchmark():
    return fibonacci(24)
