# technique: long texts that begin alike, the same ones over and over, to be sorted: Java's own loop calls nothing but their comparison
# source: own
# goal: a guest that nothing stops for hours
# impact: dos
# dos: cpu
# needs: soft-limit
texts = ['a' * 10 ** 6 + str(number) for number in range(100)] * 10000
sorted(texts, reverse=True)
sorted(texts, key=lambda text: text)
