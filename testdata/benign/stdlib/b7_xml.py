# Trees of XML: read, searched, changed, written; what is no XML is said in expat's words.
import io
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr, unescape

countries = """<?xml version="1.0"?>
<data>
    <country name="Liechtenstein">
        <rank updated="yes">2</rank>
        <year>2008</year>
        <neighbor name="Austria" direction="E"/>
        <neighbor name="Switzerland" direction="W"/>
    </country>
    <country name="Singapore">
        <rank>5</rank>
        <year>2011</year>
        <neighbor name="Malaysia" direction="N"/>
    </country>
</data>
"""
root = ET.fromstring(countries)
print(root.tag, [country.get("name") for country in root])
for path in (".", "country/neighbor", ".//year/..[@name='Singapore']", ".//neighbor[2]", "country[last()]/rank", "*/rank[@updated]",
             'country[year="2008"]', ".//rank[.='5']", ".//neighbor[1]/..", "country[year!='2008']", "//year", "country[0]"):
    try:
        print(path, [(found.tag, found.attrib) for found in root.findall(path)])
    except SyntaxError as error:
        print(path, error)
for country in root.findall("country"):
    if int(country.find("rank").text) > 4:
        root.remove(country)
for rank in root.iter("rank"):
    rank.text = str(int(rank.text) + 1)
    rank.set("updated", "no")
print(ET.tostring(root, encoding="unicode"))

actors = """<actors xmlns:fictional="http://characters.example.com" xmlns="http://people.example.com">
<actor><name>John Cleese</name><fictional:character>Lancelot</fictional:character></actor></actors>"""
people = ET.fromstring(actors)
names = {"real": "http://people.example.com", "role": "http://characters.example.com"}
for actor in people.findall("real:actor", names):
    print(actor.find("real:name", names).text, actor.findtext("role:character", namespaces=names), actor.findall("{*}name")[0].tag)
print(ET.tostring(people))
ET.register_namespace("role", "http://characters.example.com")
print(ET.tostring(people, "unicode", default_namespace="http://people.example.com"))

made = ET.Element("order", {"id": "7"}, note='<"&>')
ET.SubElement(made, "item", price="3").text = "caf\u00e9 & cake"
ET.SubElement(made, "paid")
made.append(ET.Comment(" by hand "))
ET.indent(made)
ET.dump(made)
print(ET.tostring(made), ET.tostring(made, "utf-8", xml_declaration=True, short_empty_elements=False))
print(ET.tostring(made, "unicode", method="text").split(), ET.tostring(ET.XML("<p>a<br/>b</p>"), method="html"))
out = io.BytesIO()
ET.ElementTree(made).write(out, encoding="iso-8859-1")
print(out.getvalue()[:60], ET.parse(io.BytesIO(out.getvalue())).getroot().find("item").text)

for text in ("", "<a>", "<a></b>", "<a/><b/>", "<a b=c/>", '<a b="1" b="2"/>', "text", "<a>&foo;</a>", "<a>\n & b</a>", "<x:a/>", "<a b",
             "<a>&#65;&lt;&amp;&apos;</a>", "<a><![CDATA[ <x> & ]]></a>", '<!DOCTYPE a [<!ENTITY e "val">]><a>&e; &e;</a>',
             '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', '<a b="x\ny"/>', "<root><item>1</item><item>2</root>"):
    try:
        print(repr(text), ET.tostring(ET.fromstring(text)))
    except ET.ParseError as error:
        print(repr(text), error, error.code, error.position)

for event, element in ET.iterparse(io.StringIO("<a><b>1</b><b>2</b></a>"), events=("start", "end")):
    print(event, element.tag, end=" ")
print()


class Depth:
    deepest = depth = 0

    def start(self, tag, attributes):
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)

    def end(self, tag):
        self.depth -= 1

    def close(self):
        return self.deepest


parser = ET.XMLParser(target=Depth())
parser.feed("<a><b></b><b><c>")
parser.feed("</c></b></a>")
print(parser.close())
print(escape('<a & "b">', {'"': "&quot;"}), quoteattr('say "hi"'), unescape("&lt;&amp;gt;"))
