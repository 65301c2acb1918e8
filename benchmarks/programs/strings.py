"""Text: splitting, joining, formatting."""


def benchmark():
    text = " ".join(f"word{i % 173}-{i:04d}" for i in range(4000))
    lengths = {}
    for word in text.split():
        head, _, tail = word.partition("-")
        lengths.setdefault(head.upper(), []).append(int(tail))
    lines = ["%s=%d" % (head, sum(tails)) for head, tails in sorted(lengths.items())]
    return len("\n".join(lines).replace("WORD", "w").title())
