"""xml.dom.minidom for guests: a document as nodes, read by the parser of xml.etree.ElementTree.

The sections and entities that a document is written with are text here.
"""
# Parts of it come from CPython 3.12's Lib/xml/dom/minidom.py: Copyright (c) 2001-2023 Python Software Foundation; All Rights Reserved.
# PSF License Agreement, https://docs.python.org/3.12/license.html; what is left out or done otherwise is for guests.
import io
import xml.dom as dom
import xml.etree.ElementTree as tree
from xml.parsers.expat import ExpatError


class NodeList(list):
    def item(self, index):
        return self[index] if 0 <= index < len(self) else None

    @property
    def length(self):
        return len(self)


def _write_data(writer, text):
    writer.write(text.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;').replace('>', '&gt;'))


def _split(name):
    prefix, colon, local = name.partition(':')
    return (prefix, local) if colon else (None, name)


class Node(dom.Node):
    namespaceURI = None
    parentNode = None
    ownerDocument = None
    nextSibling = None
    previousSibling = None
    nodeName = None
    nodeValue = None
    attributes = None
    prefix = None
    _child_types = ()

    def __init__(self):
        self.childNodes = NodeList()

    def __bool__(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.unlink()

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    @property
    def localName(self):
        return None

    def hasChildNodes(self):
        return bool(self.childNodes)

    def _check(self, node):
        if node.nodeType not in self._child_types:
            raise dom.HierarchyRequestErr(f'{node!r} cannot be child of {self!r}')

    def _link(self):
        """Tells the children who stands beside them."""
        before = None
        for node in self.childNodes:
            node.previousSibling, node.nextSibling, node.parentNode = before, None, self
            if before is not None:
                before.nextSibling = node
            before = node

    def _put(self, node, index):
        if node.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(node.childNodes):
                self.insertBefore(child, None if index >= len(self.childNodes) else self.childNodes[index])
                index += 1
            return node
        self._check(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        last = self.childNodes[-1] if self.childNodes else None
        if index >= len(self.childNodes):
            self.childNodes.append(node)
            node.parentNode, node.previousSibling, node.nextSibling = self, last, None
            if last is not None:
                last.nextSibling = node
        else:
            self.childNodes.insert(index, node)
            self._link()
        return node

    def _index(self, node):
        for index, child in enumerate(self.childNodes):
            if child is node:
                return index
        raise dom.NotFoundErr()

    def appendChild(self, node):
        return self._put(node, len(self.childNodes))

    def insertBefore(self, newChild, refChild):
        if refChild is None:
            return self.appendChild(newChild)
        if newChild.parentNode is not None and newChild.nodeType != Node.DOCUMENT_FRAGMENT_NODE:
            newChild.parentNode.removeChild(newChild)
        return self._put(newChild, self._index(refChild))

    def replaceChild(self, newChild, oldChild):
        if newChild is oldChild:
            return None
        index = self._index(oldChild)
        self.removeChild(oldChild)
        self._put(newChild, index)
        return oldChild

    def removeChild(self, oldChild):
        del self.childNodes[self._index(oldChild)]
        self._link()
        oldChild.parentNode = oldChild.previousSibling = oldChild.nextSibling = None
        return oldChild

    def normalize(self):
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    continue
                if kept and kept[-1].nodeType == Node.TEXT_NODE:
                    kept[-1].data += child.data
                    continue
            kept.append(child)
            child.normalize()
        self.childNodes[:] = kept
        self._link()

    def cloneNode(self, deep):
        return _clone(self, deep, self.ownerDocument or self)

    def isSameNode(self, other):
        return self is other

    def getElementsByTagName(self, name):
        return NodeList(node for node in _elements(self) if name == '*' or node.tagName == name)

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return NodeList(
            node for node in _elements(self)
            if localName in ('*', node.localName) and namespaceURI in ('*', node.namespaceURI))

    def unlink(self):
        for child in self.childNodes:
            child.unlink()
        self.parentNode = self.ownerDocument = self.previousSibling = self.nextSibling = None
        self.childNodes = NodeList()

    def toxml(self, encoding=None, standalone=None):
        return self.toprettyxml('', '', encoding, standalone)

    def toprettyxml(self, indent='\t', newl='\n', encoding=None, standalone=None):
        writer = io.StringIO()
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, '', indent, newl, encoding, standalone)
        else:
            self.writexml(writer, '', indent, newl)
        text = writer.getvalue()
        return text if encoding is None else text.encode(encoding, 'xmlcharrefreplace')


def _elements(node):
    waiting = [*reversed(node.childNodes)]
    while waiting:
        found = waiting.pop()
        if found.nodeType == Node.ELEMENT_NODE:
            yield found
            waiting.extend(reversed(found.childNodes))


class Attr(Node):
    nodeType = Node.ATTRIBUTE_NODE
    ownerElement = None
    specified = False

    def __init__(self, qName, namespaceURI=None, localName=None, prefix=None):
        super().__init__()
        self.name = self.nodeName = qName
        self.namespaceURI = namespaceURI
        self.prefix = prefix or _split(qName)[0]
        self.value = ''

    @property
    def localName(self):
        return _split(self.name)[1]

    @property
    def nodeValue(self):
        return self.value

    @nodeValue.setter
    def nodeValue(self, value):
        self.value = value

    data = nodeValue


class NamedNodeMap:
    def __init__(self, attrs, element):
        self._attrs = attrs
        self._element = element

    @property
    def length(self):
        return len(self._attrs)

    def __len__(self):
        return len(self._attrs)

    def __bool__(self):
        return True

    def __contains__(self, key):
        return key in self._attrs

    def __getitem__(self, name):
        return self._attrs[name]

    def __setitem__(self, name, value):
        if isinstance(value, Attr):
            self._element.setAttributeNode(value)
        else:
            self._element.setAttribute(name, value)

    def __delitem__(self, name):
        self._element.removeAttribute(name)

    def item(self, index):
        return [*self._attrs.values()][index] if 0 <= index < len(self._attrs) else None

    def items(self):
        return [(name, attr.value) for name, attr in self._attrs.items()]

    def keys(self):
        return self._attrs.keys()

    def values(self):
        return self._attrs.values()

    def get(self, name, value=None):
        return self._attrs.get(name, value)

    def getNamedItem(self, name):
        return self._attrs.get(name)


class Element(Node):
    nodeType = Node.ELEMENT_NODE
    _child_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.TEXT_NODE, Node.CDATA_SECTION_NODE)

    def __init__(self, tagName, namespaceURI=None, prefix=None, localName=None):
        super().__init__()
        self.tagName = self.nodeName = tagName
        self.namespaceURI = namespaceURI
        self.prefix = prefix or _split(tagName)[0]
        self._attrs = {}

    @property
    def localName(self):
        return _split(self.tagName)[1]

    @property
    def attributes(self):
        return NamedNodeMap(self._attrs, self)

    def hasAttributes(self):
        return bool(self._attrs)

    def hasAttribute(self, name):
        return name in self._attrs

    def getAttribute(self, attname):
        return self._attrs[attname].value if attname in self._attrs else ''

    def setAttribute(self, attname, value):
        attr = self._attrs.get(attname)
        if attr is None:
            attr = Attr(attname)
            attr.ownerDocument, attr.ownerElement = self.ownerDocument, self
            self._attrs[attname] = attr
        attr.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        self.setAttribute(qualifiedName, value)
        self._attrs[qualifiedName].namespaceURI = namespaceURI

    def _find_ns(self, namespaceURI, localName):
        for attr in self._attrs.values():
            if attr.namespaceURI == namespaceURI and attr.localName == localName:
                return attr
        return None

    def getAttributeNS(self, namespaceURI, localName):
        found = self._find_ns(namespaceURI, localName)
        return '' if found is None else found.value

    def hasAttributeNS(self, namespaceURI, localName):
        return self._find_ns(namespaceURI, localName) is not None

    def getAttributeNode(self, attrname):
        return self._attrs.get(attrname)

    def setAttributeNode(self, attr):
        if attr.ownerElement not in (None, self):
            raise dom.InuseAttributeErr('attribute node already owned')
        before = self._attrs.get(attr.name)
        self._attrs[attr.name] = attr
        attr.ownerElement = self
        return before if before is not attr else None

    def removeAttribute(self, name):
        if name not in self._attrs:
            raise dom.NotFoundErr()
        self._attrs.pop(name).ownerElement = None

    def removeAttributeNode(self, node):
        self.removeAttribute(node.name)
        return node

    def __repr__(self):
        return f'<DOM Element: {self.tagName} at {id(self):#x}>'

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(indent + '<' + self.tagName)
        for name, attr in self._attrs.items():
            writer.write(f' {name}="')
            _write_data(writer, attr.value)
            writer.write('"')
        if not self.childNodes:
            writer.write('/>' + newl)
            return
        writer.write('>')
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, '', '', '')
        else:
            writer.write(newl)
            for node in self.childNodes:
                node.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write(f'</{self.tagName}>{newl}')


class CharacterData(Node):
    def __init__(self, data=''):
        super().__init__()
        self.data = data

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, value):
        self.data = value

    @property
    def length(self):
        return len(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        shown = self.data[:10] + ('...' if len(self.data) > 10 else '')
        return f'<DOM {type(self).__name__} node "{shown!r}">'

    def substringData(self, offset, count):
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data += arg

    def insertData(self, offset, arg):
        self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    nodeType = Node.TEXT_NODE
    nodeName = '#text'

    def writexml(self, writer, indent='', addindent='', newl=''):
        _write_data(writer, indent + self.data + newl)

    def splitText(self, offset):
        rest = type(self)(self.data[offset:])
        rest.ownerDocument = self.ownerDocument
        if self.parentNode is not None:
            self.parentNode.insertBefore(rest, self.nextSibling)
        self.data = self.data[:offset]
        return rest


class CDATASection(Text):
    nodeType = Node.CDATA_SECTION_NODE
    nodeName = '#cdata-section'

    def writexml(self, writer, indent='', addindent='', newl=''):
        if ']]>' in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write(f'<![CDATA[{self.data}]]>')


class Comment(CharacterData):
    nodeType = Node.COMMENT_NODE
    nodeName = '#comment'

    def writexml(self, writer, indent='', addindent='', newl=''):
        if '--' in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write(f'{indent}<!--{self.data}-->{newl}')


class ProcessingInstruction(Node):
    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        super().__init__()
        self.target = self.nodeName = target
        self.data = self.nodeValue = data

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(f'{indent}<?{self.target} {self.data}?>{newl}')


class DocumentFragment(Node):
    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = '#document-fragment'
    _child_types = Element._child_types


class DOMImplementation:
    def hasFeature(self, feature, version):
        return feature.lower() in ('core', 'xml') and version in ('1.0', '2.0', '', None)

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        document = Document()
        if qualifiedName:
            document.appendChild(document.createElementNS(namespaceURI, qualifiedName))
        elif namespaceURI:
            raise dom.NamespaceErr('illegal use of prefix without namespaces')
        return document


class Document(Node):
    nodeType = Node.DOCUMENT_NODE
    nodeName = '#document'
    implementation = DOMImplementation()
    doctype = encoding = standalone = version = None
    _child_types = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE)

    @property
    def documentElement(self):
        for node in self.childNodes:
            if node.nodeType == Node.ELEMENT_NODE:
                return node
        return None

    def appendChild(self, node):
        self._check(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement not in (None, node):
            raise dom.HierarchyRequestErr('two document elements disallowed')
        return super().appendChild(node)

    def _own(self, node):
        node.ownerDocument = self
        return node

    def createElement(self, tagName):
        return self._own(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        return self._own(Element(qualifiedName, namespaceURI))

    def createTextNode(self, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        return self._own(Text(data))

    def createCDATASection(self, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        return self._own(CDATASection(data))

    def createComment(self, data):
        return self._own(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._own(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        return self._own(Attr(qName))

    def createAttributeNS(self, namespaceURI, qualifiedName):
        return self._own(Attr(qualifiedName, namespaceURI))

    def createDocumentFragment(self):
        return self._own(DocumentFragment())

    def getElementById(self, id):
        return None

    def importNode(self, node, deep):
        return _clone(node, deep, self)

    def cloneNode(self, deep):
        if not deep:
            return None
        clone = Document()
        for child in self.childNodes:
            clone.appendChild(_clone(child, True, clone))
        return clone

    def writexml(self, writer, indent='', addindent='', newl='', encoding=None, standalone=None):
        declared = [f'encoding="{encoding}"'] if encoding else []
        if standalone is not None:
            declared.append('standalone="yes"' if standalone else 'standalone="no"')
        writer.write(f'<?xml version="1.0" {" ".join(declared)}?>{newl}')
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)


def _clone(node, deep, document):
    if isinstance(node, Element):
        clone = Element(node.tagName, node.namespaceURI, node.prefix)
        clone.ownerDocument = document
        for name, attr in node._attrs.items():
            clone.setAttributeNS(attr.namespaceURI, name, attr.value)
    elif isinstance(node, CharacterData):
        clone = type(node)(node.data)
    elif isinstance(node, ProcessingInstruction):
        clone = ProcessingInstruction(node.target, node.data)
    elif isinstance(node, Attr):
        clone = Attr(node.name, node.namespaceURI)
        clone.value = node.value
    elif isinstance(node, DocumentFragment):
        clone = DocumentFragment()
    else:
        raise dom.NotSupportedErr('Cannot clone document nodes')
    clone.ownerDocument = document
    if deep:
        for child in node.childNodes:
            clone.appendChild(_clone(child, True, document))
    return clone


class _Builder:
    """What the parser tells of a document, made into its nodes."""
    def __init__(self):
        self.document = Document()
        self.open = [self.document]
        self.spaces = [{dom.XML_NAMESPACE: 'xml'}]
        self.declared = []

    def start_ns(self, prefix, uri):
        self.declared.append((prefix, uri))

    def qualified(self, tag, is_attribute):
        if tag[0] != '{':
            return None, tag
        uri, _, local = tag[1:].partition('}')
        for space in reversed(self.spaces):
            if uri in space and (space[uri] or not is_attribute):
                return uri, f'{space[uri]}:{local}' if space[uri] else local
        return uri, local

    def start(self, tag, attrs):
        self.spaces.append({uri: prefix for prefix, uri in self.declared})
        element = self.document.createElementNS(*self.qualified(tag, False))
        for prefix, uri in self.declared:
            element.setAttributeNS(dom.XMLNS_NAMESPACE, f'xmlns:{prefix}' if prefix else 'xmlns', uri)
        self.declared = []
        for name, value in attrs.items():
            uri, name = self.qualified(name, True)
            element.setAttributeNS(uri, name, value)
        self.open[-1].appendChild(element)
        self.open.append(element)

    def end(self, tag):
        self.open.pop()
        self.spaces.pop()

    def data(self, text):
        holder = self.open[-1]
        if holder is self.document:
            return
        last = holder.lastChild
        if last is not None and last.nodeType == Node.TEXT_NODE:
            last.data += text
        else:
            holder.appendChild(self.document.createTextNode(text))

    def comment(self, text):
        self.open[-1].appendChild(self.document.createComment(text))

    def pi(self, target, text=None):
        self.open[-1].appendChild(self.document.createProcessingInstruction(target, text or ''))

    def close(self):
        return self.document


def parseString(string, parser=None):
    reader = tree.XMLParser(target=_Builder())
    try:
        reader.feed(string)
        return reader.close()
    except tree.ParseError as e:
        error = ExpatError(str(e))
        error.code, (error.lineno, error.offset) = e.code, e.position
        raise error from None


def parse(file, parser=None, bufsize=None):
    if hasattr(file, 'read'):
        return parseString(file.read())
    with open(file, 'rb') as source:
        return parseString(source.read())


def getDOMImplementation(features=None):
    return Document.implementation
