"""What fills, where it can also mean an alignment."""
x = "Hall"
for s in ("=^40", "=<10", "=>10", "*^10", "<<10", ">^10", "^^9", "==10"):
    for v in ("Hall", 65, 1.5):
        try: print(repr(format(v, s)), end=" ")
        except Exception as e: print(s, type(v), e)
    print()
print(f"{x:=^40}")
print("{:=^30}".format(x), "{0:=^{1}}".format(x, 20))
r = {"name": "Hall"}
print(f"{r['name']:=^40}")
for s in ("=", "<", "^^", "=^", "<=", "a=^5", "=^+9.2f", "= ^9", "", ">>5,"):
    for v in (1234, 1.5, "x"):
        try: print(repr(format(v, s)), end=" ")
        except Exception as e: print(s, type(v).__name__, type(e).__name__, end=" ")
    print()
