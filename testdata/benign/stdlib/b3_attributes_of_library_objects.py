# Attributes that the library's documentation has people set after an object is made.
import argparse
import configparser
import csv
import io
import reprlib
import textwrap

short = reprlib.Repr()
short.maxlist = 2
short.maxstring = 12
print(short.repr([1, 2, 3, 4]), short.repr("x" * 30))
reprlib.aRepr.maxdict = 1
print(reprlib.repr({1: 2, 3: 4}))

reader = csv.DictReader(io.StringIO("1,2\n3,4,5\n6\n"))
reader.fieldnames = ["a", "b"]
reader.restkey = "more"
reader.restval = "-"
print(list(reader), reader.line_num)

out = io.StringIO()
writer = csv.DictWriter(out, ["a", "b"], lineterminator="\n")
writer.fieldnames = ["b", "a"]
writer.extrasaction = "ignore"
writer.restval = 0
writer.writeheader()
writer.writerow({"a": 1, "c": 3})
print(out.getvalue())

parser = argparse.ArgumentParser(prog="tool")
parser.description = "What it does."
parser.epilog = "The end."
parser.usage = "tool [x]"
parser.add_argument("--x")
print(parser.format_help())

settings = configparser.ConfigParser()
settings.optionxform = str
settings.read_string("[A]\nKeyName = 1\n")
print(dict(settings["A"]))

wrapper = textwrap.TextWrapper()
wrapper.width = 10
print(wrapper.wrap("aaa bbb ccc ddd"))
