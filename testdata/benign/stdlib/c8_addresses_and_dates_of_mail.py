"""Addresses and dates as they stand in the headers of mail and HTTP."""
import datetime
from email.utils import (
    collapse_rfc2231_value, decode_params, decode_rfc2231, encode_rfc2231, format_datetime, formataddr, formatdate, getaddresses, localtime,
    make_msgid, mktime_tz, parseaddr, parsedate, parsedate_to_datetime, parsedate_tz, quote, unquote)

for text in ('Ada <ada@example.org>', '"Lovelace, Ada" <ada@example.org>', 'ada@example.org (Ada)', 'a b c', '', '<x@y>', 'Ada <ada@[1.2.3.4]>',
             'group: a@b, c@d;', '"x\\"y" <z@q>', 'a@b@c', 'A. Person <a.person@x.y>', 'ada at example', '(only a comment)', '@route,@b:c@d'):
    print(repr(text), parseaddr(text))
print(getaddresses(['Ada <a@b>, Bob <c@d>', 'e@f', '"G, H" <g@h>']))
for pair in (('Ada', 'a@b'), ('Lovelace, Ada', 'a@b'), ('', 'a@b'), ('A "B" C', 'a@b'), ('Ada Löwe', 'a@b'), ('日本', 'a@b'), ('ø', 'a@b'), ('Ja, ø!*', 'a@b')):
    print(formataddr(pair))
print(formataddr(('Löwe', 'a@b'), 'ISO-8859-1'))
try:
    formataddr(('Ada', 'ö@b'))
except UnicodeEncodeError as error:
    print(error)
print(formatdate(0), formatdate(0, usegmt=True), formatdate(1.7e9, usegmt=True), len(formatdate()) > 20)
moment = datetime.datetime(2024, 2, 29, 12, 30, 5, tzinfo=datetime.timezone.utc)
print(format_datetime(moment), format_datetime(moment, usegmt=True), format_datetime(moment.replace(tzinfo=None)))
print(format_datetime(moment.astimezone(datetime.timezone(datetime.timedelta(hours=-5, minutes=-30)))))
try:
    format_datetime(datetime.datetime(2024, 1, 1), usegmt=True)
except ValueError as error:
    print(error)
for text in ('Thu, 29 Feb 2024 12:30:05 +0200', '29 Feb 2024 12:30 GMT', 'Thu Feb 29 12:30:05 2024', 'Sunday, 06-Nov-94 08:49:37 GMT', 'nonsense',
             '', None, '29 Feb 24 12:30:05 -0000', '1 Jan 70 00:00:00 EST', 'Mon, 32 Foo 2024', '3 Mar 2020 25:61:61', '3 Mar 2020 1.2.3 +0000'):
    print(repr(text), parsedate(text), parsedate_tz(text))
    try:
        print(parsedate_to_datetime(text))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(mktime_tz(parsedate_tz('Thu, 29 Feb 2024 12:30:05 +0200')), localtime(moment) == moment)
print(quote('a"b\\c'), unquote('"a\\"b\\\\c"'), unquote('<x>'), unquote('x'))
print(encode_rfc2231('ä b', 'utf-8', 'de'), encode_rfc2231('a b'), decode_rfc2231("utf-8'de'%C3%A4"), decode_rfc2231('x'))
print(decode_params([('attachment', ''), ('filename*0*', "utf-8''%C3%A4"), ('filename*1', 'b.txt'), ('size', '"3"')]))
print(collapse_rfc2231_value(('utf-8', '', 'Ã¤')), collapse_rfc2231_value('"x"'), collapse_rfc2231_value((None, None, 'x')))
identity = make_msgid('shop', domain='example.org')
print(identity.startswith('<'), identity.endswith('.shop@example.org>'), identity.count('.'))
