# A program may expect that a name is not there: it says so with a handler.
try:
    print(nowhere)
except NameError as error:
    print("no name:", error)

try:
    text_type = unicode
except NameError:
    text_type = str
print(text_type("a"))


def first_available():
    try:
        return fast_version(3)
    except (ImportError, NameError):
        return "slow version"


print(first_available())

try:
    try:
        total = 1 + missing_price
    finally:
        print("cleaned up")
except NameError as error:
    print(type(error).__name__, error)

try:
    print([undefined_limit for _ in range(2)])
except NameError:
    print("not in a comprehension either")
else:
    print("there")
finally:
    print("end")
