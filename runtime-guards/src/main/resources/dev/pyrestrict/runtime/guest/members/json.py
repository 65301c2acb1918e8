# Trusted code, run when a guest first imports json. Written and read in steps that can be stopped; what it says of a text that is none is said as CPython does.
def members():
    import json
    import json.encoder
    encode, written_in_parts = json.JSONEncoder.iterencode, json.encoder._make_iterencode
    encode_number = int.__repr__

    def iterencode(self, o, _one_shot=False):
        """GraalPy's encoder in one step leaves a comma where it left out a key."""
        return encode(self, o, _one_shot and not self.skipkeys)

    def make_iterencode(*given):
        *_, skip_keys, one_shot = given
        return written_at_once(*given) if one_shot and not skip_keys else written_in_parts(*given)

    def written_at_once(markers, default, encode_text, indent, encode_float, key_separator, item_separator, sort_keys, *_):
        """What is asked for in one piece, dumps() does that, needs no generator for each list and dict. It is written in the
        order in which json.encoder does: a guest can notice it, the default() and items() are its own."""
        step = ' ' * indent if indent is not None and not isinstance(indent, str) else indent
        parts = []
        write = parts.append

        def enter(o):
            if markers is not None:
                if id(o) in markers:
                    raise ValueError('Circular reference detected')
                markers[id(o)] = o

        def leave(o):
            if markers is not None:
                del markers[id(o)]

        def plain(o):
            """What is written for what is neither a text nor made of parts; None for everything else."""
            if o is None:
                return 'null'
            if o is True:
                return 'true'
            if o is False:
                return 'false'
            if isinstance(o, int):
                return encode_number(o)
            if isinstance(o, float):
                return encode_float(o)
            return None

        def write_any(o, level):
            if isinstance(o, str):
                write(encode_text(o))
            elif isinstance(o, (list, tuple)):
                write_list(o, level)
            elif isinstance(o, dict):
                write_dict(o, level)
            elif (text := plain(o)) is not None:
                write(text)
            else:
                enter(o)
                write_any(default(o), level)
                leave(o)

        def write_list(o, level):
            if not o:
                write('[]')
                return
            enter(o)
            line = '' if step is None else '\n' + step * (level + 1)
            before, separator = '[' + line, item_separator + line
            for value in o:
                write(before)
                before = separator
                write_any(value, level + 1)
            if step is not None:
                write('\n' + step * level)
            write(']')
            leave(o)

        def write_dict(o, level):
            if not o:
                write('{}')
                return
            enter(o)
            line = '' if step is None else '\n' + step * (level + 1)
            write('{' + line)
            before, separator = '', item_separator + line
            for key, value in sorted(o.items()) if sort_keys else o.items():
                name = key if isinstance(key, str) else plain(key)
                if name is None:
                    raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
                write(before)
                before = separator
                write(encode_text(name))
                write(key_separator)
                write_any(value, level + 1)
            if step is not None:
                write('\n' + step * level)
            write('}')
            leave(o)

        def encode_all(o, level):
            write_any(o, level)
            return parts

        return encode_all

    json.JSONEncoder.iterencode = iterencode
    json.encoder._make_iterencode = make_iterencode
    begin = json.JSONDecodeError.__init__

    def __init__(self, msg, doc, pos):
        # As CPython's scanner has it, which says where the backslash is, or the u behind it.
        if type(msg) is str and type(doc) is str and type(pos) is int:
            if msg == 'Invalid escape':
                msg, pos = 'Invalid \\escape', pos - 1
            elif msg == 'Invalid \\uXXXX escape' and doc[pos - 1:pos + 1] != '\\u':
                pos = doc.rfind('\\u', 0, pos) + 1
        begin(self, msg, doc, pos)

    json.JSONDecodeError.__init__ = __init__
    return {}
