# Functions of more variables than GraalPy copies one by one: what is seen of them while, and after, they are compiled.
import traceback

NAMES = [f'v{i}' for i in range(40)]


def many(n):
    (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28,
     v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39) = range(40)
    total = 0
    for i in range(n):
        v7 = i * 0.5
        v8 = i % 2 == 0
        try:
            if i % 3 == 0:
                raise ValueError(i)
            v39 += 1
        except ValueError as error:
            total += error.args[0]
            v9 = str(i)
        seen = locals()
        total += seen['v39'] + int(seen['v7']) + seen['v8'] + (seen['v9'] == v9)
    del v3

    def held():
        return v4 + v5

    seen = locals()
    return total, sorted(set(NAMES) - set(seen)), seen['v9'], held()


def steps(n):
    (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28,
     v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39) = range(40)
    for i in range(n):
        try:
            v39 = yield v39 + i + len(locals())
            if v39 is None:
                v39 = 1
        except KeyError as error:
            v38 = error.args[0]
            yield v38
            v39 = v38


for _ in range(40):
    found = many(300)
print(found)

made = steps(3000)
total = next(made)
for i in range(2000):
    total += made.throw(KeyError(i)) if i % 5 == 0 else made.send(i)
    if i % 5 == 0:
        next(made)
print(total)


def fails(v):
    (v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28,
     v29, v30, v31, v32, v33, v34, v35, v36, v37, v38, v39) = range(40)
    return v39 // v


for i in range(2000, -1, -1):
    try:
        fails(i)
    except ZeroDivisionError as error:
        print([(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)])
