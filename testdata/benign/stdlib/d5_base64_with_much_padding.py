"""Base 64 with more padding than there must be, with something behind it, and with what is no digit."""
import base64
import binascii


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except ValueError as e:
        print(type(e).__name__, e)


for text in ('YQ', 'YWI', 'YWJj', 'YWJjZA', 'YWJjZGU'):
    # The idiom for digits that came without their padding.
    attempt(base64.urlsafe_b64decode, text + '==')
    attempt(base64.urlsafe_b64decode, text + '=' * (-len(text) % 4))
for data in (b'aGVs\nbG8=\n', b'aGV!sb*G8=', b'aGVsbG8=====', b'aGVsbG8=x', b'aGVsbG8=YQ==', b'=aGVs', b'ab=c', b'a=b=', b'YWJj=YWI=', b'aGVsb', b'YQ=', b'a', b'', b'====',
             bytearray(b'YQ=='), memoryview(b'YQ=='), 'YQ==', 'Y\xe9'):
    attempt(base64.b64decode, data)
    attempt(base64.b64decode, data, validate=True)
    attempt(binascii.a2b_base64, data, strict_mode=True)
attempt(base64.decodebytes, b'aGVs\nbG8=\n')
attempt(base64.b64decode, '-_8=', altchars='-_')
print(base64.b64decode(base64.b64encode(bytes(range(256)) * 1000)) == bytes(range(256)) * 1000)
