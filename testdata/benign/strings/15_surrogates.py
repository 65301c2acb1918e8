# features: surrogates by escapes, alone and as pairs, ascii, f-strings
# imports: none
apart = '\ud800\udc00'
together = '\U00010000'
print(len(apart), len(together), apart == together)
print(ascii(apart), ascii(together), ascii('\ud83d' '\ude00'))
print([hex(ord(c)) for c in apart], hex(ord(together)))
print(ascii(f'{1}\ud800\udc00{2}'), len(f'\ud800' f'\udc00'))
print({'\ud800\udc00': 1, '\U00010000': 2} == {together: 2, apart: 1})
