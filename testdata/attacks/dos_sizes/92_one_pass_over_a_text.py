# technique: methods of str and functions of unicodedata that Java does in one pass, over texts of sixty million characters
# source: own
# goal: seconds in which nothing stops the guest
# impact: dos
# dos: cpu
import unicodedata

text = '\u0130' * 60_000_000
for number, attempt in enumerate((
        text.lower, text.upper, text.casefold, lambda: unicodedata.normalize('NFKD', text), lambda: unicodedata.is_normalized('NFC', text))):
    try:
        attempt()
        escaped(number)
    except MemoryError:
        pass
