# python oracle.py INPUT OUTPUT: asks CPython what it makes of sources. INPUT has a line "id TAB hex of the source" for each; OUTPUT gets
# "id TAB tree TAB compiled": the MD5 of ast.dump with positions and whether it compiles, or - and the line and message.
import ast
import hashlib
import sys
import warnings

warnings.simplefilter('ignore')


def tree(source):
    try:
        dump = ast.dump(ast.parse(source), include_attributes=True)
    except Exception:
        return '-'
    return hashlib.md5(dump.encode('utf-8', 'surrogatepass')).hexdigest()


def compiled(source):
    try:
        compile(source, '<s>', 'exec', dont_inherit=True)
    except SyntaxError as error:
        return f'{error.lineno}:{error.msg}'
    except Exception as error:
        return f'0:{type(error).__name__}'
    return 'OK'

input, output = sys.argv[1:]
with open(input) as sources, open(output, 'w', encoding='utf-8') as verdicts:
    for line in sources:
        name, text = line.rstrip('\n').split('\t')
        source = bytes.fromhex(text)
        answer = compiled(source).encode('unicode_escape').decode('ascii')
        verdicts.write(f'{name}\t{tree(source)}\t{answer}\n')
