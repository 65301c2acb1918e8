from xml.dom import minidom, Node
import xml.dom.minidom
import xml.etree.ElementTree as ET
import io, configparser, argparse
doc = minidom.parseString('''<?xml version="1.0"?>
<?style sheet="a"?><!-- top --><catalog xmlns="urn:d" xmlns:x="urn:x" n="1">
  <book id="b1" x:kind="&quot;new&quot;"><title>Deep &amp; wide &lt;1&gt;</title><price>12.50</price></book>
  <x:book id="b2"/><!-- c --><empty></empty>
</catalog>''')
print(doc.toxml())
print(doc.toprettyxml(indent='  '))
print(doc.documentElement.tagName, doc.documentElement.getAttribute('n'), doc.documentElement.namespaceURI)
for b in doc.getElementsByTagName('book'):
    print(b.getAttribute('id'), b.getElementsByTagName('title')[0].firstChild.data, b.attributes['id'].value, b.attributes.keys().__len__(), b.hasAttribute('q'), repr(b.getAttribute('q')))
print([e.tagName for e in doc.getElementsByTagName('*')], doc.getElementsByTagNameNS('urn:x', 'book').length)
def text(nodes): return ''.join(n.data for n in nodes if n.nodeType == n.TEXT_NODE)
print([text(t.childNodes) for t in doc.getElementsByTagName('price')])
new = minidom.Document()
root = new.createElement('root'); new.appendChild(root)
for i in range(2):
    item = new.createElement('item'); item.setAttribute('id', str(i)); item.appendChild(new.createTextNode(f'v<{i}>')); root.appendChild(item)
root.appendChild(new.createComment('note')); root.insertBefore(new.createElement('first'), root.firstChild)
c = new.createCDATASection('a < b'); e = new.createElement('raw'); e.appendChild(c); root.appendChild(e)
print(new.toprettyxml(indent=' ', encoding='utf-8').decode())
print(new.documentElement.toxml(), root.childNodes.length, root.lastChild.tagName, root.firstChild.nextSibling.getAttribute('id'))
root.removeChild(root.firstChild); print(len(root.childNodes), root.firstChild.tagName)
clone = root.cloneNode(True); clone.setAttribute('k', 'a"b\nc'); print(clone.toxml(), root.hasAttribute('k'))
root.replaceChild(new.createTextNode('x'), root.firstChild); print(root.toxml()); root.normalize()
print(ET.tostring(ET.fromstring('<a><b>1</b></a>')), minidom.parseString(ET.tostring(ET.fromstring('<a><b>1</b></a>'))).toprettyxml('  '))
try:
    minidom.parseString('<a><b></a>')
except Exception as e:
    print(type(e).__name__, e)
try:
    root.removeChild(new.createElement('q'))
except xml.dom.NotFoundErr as e:
    print('not found', e.code)
try:
    new.appendChild(new.createElement('second'))
except xml.dom.HierarchyRequestErr as e:
    print(e)
impl = minidom.getDOMImplementation(); d = impl.createDocument(None, 'some', None); d.documentElement.appendChild(d.createTextNode('t')); print(d.toxml())
print(minidom.parse(io.StringIO('<q w="e"/>')).documentElement.attributes.items(), root.nodeType == Node.ELEMENT_NODE)
with minidom.parseString('<z/>') as z: print(z.documentElement.nodeName, bool(z), z.firstChild.parentNode is z)
config = configparser.ConfigParser(); print(config.read('nothing.ini'), config.sections(), config.read(['a', 'b']))
p = argparse.ArgumentParser(prog='p', fromfile_prefix_chars='@', exit_on_error=True)
try:
    p.parse_args(['@args.txt'])
except SystemExit as e:
    print('exit', e.code)
