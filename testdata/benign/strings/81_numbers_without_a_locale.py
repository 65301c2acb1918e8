# The code n is for numbers as the locale writes them; a program begins in the locale C, which groups no digits.
for number in (0, 42, -12345, 1234567, 10 ** 20):
    print(f"{number:n} {number:>12n}| {number:012n} {number:+n}")
for number in (0.5, -1.0, 1234.5, 1234567.5, 1e20, 1e-7):
    print(f"{number:n} {number:.3n} {number:>12n}| {number:+n}", format(number, "10.4n"))
print("{:n} {:n}".format(10 ** 6, 2 + 3j), format(True, "n"))
