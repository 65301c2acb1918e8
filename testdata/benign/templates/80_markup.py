# Objects that say how they look in a template, in the way in which template libraries agree on.
import html


class Markup(str):
    def __html__(self):
        return str(self)

    def __json__(self):
        return {"markup": str(self)}

    def __nonzero__(self):
        return True


def escape(value):
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    return Markup(html.escape(str(value)))


print(escape("<b>"), escape(Markup("<b>")), Markup("x").__json__())
