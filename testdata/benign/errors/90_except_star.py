def show(label, f):
    try:
        print(label, "->", f())
    except BaseException as e:
        print(label, "raised", repr(e), [repr(x) for x in getattr(e, "exceptions", ())])

def a():
    out = []
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2), ExceptionGroup("in", [ValueError(3), OSError(4)])])
    except* ValueError as eg:
        out.append(repr(eg))
    except* (KeyError, OSError) as eg:
        out.append(repr(eg))
    else:
        out.append("else")
    finally:
        out.append("finally")
    try:
        eg
    except UnboundLocalError as e:
        out.append("unbound")
    return out
show("a", a)

def b():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError:
        pass
show("b", b)

def c():
    try:
        raise ValueError("naked")
    except* ValueError as e:
        return_value = repr(e)
        print(return_value)
    else:
        print("no")
    return 1
show("c", c)

def d():
    try:
        raise ValueError("naked")
    except* KeyError:
        pass
show("d", d)

def e():
    try:
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
    except* ValueError as x:
        raise TypeError("new")
    except* KeyError as y:
        raise
show("e", e)

def f():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise TypeError("only")
show("f", f)

def g():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return "returned"
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as z:
            print("in", i, z.exceptions)
        else:
            print("else", i)
        finally:
            print("fin", i)
show("g", g)

def h():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass
show("h", h)

def i():
    try:
        pass
    except* ValueError: print("x")
    else: return "else"
show("i", i)

def j():
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise
show("j", j)

def k():
    try:
        raise ExceptionGroup("o", [ValueError(1), ExceptionGroup("i", [TypeError(2), ValueError(3)])])
    except* TypeError as e:
        try:
            raise KeyError("inner")
        except KeyError:
            print("handled inner")
show("k", k)
try:
    raise ExceptionGroup("top", [ValueError(1)])
except* ValueError as eg:
    print("top", eg)
def m():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as e:
        raise e
show("m", m)
def n():
    try: raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
    except* ValueError as e: print(len(e.exceptions))
show("n", n)
def p():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1)])
        except* TypeError:
            print("never")
        finally:
            print("cleanup")
    except ExceptionGroup as e:
        return e.message
show("p", p)
import asyncio
async def q():
    async def bad(n):
        await asyncio.sleep(0)
        raise ValueError(n)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(1))
            tg.create_task(bad(2))
    except* ValueError as eg:
        await asyncio.sleep(0)
        return_ = [str(x) for x in eg.exceptions]
        print(return_)
asyncio.run(q())
