import os
from asyncio import *


class Töpfe:
    def __reduce__(self):
        pass

    def __del__(self):
        pass


def größe(x):	# ein Tab
    return "ä" + x.__globals__["a & b"], [n for n in eval("<x>")]


print(größe.gi_frame, undefind)
undefined = 1
