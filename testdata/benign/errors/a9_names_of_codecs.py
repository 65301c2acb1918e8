# features: what errors of codecs call them, whatever name they were asked for by
for name in ('utf8', 'UTF-8', 'utf_8', 'ascii', 'us-ascii', 'ASCII', 'latin1', 'latin-1', 'iso-8859-1', 'L1', 'cp1252'):
    try:
        print(ascii(b'a\xe9\xffz'.decode(name)))
    except UnicodeDecodeError as e:
        print(name, e, e.encoding, e.args)
    try:
        print('a\u20ac\U0001f600'.encode(name))
    except UnicodeEncodeError as e:
        print(name, e, e.encoding, e.args[0])
