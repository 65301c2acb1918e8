"""Writes what RestrictedPython says of every case in cases.txt to expected.json.

    PYTHONPATH=RestrictedPython/src python3.12 testdata/zope/record.py
"""
import json
import pathlib

from RestrictedPython import compile_restricted_eval, compile_restricted_exec, compile_restricted_function, compile_restricted_single

here = pathlib.Path(__file__).parent


def compiled(mode, arguments, source):
    if mode == 'function':
        name, parameters, names = (part.strip() for part in arguments.split('|'))
        return compile_restricted_function(parameters, source, name, globalize=names.split())
    return {'exec': compile_restricted_exec, 'eval': compile_restricted_eval, 'single': compile_restricted_single}[mode](source)


def judged(case):
    head, _, source = case.partition('\n')
    mode, _, arguments = head.partition(' ')
    try:
        result = compiled(mode, arguments, source.rstrip('\n') if mode == 'eval' else source)
    except SyntaxError as error:
        # RestrictedPython lets pass what only Python's own compiler finds.
        return {'raised': f'Line {error.lineno}: {type(error).__name__}: {error.msg}'}
    return {'errors': list(result.errors), 'warnings': list(result.warnings), 'used_names': list(result.used_names)}


cases = (here / 'cases.txt').read_text().split('### ')[1:]
lines = [json.dumps({'case': case, **judged(case)}) for case in cases]
(here / 'expected.json').write_text('\n'.join(lines) + '\n')
