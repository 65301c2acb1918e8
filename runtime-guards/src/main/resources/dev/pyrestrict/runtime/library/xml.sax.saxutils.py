"""xml.sax.saxutils for guests: what escapes text for XML. There is no parser that would call handlers."""


def _replaced(data, entities):
    for old, new in entities.items():
        data = data.replace(old, new)
    return data


def escape(data, entities={}):
    return _replaced(data.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;'), entities)


def unescape(data, entities={}):
    return _replaced(data.replace('&lt;', '<').replace('&gt;', '>'), entities).replace('&amp;', '&')


def quoteattr(data, entities={}):
    data = escape(data, {**entities, '\n': '&#10;', '\r': '&#13;', '\t': '&#9;'})
    if '"' not in data:
        return f'"{data}"'
    return f"'{data}'" if "'" not in data else '"' + data.replace('"', '&quot;') + '"'
