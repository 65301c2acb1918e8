"""Library: regular expressions."""
import re

LINE = re.compile(r"(?P<host>\S+) \[(?P<day>\d+)/(?P<month>\w+)\] \"(?P<verb>[A-Z]+) (?P<path>[^\"]*)\" (?P<status>\d{3})")


def benchmark():
    log = "\n".join(f'10.0.0.{i % 255} [{i % 28 + 1}/Nov] "GET /p/{i % 37}?q={i}" {200 + i % 5}' for i in range(2500))
    hits = {}
    for match in LINE.finditer(log):
        path = re.sub(r"\?.*", "", match["path"])
        hits[path] = hits.get(path, 0) + int(match.group("status"))
    return sum(hits.values())
