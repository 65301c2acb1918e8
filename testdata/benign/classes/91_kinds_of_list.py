# features: what is made of a class derived from list is a list
class Stack(list):
    def __repr__(self):
        return f"Stack({super().__repr__()})"


s = Stack([1, 2])
t = s + [3]
print(s, t, type(t).__name__, [0] + s, s.copy(), s[:1], s * 2, type(s * 2).__name__, type(sorted(s)).__name__, s + s)
s += [9]
s *= 2
print(s, type(s).__name__, list(s), Stack.copy(s) == s, list.__add__(s, s))
