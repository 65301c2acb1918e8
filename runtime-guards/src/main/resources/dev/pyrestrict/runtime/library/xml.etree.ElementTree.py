"""ElementTree for guests: trees of XML that are read from text, bytes and objects with read(), searched, changed and
written to objects with write(). There are no files, and a document names none: entities that lie outside it are undefined."""
import io
import re
import warnings

VERSION = '1.3.0'


class ParseError(SyntaxError):
    pass


def _text_of(value):
    if not isinstance(value, str):
        raise TypeError(f'cannot serialize {value!r} (type {type(value).__name__})')
    return value


def _checked(element, what):
    if not isinstance(element, Element):
        raise TypeError(f'{what} argument 1 must be xml.etree.ElementTree.Element, not {type(element).__name__}')
    return element


class Element:
    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f'Element() argument 2 must be dict, not {type(attrib).__name__}')
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = None
        self.tail = None
        self._children = []

    def __repr__(self):
        return f'<Element {self.tag!r} at {id(self):#x}>'

    def makeelement(self, tag, attrib, /):
        return type(self)(tag, attrib)

    def __copy__(self):
        copied = self.makeelement(self.tag, self.attrib)
        copied.text, copied.tail = self.text, self.tail
        copied[:] = self
        return copied

    def __deepcopy__(self, memo):
        copied = self.makeelement(self.tag, self.attrib)
        copied.text, copied.tail = self.text, self.tail
        copied[:] = [child.__deepcopy__(memo) for child in self]
        return copied

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        warnings.warn(
            "Testing an element's truth value will always return True in future versions.  "
            "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError('child index out of range') from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            self._children[index] = [_checked(each, '__setitem__()') for each in element]
            return
        try:
            self._children[index] = _checked(element, '__setitem__()')
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __iter__(self):
        return iter(self._children)

    def append(self, subelement, /):
        self._children.append(_checked(subelement, 'append()'))

    def extend(self, elements, /):
        for element in elements:
            if not isinstance(element, Element):
                raise TypeError(f'expected an Element, not "{type(element).__name__}"')
            self._children.append(element)

    def insert(self, index, subelement, /):
        self._children.insert(index, _checked(subelement, 'insert()'))

    def remove(self, subelement, /):
        for index, child in enumerate(self._children):
            if child is subelement or child == subelement:
                del self._children[index]
                return
        raise ValueError('list.remove(x): x not in list')

    def find(self, path, namespaces=None):
        return next(self.iterfind(path, namespaces), None)

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        return default if found is None else found.text or ''

    def findall(self, path, namespaces=None):
        return list(self.iterfind(path, namespaces))

    def iterfind(self, path, namespaces=None):
        if namespaces is None and path and not any(c in path for c in '/*[@.{'):
            return _children([self], path)
        return _found(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return list(self.attrib.keys())

    def items(self):
        return list(self.attrib.items())

    def iter(self, tag=None):
        if tag == '*':
            tag = None
        ahead = [self]
        while ahead:
            element = ahead.pop()
            if tag is None or element.tag == tag:
                yield element
            ahead.extend(reversed(element._children))

    def itertext(self):
        ahead = [self]
        while ahead:
            element = ahead.pop()
            if isinstance(element, str):
                yield element
                continue
            if element.text:
                yield element.text
            for child in reversed(element._children):
                if child.tail:
                    ahead.append(child.tail)
                ahead.append(child)


def SubElement(parent, tag, attrib={}, **extra):
    if not isinstance(parent, Element):
        raise TypeError(f'SubElement() argument 1 must be xml.etree.ElementTree.Element, not {type(parent).__name__}')
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    element = Element(ProcessingInstruction)
    element.text = f'{target} {text}' if text else target
    return element


PI = ProcessingInstruction


class QName:
    def __init__(self, text_or_uri, tag=None):
        self.text = f'{{{text_or_uri}}}{tag}' if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return f'<QName {self.text!r}>'

    def __hash__(self):
        return hash(self.text)

    def __le__(self, other):
        return self.text <= _name_of(other)

    def __lt__(self, other):
        return self.text < _name_of(other)

    def __ge__(self, other):
        return self.text >= _name_of(other)

    def __gt__(self, other):
        return self.text > _name_of(other)

    def __eq__(self, other):
        return self.text == _name_of(other)


def _name_of(name):
    return name.text if isinstance(name, QName) else name


def iselement(element):
    return hasattr(element, 'tag')


# --- paths -----------------------------------------------------------------------------------------

_path_token = re.compile(r"""('[^']*'|"[^"]*")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+""")


def _path_tokens(path, namespaces):
    default = namespaces.get('') if namespaces else None
    in_attribute = False
    for text, operator, name in _path_token.findall(path):
        if name and name[0] != '{':
            if ':' in name:
                prefix, local = name.split(':', 1)
                if not namespaces or prefix not in namespaces:
                    raise SyntaxError(f'prefix {prefix!r} not found in prefix map') from None
                name = f'{{{namespaces[prefix]}}}{local}'
            elif default and not in_attribute:
                name = f'{{{default}}}{name}'
        in_attribute = operator == '@'
        yield operator or text[:0], text, name


def _fits(tag, wanted):
    """Whether the tag is the one that a step of a path names: {*}tag, {uri}* and {}* name many."""
    if wanted == '*':
        return True
    if not isinstance(tag, str):
        return False
    if wanted[:3] == '{*}':
        local = wanted[3:]
        return local == '*' or tag == local or tag[:1] == '{' and tag.endswith('}' + local)
    if wanted[-2:] == '}*':
        return tag.startswith(wanted[:-1]) if wanted != '{}*' else tag[:1] != '{'
    return tag == (wanted[2:] if wanted[:2] == '{}' else wanted)


def _found(root, path, namespaces):
    if path[-1:] == '/':
        path += '*'
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    tokens = list(_path_tokens(path, namespaces))
    tokens.reverse()
    found = iter([root])
    parents = {}

    def parent_of(element):
        if not parents:
            parents.update((id(child), parent) for parent in root.iter() for child in parent)
        return parents.get(id(element))

    first = True
    while tokens:
        operator, _, name = tokens.pop()
        if operator in ('/', '//') and not first:
            deep = operator == '//'
            if not tokens:
                raise SyntaxError('invalid path')
            operator, _, name = tokens.pop()
        else:
            deep = False
        if deep and operator not in ('', '*'):
            raise SyntaxError('invalid descendant')
        if operator == '.' or operator == '' and name == '.':
            pass
        elif operator == '..':
            found = _parents(found, parent_of)
        elif operator == '*' or name:
            found = _below(found, name or '*') if deep else _children(found, name or '*')
        elif operator == '[':
            found = _chosen(found, tokens, parent_of)
        else:
            raise SyntaxError('invalid path')
        first = False
    return found


def _children(found, tag):
    for element in found:
        for child in element:
            if _fits(child.tag, tag):
                yield child


def _below(found, tag):
    for element in found:
        for each in element.iter():
            if each is not element and _fits(each.tag, tag):
                yield each


def _parents(found, parent_of):
    seen = set()
    for element in found:
        parent = parent_of(element)
        if parent is not None and id(parent) not in seen:
            seen.add(id(parent))
            yield parent


def _chosen(found, tokens, parent_of):
    """The elements that a condition in brackets holds of."""
    shape, parts = '', []
    while True:
        if not tokens:
            raise SyntaxError('invalid path')
        operator, text, name = tokens.pop()
        if operator == ']':
            break
        if not (operator or text or name):
            continue
        if text:
            shape += "'"
            parts.append(text[1:-1])
        else:
            shape += operator or '-'
            parts.append(operator or name)
    if shape == '@-':
        return (e for e in found if e.get(parts[1]) is not None)
    if shape in ("@-='", "@-!='"):
        name, value, same = parts[1], parts[-1], '!' not in shape
        return (e for e in found if e.get(name) is not None and (e.get(name) == value) == same)
    if shape == '-' and not re.fullmatch(r'-?\d+', parts[0]):
        return (e for e in found if e.find(parts[0]) is not None)
    if shape in (".='", ".!='"):
        return (e for e in found if (''.join(e.itertext()) == parts[-1]) == ('!' not in shape))
    if shape in ("-='", "-!='") and not re.fullmatch(r'-?\d+', parts[0]):
        name, value, same = parts[0], parts[-1], '!' not in shape
        return (e for e in found if any((''.join(each.itertext()) == value) == same for each in e.iterfind(name)))
    if shape in ('-', '-()', '-()-'):
        if shape == '-':
            index = int(parts[0]) - 1
            if index < 0:
                raise SyntaxError('XPath position >= 1 expected')
        else:
            if parts[0] != 'last':
                raise SyntaxError('unsupported function')
            index = -1
            if shape == '-()-':
                try:
                    index = int(parts[2]) - 1
                except ValueError:
                    raise SyntaxError('unsupported expression') from None
                if index > -2:
                    raise SyntaxError('XPath offset from last() must be negative')
        return _at(found, index, parent_of)
    raise SyntaxError('invalid predicate')


def _at(found, index, parent_of):
    for element in found:
        parent = parent_of(element)
        if parent is None:
            continue
        alike = [child for child in parent if child.tag == element.tag]
        if -len(alike) <= index < len(alike) and alike[index] is element:
            yield element


# --- reading ---------------------------------------------------------------------------------------

class TreeBuilder:
    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False):
        self._data = []
        self._open = []
        self._last = None
        self._root = None
        self._after = False
        self._make = element_factory or Element
        self._make_comment = comment_factory or Comment
        self._make_pi = pi_factory or ProcessingInstruction
        self.insert_comments = insert_comments
        self.insert_pis = insert_pis

    def close(self):
        if self._open:
            raise AssertionError('missing end tags')
        if self._root is None:
            raise AssertionError('missing toplevel element')
        return self._root

    def _put_data(self):
        if self._data:
            if self._last is not None:
                text = ''.join(self._data)
                if self._after:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data, /):
        self._data.append(data)

    def start(self, tag, attrs, /):
        self._put_data()
        element = self._last = self._make(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._after = False
        return element

    def end(self, tag, /):
        self._put_data()
        self._last = self._open.pop()
        self._after = True
        return self._last

    def comment(self, text, /):
        return self._put(self._make_comment(text), self.insert_comments)

    def pi(self, target, text=None, /):
        return self._put(self._make_pi(target, text), self.insert_pis)

    def _put(self, element, insert):
        if insert:
            self._put_data()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._after = True
        return element


_NAME = r'[^\W\d][\w.\-]*(?::[^\W\d][\w.\-]*)?'
_start_tag = re.compile(rf'''<({_NAME})((?:\s+{_NAME}\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(/?)>''')
_attribute = re.compile(rf'''\s+({_NAME})\s*=\s*("[^<"]*"|'[^<']*')''')
_end_tag = re.compile(rf'</({_NAME})\s*>')
_instruction = re.compile(rf'<\?({_NAME})(?:\s+(.*?))?\?>', re.DOTALL)
_declaration = re.compile(r'''<!(?:ENTITY\s+([\w.:\-]+)\s+("[^"]*"|'[^']*')\s*>|--.*?-->)''', re.DOTALL)
_reference = re.compile(rf'&(?:#(\d+)|#x([0-9a-fA-F]+)|({_NAME}));')
_not_in_xml = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')
_encoding = re.compile(rb'''<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z][\w.\-]*)["']''')
_XML = 'http://www.w3.org/XML/1998/namespace'
_usual_entities = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'"}
_NO_ELEMENT, _INVALID, _UNCLOSED, _MISMATCHED, _DUPLICATE, _JUNK, _UNDEFINED, _RECURSIVE, _UNBOUND, _OUTSIDE = 3, 4, 5, 7, 8, 9, 11, 12, 27, 2
_problems = {
    _OUTSIDE: 'syntax error', _NO_ELEMENT: 'no element found', _INVALID: 'not well-formed (invalid token)', _UNCLOSED: 'unclosed token',
    _MISMATCHED: 'mismatched tag', _DUPLICATE: 'duplicate attribute', _JUNK: 'junk after document element',
    _UNDEFINED: 'undefined entity', _RECURSIVE: 'recursive entity reference', _UNBOUND: 'unbound prefix'}


class XMLParser:
    def __init__(self, *, target=None, encoding=None):
        self.target = self._target = TreeBuilder() if target is None else target
        self.entity = {}
        self.version = 'Expat 2.5.0'
        self._encoding_given = encoding
        self._raw = b''
        self._decoder = None
        self._text = ''
        self._line, self._column = 1, 0
        self._open = []
        self._spaces = [{'xml': _XML}]
        self._has_root = self._has_doctype = False
        self._entities = {}
        self._handlers = {name: getattr(self.target, name, None) for name in ('start', 'end', 'data', 'comment', 'pi', 'start_ns', 'end_ns', 'doctype')}

    def feed(self, data, /):
        if isinstance(data, str):
            self._text += data
        elif isinstance(data, (bytes, bytearray, memoryview)):
            self._text += self._decoded(bytes(data), False)
        else:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        self._scan(False)

    def flush(self):
        pass

    def close(self):
        if self._raw or self._decoder is not None:
            self._text += self._decoded(b'', True)
        self._scan(True)
        if self._open or not self._has_root:
            self._fail(_NO_ELEMENT, len(self._text))
        close = getattr(self.target, 'close', None)
        return close() if close is not None else None

    def _decoded(self, data, final):
        self._raw += data
        if self._decoder is None:
            if len(self._raw) < 4 and not final or self._raw[:5] == b'<?xml' and b'?>' not in self._raw and not final:
                return ''
            self._decoder = self._encoding_of(self._raw)
        raw = self._raw
        # A character may be cut in two.
        for cut in range(0, 1 if final else min(4, len(raw))):
            try:
                text = raw[:len(raw) - cut].decode(self._decoder)
            except UnicodeDecodeError:
                continue
            except LookupError:
                raise ValueError('unknown encoding') from None
            self._raw = raw[len(raw) - cut:]
            return text.removeprefix('\ufeff')
        self._text += raw.decode(self._decoder, 'replace')
        self._fail(_INVALID, self._text.index('\ufffd'))

    def _encoding_of(self, raw):
        if self._encoding_given:
            return self._encoding_given
        if raw[:2] in (b'\xff\xfe', b'\xfe\xff'):
            return 'utf-16'
        declared = _encoding.match(raw.removeprefix(b'\xef\xbb\xbf'))
        return declared[1].decode('ascii') if declared else 'utf-8'

    def _fail(self, code, at, more=''):
        before = self._text[:at]
        line = self._line + before.count('\n')
        column = self._column + at if line == self._line else at - before.rfind('\n') - 1
        error = ParseError(f'{_problems[code]}{more}: line {line}, column {column}')
        error.code, error.position = code, (line, column)
        raise error

    def _scan(self, final):
        text = self._text = self._text.replace('\r\n', '\n') if final or self._text[-1:] != '\r' else self._text
        if final or text[-1:] != '\r':
            text = self._text = text.replace('\r', '\n')
        bad = _not_in_xml.search(text)
        at = 0
        while at < len(text):
            opening = text.find('<', at)
            if opening < 0:
                if not final:
                    break
                opening = len(text)
            if bad is not None and bad.start() < opening:
                self._fail(_INVALID, bad.start())
            if opening > at:
                self._say_text(text[at:opening], at)
                at = opening
                continue
            end = self._scan_markup(text, at, final)
            if end is None:
                if final:
                    self._fail(_UNCLOSED, at)
                break
            if bad is not None and bad.start() < end:
                self._fail(_INVALID, bad.start())
            at = end
        done = text[:at]
        lines = done.count('\n')
        if final:
            return
        self._column = len(done) - done.rfind('\n') - 1 if lines else self._column + len(done)
        self._line += lines
        self._text = text[at:]

    def _scan_markup(self, text, at, final):
        """Reads what begins with <, and returns where it ends; None when its end is not there yet."""
        if text.startswith('<!--', at):
            end = text.find('-->', at + 4)
            if end >= 0:
                if '--' in text[at + 4:end]:
                    self._fail(_INVALID, text.index('--', at + 4) + 2)
                self._say('comment', text[at + 4:end])
                return end + 3
            return None
        if text.startswith('<![CDATA[', at):
            end = text.find(']]>', at + 9)
            if end >= 0:
                if not self._open:
                    self._fail(_INVALID if not self._has_root else _JUNK, at)
                self._say('data', text[at + 9:end])
                return end + 3
            return None
        if text.startswith('<?', at):
            end = text.find('?>', at)
            if end < 0:
                return None
            found = _instruction.fullmatch(text, at, end + 2)
            if found is None:
                self._fail(_INVALID, at + 2)
            if found[1].lower() == 'xml':
                if at or self._line != 1 or self._column:
                    self._fail_declaration(at)
                return end + 2
            self._say('pi', found[1], found[2] or None)
            return end + 2
        if text.startswith('<!DOCTYPE', at):
            if self._has_root:
                self._fail(_INVALID, at + 2)
            return self._scan_doctype(text, at)
        if not final and len(text) - at < 9 and ('<![CDATA['.startswith(text[at:]) or '<!DOCTYPE'.startswith(text[at:]) or '<!--'.startswith(text[at:])):
            return None
        if text.startswith('</', at):
            found = _end_tag.match(text, at)
            if found is None:
                if '>' not in text[at:]:
                    return None
                self._fail(_INVALID, at + 2)
            if not self._open:
                self._fail(_INVALID if not self._has_root else _JUNK, at + 1 if not self._has_root else at)
            name, tag, declared = self._open[-1]
            if found[1] != name:
                self._fail(_MISMATCHED, at + 2)
            self._end_element(tag, declared)
            return found.end()
        found = _start_tag.match(text, at)
        if found is None:
            self._fail_in_tag(text, at)
            return None
        if self._has_root and not self._open:
            self._fail(_JUNK, at)
        self._start_element(found, at)
        return found.end()

    def _fail_declaration(self, at):
        line = self._line + self._text.count('\n', 0, at)
        column = self._column + at if line == self._line else at - self._text.rfind('\n', 0, at) - 1
        error = ParseError(f'XML or text declaration not at start of entity: line {line}, column {column}')
        error.code, error.position = 17, (line, column)
        raise error

    def _fail_in_tag(self, text, at):
        """Says where in a tag the first wrong character stands; returns when it may only be that its end is missing."""
        name = re.compile('<' + _NAME).match(text, at)
        if name is None:
            if len(text) > at + 1:
                self._fail(_INVALID, at + 1)
            return
        end = name.end()
        while (found := _attribute.match(text, end)) is not None:
            end = found.end()
        found = re.compile(rf'''\s*(?:(?<=\s){_NAME}\s*(?:=\s*(?:"[^<"]*|'[^<']*)?)?|/)?''').match(text, end)
        if found.end() < len(text):
            self._fail(_INVALID, found.end())

    def _scan_doctype(self, text, at):
        end, depth, quote = at + 9, 0, ''
        while end < len(text):
            c = text[end]
            if quote:
                if c == quote:
                    quote = ''
            elif text.startswith('<!--', end):
                end = text.find('-->', end)
                if end < 0:
                    return None
                end += 2
            elif c in '"\'':
                quote = c
            elif c == '[' or c == '<':
                depth += 1
            elif c == ']' or c == '>' and depth:
                depth -= 1
            elif c == '>':
                self._declare(text[at + 9:end])
                return end + 1
            end += 1
        return None

    def _declare(self, doctype):
        self._has_doctype = True
        for found in _declaration.finditer(doctype):
            if found[1]:
                self._entities.setdefault(found[1], found[2][1:-1])
        named = re.match(rf'''\s+({_NAME})(?:\s+(?:PUBLIC\s+("[^"]*"|'[^']*')|SYSTEM)\s*("[^"]*"|'[^']*'))?''', doctype)
        if named is not None and self._handlers['doctype'] is not None:
            self._say('doctype', named[1], named[2] and named[2][1:-1], named[3] and named[3][1:-1])

    def _say(self, handler, *what):
        call = self._handlers[handler]
        if call is not None:
            return call(*what)

    def _say_text(self, text, at):
        if not self._open:
            outside = text.lstrip(' \t\n\ufeff' if not self._has_root and at == 0 else ' \t\n')
            if outside:
                self._fail(_JUNK if self._has_root else _OUTSIDE, at + len(text) - len(outside))
            return
        if ']]>' in text:
            self._fail(_INVALID, at + text.index(']]>') + 2)
        self._say('data', self._resolved(text, at))

    def _resolved(self, text, at, within=()):
        """The text with what its references stand for."""
        if '&' not in text:
            return text
        parts, start = [], 0
        while (here := text.find('&', start)) >= 0:
            parts.append(text[start:here])
            found = _reference.match(text, here)
            if found is None:
                self._fail(_INVALID, at + here + 1 if not within else at)
            decimal, hexadecimal, name = found.groups()
            if name is None:
                number = int(decimal) if decimal else int(hexadecimal, 16)
                if number > 0x10ffff or 0xd800 <= number < 0xe000 or _not_in_xml.match(chr(number)):
                    error = ParseError(f'reference to invalid character number: line {self._line}, column {self._column + at + here}')
                    error.code, error.position = 14, (self._line, self._column + at + here)
                    raise error
                parts.append(chr(number))
            elif name in _usual_entities:
                parts.append(_usual_entities[name])
            elif name in self._entities:
                if name in within:
                    self._fail(_RECURSIVE, at)
                if '<' in self._entities[name]:
                    self._fail(_INVALID, at)
                parts.append(self._resolved(self._entities[name], at + here, (*within, name)))
            elif name in self.entity:
                parts.append(self.entity[name])
            else:
                self._fail(_UNDEFINED, at + here if not within else at, f' &{name};' if self._has_doctype and not within else '')
            start = found.end()
        parts.append(text[start:])
        return ''.join(parts)

    def _start_element(self, found, at):
        name, written, closed = found.groups()
        attributes, declared = {}, []
        base = found.start(2)
        for each in _attribute.finditer(written):
            key = each[1]
            if key in attributes:
                self._fail(_DUPLICATE, base + each.start(1))
            value = each[2][1:-1]
            if '&' in value or '\n' in value or '\t' in value:
                value = self._resolved(value.replace('\n', ' ').replace('\t', ' '), base + each.start(2) + 1)
            attributes[key] = value
        if 'xmlns' in written:
            space = dict(self._spaces[-1])
            for key in list(attributes):
                if key == 'xmlns' or key[:6] == 'xmlns:':
                    space[key[6:]] = attributes.pop(key)
                    declared.append((key[6:], space[key[6:]]))
            self._spaces.append(space)
        else:
            self._spaces.append(self._spaces[-1])
        tag = self._named(name, True, at)
        for key in list(attributes):
            if ':' in key:
                attributes = {self._named(k, False, at): v for k, v in attributes.items()}
                break
        self._has_root = True
        for prefix, uri in declared:
            self._say('start_ns', prefix, uri)
        self._say('start', tag, attributes)
        self._open.append((name, tag, [prefix for prefix, _ in declared]))
        if closed:
            self._end_element(tag, self._open[-1][2])

    def _named(self, name, is_element, at):
        prefix, colon, local = name.rpartition(':')
        if not colon and not is_element:
            return name
        uri = self._spaces[-1].get(prefix)
        if uri is None and colon:
            self._fail(_UNBOUND, at)
        return f'{{{uri}}}{local}' if uri else local

    def _end_element(self, tag, declared):
        self._open.pop()
        self._spaces.pop()
        self._say('end', tag)
        for prefix in reversed(declared):
            self._say('end_ns', prefix)


class XMLPullParser:
    def __init__(self, events=None, *, _parser=None):
        events = ('end',) if events is None else tuple(events)
        for event in events:
            if event not in ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'):
                raise ValueError(f'unknown event {event!r}')
        self._events = []
        self._root = None
        self._parser = _parser or XMLParser()
        builder, handlers, put = self._parser.target, self._parser._handlers, self._events.append

        def telling(event, build):
            def handle(*what):
                put((event, build(*what)))
            return handle

        for event in ('start', 'end', 'comment', 'pi'):
            if event in events:
                handlers[event] = telling(event, getattr(builder, event))
        if 'start-ns' in events:
            handlers['start_ns'] = telling('start-ns', lambda prefix, uri: (prefix, uri))
        if 'end-ns' in events:
            handlers['end_ns'] = telling('end-ns', lambda prefix: None)

    def feed(self, data):
        if self._parser is None:
            raise ValueError('feed() called after end of stream')
        try:
            self._parser.feed(data)
        except SyntaxError as error:
            self._events.append(error)

    def close(self):
        try:
            self._root = self._parser.close()
        except SyntaxError as error:
            self._events.append(error)
        self._parser = None

    def flush(self):
        pass

    def read_events(self):
        while self._events:
            event = self._events.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event


class _Events:
    def __init__(self, source, events, parser):
        self._pull = XMLPullParser(events=events, _parser=parser)
        self._source = source
        self._steps = self._read()
        self.root = None

    def _read(self):
        while data := self._source.read(16384):
            self._pull.feed(data)
            yield from self._pull.read_events()
        self._pull.close()
        yield from self._pull.read_events()
        self.root = self._pull._root

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._steps)

    def close(self):
        pass


def iterparse(source, events=None, parser=None):
    return _Events(_opened(source, 'rb'), events, parser)


def _opened(source, mode):
    """The file that it is; that a name is of one that can't be opened is said by open()."""
    return source if hasattr(source, 'read' if mode == 'rb' else 'write') else open(source, mode)


def XML(text, parser=None):
    parser = parser or XMLParser()
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    root = XML(text, parser)
    return root, {each.get('id'): each for each in root.iter() if each.get('id')}


def fromstringlist(sequence, parser=None):
    parser = parser or XMLParser()
    for text in sequence:
        parser.feed(text)
    return parser.close()


def parse(source, parser=None):
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


class ElementTree:
    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        parser = parser or XMLParser()
        parser.feed(_opened(source, 'rb').read())
        self._root = parser.close()
        return self._root

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _path(self, path):
        if path[:1] == '/':
            path = '.' + path
            warnings.warn(
                'This search is broken in 1.3 and earlier, and will be fixed in a future version.  If you rely on the '
                f'current behaviour, change it to {path!r}', FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True):
        method = method or 'xml'
        if method not in ('xml', 'html', 'text', 'c14n'):
            raise ValueError(f'unknown method {method!r}')
        encoding = encoding or ('utf-8' if method == 'c14n' else 'us-ascii')
        parts = []
        is_text = encoding.lower() == 'unicode'
        if method == 'xml' and (xml_declaration or xml_declaration is None and encoding.lower() not in ('utf-8', 'us-ascii', 'unicode')):
            parts.append(f"<?xml version='1.0' encoding='{'utf-8' if is_text else encoding}'?>\n")
        if method == 'text':
            parts.extend(self._root.itertext())
        else:
            names, spaces = _names(self._root, default_namespace)
            (_write_html if method == 'html' else _write_xml)(parts.append, self._root, names, spaces, short_empty_elements)
        text = ''.join(parts)
        _opened(file_or_filename, 'w' if is_text else 'wb').write(text if is_text else text.encode(encoding, 'xmlcharrefreplace'))

    def write_c14n(self, file):
        return self.write(file, method='c14n')


# --- writing ---------------------------------------------------------------------------------------

_namespace_map = {
    _XML: 'xml', 'http://www.w3.org/1999/xhtml': 'html', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://schemas.xmlsoap.org/wsdl/': 'wsdl', 'http://www.w3.org/2001/XMLSchema': 'xs',
    'http://www.w3.org/2001/XMLSchema-instance': 'xsi', 'http://purl.org/dc/elements/1.1/': 'dc'}


def register_namespace(prefix, uri):
    if re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for known, used in list(_namespace_map.items()):
        if known == uri or used == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


def _names(root, default):
    """Tags and keys as they are written, and the prefix of each namespace."""
    names, spaces = {None: None}, {}
    if default:
        spaces[default] = ''

    def add(name):
        if name in names:
            return
        if name[:1] != '{':
            if default:
                raise ValueError('cannot use non-qualified names with default_namespace option')
            names[name] = name
            return
        uri, tag = name[1:].rsplit('}', 1)
        prefix = spaces.get(uri)
        if prefix is None:
            prefix = _namespace_map.get(uri) or f'ns{len(spaces)}'
            if prefix != 'xml':
                spaces[uri] = prefix
        names[name] = f'{prefix}:{tag}' if prefix else tag

    for element in root.iter():
        tag = element.tag
        if isinstance(tag, (str, QName)):
            add(_name_of(tag))
        elif tag is not None and tag is not Comment and tag is not PI:
            _text_of(tag)
        for key, value in element.items():
            add(_text_of(_name_of(key)))
            if isinstance(value, QName):
                add(value.text)
        if isinstance(element.text, QName):
            add(element.text.text)
    return names, spaces


def _escaped(text):
    text = _text_of(text)
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def _escaped_attribute(text):
    return _escaped(text).replace('"', '&quot;').replace('\r', '&#13;').replace('\n', '&#10;').replace('\t', '&#09;')


def _written_attributes(element, names, spaces, escape):
    written = []
    for uri, prefix in sorted(spaces.items(), key=lambda each: each[1]) if spaces else ():
        written.append(f' xmlns{":" + prefix if prefix else ""}="{escape(uri)}"')
    for key, value in element.items():
        value = names[value.text] if isinstance(value, QName) else escape(value)
        written.append(f' {names[_name_of(key)]}="{value}"')
    return ''.join(written)


def _write_special(write, element):
    """Writes a comment or an instruction, or what has no tag; returns whether it was one."""
    if element.tag is Comment:
        write(f'<!--{element.text}-->')
        return True
    if element.tag is PI:
        write(f'<?{element.text}?>')
        return True
    return False


def _write_xml(write, root, names, spaces, short):
    ahead = [(root, spaces)]
    while ahead:
        element, spaces = ahead.pop()
        if isinstance(element, str):
            write(element)
            continue
        if element.tail and element is not root:
            ahead.append((_escaped(element.tail), None))
        if _write_special(write, element):
            continue
        tag = names[_name_of(element.tag)]
        text = names[element.text.text] if isinstance(element.text, QName) else _escaped(element.text) if element.text else ''
        if tag is None:
            write(text)
            ahead.extend((child, None) for child in reversed(element))
            continue
        opening = f'<{tag}{_written_attributes(element, names, spaces, _escaped_attribute)}'
        if element.text or len(element) or not short:
            write(f'{opening}>{text}')
            ahead.append((f'</{tag}>', None))
            ahead.extend((child, None) for child in reversed(element))
        else:
            write(opening + ' />')
    if root.tail:
        write(_escaped(root.tail))


_without_end = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'link', 'meta', 'param', 'source', 'track', 'wbr'}


def _escaped_html_attribute(text):
    text = _text_of(text)
    return text.replace('&', '&amp;').replace('>', '&gt;').replace('"', '&quot;')


def _write_html(write, root, names, spaces, _):
    ahead = [(root, spaces)]
    while ahead:
        element, spaces = ahead.pop()
        if isinstance(element, str):
            write(element)
            continue
        if element.tail:
            ahead.append((_escaped(element.tail), None))
        if _write_special(write, element):
            continue
        tag = names[_name_of(element.tag)]
        if tag is None:
            write(_escaped(element.text) if element.text else '')
            ahead.extend((child, None) for child in reversed(element))
            continue
        write(f'<{tag}{_written_attributes(element, names, spaces, _escaped_html_attribute)}>')
        if element.text:
            write(element.text if tag.lower() in ('script', 'style') else _escaped(element.text))
        if tag.lower() not in _without_end:
            ahead.append((f'</{tag}>', None))
        ahead.extend((child, None) for child in reversed(element))


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    stream = io.StringIO() if encoding == 'unicode' else io.BytesIO()
    ElementTree(element).write(
        stream, encoding, xml_declaration=xml_declaration, default_namespace=default_namespace, method=method,
        short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True):
    return [tostring(element, encoding, method, xml_declaration=xml_declaration, default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    tail = elem.getroot().tail
    print(tostring(elem.getroot(), 'unicode'), end='' if tail and tail[-1] == '\n' else '\n')


def indent(tree, space='  ', level=0):
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f'Initial indentation level must be >= 0, got {level}')
    if not len(tree):
        return
    ahead = [(tree, level)]
    while ahead:
        element, depth = ahead.pop()
        inner = '\n' + (depth + 1) * space
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                ahead.append((child, depth + 1))
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = '\n' + depth * space
