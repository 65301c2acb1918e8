import gateway
import memcache

cache = memcache.Client(gateway.token("local"))


def handle(request):
    name, times = request.query.split("=")
    if name == "read":
        return ",".join(str(cache.get(f"n{i}") or 0) for i in range(int(times)))
    cache.add(f"n{times}", 0)
    cache.incr(f"n{times}")
    return "counted"
