# Writes character-aliases.txt: the formal aliases of characters (Unicode's NameAliases) that \N{} knows beside their
# names. Perl's unicore has the list, CPython 3.12 (Unicode 15.0) says which it accepts. Run with CPython 3.12.
import re
import subprocess
import unicodedata

assert unicodedata.unidata_version == '15.0.0', unicodedata.unidata_version

listed = subprocess.run(
    ['perl', '-e', 'print do "unicore/Name.pl"'], capture_output=True, check=True
).stdout.decode('utf-8', 'replace')

aliases = {}
for match in re.finditer(r'^[0-9A-F]{4,6}\n(.+)$', listed, re.MULTILINE):
    try:
        character = unicodedata.lookup(match[1])
    except KeyError:
        continue
    if len(character) == 1 and unicodedata.name(character, '') != match[1]:
        aliases[match[1]] = ord(character)

print('# Code point and alias, written by src/main/scripts/character_aliases.py')
for alias, point in sorted(aliases.items(), key=lambda item: (item[1], item[0])):
    print(f'{point:x} {alias}')
