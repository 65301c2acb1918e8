import math
import traceback
import unicodedata as u

text = "Crème Brûlée ٣ 日本"
print("".join(c for c in u.normalize("NFKD", text) if not u.combining(c)))
print(u.lookup("GREEK SMALL LETTER ALPHA"), u.combining("\u0301"), u.decimal("٣"), u.digit("²"), u.numeric("½"))
print([u.east_asian_width(c) for c in "aｱ日Ａ"], u.mirrored("("), u.decimal("x", None))
for call in (lambda: u.lookup("NO SUCH THING"), lambda: u.numeric("x"), lambda: u.combining("ab")):
    try:
        call()
    except (KeyError, ValueError, TypeError) as e:
        print(type(e).__name__)
print(round(math.cbrt(27), 9), math.cbrt(-8), math.cbrt(0.0), math.exp2(10), math.sumprod([1, 2], [3, 4]), math.sumprod([0.5], [2]))
try:
    try:
        raise ValueError("with a note")
    except ValueError as e:
        e.add_note("the note")
        raise
except ValueError as e:
    print(traceback.format_exception_only(e), __debug__)
