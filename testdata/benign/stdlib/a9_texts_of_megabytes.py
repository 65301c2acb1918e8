"""Texts that are encoded and decoded in more than one step are what they are in one."""
text = 'a\u00e9\u4e2d\U0001f600' * 280_000
for name in ('utf-8', 'utf-16', 'utf-32', 'gb18030'):
    data = text.encode(name)
    print(name, len(data), data.decode(name) == text)
bad = b'ab\xffcd\xe2\x82' * 200_000
print(len(bad.decode('utf-8', 'replace')), len(bad.decode('utf-8', 'ignore')), len(bad.decode('ascii', 'replace')))
print(bad.decode('utf-8', 'replace')[-12:].encode('ascii', 'xmlcharrefreplace'))
try: bad.decode('utf-8')
except UnicodeDecodeError as e: print(e)
try: (b'a' * 1_200_000 + b'\xff').decode('utf-8')
except UnicodeDecodeError as e: print(e)
try: ('a' * 1_200_000 + '\u4e2d').encode('latin-1')
except UnicodeEncodeError as e: print(e)
odd = ('x' * 1048575 + '\U0001f600' + 'y')
print(odd.encode('utf-8').decode('utf-8') == odd, odd.encode('utf-16').decode('utf-16') == odd, len(odd.encode('ascii', 'replace')))
big = '\u3042' * 600_000
print(big.encode('shift_jis').decode('shift_jis') == big, big.encode('euc_jp').decode('euc_jp') == big)
