"""Text: a small template engine and report."""


def render(template, values):
    out, rest = [], template
    while "{{" in rest:
        before, _, rest = rest.partition("{{")
        name, _, rest = rest.partition("}}")
        out.append(before)
        value = values
        for part in name.strip().split("."):
            value = value[part] if isinstance(value, dict) else getattr(value, part)
        out.append(f"{value:>8.2f}" if isinstance(value, float) else str(value))
    return "".join(out) + rest


def benchmark():
    template = "Dear {{ user.name }}, you owe {{ bill.total }} for {{ bill.count }} items.\n"
    return sum(
        len(render(template, {"user": {"name": f"User {i}"}, "bill": {"total": i * 1.25, "count": i % 9}}))
        for i in range(1500)
    )
