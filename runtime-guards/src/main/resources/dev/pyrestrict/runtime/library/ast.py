"""ast for guests: literal_eval. There are no trees: text becomes no code here."""


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f'malformed node or string: {node_or_string!r}')
    return literal_value(node_or_string.lstrip(' \t'))
